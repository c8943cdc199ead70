import type { ByteHeading } from './byte-event.ts'
import type { ByteReader } from './bytes.ts'
import { clockAt, clockIn } from './header.ts'
import { followOffset, type LineState, moveClock, readHeading, saysOffset } from './line.ts'
import { type Bytes, bytesOf, decode, decodeSingly } from './text.ts'

/** Where the header of the line before ends, if it stands here too; else `from`. */
export function sameHeaderEnd(header: Bytes, text: Bytes, from: number, end: number): number {
  const { length } = header.bytes
  const after = from + length
  if (length < 4 || after > end) return from
  // Looked at from its end, where it differs first: the seconds.
  if (text.view.getInt32(after - 4, true) !== header.view.getInt32(length - 4, true)) return from
  for (let at = length - 8; at > 0; at -= 4) {
    if (text.view.getInt32(from + at, true) !== header.view.getInt32(at, true)) return from
  }
  return text.view.getInt32(from, true) === header.view.getInt32(0, true) ? after : from
}

/** Reads a header that is not that of the line before. Gives where the message begins, or -1. */
export function newHeader(reader: ByteReader, bytes: Uint8Array, from: number, to: number): number {
  const { state } = reader
  const end = readHeading(decodeSingly(bytes, from, to), state)
  if (end < 0) return -1
  reader.header = bytesOf(bytes.slice(from, from + state.header.length))
  reader.clock = clockIn(state.header)
  reader.heading = headingOf(state, end)
  return from + end
}

const clockLength = 8

/**
 * Goes on to the header at `from` if it is that of the line before, but for the time of day: in a busy log most are. False
 * where it is not, or is the very same.
 */
export function moveClockTo(reader: ByteReader, text: Bytes, from: number): boolean {
  const { header, clock, state } = reader
  const { length } = header.bytes
  if (clock < 0 || from + length > text.bytes.length) return false
  const rest = clock + clockLength
  if (!isSame(header.bytes, text.bytes, from, 0, clock) || !isSame(header.bytes, text.bytes, from, rest, length)) {
    return false
  }
  if (isSame(header.bytes, text.bytes, from, clock, rest)) return false
  const seconds = clockAt(decodeSingly(text.bytes, from + clock, from + rest), 0)
  if (seconds === null) return false
  moveClock(seconds, state)
  reader.header = bytesOf(text.bytes.slice(from, from + length))
  reader.heading = headingOf(state, reader.heading.length)
  return true
}

function isSame(header: Uint8Array, bytes: Uint8Array, from: number, begin: number, end: number): boolean {
  for (let at = begin; at < end; at += 1) if (header[at] !== bytes[from + at]) return false
  return true
}

export function headingOf({ gateway, file, time, level }: LineState, length: number): ByteHeading {
  return { gateway, file, time, level, length }
}

/** Whether the line tells the file's offset, which holds for it and for those that follow, of the same second too. */
export function followOffsetIn(reader: ByteReader, bytes: Uint8Array, begin: number, end: number): boolean {
  const { state } = reader
  const message = decode(bytes, begin, end)
  if (!saysOffset(message)) return false
  followOffset({ time: state.time, message }, state)
  reader.heading = headingOf(state, reader.heading.length)
  return true
}
