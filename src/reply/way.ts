import type { Event } from '../correlator/form.ts'
import type { Attempt } from '../diagnosis/attempts.ts'
import { linesOf } from '../diagnosis/story.ts'
import { evidenceFile } from './evidence-lines.ts'
import { outcomeInWords } from './outcome.ts'
import type { Line, Reply, Section } from './reply.ts'
import type { Speech } from './speech.ts'
import { shortTime } from './when.ts'

/** The way of one mail, each line of the log in plain words. */
export function wayOf(attempt: Attempt, folded: boolean, speech: Speech): Section {
  const { gateway } = attempt
  const parts = [gateway === '-' ? '' : gateway, idOf(attempt), outcomeInWords(attempt, null, speech)]
  const title = parts.filter(Boolean).join(' · ')
  const tell = (event: Event): Line => {
    const time = `${shortTime(event.line.time, speech.clockwork)} `
    // Of a line that nobody here knows, its own words are all that can be told.
    return isUnknown(event) ? [time, { code: inShort(event.line.message) }] : [time, speech.line(event)]
  }
  return { kind: 'list', role: 'trace', title, items: ownLines(attempt).map(tell), folded }
}

/** Each mail in a line of its own: who wrote to whom, and what became of it as far as these lines tell. */
export function waysInShort(attempts: readonly Attempt[], speech: Speech): Section | null {
  if (attempts.length === 0) return null
  const items = attempts.map((attempt): Line => {
    const { ip, mailFrom, rcptTo } = attempt
    const from = mailFrom === '' ? '<>' : (mailFrom ?? ip ?? '')
    const way = [from, rcptTo.join(', ')].filter(Boolean).join(' → ')
    return [[idOf(attempt), way].filter(Boolean).join(' · '), ' · ', { bold: outcomeInWords(attempt, null, speech) }]
  })
  return { kind: 'list', role: 'attempts', title: speech.ui('attempts'), items }
}

/** Whether no form of the correlator is the event's: it is unrecognised, or continues another. */
export function isUnknown({ form }: Event): boolean {
  return form === 'unrecognised' || form === 'continuation'
}

const longestShown = 200

/** As much of a line as is shown beside what it means. */
export function inShort(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}

/** Each line once: one of another log than the mail log tells several things. */
function ownLines(attempt: Attempt): readonly Event[] {
  return linesOf(attempt).filter(({ retold }) => retold === undefined)
}

function idOf({ mid, icid }: Attempt): string {
  if (mid !== null) return `MID ${mid}`
  return icid === null ? '' : `ICID ${icid}`
}

/** The lines themselves, mail by mail, where they are too many for an edge to show. */
export function wayFile(attempts: readonly Attempt[], speech: Speech): Reply['file'] {
  return evidenceFile(
    attempts.flatMap((attempt) => ownLines(attempt).map(({ line }) => line)),
    speech,
  )
}
