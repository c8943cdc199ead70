import type { MessagePort } from 'node:worker_threads'
import { putFinished } from '../../correlator/json-lines.ts'
import { unpackerInto } from '../../correlator/parcel.ts'
import { newSheet, tearOff } from '../../correlator/sheet.ts'
import { type Finished, newStreaming } from '../../correlator/streaming.ts'
import {
  ahead,
  buffersOf,
  type FileWork,
  type Free,
  type Read,
  slotCount,
  slotOf,
  type Told,
} from './correlate-work.ts'

/** Slots that the other thread should find free at any time. */
const keptFree = 8

interface UsedSlot extends Free {
  /** The last line that was read there. */
  readonly last: number
}

/** The thread that files what was read, and makes JSON of what is complete. */
export function fileParcels({ port, slots, file, summary }: FileWork, parent: MessagePort): void {
  const streaming = newStreaming({ file })
  const unpack = unpackerInto(streaming.filing)
  const sheet = newSheet()
  const used: UsedSlot[] = []
  const spares: Uint8Array[] = []
  const waiting: Read[] = []
  let awaited = 0

  function put(all: readonly Finished[]): void {
    for (const finished of all) if (!summary || 'summary' in finished) putFinished(sheet, finished)
  }

  function tell(told: Told): void {
    parent.postMessage(told, told instanceof Uint8Array ? [told.buffer as ArrayBuffer] : [])
  }

  /** Gives back the slots that nothing will be looked up in. */
  function giveBack(): void {
    while (used[0] && used[0].last < streaming.settled()) {
      const { slot, spare } = used.shift() as UsedSlot
      const { rows, written } = spare
      port.postMessage(
        { slot, spare } satisfies Free,
        buffersOf([rows, ...(written ? [written.bytes, written.ends] : [])]),
      )
    }
  }

  function take(read: Read): void {
    if (read === 'end') put(streaming.end())
    else if (read !== 'stop' && 'slot' in read) {
      const { slot, bytes, parcel } = read
      unpack(parcel, slotOf(slots, slot, bytes))
      put(streaming.told())
      used.push({ slot, spare: { rows: parcel.rows, written: parcel.written }, last: streaming.filing.number })
      giveBack()
      const middle = used[used.length >> 1]
      if (middle && used.length > slotCount - keptFree) {
        streaming.settle(middle.last + 1)
        giveBack()
      }
    }
    if (sheet.length > 0) {
      awaited += 1
      tell(tearOff(sheet, spares.pop()))
    }
    if (typeof read === 'string' || 'code' in read) tell(read)
  }

  function go(): void {
    while (awaited < ahead && waiting.length > 0) take(waiting.shift() as Read)
  }

  port.on('message', (read: Read) => {
    waiting.push(read)
    go()
  })
  parent.on('message', (spare: Uint8Array) => {
    spares.push(spare)
    awaited -= 1
    go()
  })
}
