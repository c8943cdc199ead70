import type { MessagePort } from 'node:worker_threads'
import { putFinished } from '../../correlator/json-lines.ts'
import { unpackerInto } from '../../correlator/parcel.ts'
import { newSheet, tearOff } from '../../correlator/sheet.ts'
import { type Finished, newStreaming } from '../../correlator/streaming.ts'
import type { Written } from '../../correlator/text.ts'
import {
  ahead,
  buffersOf,
  type FileWork,
  type Read,
  type Room,
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

/** The thread that files what was read, and makes JSON of what is complete. */
export function fileParcels({ port, file, summary }: FileWork, parent: MessagePort): void {
  // What is told is written at once, and its bytes are not there for long.
  const streaming = newStreaming({ file }, true)
  const unpack = unpackerInto(streaming.filing)
  const sheet = newSheet()
  const free = Array.from({ length: slotCount }, (_, slot) => slot)
  const used: UsedSlot[] = []
  const rows: Int32Array<ArrayBuffer>[] = []
  const writtens: Written[] = []
  const sheets: Uint8Array[] = []
  const waiting: Read[] = []
  let slots = new Uint8Array(0)
  /** Slots that the other thread has, and outputs that are not written yet. */
  let under = 0
  let awaited = 0

  function put(all: readonly Finished[]): void {
    for (const finished of all) if (!summary || 'summary' in finished) putFinished(sheet, finished)
  }

  function tell(told: Told): void {
    parent.postMessage(told, told instanceof Uint8Array ? [told.buffer as ArrayBuffer] : [])
  }

  /** Gives slots to the other thread, so that it never waits. */
  function give(): void {
    while (under < ahead && free.length > 0) {
      const slot = free.pop() as number
      const spare = { rows: rows.pop() ?? null, written: writtens.pop() ?? null }
      under += 1
      const moved = [
        ...(spare.rows ? [spare.rows] : []),
        ...(spare.written ? [spare.written.bytes, spare.written.ends] : []),
      ]
      port.postMessage({ slot, spare } satisfies Room, buffersOf(moved))
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

  function take({ slot, bytes, end, parcel }: Read): void {
    under -= 1
    give()
    unpack(parcel, slotOf(slots, slot, bytes))
    put(end === 'end' ? [...streaming.told(), ...streaming.end()] : streaming.told())
    rows.push(parcel.rows)
    used.push({ slot, last: streaming.filing.number, written: parcel.written })
    takeBack()
    const middle = used[used.length >> 1]
    if (middle && free.length < keptFree) {
      streaming.settle(middle.last + 1)
      takeBack()
    }
    give()
    if (sheet.length > 0) {
      awaited += 1
      tell(tearOff(sheet, sheets.pop()))
    }
    if (end !== null) tell(end)
  }

  function go(): void {
    while (awaited < ahead && waiting.length > 0) take(waiting.shift() as Read)
  }

  port.on('message', (given: Read | Uint8Array<ArrayBuffer>) => {
    if (given instanceof Uint8Array) {
      slots = given
      give()
    } else {
      waiting.push(given)
      go()
    }
  })
  parent.on('message', (sheet: Uint8Array) => {
    sheets.push(sheet)
    awaited -= 1
    go()
  })
}
