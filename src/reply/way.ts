import { describeEvent } from '../correlator/describe.ts'
import type { Event } from '../correlator/form.ts'
import type { Attempt } from '../diagnosis/attempts.ts'
import { linesOf } from '../diagnosis/story.ts'
import { evidenceFile } from './evidence-lines.ts'
import type { Line, Reply, Section } from './reply.ts'
import type { Speech } from './speech.ts'
import { shortTime } from './when.ts'

/** The way of one mail, each line of the log in plain words. */
export function wayOf(attempt: Attempt, folded: boolean, speech: Speech): Section {
  const { gateway, mid, icid, fate } = attempt
  const id = mid === null ? (icid === null ? '' : `ICID ${icid}`) : `MID ${mid}`
  const title = [gateway === '-' ? '' : gateway, id, speech.ui(fate)].filter(Boolean).join(' · ')
  const tell = (event: Event): Line => [`${shortTime(event.line.time, speech.clockwork)} `, describeEvent(event)]
  return { kind: 'list', role: 'trace', title, items: linesOf(attempt).map(tell), folded }
}

/** The lines themselves, mail by mail, where they are too many for an edge to show. */
export function wayFile(attempts: readonly Attempt[], speech: Speech): Reply['file'] {
  return evidenceFile(
    attempts.flatMap((attempt) => linesOf(attempt).map(({ line }) => line)),
    speech,
  )
}
