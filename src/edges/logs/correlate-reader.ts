import { readSync } from 'node:fs'
import type { MessagePort } from 'node:worker_threads'
import { addBytes, byteReader, endBytes } from '../../correlator/bytes.ts'
import { lineState } from '../../correlator/line.ts'
import { newPacker, type Spare } from '../../correlator/parcel.ts'
import {
  buffersOf,
  type End,
  type Free,
  type Piece,
  type Read,
  type ReadWork,
  slotCount,
  slotOf,
} from './correlate-work.ts'

/** What is recognised at once. */
const bytesAtOnce = 1 << 16

/** What reading into a slot comes to: so many bytes, nothing yet, or no more. */
type Filled = number | 'nothing yet' | End

/** The thread that reads: finds out what each line says, and hands that to the thread that files. */
export function readPieces({ port, slots, file, clock, from, summary }: ReadWork, parent: MessagePort): void {
  const fill = from === null ? fromPieces(parent, go) : fromFile(from)
  const packer = newPacker(!summary)
  const reader = byteReader(lineState('-', file, clock), packer.sink)
  const free = Array.from({ length: slotCount }, (_, slot) => slot)
  const spares: Spare[] = []
  let isOver = false

  function send(slot: number, bytes: number): void {
    const parcel = packer.take()
    const { texts, rows, wide, written } = parcel
    const moved = [...texts, rows, wide, ...(written ? [written.bytes, written.ends] : [])]
    port.postMessage({ slot, bytes, parcel } satisfies Read, buffersOf(moved))
  }

  function go(): void {
    while (!isOver && free.length > 0) {
      const slot = free.pop() as number
      const filled = fill(slotOf(slots, slot))
      if (filled === 'nothing yet') {
        free.push(slot)
        return
      }
      const bytes = typeof filled === 'number' ? filled : 0
      const piece = slotOf(slots, slot, bytes)
      packer.begin(piece, spares.pop())
      for (let at = 0; at < bytes; at += bytesAtOnce) addBytes(reader, piece.subarray(at, at + bytesAtOnce))
      if (filled === 'end') endBytes(reader)
      send(slot, bytes)
      if (typeof filled === 'number') continue
      isOver = true
      port.postMessage(filled satisfies Read)
    }
  }

  port.on('message', ({ slot, spare }: Free) => {
    free.push(slot)
    spares.push(spare)
    go()
  })
  go()
}

/** Reads a file from its beginning on. */
function fromFile(from: number): (room: Uint8Array) => Filled {
  let position = 0
  return (room) => {
    try {
      const read = readSync(from, room, 0, room.length, position)
      position += read
      return read === 0 ? 'end' : read
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      return { code: String(error.code), message: error.message }
    }
  }
}

/** Takes the pieces that are sent, as many at a time as there is room for. */
function fromPieces(parent: MessagePort, go: () => void): (room: Uint8Array) => Filled {
  const waiting: Piece[] = []
  parent.on('message', (piece: Piece) => {
    waiting.push(piece)
    go()
  })
  return (room) => {
    let length = 0
    while (length < room.length) {
      const piece = waiting[0]
      if (piece === undefined || typeof piece === 'string') return length > 0 ? length : (piece ?? 'nothing yet')
      const some = piece.subarray(0, room.length - length)
      room.set(some, length)
      length += some.length
      if (some.length < piece.length) waiting[0] = piece.subarray(some.length)
      else {
        waiting.shift()
        parent.postMessage(null)
      }
    }
    return length
  }
}
