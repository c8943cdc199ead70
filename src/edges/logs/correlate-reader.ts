import { addBytes, byteReader, cutOf, endBytes } from '../../correlator/bytes.ts'
import { lineState } from '../../correlator/line.ts'
import { newPacker } from '../../correlator/parcel.ts'
import { buffersOf, type Filled, type Read, type ReadWork, slotOf } from './correlate-work.ts'

/** The thread that reads: finds out what each line of a slot says, and hands that back to the thread that files. */
export function readSlots({ port, slots, file, clock, summary }: ReadWork): void {
  const packer = newPacker(!summary)
  const reader = byteReader(lineState('-', file, clock), packer.sink)

  port.on('message', ({ slot, bytes, end, spare }: Filled) => {
    const piece = slotOf(slots, slot, bytes)
    packer.begin(piece, spare)
    for (let from = 0, to = 0; from < bytes; from = to) {
      to = cutOf(piece, from)
      addBytes(reader, piece.subarray(from, to))
    }
    if (end === 'end') endBytes(reader)
    const parcel = packer.take()
    const { texts, rows, wide, written } = parcel
    const moved = [...texts, rows, wide, ...(written ? [written.bytes, written.ends] : [])]
    port.postMessage({ slot, end, parcel } satisfies Read, buffersOf(moved))
  })
}
