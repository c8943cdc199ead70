const encoder = new TextEncoder()
const smallest = 1 << 16

/** Bytes that are put behind each other. */
export interface Sheet {
  bytes: Uint8Array
  view: DataView
  length: number
}

export function newSheet(size = smallest): Sheet {
  return sheetOn(new Uint8Array(size))
}

/** An empty sheet over bytes that nobody needs any more. */
export function sheetOn(bytes: Uint8Array): Sheet {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), length: 0 }
}

/** What was put there; the sheet is empty afterwards. */
export function takeSheet(sheet: Sheet): Uint8Array {
  const taken = sheet.bytes.slice(0, sheet.length)
  sheet.length = 0
  return taken
}

/** The same, but no copy of it: the sheet begins anew, over `spare` where there is some. */
export function tearOff(sheet: Sheet, spare: Uint8Array | undefined): Uint8Array {
  const { bytes, length } = sheet
  Object.assign(sheet, spare ? sheetOn(spare) : newSheet(bytes.length))
  return bytes.subarray(0, length)
}

/** Makes room for so many bytes more. */
export function makeRoom(sheet: Sheet, more: number): void {
  const wanted = sheet.length + more
  if (wanted <= sheet.bytes.length) return
  const larger = new Uint8Array(Math.max(wanted, sheet.bytes.length * 2))
  larger.set(sheet.bytes.subarray(0, sheet.length))
  sheet.bytes = larger
  sheet.view = new DataView(larger.buffer)
}

/** Puts bytes that stand elsewhere, four at a time: what lies between their end and the next four may change. */
export function putBytes(sheet: Sheet, source: DataView, from: number, to: number): void {
  makeRoom(sheet, to - from + 4)
  const { view, length } = sheet
  const last = Math.min(to, source.byteLength - 3)
  let at = length
  let next = from
  for (; next < last; next += 4, at += 4) view.setInt32(at, source.getInt32(next, true), true)
  for (; next < to; next += 1, at += 1) view.setInt8(at, source.getInt8(next))
  sheet.length = length + to - from
}

/** Puts a character of ASCII. */
export function putCode(sheet: Sheet, code: number): void {
  if (sheet.length === sheet.bytes.length) makeRoom(sheet, 1)
  sheet.bytes[sheet.length] = code
  sheet.length += 1
}

/** Puts a text in UTF-8. */
export function putText(sheet: Sheet, text: string): void {
  // At most three bytes for each unit of UTF-16.
  makeRoom(sheet, text.length * 3)
  sheet.length += encoder.encodeInto(text, sheet.bytes.subarray(sheet.length)).written
}

// What follows writes where there is room already, and gives where it ends.

export function copyTo(bytes: Uint8Array, at: number, source: Uint8Array, from: number, to: number): number {
  for (let i = from, j = at; i < to; i += 1, j += 1) bytes[j] = source[i] as number
  return at + to - from
}

/** A whole number, or one with a minus; at most sixteen digits. */
export function writeNumber(bytes: Uint8Array, at: number, number: number): number {
  let from = at
  let left = number
  if (number < 0) {
    bytes[from] = 45
    from += 1
    left = -number
  }
  let end = from + 1
  for (let rest = left; rest >= 10; rest = Math.floor(rest / 10)) end += 1
  for (let place = end - 1; place >= from; place -= 1) {
    const next = Math.floor(left / 10)
    bytes[place] = 48 + left - next * 10
    left = next
  }
  return end
}
