import type { Heading } from './core.ts'
import { type Fields, recognise } from './dispatch.ts'
import type { LogLine } from './line.ts'
import { type Bytes, decode, trimmedEndIn } from './text.ts'

/** What the lines of one second and level have in common; with the length of their header in bytes. */
export interface ByteHeading extends Heading {
  readonly length: number
}

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
  declare heading: ByteHeading
  declare readonly number: number
  /** The bytes that hold the line from `from` to `to`; or its text, where it is settled or read. */
  declare private source: Bytes | string
  declare readonly from: number
  declare readonly to: number
  declare private read: (Omit<LogLine, 'time'> & { time: number }) | null
  declare private known: Fields | null

  constructor(form: string, heading: ByteHeading, number: number, source: Bytes, from: number, to: number) {
    this.form = form
    this.heading = heading
    this.number = number
    this.source = source
    this.from = from
    this.to = to
    this.read = null
    this.known = null
  }

  /** The bytes that hold the line, as long as it was neither settled nor read. */
  get text(): Bytes | null {
    return typeof this.source === 'string' ? null : this.source
  }

  /** Its text, where it was settled. */
  get settled(): string | null {
    return typeof this.source === 'string' ? this.source : null
  }

  get line(): LogLine {
    if (this.read) return this.read
    const { source, from, to, number } = this
    const { gateway, file, time, level, length } = this.heading
    const text = typeof source === 'string' ? source : decode(source.bytes, from, to)
    // As many characters as bytes: every byte is one, and places in the text are places in the bytes.
    const message =
      typeof source === 'string' || text.length === to - from
        ? text.slice(length).trimEnd()
        : decode(source.bytes, from + length, trimmedEndIn(source.bytes, from + length, to))
    this.read = { gateway, file, number, text, time, level, message }
    this.source = text
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
    const { source, from, to } = this
    if (typeof source === 'string') return
    const text = decode(source.bytes, from, to)
    if (text.length === to - from) this.source = text
    else void this.line
  }

  toJSON(): object {
    return { form: this.form, line: this.line, fields: this.fields }
  }
}
