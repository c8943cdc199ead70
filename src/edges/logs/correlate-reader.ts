import { addBytes, byteReader, endBytes } from '../../correlator/bytes.ts'
import { lineState } from '../../correlator/line.ts'
import { newPacker } from '../../correlator/parcel.ts'
import { buffersOf, type Filled, type Read, type ReadWork, slotOf } from './correlate-work.ts'

/** What is recognised at once. */
const bytesAtOnce = 1 << 16

/** The thread that reads: finds out what each line of a slot says, and hands that back to the thread that files. */
export function readSlots({ port, slots, file, clock, summary }: ReadWork): void {
  const packer = newPacker(!summary)
  const reader = byteReader(lineState('-', file, clock), packer.sink)

  port.on('message', ({ slot, bytes, end, spare }: Filled) => {
    const piece = slotOf(slots, slot, bytes)
    packer.begin(piece, spare)
    for (let at = 0; at < bytes; at += bytesAtOnce) addBytes(reader, piece.subarray(at, at + bytesAtOnce))
    if (end === 'end') endBytes(reader)
    const parcel = packer.take()
    const { texts, rows, wide, written } = parcel
    const moved = [...texts, rows, wide, ...(written ? [written.bytes, written.ends] : [])]
    port.postMessage({ slot, end, parcel } satisfies Read, buffersOf(moved))
  })
}
