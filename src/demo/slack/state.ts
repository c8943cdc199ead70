import type { Change, Channel, Person, Post, SharedFile } from './post.ts'

/** What a new post must say; the rest has a natural beginning. */
export type Draft = Pick<Post, 'channel' | 'author' | 'text'> &
  Partial<Pick<Post, 'threadTs' | 'blocks' | 'metadata' | 'files' | 'onlyFor'>>

/** A file between the moment its address was given out and the moment it is shared. */
export interface StoredFile extends SharedFile {
  readonly bytes: Uint8Array
}

/** The workspace of the stand-in: one channel, one direct message, one asker, one bot, and all that was posted. */
export interface Workspace {
  readonly team: { readonly id: string; readonly name: string }
  readonly bot: Person & { readonly botId: string; readonly appId: string }
  readonly asker: Person
  /** Who says what Slack itself says. */
  readonly house: Person
  readonly timeZone: string
  readonly locale: string
  readonly people: ReadonlyMap<string, Person>
  readonly channels: ReadonlyMap<string, Channel>
  readonly files: Map<string, StoredFile>
  now(): number
  /** A time stamp in Slack's form, later than every one given before. */
  nextTs(): string
  /** A name no other thing of this workspace has, for example `Ev000007`. */
  nextId(prefix: string): string
  add(draft: Draft): Post
  find(channel: string, ts: string): Post | null
  /** Puts a changed post in the place of the old one. Null where there is no such post. */
  change(channel: string, ts: string, alter: (post: Post) => Post): Post | null
  remove(channel: string, ts: string): boolean
  /** The first post and its answers, oldest first. Empty where there is no such post. */
  thread(channel: string, ts: string): readonly Post[]
  /** Every post of a channel, answers in threads among them, oldest first. */
  posts(channel: string): readonly Post[]
  /** Calls `listener` for every change from now on. Gives back how to stop that. */
  watch(listener: (change: Change) => void): () => void
}

export interface WorkspaceOptions {
  readonly botName: string
  readonly now: () => number
  readonly timeZone: string
  readonly locale: string
  /** Names of channels beside `#mail-support`. */
  readonly moreChannels?: readonly string[]
}

/** The ids are fixed, so that a bot's configuration and a test can name them. */
export const ids = {
  team: 'T0STANDIN1',
  bot: 'U0POSTMASTR',
  botId: 'B0POSTMASTR',
  app: 'A0POSTMASTR',
  asker: 'U0ASKER0001',
  house: 'U0STANDIN01',
  channel: 'C0MAILSUPP1',
  direct: 'D0POSTMASTR',
} as const

/** An empty workspace. */
export function openWorkspace(options: WorkspaceOptions): Workspace {
  const bot = {
    id: ids.bot,
    name: options.botName,
    realName: capitalised(options.botName),
    bot: true,
    botId: ids.botId,
    appId: ids.app,
  }
  const asker: Person = { id: ids.asker, name: 'alex', realName: 'Alex Moser', bot: false }
  const house: Person = { id: ids.house, name: 'stand-in', realName: 'Slack stand-in', bot: true }
  const channels: readonly Channel[] = [
    { id: ids.channel, name: 'mail-support', direct: false },
    ...(options.moreChannels ?? []).map((name, nth) => ({
      id: `C0MORE${String(nth + 1).padStart(5, '0')}`,
      name,
      direct: false,
    })),
    { id: ids.direct, name: bot.realName, direct: true },
  ]
  const posts = new Map<string, Post[]>(channels.map((channel) => [channel.id, []]))
  const listeners = new Set<(change: Change) => void>()
  let lastMicros = 0
  let counter = 0

  function tell(change: Change): void {
    for (const listener of listeners) listener(change)
  }

  function nextTs(): string {
    lastMicros = Math.max(Math.floor(options.now() * 1000), lastMicros + 1)
    return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`
  }

  function listOf(channel: string): Post[] {
    return posts.get(channel) ?? []
  }

  function find(channel: string, ts: string): Post | null {
    return listOf(channel).find((post) => post.ts === ts) ?? null
  }

  return {
    team: { id: ids.team, name: 'A local stand-in for Slack' },
    bot,
    asker,
    house,
    timeZone: options.timeZone,
    locale: options.locale,
    people: new Map<string, Person>([
      [bot.id, bot],
      [asker.id, asker],
      [house.id, house],
    ]),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    files: new Map(),
    now: options.now,
    nextTs,
    nextId(prefix) {
      counter += 1
      return `${prefix}${String(counter).padStart(8, '0')}`
    },
    add(draft) {
      const post: Post = {
        threadTs: null,
        blocks: [],
        metadata: null,
        files: [],
        onlyFor: null,
        ...draft,
        ts: nextTs(),
        reactions: [],
        editedTs: null,
      }
      listOf(draft.channel).push(post)
      tell({ kind: 'posted', post })
      return post
    },
    find,
    change(channel, ts, alter) {
      const list = listOf(channel)
      const index = list.findIndex((post) => post.ts === ts)
      const before = list[index]
      if (before === undefined) return null
      const post = alter(before)
      list[index] = post
      tell({ kind: 'changed', post, before })
      return post
    },
    remove(channel, ts) {
      const list = listOf(channel)
      const index = list.findIndex((post) => post.ts === ts)
      const [post] = index === -1 ? [] : list.splice(index, 1)
      if (post === undefined) return false
      tell({ kind: 'removed', post })
      return true
    },
    thread(channel, ts) {
      return listOf(channel).filter((post) => post.ts === ts || post.threadTs === ts)
    },
    posts: listOf,
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function capitalised(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}
