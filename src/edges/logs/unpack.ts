import type { Transform } from 'node:stream'
import * as zlib from 'node:zlib'

/** How the bytes at the start of a file say that it is packed (RFC 1952, 2.3.1; RFC 8878, 3.1.1). */
export function packingOf(start: Uint8Array): 'gz' | 'zst' | null {
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gz'
  return start[0] === 0x28 && start[1] === 0xb5 && start[2] === 0x2f && start[3] === 0xfd ? 'zst' : null
}

type Unpacker = (options: { chunkSize: number }) => Transform

/** Only Node 22.15 and later have it. */
const zstd = (zlib as { readonly createZstdDecompress?: Unpacker }).createZstdDecompress

/** Whether files packed so can be read here. */
export function canUnpack(packing: 'gz' | 'zst' | 'other' | null): boolean {
  return packing === null || packing === 'gz' || (packing === 'zst' && zstd !== undefined)
}

/** What unpacks bytes on their way; null for bytes that are not packed. Asks for canUnpack first. */
export function unpackerFor(packing: 'gz' | 'zst' | null, chunkSize: number): Transform | null {
  if (packing === null || !canUnpack(packing)) return null
  return packing === 'gz' || !zstd ? zlib.createGunzip({ chunkSize }) : zstd({ chunkSize })
}
