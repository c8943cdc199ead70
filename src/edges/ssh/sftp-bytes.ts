import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { packingOf, unpackerFor } from '../logs/unpack.ts'

/** Unpacks bytes on their way, where they are packed. Rejects where they are packed in a way that is not read here. */
export async function* unpacked(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  async function* whole(start: Buffer): AsyncGenerator<Buffer> {
    yield start
    yield* chunks
  }
  try {
    const first = await chunks.next()
    if (first.done) return
    const unpacker = unpackerFor(packingOf(first.value), 1024 * 1024)
    if (!unpacker) return yield* whole(first.value)
    const source = Readable.from(whole(first.value))
    source.on('error', (error) => unpacker.destroy(error))
    try {
      yield* source.pipe(unpacker) as AsyncIterable<Buffer>
    } finally {
      source.destroy()
      unpacker.destroy()
    }
  } finally {
    await chunks.return(undefined)
  }
}

/** Leaves out what stands after the last line end: a line that is being written. */
export async function* wholeLines(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(10) + 1
    if (end > 0) {
      yield Buffer.concat([...held, chunk.subarray(0, end)])
      held = []
    }
    if (end < chunk.length) held.push(Buffer.from(chunk.subarray(end)))
  }
}

/**
 * Hands bytes on and packs them beside. `packed` gives them where all came, and as many as expected: a file that grew
 * while it was read is not the one that was listed.
 */
export function packing(chunks: AsyncGenerator<Buffer>, expected: number, most: number) {
  let count = 0
  let size = 0
  let ended = false
  const parts: Buffer[] = []
  const gzip = createGzip({ level: 1 })
  gzip.on('data', (part: Buffer) => {
    size += part.length
    if (size <= most) parts.push(part)
    else parts.length = 0
  })
  async function* passing(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of chunks) {
        count += chunk.length
        if (!gzip.write(chunk)) await new Promise((drained) => gzip.once('drain', drained))
        yield chunk
      }
      ended = true
    } finally {
      if (!ended) gzip.destroy()
    }
  }
  const packed = async (): Promise<Buffer | null> => {
    if (!ended) return null
    const done = new Promise((closed) => gzip.once('end', closed))
    gzip.end()
    await done
    return count === expected && size <= most ? Buffer.concat(parts) : null
  }
  return { chunks: passing(), packed }
}
