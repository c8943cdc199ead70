import type { Heading } from './core.ts'
import { type Fields, recognise } from './dispatch.ts'
import type { LogLine } from './line.ts'
import { type Bytes, decode, trimmedEndIn } from './text.ts'
import { fieldsOfUnrecognised } from './unrecognised.ts'

/** What the lines of one second and level have in common; with the length of their header in bytes. */
export interface ByteHeading extends Heading {
  readonly length: number
}

/** What was read of a line. */
class Whole {
  readonly line: Omit<LogLine, 'time'> & { time: number }
  fields: Fields | null = null

  constructor(line: LogLine) {
    this.line = line
  }
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
  /** The bytes that hold the line from `from` to `to`; its text, where it is settled; or all of it, where it was read. */
  declare private source: Bytes | string | Whole
  declare readonly from: number
  declare readonly to: number

  constructor(form: string, heading: ByteHeading, number: number, source: Bytes, from: number, to: number) {
    this.form = form
    this.heading = heading
    this.number = number
    this.source = source
    this.from = from
    this.to = to
  }

  /** The bytes that hold the line, as long as it was neither settled nor read. */
  get text(): Bytes | null {
    const { source } = this
    return typeof source === 'string' || source instanceof Whole ? null : source
  }

  /** Its text, where it was settled or read. */
  get settled(): string | null {
    const { source } = this
    if (typeof source === 'string') return source
    return source instanceof Whole ? source.line.text : null
  }

  get line(): LogLine {
    return this.whole().line
  }

  get fields(): Fields {
    const whole = this.whole()
    const { message } = whole.line
    whole.fields ??= (this.form === 'unrecognised' ? null : recognise(message)?.fields) ?? fieldsOfUnrecognised(message)
    return whole.fields
  }

  private whole(): Whole {
    const { source, from, to, number } = this
    if (source instanceof Whole) return source
    const { gateway, file, time, level, length } = this.heading
    const text = typeof source === 'string' ? source : decode(source.bytes, from, to)
    // As many characters as bytes: every byte is one, and places in the text are places in the bytes.
    const message =
      typeof source === 'string' || text.length === to - from
        ? text.slice(length).trimEnd()
        : decode(source.bytes, from + length, trimmedEndIn(source.bytes, from + length, to))
    const whole = new Whole({ gateway, file, number, text, time, level, message })
    this.source = whole
    return whole
  }

  /** Sets the time right, for a line that stands before its file told its offset. */
  set time(time: number) {
    this.heading = { ...this.heading, time }
    if (this.source instanceof Whole) this.source.line.time = time
  }

  /** Lets go of the bytes around the line, which are many more than its own. */
  settle(): void {
    const { source, from, to } = this
    if (typeof source === 'string' || source instanceof Whole) return
    const text = decode(source.bytes, from, to)
    if (text.length === to - from) this.source = text
    else this.whole()
  }

  toJSON(): object {
    return { form: this.form, line: this.line, fields: this.fields }
  }
}
