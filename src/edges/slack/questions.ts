import * as z from 'zod'
import type { Store } from '../../gather/ports.ts'
import { readJson } from './json.ts'

/** A question that is being answered, as it outlasts the process. */
const KeptQuestion = z.object({
  /** Names the question in the metadata of every post about it. */
  id: z.string(),
  ask: z.object({ text: z.string(), thread: z.string(), addressed: z.boolean(), asker: z.string() }),
  channel: z.string(),
  threadTs: z.string(),
  askingTs: z.string().nullable(),
  /** When it was asked, in milliseconds since the epoch. */
  since: z.number(),
  /** How often a process began with it. */
  tries: z.number(),
})
export type KeptQuestion = z.infer<typeof KeptQuestion>

/** The questions that are being answered, so that the next process finds them where this one is killed. */
export interface Questions {
  begin(question: KeptQuestion): Promise<void>
  /** The question has its last word. */
  end(id: string): Promise<void>
  /** Those that have none yet. */
  left(): Promise<readonly KeptQuestion[]>
}

const KEPT_MS = 24 * 3_600_000

export function keepQuestions(store: Store, now: () => number): Questions {
  return {
    begin: (question) => store.set(keyOf(question.id), JSON.stringify(question), now() + KEPT_MS),
    end: (id) => store.remove(keyOf(id)),
    async left() {
      const kept = await store.list(keyOf(''))
      return kept.flatMap(({ value }) => {
        const read = KeptQuestion.safeParse(readJson(value))
        return read.success ? [read.data] : []
      })
    },
  }
}

function keyOf(id: string): string {
  return `question ${id}`
}
