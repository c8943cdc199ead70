const encoder = new TextEncoder()
const smallest = 1 << 16

/** Bytes that are put behind each other. */
export interface Sheet {
  bytes: Uint8Array
  length: number
}

export function newSheet(): Sheet {
  return { bytes: new Uint8Array(smallest), length: 0 }
}

/** What was put there; the sheet is empty afterwards. */
export function takeSheet(sheet: Sheet): Uint8Array {
  const taken = sheet.bytes.slice(0, sheet.length)
  sheet.length = 0
  return taken
}

/** Makes room for so many bytes more. */
export function makeRoom(sheet: Sheet, more: number): void {
  const wanted = sheet.length + more
  if (wanted <= sheet.bytes.length) return
  const larger = new Uint8Array(Math.max(wanted, sheet.bytes.length * 2))
  larger.set(sheet.bytes.subarray(0, sheet.length))
  sheet.bytes = larger
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
