import type { Block } from './post.ts'

/** A modal or an App Home, as Slack keeps it. */
export interface View {
  readonly id: string
  readonly type: string
  readonly callback_id: string
  readonly private_metadata: string
  readonly blocks: readonly Block[]
  readonly hash: string
  readonly [field: string]: unknown
}

/** A question that Slack offers above the composer of the direct message. */
export interface Prompt {
  readonly title: string
  readonly message: string
}

/** All that the asker sees of the bot besides posts. */
export interface Surfaces {
  /** The modals that lie over each other, the one that is seen last. Slack takes three. */
  modals(): readonly View[]
  home(): View | null
  prompts(): { readonly title: string; readonly prompts: readonly Prompt[] }
  /** False where three lie there already. */
  push(view: View): boolean
  /** Puts a changed view in the place of the old one; false where there is none of that id. */
  replace(id: string, view: View): boolean
  find(id: string): View | null
  pop(): void
  clear(): void
  publish(view: View): void
  suggest(title: string, prompts: readonly Prompt[]): void
  /** Calls `listener` after every change. Gives back how to stop that. */
  watch(listener: () => void): () => void
}

const mostModals = 3

export function openSurfaces(): Surfaces {
  const listeners = new Set<() => void>()
  let modals: readonly View[] = []
  let home: View | null = null
  let prompts: ReturnType<Surfaces['prompts']> = { title: '', prompts: [] }

  function tell(): void {
    for (const listener of listeners) listener()
  }

  function show(views: readonly View[]): void {
    modals = views
    tell()
  }

  return {
    modals: () => modals,
    home: () => home,
    prompts: () => prompts,
    push(view) {
      if (modals.length >= mostModals) return false
      show([...modals, view])
      return true
    },
    replace(id, view) {
      if (home?.id === id) {
        home = view
        tell()
        return true
      }
      if (!modals.some((modal) => modal.id === id)) return false
      show(modals.map((modal) => (modal.id === id ? view : modal)))
      return true
    },
    find: (id) => [...modals, ...(home === null ? [] : [home])].find((view) => view.id === id) ?? null,
    pop: () => show(modals.slice(0, -1)),
    clear: () => show([]),
    publish(view) {
      home = view
      tell()
    },
    suggest(title, offered) {
      prompts = { title, prompts: offered }
      tell()
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
