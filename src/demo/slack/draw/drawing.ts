/** What drawing a post needs to know besides the post. */
export interface Drawing {
  /** The name of a person or a channel by its id; null where there is none. */
  nameOf(id: string): string | null
  readonly locale: string
  readonly timeZone: string
}
