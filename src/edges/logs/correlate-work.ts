import type { MessagePort } from 'node:worker_threads'
import type { ClockOptions } from '../../correlator/line.ts'
import type { Parcel, Spare } from '../../correlator/parcel.ts'

// What goes to and from the threads of correlate-threads.ts.

/** What a thread is started with. `port` joins the two; the log itself stands in `slots`, piece by piece. */
export type Work = ReadWork | FileWork

export interface ReadWork {
  readonly kind: 'read'
  readonly port: MessagePort
  readonly file: string
  /** The open file to be read; null where the log comes as `Piece`s. */
  readonly from: number | null
  readonly clock: ClockOptions
  readonly summary: boolean
}

export interface FileWork {
  readonly kind: 'file'
  readonly port: MessagePort
  readonly file: string
  readonly summary: boolean
}

/** A piece is read into a slot, which is free again when nothing that was read there will be looked at any more. */
export const slotBytes = 1 << 18
export const slotCount = 40

export function slotOf(slots: Uint8Array, slot: number, length = slotBytes): Uint8Array {
  return slots.subarray(slot * slotBytes, slot * slotBytes + length)
}

/** What a file cannot be read for. */
export interface Trouble {
  readonly code: string
  readonly message: string
}

/** `stop`: the rest of the log cannot be had, so what is open stays untold; the same where a file is in trouble. */
export type End = 'end' | 'stop' | Trouble

/** Of a log that is no file. */
export type Piece = Uint8Array<ArrayBuffer> | 'end' | 'stop'

/** From the thread that files to the one that reads: a slot that is free, and what else may be used again. */
export interface Room {
  readonly slot: number
  readonly spare: Spare
}

/** And back, at first the bytes of all slots; then what was read into one, and what that says. */
export interface Read {
  readonly slot: number
  readonly bytes: number
  /** What comes behind these bytes, where it is not more of the log. */
  readonly end: End | null
  readonly parcel: Parcel
}

/** From the thread that files: output, whose bytes are sent back when it is written; or the end. */
export type Told = Uint8Array | End

/** How many pieces and slots may be under way to a thread, and outputs from it. Each is answered. */
export const ahead = 6

/** What goes along with a message instead of being copied. */
export function buffersOf(arrays: readonly ArrayBufferView[]): ArrayBuffer[] {
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))]
}
