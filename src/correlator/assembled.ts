/** As much of it as is used here. It is in every browser and in Node, and in neither's list of types that is loaded. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

export interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** A module that scripts/assemble.mjs compiled. @throws where there is no WebAssembly, or no vector instructions in it. */
export function compile(code: string): object {
  return new WebAssembly.Module(decode(code))
}

/** What a module exports. */
export function instantiate(compiled: object): unknown {
  return new WebAssembly.Instance(compiled).exports
}

const page = 65_536

/** Makes a memory at least so many bytes long. What looks at its buffer must be made after. */
export function growTo(memory: Memory, length: number): void {
  const pages = Math.ceil(length / page) - memory.buffer.byteLength / page
  if (pages > 0) memory.grow(pages)
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 (RFC 4648, section 4). `atob` is not everywhere. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const letters = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const letter of letters) {
    held = ((held << 6) | alphabet.indexOf(letter)) & 0xfff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at] = (held >> bits) & 255
    at += 1
  }
  return bytes
}
