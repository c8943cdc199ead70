// Looks through a log file beside the event loop: a worker thread runs this file as it stands, so it is JavaScript and
// loads nothing but Node's own modules and looker.js. The finder comes with the task, compiled.

import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import * as zlib from 'node:zlib'
import { chunk, looker } from './looker.js'

/** @typedef {import('./task.ts').Task} Task */
/** @typedef {import('./task.ts').Looked} Looked */
/** @typedef {import('./task.ts').Share} Share */

/** @param {unknown} error */
function codeOf(error) {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error ? error.message : 'unknown'
}

/** @param {Task} task @returns {Share[]} */
function lookThrough(task) {
  const file = openSync(task.path, 'r')
  const until = performance.now() + task.milliseconds
  const count = task.ranges.length / 3
  try {
    if (!task.counters) return [{ nth: 0, looked: lookAt(task, file, 0, count, until) }]
    /** @type {Share[]} */
    const shares = []
    for (let nth = next(task.counters); nth < count; nth = next(task.counters)) {
      const looked = lookAt(task, file, nth, nth + 1, until)
      shares.push({ nth, looked })
      if (looked.stopped) break
    }
    return shares
  } finally {
    closeSync(file)
  }
}

/** @param {Int32Array} counters */
function next(counters) {
  return Atomics.add(counters, 0, 1)
}

/**
 * Reads some of the stretches straight into the finder's memory.
 * @param {Task} task @param {number} file @param {number} first @param {number} last @param {number} until @returns {Looked}
 */
function lookAt(task, file, first, last, until) {
  const look = looker(task, until)
  const isShare = task.counters !== null
  try {
    for (let nth = first; nth < last; nth++) {
      const from = /** @type {number} */ (task.ranges[3 * nth])
      const to = /** @type {number} */ (task.ranges[3 * nth + 1])
      let position = isShare && from > 0 ? from - 1 : from
      look.begin(nth, position)
      for (;;) {
        // Of a share, the last line may end behind it.
        const left = isShare ? chunk : Math.min(chunk, to - position)
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
  }
}

/** The same for what has to be unpacked from its beginning on. @param {Task} task @returns {Promise<Looked>} */
async function lookThroughPacked(task) {
  const file = openSync(task.path, 'r')
  const look = looker(task, performance.now() + task.milliseconds)
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
    const shares = task.packed ? [{ nth: 0, looked: await lookThroughPacked(task) }] : lookThrough(task)
    const buffers = shares.flatMap(({ looked: { starts, linesBefore, hits, notes, noteEnds, found } }) => {
      const columns = [starts, linesBefore, hits, notes, noteEnds]
      const all = found ? [...columns, found.bytes, found.ends, found.linesBefore] : columns
      return all.map(({ buffer }) => /** @type {ArrayBuffer} */ (buffer))
    })
    parentPort?.postMessage({ kind: 'looked', shares }, buffers)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    parentPort?.postMessage({
      kind: 'failed',
      code,
      words: error instanceof Error ? (error.stack ?? '') : String(error),
    })
  }
})
