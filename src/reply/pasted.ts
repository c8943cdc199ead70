import { correlateAll } from '../correlator/correlate-all.ts'
import { recognise } from '../correlator/dispatch.ts'
import type { Event } from '../correlator/form.ts'
import { lineState, readLine } from '../correlator/line.ts'
import type { MailLog } from '../correlator/mail-log.ts'
import { translateTracking } from '../correlator/tracking.ts'

/** One pasted line, and what it was read as. */
export interface PastedLine {
  /** As it was pasted, but for the header of a log line. */
  readonly text: string
  readonly event: Event
}

export interface Pasted {
  readonly lines: readonly PastedLine[]
  readonly log: MailLog
}

const stamp = 'Thu Jan  1 00:00:00 1970 Info: '

/**
 * Reads what a person pasted: lines of a log with or without their stamp, sentences of message tracking, or the JSON that
 * the tracking API answers with. `now` and the asker's zone are for stamps that lack a year or an offset.
 */
export function readPasted(text: string, timeZone: string, now: number): Pasted {
  const texts = sentencesIn(text) ?? unwrapped(text.split('\n'))
  const tracked = translateTracking(texts)
  const lines = texts.map((line, at) => {
    const sentence = tracked[at]
    if (sentence) return stamp + sentence
    return messageIn(line) !== null || line.trim() === '' ? line : stamp + line.trim()
  })
  const log = correlateAll(
    lines.map((line, index) => ({ gateway: '-', file: 'pasted', number: index + 1, text: line })),
    { timeZone, referenceTime: now, retold: true },
  )
  const events = new Map<number, Event>()
  const timelines = [...log.injections, ...log.messages, ...log.deliveries].map(({ timeline }) => timeline)
  for (const event of [...timelines, log.loose].flat()) if (!event.retold) events.set(event.line.number ?? 0, event)
  const read: PastedLine[] = []
  for (const [number, event] of [...events].sort(([one], [other]) => one - other)) {
    const pasted = texts[number - 1]?.trim() ?? ''
    if (pasted !== '') read.push({ text: messageIn(pasted) ?? pasted, event })
  }
  return { lines: read, log }
}

/**
 * Puts lines together that a page or a terminal has broken (grammar, trap 23): where some lines have a stamp, one without
 * is the rest of the line before it, if both are a line of the log together and the first alone is none.
 */
function unwrapped(lines: readonly string[]): readonly string[] {
  const whole: string[] = []
  for (const line of lines) {
    const before = whole.at(-1) ?? ''
    const together = `${before.trimEnd()} ${line.trim()}`
    const isRest = messageIn(line) === null && isBroken(before) && isKnown(messageIn(together))
    if (isRest) whole[whole.length - 1] = together
    else whole.push(line)
  }
  return whole
}

function isBroken(line: string): boolean {
  const message = messageIn(line)
  return message !== null && !isKnown(message)
}

function isKnown(message: string | null): boolean {
  return message !== null && recognise(message) !== null
}

/** What stands behind a line's header; null where it has none. */
function messageIn(line: string): string | null {
  return readLine(line, null, lineState('-', 'pasted', {}))?.message ?? null
}

/** The `description` of every event in the API's answer, wherever in it; null where the text is none. */
function sentencesIn(text: string): readonly string[] | null {
  if (!/^\s*[[{]/.test(text)) return null
  try {
    const found: string[] = []
    collect(JSON.parse(text), found)
    return found.length > 0 ? found : null
  } catch {
    return null
  }
}

function collect(value: unknown, found: string[]): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'description' && typeof inner === 'string') found.push(inner.replace(/\s+/g, ' '))
    else collect(inner, found)
  }
}
