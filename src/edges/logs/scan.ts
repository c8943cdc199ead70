import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { beatMark, type HeaderLine, readBeat, readHeader } from './header.ts'
import { textOf } from './lines.ts'
import { holds, numberHit, type Sieve } from './sieve.ts'
import { packingOf, unpackerFor } from './unpack.ts'

const chunkBytes = 1024 * 1024
const newline = 10

/** Told each line that holds a needle, and each line of a file's own header. False ends the scan. */
export type TakeLine = (text: string, number: number, header: HeaderLine | null) => boolean

export interface Scanned {
  readonly lines: number
  /** What of the file was not read, in words; null where all was. */
  readonly missing: string | null
  /** The times of the status lines, as readBeat gives them; null where the file was not read to its end. */
  readonly beats: readonly number[] | null
}

/** The status lines met on the way, and what a time without a year is held against. */
interface Met {
  readonly beats: number[]
  readonly reference: number | null
}

/** A file that was opened, and how it says that it is packed. Rejects where it cannot be read. */
export async function openLog(path: string): Promise<{ handle: FileHandle; packing: 'gz' | 'zst' | null }> {
  const handle = await open(path)
  const start = handle.read(Buffer.alloc(4), 0, 4, 0)
  // A folder can be opened, and not read.
  start.catch(() => handle.close())
  const { buffer, bytesRead } = await start
  return { handle, packing: packingOf(buffer.subarray(0, bytesRead)) }
}

/** Where a file is read from: unpacked on the way where it begins as gzip or zstd does. */
export async function readFrom(path: string): Promise<Readable> {
  const { handle, packing } = await openLog(path)
  return unpackedFrom(path, handle, packing)
}

/** The bytes of an open file, which is closed at their end. */
export function unpackedFrom(path: string, handle: FileHandle, packing: 'gz' | 'zst' | null): Readable {
  const bytes = createReadStream(path, { fd: handle, start: 0, highWaterMark: chunkBytes })
  const unpacked = unpackerFor(packing, chunkBytes)
  if (!unpacked) return bytes
  bytes.on('error', (error) => unpacked.destroy(error))
  unpacked.on('close', () => bytes.destroy())
  return bytes.pipe(unpacked)
}

function countLines(block: Buffer, from: number, to: number): number {
  let count = 0
  for (let at = block.indexOf(newline, from); at >= 0 && at < to; at = block.indexOf(newline, at + 1)) count += 1
  return count
}

function positionsOf(text: string, part: string, into: number[]): void {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at)) {
    into.push(at)
    at = text.indexOf('\n', at)
    if (at < 0) return
  }
}

/** Where in a block lines may begin to interest: sure hits, and places that the line itself must confirm. */
function candidates(block: Buffer, text: string, sieve: Sieve): { readonly at: number; readonly sure: boolean }[] {
  const sure: number[] = []
  const maybe: number[] = []
  if (sieve.texts.length > 0 || sieve.wide.length > 0) {
    const lower = text.toLowerCase()
    for (const { latin1, labels, sender } of sieve.texts) positionsOf(lower, latin1, labels || sender ? maybe : sure)
    for (const { prefix } of sieve.wide) positionsOf(lower, prefix, maybe)
  }
  for (let at = numberHit(sieve, block, 0); at >= 0; at = numberHit(sieve, block, at)) {
    maybe.push(at)
    at = block.indexOf(newline, at)
    if (at < 0) break
  }
  for (const mark of ['Logfile', 'Time offset from UTC', 'Version: ', beatMark]) positionsOf(text, mark, maybe)
  const all = [...sure.map((at) => ({ at, sure: true })), ...maybe.map((at) => ({ at, sure: false }))]
  return all.sort((a, b) => a.at - b.at)
}

/** Tells the lines of a block of whole lines that hold a needle. Gives false where the taker wants no more. */
function scanBlock(block: Buffer, before: number, sieve: Sieve, take: TakeLine, met: Met): boolean {
  const text = block.toString('latin1')
  let counted = 0
  let number = before + 1
  let done = 0
  let beaten = -1
  for (const { at, sure } of candidates(block, text, sieve)) {
    if (at < done) continue
    const start = text.lastIndexOf('\n', at) + 1
    const stop = text.indexOf('\n', at)
    const end = stop < 0 ? text.length : stop
    const line = textOf(block, start, end)
    const header = readHeader(line)
    const beat = header === null && start > beaten ? readBeat(line, met.reference) : null
    if (beat !== null) met.beats.push(beat)
    beaten = start
    if (!sure && header === null && !holds(sieve, line)) continue
    number += countLines(block, counted, start)
    counted = start
    done = end
    if (!take(line, number, header)) return false
  }
  return true
}

/**
 * Reads a file once, whatever the number of needles, a megabyte at a time, and decodes only the lines that hold one.
 * Lines are numbered from 1. `stop` is asked between chunks. Rejects only where the file cannot be opened; what breaks
 * off in the middle is told as missing. `reference`: about when the file was last written.
 */
export async function scanFile(
  path: string,
  sieve: Sieve,
  take: TakeLine,
  stop: () => boolean,
  reference: number | null = null,
): Promise<Scanned> {
  const stream = await readFrom(path)
  return scanChunks(stream, sieve, take, stop, reference).finally(() => stream.destroy())
}

/** The same over bytes that come from elsewhere. What they break off with is told as missing. */
export async function scanChunks(
  chunks: AsyncIterable<Buffer>,
  sieve: Sieve,
  take: TakeLine,
  stop: () => boolean,
  reference: number | null,
): Promise<Scanned> {
  const met: Met = { beats: [], reference }
  let carry: Buffer = Buffer.alloc(0)
  let lines = 0
  let skipping = false
  let long = 0
  try {
    for await (const chunk of chunks) {
      const from = skipping ? chunk.indexOf(newline) + 1 : 0
      if (skipping && from === 0) continue
      if (skipping) lines += 1
      skipping = false
      const fresh = chunk.subarray(from)
      const block = carry.length > 0 ? Buffer.concat([carry, fresh]) : fresh
      const end = block.lastIndexOf(newline) + 1
      carry = Buffer.from(block.subarray(end))
      if (carry.length > chunkBytes) {
        carry = Buffer.alloc(0)
        skipping = true
        long += 1
      }
      if (end === 0) continue
      const whole = block.subarray(0, end)
      if (!scanBlock(whole, lines, sieve, take, met)) return { lines, missing: null, beats: null }
      lines += countLines(whole, 0, end)
      if (stop()) return { lines, missing: `read up to line ${lines} when the time ran out`, beats: null }
    }
    if (carry.length > 0) {
      scanBlock(carry, lines, sieve, take, met)
      lines += 1
    }
    return { lines, missing: long > 0 ? `${long} lines of over 1 MiB were passed over` : null, beats: met.beats }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    const why = typeof code === 'string' ? code : error instanceof Error ? error.message : 'unknown'
    return { lines, missing: `broke off after line ${lines} (${why})`, beats: null }
  }
}
