import type { Heading } from './core.ts'
import { type Fields, recognise } from './dispatch.ts'
import type { LogLine } from './line.ts'
import { decode, trimmedEndIn } from './text.ts'

/** What the lines of one second and level have in common; with the length of their header in bytes. */
export interface ByteHeading extends Heading {
  readonly length: number
}

const nothing = new Uint8Array(0)

/**
 * The event of a line that was read as bytes. Which form it is and which ids it names is known; its text is decoded when
 * `line` or `fields` is asked for, because most events of a large log never are. A class, not an object with two
 * functions, for there is one for each line and it must be small.
 *
 * It has what every event has. But `line` and `fields` are not properties of its own: a copy by `{ ...event }` lacks
 * them; `JSON.stringify` shows them.
 */
export class ByteEvent {
  declare readonly form: string
  /** Shared by the lines of one second and level. */
  declare private heading: ByteHeading
  declare readonly number: number
  /** The bytes that hold the line from `from` to `to`; nothing once it is read. */
  declare private bytes: Uint8Array
  declare private readonly from: number
  declare private readonly to: number
  declare private read: (Omit<LogLine, 'time'> & { time: number }) | null
  declare private known: Fields | null

  constructor(form: string, heading: ByteHeading, number: number, bytes: Uint8Array, from: number, to: number) {
    this.form = form
    this.heading = heading
    this.number = number
    this.bytes = bytes
    this.from = from
    this.to = to
    this.read = null
    this.known = null
  }

  get line(): LogLine {
    if (this.read) return this.read
    const { bytes, from, to, number } = this
    const { gateway, file, time, level, length } = this.heading
    const text = decode(bytes, from, to)
    const begin = from + length
    const end = trimmedEndIn(bytes, begin, to)
    // As many characters as bytes: every byte is one.
    const message = text.length === to - from ? text.slice(begin - from, end - from) : decode(bytes, begin, end)
    this.read = { gateway, file, number, text, time, level, message }
    this.bytes = nothing
    return this.read
  }

  get fields(): Fields {
    if (this.known) return this.known
    const { message } = this.line
    this.known = (this.form === 'unrecognised' ? null : recognise(message)?.fields) ?? { text: message }
    return this.known
  }

  /** Sets the time right, for a line that stands before its file told its offset. */
  set time(time: number) {
    this.heading = { ...this.heading, time }
    if (this.read) this.read.time = time
  }

  /** Lets go of the bytes around the line, which are many more than its own. */
  settle(): void {
    if (this.bytes !== nothing) void this.line
  }

  toJSON(): object {
    return { form: this.form, line: this.line, fields: this.fields }
  }
}
