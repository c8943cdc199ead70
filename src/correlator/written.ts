import type { Recogniser } from './recogniser/recogniser.ts'
import { makeRoom, newSheet, type Sheet, sheetOn } from './sheet.ts'
import type { Written } from './text.ts'

/** Keeps what the recogniser writes of the lines of a log, and that of others it wrote nothing. */
export interface Pen {
  /** The number of the line that comes next. */
  next(): number
  /** Of so many lines, which the recogniser has just recognised. */
  putMany(recogniser: Recogniser, count: number): void
  /** Of a line that came another way. */
  putNone(): void
  /** Begins anew; `spare` is what nobody needs any more. */
  begin(spare: Written | null): void
  take(): Written
}

export function newPen(): Pen {
  let sheet: Sheet = newSheet()
  let ends = new Int32Array(0)
  let count = 0
  let first = 1

  function room(more: number): void {
    if (count + more <= ends.length) return
    const larger = new Int32Array(Math.max(count + more, ends.length * 2, 4096))
    larger.set(ends.subarray(0, count))
    ends = larger
  }

  return {
    next: () => first + count,
    putMany({ json, jsonEnds }, more) {
      room(more)
      const { length } = sheet
      for (let i = 0; i < more; i += 1) ends[count + i] = length + (jsonEnds[i] as number)
      count += more
      const written = jsonEnds[more - 1] as number
      makeRoom(sheet, written)
      sheet.bytes.set(json.subarray(0, written), length)
      sheet.length += written
    },
    putNone() {
      room(1)
      ends[count] = sheet.length
      count += 1
    },
    begin(spare) {
      sheet = spare ? sheetOn(spare.bytes) : newSheet()
      ends = spare ? (spare.ends as Int32Array<ArrayBuffer>) : new Int32Array(0)
    },
    take() {
      const written = { bytes: sheet.bytes, view: sheet.view, ends, first }
      first += count
      count = 0
      sheet = newSheet()
      ends = new Int32Array(0)
      return written
    },
  }
}
