import { readSync } from 'node:fs'
import type { End, Piece } from './correlate-work.ts'

/** Where the bytes of a log come from: fills a slot with the next of them, and says how many these are; or that they ended. */
export type Fill = (room: Uint8Array) => number | 'nothing yet' | End

const lineFeed = 10

/** Reads an open file from its beginning on, in whole lines where they fit: what is left of a line is read again. */
export function fromFile(file: number): Fill {
  let position = 0
  return (room) => {
    try {
      const read = readSync(file, room, 0, room.length, position)
      if (read === 0) return 'end'
      // The last line of a file may have no end, and is then all that there is.
      const whole = room.lastIndexOf(lineFeed, read - 1) + 1
      const taken = whole > 0 ? whole : read
      position += taken
      return taken
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      return { code: String(error.code), message: error.message }
    }
  }
}

/** Takes pieces in the order in which they came, as many at a time as there is room for; `taken` is given each when it was. */
export function fromPieces(waiting: Piece[], taken: (piece: Uint8Array<ArrayBuffer>) => void): Fill {
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
        taken(piece)
      }
    }
    return length
  }
}
