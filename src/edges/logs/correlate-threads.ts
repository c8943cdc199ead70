import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { ClockOptions } from '../../correlator/line.ts'
import { ahead, type Piece, type Told, type Work } from './correlate-work.ts'

/** What is read, and what is wanted of it. */
export interface Correlated {
  /** An open file, which is read from its beginning on and closed; or the bytes of a log. */
  readonly log: FileHandle | Readable
  /** The name of the file the lines are of. */
  readonly file: string
  readonly clock: ClockOptions
  /** Whether the counts alone are wanted. */
  readonly summary: boolean
}

const thread = new URL(
  import.meta.url.endsWith('.ts') ? './correlate-thread.ts' : './correlate-thread.js',
  import.meta.url,
)

/**
 * What each thread may have for values that are young; left to itself, Node takes more from version to version. And for
 * those that are old: far more than they come to, but V8 lets what is dead pile up less where it has less to fill.
 */
const limits = {
  read: { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 1024 },
  file: { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 1024 },
}

/**
 * Correlates a log beside the event loop, in two threads: one finds out what its lines say, the other files that
 * and writes it as JSON, one value a line. Each output is awaited until it is written, and its bytes are used again then.
 *
 * Rejects with what the log ends with, once all that was complete before is written; or with what `write` rejects with;
 * or for a bug.
 */
export async function correlateInThreads(
  { log, file, clock, summary }: Correlated,
  write: (output: Uint8Array) => Promise<void>,
): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  const from = log instanceof Readable ? null : log.fd
  const filer = start({ kind: 'file', port: port1, file, summary })
  const reader = start({ kind: 'read', port: port2, file, from, clock, summary })
  try {
    await new Promise<void>((resolve, reject) => {
      const fed = log instanceof Readable ? feed(log, reader) : null
      let written = Promise.resolve()
      filer.on('message', (told: Told) => {
        written = written.then(async () => {
          if (told instanceof Uint8Array) {
            const whole = new Uint8Array(told.buffer as ArrayBuffer)
            await write(told)
            filer.postMessage(whole, [whole.buffer])
          } else if (told === 'end') resolve()
          else reject(told === 'stop' ? await fed : Object.assign(new Error(told.message), { code: told.code }))
        })
        written.catch(reject)
      })
      for (const worker of [filer, reader]) {
        worker.on('error', reject)
        worker.on('exit', () => reject(new Error('a thread ended')))
      }
    })
  } finally {
    await Promise.all([filer.terminate(), reader.terminate()])
    if (log instanceof Readable) log.destroy()
    else await log.close()
  }
}

function start(work: Work): Worker {
  return new Worker(thread, { workerData: work, transferList: [work.port], resourceLimits: limits[work.kind] })
}

/** Hands a log over, piece by piece. Gives what it ended with, null where that was its end. */
async function feed(log: Readable, reader: Worker): Promise<unknown> {
  let under = 0
  let go = () => {}
  /** What was taken already: without it, garbage of many megabytes would pile up in both threads. */
  const spare: Uint8Array<ArrayBuffer>[] = []
  reader.on('message', (taken: Uint8Array<ArrayBuffer>) => {
    spare.push(taken)
    under -= 1
    go()
  })
  const send = (piece: Piece, moved: ArrayBuffer[] = []) => reader.postMessage(piece, moved)
  try {
    for await (const piece of log as AsyncIterable<Buffer>) {
      // Whoever reads may keep the bytes, or they are a part of more.
      const before = spare.pop()
      const own = before && before.length >= piece.length ? before : new Uint8Array(piece.length)
      own.set(piece)
      send(own.subarray(0, piece.length), [own.buffer])
      under += 1
      if (under >= ahead) await new Promise<void>((resolve) => (go = resolve))
    }
  } catch (error) {
    send('stop')
    return error
  }
  send('end')
  return null
}
