import type { FactValue } from '../checks/check.ts'
import type { Slots } from '../diagnosis/rule.ts'
import type { Inline, Line } from './reply.ts'

/** How a slot's value is written. A slot whose name ends in `At` is a time in milliseconds. */
export interface Writing {
  time(at: number): string
  number(value: number): string
  /** What stands for a slot without a value, or with an empty list: `?`, so that a forgotten one is seen. */
  readonly absent?: string
}

/** A slot, or the words for one and for many of it, `#` being the number: `{count:once|# times}`. */
const slot = /\{([A-Za-z][A-Za-z0-9]*)(?::([^{}|]*)\|([^{}]*))?\}/g

/**
 * Fills the slots of a template of ours. Values are put in as plain text: whatever stands in them, they are never read
 * as markup or as slots again.
 */
export function fillPlain(template: string, slots: Slots, writing: Writing): string {
  return template.replace(slot, (_, name: string, one?: string, many?: string) => {
    const value = Object.hasOwn(slots, name) ? slots[name] : undefined
    if (one !== undefined && many !== undefined) {
      return (value === 1 ? one : many).replace('#', () => written(name, value, writing))
    }
    return written(name, value, writing)
  })
}

/** As fillPlain, and `*bold*` and `code` of the template become pieces of their own. */
export function fill(template: string, slots: Slots, writing: Writing): Line {
  const line: Inline[] = []
  for (const part of template.split(/(\*[^*]+\*|`[^`]+`)/)) {
    if (part === '') continue
    if (part.startsWith('*') && part.endsWith('*') && part.length > 2) {
      line.push({ bold: fillPlain(part.slice(1, -1), slots, writing) })
    } else if (part.startsWith('`') && part.endsWith('`') && part.length > 2) {
      line.push({ code: fillPlain(part.slice(1, -1), slots, writing) })
    } else {
      line.push(fillPlain(part, slots, writing))
    }
  }
  return line
}

/** As fill, for places that draw one size only: the words, without the marks of `*bold*` and `code`. */
export function fillWords(template: string, slots: Slots, writing: Writing): string {
  return plain(fill(template, slots, writing))
}

function written(name: string, value: FactValue | undefined, writing: Writing): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return writing.absent ?? '?'
  if (typeof value === 'number') return name.endsWith('At') ? writing.time(value) : writing.number(value)
  if (typeof value === 'string' || typeof value === 'boolean') return String(value)
  return value.join(', ')
}

/** The words of a line, without their dress. */
export function plain(line: Line): string {
  return line
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if ('bold' in piece) return piece.bold
      if ('code' in piece) return piece.code
      return piece.link
    })
    .join('')
}
