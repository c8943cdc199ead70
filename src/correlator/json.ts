import { ByteEvent, type ByteHeading } from './byte-event.ts'
import type { Slot } from './compile.ts'
import { grammar } from './dispatch.ts'
import type { Event } from './form.ts'
import { longestValue, outro, wordsOf } from './json-words.ts'
import { copyTo, makeRoom, putBytes, putText, type Sheet, writeNumber } from './sheet.ts'
import { type Bytes, bytesOf, isSpace, trimmedEndIn } from './text.ts'

/** What is shown of an event. A form may have a slot of any name (`level`), so the slots stand apart from the rest. */
export function shownEvent({ form, line, fields }: Event) {
  return { time: new Date(line.time).toISOString(), level: line.level, form, fields, line: line.number }
}

/**
 * Puts an event on a sheet as `JSON.stringify(shownEvent(event))` writes it, in UTF-8. Of a line that was read as bytes
 * and is in ASCII the values are copied from where they stand, and no string is made.
 */
export function putEvent(sheet: Sheet, event: Event): void {
  if (event instanceof ByteEvent && (putWritten(sheet, event) || putCopied(sheet, event))) return
  putText(sheet, JSON.stringify(shownEvent(event)))
}

/** False, with nothing put, where nobody wrote the event yet. */
function putWritten(sheet: Sheet, { text, number }: ByteEvent): boolean {
  if (!text?.written) return false
  const { view, ends, first } = text.written
  const from = number === first ? 0 : (ends[number - first - 1] as number)
  const to = ends[number - first] as number
  if (to === from) return false
  putBytes(sheet, view, from, to)
  return true
}

/** False, with nothing put, where the event's bytes are not there, are not ASCII, or hold what JSON must escape. */
function putCopied(sheet: Sheet, event: ByteEvent): boolean {
  const { heading, settled } = event
  const text = settled === null ? event.text : bytesAgain(settled)
  if (!text) return false
  const start = settled === null ? event.from : 0
  const begin = start + heading.length
  const end = trimmedEndIn(text.bytes, begin, start + event.to - event.from)
  if (!isPlain(text.bytes, begin, end)) return false
  const planted = grammar.readBytes(text, begin, end)
  if (!planted) return false
  const { intro, keys, length } = wordsOf(planted)
  const first = introOf(heading)
  makeRoom(sheet, first.length + length + keys.length * longestValue + 2 * (end - begin))
  const { bytes } = sheet
  let at = copyTo(bytes, sheet.length, first, 0, first.length)
  at = copyTo(bytes, at, intro, 0, intro.length)
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as Uint8Array
    at = copyTo(bytes, at, key, 0, key.length)
    at = writeValue(bytes, at, planted.slots[i] as Slot, i, text.bytes)
  }
  at = copyTo(bytes, at, outro, 0, outro.length)
  at = writeNumber(bytes, at, event.number)
  bytes[at] = closeBrace
  sheet.length = at + 1
  return true
}

/** Most lines are shorter. */
const usualLength = 4096
const again = bytesOf(new Uint8Array(usualLength))

/** The bytes of a text, until the next is asked for; null where it is long, or not ASCII: places may be others then. */
function bytesAgain(text: string): Bytes | null {
  if (text.length > usualLength) return null
  return encoder.encodeInto(text, again.bytes).written === text.length ? again : null
}

function writeValue(into: Uint8Array, start: number, { kind }: Slot, place: number, bytes: Uint8Array): number {
  const { numbers, from, to } = grammar.found
  const value = numbers[place]
  if (kind === 'id' || kind === 'int') return writeNumber(into, start, value as number)
  if (kind === 'ids') return writeList(into, start, value as readonly number[])
  const [first, last] = [from[place] as number, to[place] as number]
  let begin = first
  let end = kind === 'word' ? last : trimmedEndIn(bytes, first, last)
  if (end - first >= 2 && isWrapped(kind, bytes[first] as number, bytes[end - 1] as number)) {
    begin += 1
    end -= 1
    if (kind === 'address') {
      end = trimmedEndIn(bytes, begin, end)
      while (begin < end && isSpace(bytes[begin] as number)) begin += 1
    }
  }
  into[start] = quote
  const at = copyTo(into, start + 1, bytes, begin, end)
  into[at] = quote
  return at + 1
}

/** As `textValue` has it; a text in double quotes does not come here. */
function isWrapped(kind: Slot['kind'], opening: number, closing: number): boolean {
  if (kind === 'address') return opening === 60 && closing === 62
  return kind === 'quoted' && opening === 39 && closing === 39
}

function writeList(into: Uint8Array, start: number, list: readonly number[]): number {
  let at = start
  into[at] = openBracket
  at += 1
  for (let i = 0; i < list.length; i += 1) {
    if (i > 0) {
      into[at] = comma
      at += 1
    }
    at = writeNumber(into, at, list[i] as number)
  }
  into[at] = closeBracket
  return at + 1
}

const [quote, comma, openBracket, closeBracket, closeBrace] = [34, 44, 91, 93, 125]

/** Whether all is ASCII, and nothing of it is written otherwise in JSON (RFC 8259, section 7). */
function isPlain(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) {
    const code = bytes[at] as number
    if (code < 32 || code > 127 || code === 34 || code === 92) return false
  }
  return true
}

const encoder = new TextEncoder()

const intros = new WeakMap<ByteHeading, Uint8Array>()

/** What an event begins with: what its heading says. */
export function introOf(heading: ByteHeading): Uint8Array {
  let known = intros.get(heading)
  if (!known) {
    const { time, level } = heading
    known = encoder.encode(`{"time":"${new Date(time).toISOString()}","level":"${level}",`)
    intros.set(heading, known)
  }
  return known
}
