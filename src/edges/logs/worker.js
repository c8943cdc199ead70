// Looks through a log file beside the event loop: a worker thread runs this file as it stands, so it is JavaScript and
// loads nothing but Node's own modules and looker.js. The finder comes with the task, compiled.

import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import * as zlib from 'node:zlib'
import { chunk, looker } from './looker.js'

/** @typedef {import('./task.ts').Task} Task */
/** @typedef {import('./task.ts').Looked} Looked */

/** @param {unknown} error */
function codeOf(error) {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.message : 'unknown'
}

/** Reads straight into the finder's memory. @param {Task} task @returns {Looked} */
function lookThrough(task) {
  const file = openSync(task.path, 'r')
  const look = looker(task)
  try {
    for (let nth = 0; 3 * nth < task.ranges.length; nth++) {
      const from = /** @type {number} */ (task.ranges[3 * nth])
      const to = /** @type {number} */ (task.ranges[3 * nth + 1])
      let position = task.share && from > 0 ? from - 1 : from
      look.begin(nth, position)
      for (;;) {
        // Of a share, the last line may end behind it.
        const left = task.share ? chunk : Math.min(chunk, to - position)
        const read = left > 0 ? readSync(file, look.room(), 0, left, position) : 0
        position += read
        if (read === 0) look.finish()
        if (read === 0 || !look.take(read)) break
        if (look.isLate()) return look.looked('time')
      }
    }
    return look.looked(null)
  } catch (error) {
    return look.looked({ code: codeOf(error) })
  } finally {
    closeSync(file)
  }
}

/** The same for what has to be unpacked from its beginning on. @param {Task} task @returns {Promise<Looked>} */
async function lookThroughPacked(task) {
  const file = openSync(task.path, 'r')
  const look = looker(task)
  const from = /** @type {number} */ (task.ranges[0])
  const stream = createReadStream('', { fd: file, highWaterMark: chunk })
  const zstd = /** @type {any} */ (zlib).createZstdDecompress
  /** @type {import('node:stream').Transform} */
  const unpacked = task.packed === 'zst' ? zstd({ chunkSize: chunk }) : zlib.createGunzip({ chunkSize: chunk })
  stream.on('error', (error) => unpacked.destroy(error))
  stream.pipe(unpacked)
  let position = 0
  look.begin(0, from)
  try {
    for await (const bytes of unpacked) {
      const skipped = Math.min(Math.max(from - position, 0), bytes.length)
      position += bytes.length
      if (skipped === bytes.length) continue
      look.room().set(bytes.subarray(skipped))
      if (!look.take(bytes.length - skipped)) return look.looked(null)
      if (look.isLate()) return look.looked('time')
    }
    look.finish()
    return look.looked(null)
  } catch (error) {
    return look.looked({ code: codeOf(error) })
  } finally {
    unpacked.destroy()
    stream.destroy()
  }
}

parentPort?.on('message', async (/** @type {Task} */ task) => {
  try {
    const looked = await (task.packed ? lookThroughPacked(task) : lookThrough(task))
    const moved = [looked.starts, looked.linesBefore, looked.hits, looked.notes, looked.noteEnds]
    const kept = looked.found ? [looked.found.bytes, looked.found.ends, looked.found.linesBefore] : []
    const buffers = [...moved, ...kept].map(({ buffer }) => /** @type {ArrayBuffer} */ (buffer))
    parentPort?.postMessage({ kind: 'looked', looked }, buffers)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    parentPort?.postMessage({
      kind: 'failed',
      code,
      words: error instanceof Error ? (error.stack ?? '') : String(error),
    })
  }
})
