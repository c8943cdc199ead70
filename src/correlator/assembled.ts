/** As much of it as is used here. It is in every browser and in Node, and in neither's list of types that is loaded. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object, imports?: object) => { readonly exports: unknown }
  readonly Memory: new (size: { initial: number; maximum: number; shared: boolean }) => Brought
}

/** Memory that a module is given. Where it is shared, other threads may look at it. */
export interface Brought {
  readonly buffer: ArrayBuffer | SharedArrayBuffer
}

export interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/**
 * A module that scripts/assemble.mjs compiled; with `shared`, one for memory that is shared.
 * @throws where there is no WebAssembly, or no vector instructions in it.
 */
export function compile(code: string, shared = false): object {
  const bytes = decode(code)
  if (shared) bytes[limitsOf(bytes)] = sharedLimits
  return new WebAssembly.Module(bytes)
}

/**
 * Limits of a memory that is shared: the one byte in which a module differs for it, as long as it has no atomic
 * instructions (WebAssembly's proposal for threads, "Binary Format"). For memory of one's own the engine is faster.
 */
const sharedLimits = 3
/** How the import of a memory ends before its limits: its name, with its length, and that it is a memory. */
const imported = [6, ...Array.from('memory', (letter) => letter.charCodeAt(0)), 2]

function limitsOf(bytes: Uint8Array): number {
  const at = bytes.findIndex((_, from) => imported.every((byte, place) => bytes[from + place] === byte))
  return at + imported.length
}

/** What a module exports. `memory` is for one that has none of its own. */
export function instantiate(compiled: object, memory?: Brought): unknown {
  return new WebAssembly.Instance(compiled, memory && { env: { memory } }).exports
}

const page = 65_536

/** Memory of at least so many bytes. @throws where there is none that can be shared, and it must be. */
export function newMemory(length: number, shared: boolean): Brought {
  const pages = Math.ceil(length / page)
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared })
}

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
