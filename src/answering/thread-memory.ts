import type { Store } from '../gather/ports.ts'
import type { Question } from '../question/question.ts'

/** A question that somebody asked, as App Home lists it. */
export interface Recent {
  readonly text: string
  readonly thread: string
  /** When, in milliseconds since the epoch. */
  readonly at: number
  readonly headline: string
}

/** A thread is not come back to after a month. */
const REMEMBERED_MS = 30 * 86_400_000
const MOST_RECENT = 10

/** What the thread asked before; null where it asked nothing. */
export async function questionBefore(store: Store, thread: string): Promise<Question | null> {
  const text = await store.get(threadKey(thread))
  return text === null ? null : (JSON.parse(text) as Question)
}

export async function remember(store: Store, thread: string, question: Question, now: number): Promise<void> {
  await store.set(threadKey(thread), JSON.stringify(question), now + REMEMBERED_MS)
}

/** What an asker asked lately, the latest first. */
export async function recentOf(store: Store, asker: string): Promise<readonly Recent[]> {
  const text = await store.get(recentKey(asker))
  return text === null ? [] : (JSON.parse(text) as readonly Recent[])
}

export async function rememberRecent(store: Store, asker: string, recent: Recent): Promise<void> {
  const before = (await recentOf(store, asker)).filter(({ text }) => text !== recent.text)
  const kept = [recent, ...before].slice(0, MOST_RECENT)
  await store.set(recentKey(asker), JSON.stringify(kept), recent.at + REMEMBERED_MS)
}

function threadKey(thread: string): string {
  return `thread ${thread}`
}

function recentKey(asker: string): string {
  return `recent ${asker}`
}
