import { open, stat } from 'node:fs/promises'
import type { Span } from './coverage.ts'
import { type HeaderLine, readHeader, toUtc } from './header.ts'
import { textOf } from './lines.ts'
import { readFrom } from './scan.ts'
import { readStamp } from './stamp.ts'

const edge = 64 * 1024

/** What the first and last lines of a file tell. */
export interface Reach {
  readonly span: Span | null
  readonly headers: readonly HeaderLine[]
}

function linesOf(bytes: Buffer, partialStart: boolean): string[] {
  const lines = textOf(bytes, 0, bytes.length).split('\n')
  return partialStart ? lines.slice(1) : lines
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
  let head: Buffer = Buffer.alloc(0)
  let tail: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (head.length === 0) head = Buffer.from(chunk.subarray(0, edge))
      tail = Buffer.from(Buffer.concat([tail, chunk.subarray(-edge)]).subarray(-edge))
    }
  } catch {
    // Cut off in the middle: what was read tells how far it reaches. The search says that something is missing.
  }
  return [head, tail]
}

const known = new Map<string, Reach>()
const mostKnown = 1_000

/**
 * From when to when a file reaches: the earliest time among its first lines (a header may be newer than what follows
 * it) and the latest among its last. Kept for as long as size and time of the file are the same. Rejects where the file
 * cannot be read.
 */
export async function reachOf(path: string, timeZone: string | undefined): Promise<Reach> {
  const { size, mtimeMs } = await stat(path)
  const key = `${path}\n${size}\n${mtimeMs}\n${timeZone}`
  const kept = known.get(key)
  if (kept) return kept
  const [head, tail] = await ends(path, size)
  const first = linesOf(head, false)
  const last = linesOf(tail, tail.length === edge)
  const headers = [...first, ...last].map(readHeader).filter((header) => header !== null)
  const stamps = (lines: readonly string[]) =>
    lines.map((line) => readStamp(line, mtimeMs)).filter((time) => time !== null)
  const opening = stamps(first).slice(0, 20)
  const closing = stamps(last).slice(-20)
  const span =
    opening.length > 0 && closing.length > 0
      ? {
          from: toUtc(headers, Math.min(...opening), timeZone),
          to: toUtc(headers, Math.max(...closing), timeZone),
        }
      : null
  if (known.size >= mostKnown) known.clear()
  const reach = { span, headers }
  known.set(key, reach)
  return reach
}
