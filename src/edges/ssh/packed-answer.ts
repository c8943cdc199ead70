import { constants, createGunzip, type Gunzip } from 'node:zlib'
import { splitLines, textOf } from '../logs/lines.ts'

/** The lines of an answer that a host may pack on its way. */
export interface PackedAnswer {
  /** Takes the next bytes as they came over the wire. False where no more are wanted. */
  push(chunk: Buffer): boolean
  /** Settles once more may be pushed; null where that is so at once. */
  ready(): Promise<void> | null
  /** Settles when all that was pushed has been told. Nothing may be pushed after it. */
  done(): Promise<{ readonly problem: string | null }>
}

/** How a host says that what follows is packed: after its greeting and its clock, and nowhere else. */
const mark = 'Z'
const greeting = /^P$/
const clock = /^D \d{9,11}$/
const newline = 10
/** What is unpacked at once. */
const chunkBytes = 64 * 1024
/** So many bytes without a line end are no greeting. */
const longestHead = 64 * 1024

/**
 * Tells each whole line of an answer. `spend` is told how many bytes came to be lines, before those are told, and says
 * whether more are wanted: it is asked for each piece that is unpacked, so that an answer that packs well costs no more
 * memory than any other. A stream that is cut off gives the lines before the cut, without the torn one.
 */
export function openAnswer(take: (line: string) => void, spend: (bytes: number) => boolean): PackedAnswer {
  const splitter = splitLines(take)
  let head: Buffer | null = Buffer.alloc(0)
  let before = ''
  let greeted = false
  let gunzip: Gunzip | null = null
  let settled: Promise<void> = Promise.resolve()
  let problem: string | null = null
  let wanted = true
  let room: Promise<void> | null = null

  const tell = (bytes: Buffer) => {
    if (!wanted) return
    wanted = spend(bytes.length)
    splitter.push(bytes)
  }

  const unpackFrom = (rest: Buffer) => {
    const stream = createGunzip({ chunkSize: chunkBytes, finishFlush: constants.Z_SYNC_FLUSH })
    gunzip = stream
    settled = new Promise((done) => {
      stream.on('data', (bytes: Buffer) => {
        tell(bytes)
        if (!wanted) stream.destroy()
      })
      stream.on('error', (error) => {
        problem = error.message
      })
      stream.on('close', done)
      stream.on('end', done)
    })
    write(rest)
  }

  const write = (bytes: Buffer) => {
    if (!gunzip || gunzip.destroyed || gunzip.write(bytes)) return
    const stream = gunzip
    room = new Promise<void>((go) => {
      stream.once('drain', go)
      void settled.then(go)
    }).finally(() => {
      room = null
    })
  }

  /** The first lines of an answer, until it is known whether the others are packed. */
  const pushHead = (chunk: Buffer) => {
    let rest = Buffer.concat([head ?? Buffer.alloc(0), chunk])
    for (let end = rest.indexOf(newline); end >= 0 && head; end = rest.indexOf(newline)) {
      const line = textOf(rest, 0, end)
      const [told, left] = [rest.subarray(0, end + 1), rest.subarray(end + 1)]
      if (line === mark && greeted && clock.test(before)) {
        head = null
        return unpackFrom(left)
      }
      // The line after the clock's decides.
      if (greeted && clock.test(before)) head = null
      greeted ||= greeting.test(line)
      before = line
      tell(told)
      rest = left
    }
    if (head && rest.length <= longestHead) {
      head = Buffer.from(rest)
      return
    }
    head = null
    tell(rest)
  }

  return {
    push(chunk) {
      if (gunzip) write(chunk)
      else if (head) pushHead(chunk)
      else tell(chunk)
      return wanted
    },
    ready: () => room,
    async done() {
      if (gunzip && !gunzip.destroyed) gunzip.end()
      await settled
      return { problem }
    },
  }
}
