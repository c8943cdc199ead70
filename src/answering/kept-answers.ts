import type { Question } from '../question/question.ts'
import type { Reply } from '../reply/reply.ts'

/** The parts of an answer that are asked for by buttons under it. */
export type AnswerPart = 'lines' | 'note'

/** What was just found out, so that its lines and its note need no second search. */
export interface KeptAnswers {
  get(question: Question, part: AnswerPart): Reply | null
  keep(question: Question, parts: Readonly<Record<AnswerPart, Reply>>): void
}

const keptFor = 15 * 60_000
const most = 50
/** Evidence of this many characters is searched for again rather than kept. */
const longest = 200_000

/** Keeps the parts of the latest answers in memory. `for`: as somebody who may search these gateways; null for all. */
export function keepAnswers(now: () => number) {
  const kept = new Map<string, { readonly parts: Readonly<Record<AnswerPart, Reply>>; readonly until: number }>()
  return {
    for(gateways: readonly string[] | null): KeptAnswers {
      return {
        get(question, part) {
          const found = kept.get(keyOf(question, gateways))
          return found !== undefined && found.until > now() ? found.parts[part] : null
        },
        keep(question, parts) {
          if ((parts.lines.file?.text.length ?? 0) > longest) return
          const key = keyOf(question, gateways)
          kept.delete(key)
          kept.set(key, { parts, until: now() + keptFor })
          for (const oldest of kept.keys()) {
            if (kept.size <= most) break
            kept.delete(oldest)
          }
        },
      }
    },
  }
}

/** A button names the stretch of time to the second. */
function keyOf({ about, recipient, window, gateways, language, timeZone }: Question, may: readonly string[] | null) {
  const seconds = [window.from, window.to].map((at) => Math.floor(at / 1_000))
  return JSON.stringify([about, recipient, seconds, [...gateways].sort(), language, timeZone, may])
}
