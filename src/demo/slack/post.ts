/** A reaction on a post, as Slack keeps it: one entry for a name, with everybody who gave it. */
export interface Reaction {
  readonly name: string
  readonly users: readonly string[]
}

/** A file shared in a post. Its bytes are kept by the workspace under the same id. */
export interface SharedFile {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly size: number
}

/** What a bot may fasten to a post and read back later. */
export interface Metadata {
  readonly event_type: string
  readonly event_payload: Readonly<Record<string, unknown>>
}

export type Block = Readonly<Record<string, unknown>> & { readonly type: string }

/** One Slack message as it stands. A change makes a new value, so a post that was handed out never alters. */
export interface Post {
  readonly channel: string
  readonly ts: string
  /** The `ts` of the thread's first post; null where the post stands in the channel itself. */
  readonly threadTs: string | null
  /** The id of a person or of the bot's own account. */
  readonly author: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly metadata: Metadata | null
  readonly reactions: readonly Reaction[]
  readonly files: readonly SharedFile[]
  /** The `ts` of the last change; null where there was none. */
  readonly editedTs: string | null
  /** The id of the only person who sees it; null where everybody does. */
  readonly onlyFor: string | null
}

/** What happened to a post. `before` is the post as it stood until then. */
export type Change =
  | { readonly kind: 'posted'; readonly post: Post }
  | { readonly kind: 'changed'; readonly post: Post; readonly before: Post }
  | { readonly kind: 'removed'; readonly post: Post }

export interface Person {
  readonly id: string
  readonly name: string
  readonly realName: string
  readonly bot: boolean
}

export interface Channel {
  readonly id: string
  /** Without its `#`; for a direct message, the name of the other side. */
  readonly name: string
  readonly direct: boolean
}
