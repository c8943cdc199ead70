import type { MessagePort } from 'node:worker_threads'
import { putFinished } from '../../correlator/json-lines.ts'
import { unpackerInto } from '../../correlator/parcel.ts'
import { newSheet, tearOff } from '../../correlator/sheet.ts'
import { type Finished, newStreaming } from '../../correlator/streaming.ts'
import type { Written } from '../../correlator/text.ts'
import { fromFile, fromPieces } from './correlate-bytes.ts'
import {
  ahead,
  buffersOf,
  type FileWork,
  type Filled,
  type Given,
  type Piece,
  type Read,
  slotCount,
  slotOf,
  type Told,
} from './correlate-work.ts'

/** Slots that should be free at any time. */
const keptFree = 8

interface UsedSlot {
  readonly slot: number
  /** The last line that was read there. */
  readonly last: number
  /** What was written of its lines. */
  readonly written: Written | null
}

/**
 * The thread that files what was read, and makes JSON of what is complete. It brings the bytes as well: it knows which
 * slots are free, and has less to do than the one that reads.
 */
export function fileParcels({ port, slots, file, from, summary }: FileWork, parent: MessagePort): void {
  const pieces: Piece[] = []
  const fill = from === null ? fromPieces(pieces, () => tell(null)) : fromFile(from)
  const streaming = newStreaming({ file })
  const unpack = unpackerInto(streaming.filing)
  const sheet = newSheet()
  const free = Array.from({ length: slotCount }, (_, slot) => slot)
  const used: UsedSlot[] = []
  const rows: Int32Array<ArrayBuffer>[] = []
  const writtens: Written[] = []
  const sheets: Uint8Array[] = []
  const waiting: Read[] = []
  const sizes = new Int32Array(slotCount)
  /** Slots that the other thread has, and outputs that are not written yet. */
  let under = 0
  let awaited = 0
  let isOver = false

  function put(all: readonly Finished[]): void {
    for (const finished of all) if (!summary || 'summary' in finished) putFinished(sheet, finished)
  }

  function tell(told: Told): void {
    parent.postMessage(told, told instanceof Uint8Array ? [told.buffer as ArrayBuffer] : [])
  }

  /** Fills slots for the other thread, so that it never waits. */
  function bring(): void {
    while (!isOver && under < ahead && free.length > 0) {
      const slot = free.pop() as number
      const filled = fill(slotOf(slots, slot))
      if (filled === 'nothing yet') {
        free.push(slot)
        return
      }
      const bytes = typeof filled === 'number' ? filled : 0
      const end = typeof filled === 'number' ? null : filled
      const spare = { rows: rows.pop() ?? null, written: writtens.pop() ?? null }
      sizes[slot] = bytes
      isOver = end !== null
      under += 1
      const moved = [
        ...(spare.rows ? [spare.rows] : []),
        ...(spare.written ? [spare.written.bytes, spare.written.ends] : []),
      ]
      port.postMessage({ slot, bytes, end, spare } satisfies Filled, buffersOf(moved))
    }
  }

  /** Takes back the slots that nothing will be looked up in. */
  function takeBack(): void {
    while (used[0] && used[0].last < streaming.settled()) {
      const { slot, written } = used.shift() as UsedSlot
      free.push(slot)
      if (written) writtens.push(written)
    }
  }

  function take({ slot, end, parcel }: Read): void {
    under -= 1
    bring()
    unpack(parcel, slotOf(slots, slot, sizes[slot]))
    put(end === 'end' ? [...streaming.told(), ...streaming.end()] : streaming.told())
    rows.push(parcel.rows)
    used.push({ slot, last: streaming.filing.number, written: parcel.written })
    takeBack()
    const middle = used[used.length >> 1]
    if (middle && free.length < keptFree) {
      streaming.settle(middle.last + 1)
      takeBack()
    }
    bring()
    if (sheet.length > 0) {
      awaited += 1
      tell(tearOff(sheet, sheets.pop()))
    }
    if (end !== null) tell(end)
  }

  function go(): void {
    while (awaited < ahead && waiting.length > 0) take(waiting.shift() as Read)
  }

  port.on('message', (read: Read) => {
    waiting.push(read)
    go()
  })
  parent.on('message', (given: Given) => {
    if ('piece' in given) pieces.push(given.piece)
    else {
      sheets.push(given.sheet)
      awaited -= 1
    }
    bring()
    go()
  })
  bring()
}
