import type { MessagePort } from 'node:worker_threads'
import { addBytes, byteReader, cutOf, endBytes } from '../../correlator/bytes.ts'
import { lineState } from '../../correlator/line.ts'
import { newPacker } from '../../correlator/parcel.ts'
import { openMany } from '../../correlator/take-many.ts'
import { fromFile, fromPieces } from './correlate-bytes.ts'
import {
  buffersOf,
  type Piece,
  type Read,
  type ReadWork,
  type Room,
  slotBytes,
  slotCount,
  slotOf,
} from './correlate-work.ts'

const allSlots = slotBytes * slotCount

/**
 * The thread that reads: brings the bytes of the log, finds out what their lines say, and hands both to the thread that
 * files. The bytes stand where the recogniser takes them: a copy from memory that is shared costs a fifth of the reading.
 */
export function readSlots({ port, file, from, clock, summary }: ReadWork, parent: MessagePort): void {
  const pieces: Piece[] = []
  const fill = from === null ? fromPieces(pieces, giveBack) : fromFile(from)
  const many = openMany(allSlots)
  const slots = many?.recogniser.bytes ?? new Uint8Array(new SharedArrayBuffer(allSlots))
  const packer = newPacker(!summary)
  const reader = byteReader(lineState('-', file, clock), packer.sink, many)
  const rooms: Room[] = []
  let isOver = false

  function giveBack({ buffer }: Uint8Array<ArrayBuffer>): void {
    parent.postMessage(new Uint8Array(buffer), [buffer])
  }

  /** Reads into the slots that are free. */
  function go(): void {
    for (let room = rooms[0]; room && !isOver; room = rooms[0]) {
      const filled = fill(slotOf(slots, room.slot))
      if (filled === 'nothing yet') return
      rooms.shift()
      take(room, filled)
    }
  }

  function take({ slot, spare }: Room, filled: Exclude<ReturnType<typeof fill>, 'nothing yet'>): void {
    const bytes = typeof filled === 'number' ? filled : 0
    const end = typeof filled === 'number' ? null : filled
    const piece = slotOf(slots, slot, bytes)
    isOver = end !== null
    packer.begin(piece, spare)
    for (let at = 0, to = 0; at < bytes; at = to) {
      to = cutOf(piece, at)
      addBytes(reader, piece.subarray(at, to))
    }
    if (end === 'end') endBytes(reader)
    const parcel = packer.take()
    const { texts, rows, wide, written } = parcel
    const moved = [...texts, rows, wide, ...(written ? [written.bytes, written.ends] : [])]
    port.postMessage({ slot, bytes, end, parcel } satisfies Read, buffersOf(moved))
  }

  port.on('message', (room: Room) => {
    rooms.push(room)
    go()
  })
  parent.on('message', (piece: Piece) => {
    pieces.push(piece)
    go()
  })
  port.postMessage(slots)
}
