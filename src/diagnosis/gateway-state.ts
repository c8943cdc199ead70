import { type Event, said } from '../correlator/form.ts'
import type { Evidence } from './evidence.ts'

/**
 * What a gateway says of itself, in order of time: its alerts by their subject (grammar U7), and warnings that no form
 * knows. They name no mail, so that by themselves they prove nothing about one.
 */
export function stateLines({ log }: Evidence, says: RegExp): readonly Event[] {
  return inTime(log.loose.filter((event) => says.test(wordsOf(event))))
}

function wordsOf(event: Event): string {
  if (event.form === 'alert-sent') return event.fields.subject
  if (event.form === 'alert-failed') return event.fields.text
  if (event.form !== 'unrecognised') return ''
  return event.line.level === 'Warning' || event.line.level === 'Critical' ? event.fields.text : ''
}

/** A stretch in which a state held on one gateway; `end` is null where no line ends it. */
export interface Stretch {
  readonly begin: Event
  readonly end: Event | null
}

/** Pairs lines that begin a state with those that end it, gateway by gateway. */
export function stretches(begins: readonly Event[], ends: readonly Event[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const begin of begins) {
    const { gateway, time } = begin.line
    const open = found.findLast((stretch) => stretch.begin.line.gateway === gateway)
    if (open && (open.end === null || open.end.line.time > time)) continue
    const end = ends.find(({ line }) => line.gateway === gateway && line.time >= time) ?? null
    found.push({ begin, end })
  }
  return found
}

/** The latest stretch that overlaps a time; null where none does. */
export function stretchIn(all: readonly Stretch[], from: number, to: number): Stretch | null {
  return all.findLast(({ begin, end }) => begin.line.time < to && (end === null || end.line.time > from)) ?? null
}

/** When a gateway took no mail: its listener stopped and started (grammar U9), or was suspended by itself (U7). */
export function listenerStops(evidence: Evidence): readonly Stretch[] {
  const { loose } = evidence.log
  const stops = [
    ...said(loose, 'listener-stopped'),
    ...stateLines(evidence, /\blisteners? ha(?:s|ve) been suspended\b/i),
  ]
  const starts = [...said(loose, 'listener-started'), ...stateLines(evidence, /\bexited\b.{0,3}resource conservation/i)]
  return stretches(inTime(stops), inTime(starts))
}

function inTime(events: readonly Event[]): readonly Event[] {
  return [...events].sort((one, other) => one.line.time - other.line.time)
}
