import { open, stat } from 'node:fs/promises'
import { recognise } from '../../correlator/dispatch.ts'
import { type HeaderLine, readHeader } from './header.ts'
import { textOf } from './lines.ts'
import { readFrom, type Scanned, scanFile, type TakeLine } from './scan.ts'
import type { Sieve } from './sieve.ts'
import { messageOf, offsetOf, readStamp } from './stamp.ts'

const edge = 64 * 1024

/** What the first and last lines of a file tell. */
export interface Reach {
  /** By the log's own clock, read as UTC; null where no line has a time. */
  readonly first: number | null
  readonly last: number | null
  readonly headers: readonly HeaderLine[]
  /** From isNoMailLog. */
  readonly beside: boolean
}

function linesOf(bytes: Buffer, partialStart: boolean): string[] {
  const lines = textOf(bytes, 0, bytes.length).split('\n')
  return partialStart ? lines.slice(1) : lines
}

/** The earliest time among the first lines of a file, the latest among its last ones, and the headers in both. */
export function timesOf(head: Buffer, tail: Buffer, written: number) {
  const opening = linesOf(head, false)
  const closing = linesOf(tail, tail.length === edge)
  const stamps = (lines: readonly string[]) =>
    lines.map((line) => readStamp(line, written)).filter((time) => time !== null)
  const [first, last] = [stamps(opening).slice(0, 20), stamps(closing).slice(-20)]
  return {
    first: first.length > 0 ? Math.min(...first) : null,
    last: last.length > 0 ? Math.max(...last) : null,
    headers: headersOf([...opening, ...closing]),
    beside: isNoMailLog([...opening.slice(0, 50), ...closing.slice(-50)]),
  }
}

/** The header lines among some lines of a file; and where the stamps tell their offset themselves, as if one did. */
export function headersOf(lines: readonly string[]): readonly HeaderLine[] {
  const headers = lines.map(readHeader).filter((header) => header !== null)
  const first = lines.find((line) => readStamp(line) !== null)
  const seconds = first === undefined ? null : offsetOf(first)
  return seconds === null ? headers : [{ kind: 'offset', at: readStamp(first ?? '') ?? 0, seconds }, ...headers]
}

/** How lines begin of the consolidated event log, the bounce log and the debug logs (section 16 of the log grammar). */
const besideText = /^(?:CEF:|(?:Bounced|Delayed): \d+:\d+ From:|\d+ (?:Sent|Rcvd|Received)\b)/

/**
 * Whether some lines of a file are those of a log that stands beside the mail log. It tells of mails that were taken and
 * of nobody who was turned away: that it holds a time does not prove that nothing came in it.
 */
export function isBeside(lines: readonly string[]): boolean {
  return areAll(lines, (message) => besideText.test(message))
}

/**
 * The same, or that not one of the lines is known: another log of the gateway, or what is left of one. What it does not
 * hold proves nothing either.
 */
export function isNoMailLog(lines: readonly string[]): boolean {
  return areAll(lines, (message) => besideText.test(message) || recognise(message) === null)
}

/** Whether it is so of all messages but file headers, which every log has; false where there are no others. */
function areAll(lines: readonly string[], isSo: (message: string) => boolean): boolean {
  const said = lines.flatMap((line) => (readHeader(line) === null ? (messageOf(line) ?? []) : []))
  return said.length > 0 && said.every(isSo)
}

/** Hands bytes on, and remembers the first and the last of them. */
export function watchEnds(chunks: AsyncIterable<Buffer>) {
  let head: Buffer = Buffer.alloc(0)
  let tail: Buffer = Buffer.alloc(0)
  async function* watched(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      if (head.length < edge) head = Buffer.concat([head, chunk.subarray(0, edge - head.length)])
      tail = Buffer.from(Buffer.concat([tail, chunk.subarray(-edge)]).subarray(-edge))
      yield chunk
    }
  }
  return { chunks: watched(), ends: (): readonly [head: Buffer, tail: Buffer] => [head, tail] }
}

async function ends(path: string, bytes: number): Promise<readonly [head: Buffer, tail: Buffer]> {
  const stream = await readFrom(path)
  if ('fd' in stream) {
    stream.destroy()
    const handle = await open(path)
    try {
      const size = Math.min(edge, bytes)
      const head = await handle.read(Buffer.alloc(size), 0, size, 0)
      const tail = await handle.read(Buffer.alloc(size), 0, size, Math.max(0, bytes - size))
      return [head.buffer.subarray(0, head.bytesRead), tail.buffer.subarray(0, tail.bytesRead)]
    } finally {
      await handle.close()
    }
  }
  // A packed file has to be read through to come to its end.
  const watched = watchEnds(stream as AsyncIterable<Buffer>)
  try {
    for await (const _ of watched.chunks);
  } catch {
    // Cut off in the middle: what was read tells how far it reaches. The search says that something is missing.
  }
  return watched.ends()
}

const known = new Map<string, Reach>()
const knownBeats = new Map<string, readonly number[]>()
const mostKnown = 1_000

/** One state of a file: another size or time, and it is another. */
async function stateOf(path: string) {
  const { size, mtimeMs } = await stat(path)
  return { key: keyOf({ path, size, written: mtimeMs }), size, mtimeMs }
}

interface State {
  readonly path: string
  readonly size: number
  readonly written: number
}

function keyOf({ path, size, written }: State): string {
  return `${path}\n${size}\n${written}`
}

/** Keeps the times of a file's status lines for as long as the file is the same. */
export function keepBeats(file: State, beats: readonly number[]): void {
  if (knownBeats.size >= mostKnown) knownBeats.clear()
  knownBeats.set(keyOf(file), beats)
}

/** Scans a file as scanFile does, and keeps the times of its status lines. */
export async function scanAndKeep(path: string, sieve: Sieve, take: TakeLine, stop: () => boolean): Promise<Scanned> {
  const { size, mtimeMs } = await stateOf(path)
  const scanned = await scanFile(path, sieve, take, stop, mtimeMs)
  if (scanned.beats) keepBeats({ path, size, written: mtimeMs }, scanned.beats)
  return scanned
}

/** The times of the status lines of a file as it is now; null where it was not read through. Rejects where it is gone. */
export async function keptBeats(path: string): Promise<readonly number[] | null> {
  return knownBeats.get((await stateOf(path)).key) ?? null
}

/**
 * From when to when a file reaches: the earliest time among its first lines (a header may be newer than what follows
 * it) and the latest among its last. Kept for as long as size and time of the file are the same. Rejects where the file
 * cannot be read.
 */
export async function reachOf(path: string): Promise<Reach> {
  const { key, size, mtimeMs } = await stateOf(path)
  const kept = known.get(key)
  if (kept) return kept
  const [head, tail] = await ends(path, size)
  if (known.size >= mostKnown) known.clear()
  const reach = timesOf(head, tail, mtimeMs)
  known.set(key, reach)
  return reach
}
