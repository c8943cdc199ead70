/** Longer lines are no log lines; what is beyond is dropped and counted. */
const longest = 1024 * 1024

/** Cuts chunks of bytes into lines, holding no more than one line. */
export interface Splitter {
  push(chunk: Buffer): void
  /** The text after the last line end. */
  rest(): string
  /** Forgets the text after the last line end. */
  forget(): void
  /** How many lines were too long and were passed over. */
  passedOver(): number
}

/** The text of a line's bytes: UTF-8 with replacement, without the carriage return of its end. */
export function textOf(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('utf8', from, to > from && bytes[to - 1] === 13 ? to - 1 : to)
}

/** Calls `take` with each whole line, in order. Bytes that are no UTF-8 become U+FFFD. */
export function splitLines(take: (line: string) => void): Splitter {
  let carry: Buffer = Buffer.alloc(0)
  let skipping = false
  let over = 0
  return {
    push(chunk) {
      let from = 0
      let block = chunk
      if (skipping) {
        const end = chunk.indexOf(10)
        if (end < 0) return
        skipping = false
        from = end + 1
      } else if (carry.length > 0) {
        block = Buffer.concat([carry, chunk])
      }
      for (let end = block.indexOf(10, from); end >= 0; end = block.indexOf(10, from)) {
        take(textOf(block, from, end))
        from = end + 1
      }
      carry = Buffer.from(block.subarray(from))
      if (carry.length <= longest) return
      carry = Buffer.alloc(0)
      skipping = true
      over += 1
    },
    rest: () => carry.toString('utf8'),
    forget() {
      carry = Buffer.alloc(0)
    },
    passedOver: () => over,
  }
}
