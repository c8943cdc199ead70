import { readCef } from './cef.ts'
import type { Event, Form, FormName } from './form.ts'
import { forms } from './forms/index.ts'
import { type SumUpWords, sumUp } from './sum-up.ts'

/** Plain words for lines in another language than English. */
export interface Wording {
  /** By the form's name, with its slots; what is left out is said in English. */
  readonly forms: Readonly<Partial<Record<FormName | 'unrecognised' | 'continuation', string>>>
  readonly summed: SumUpWords
  /** What stands for a slot that the line does not have. */
  readonly notLogged: string
  readonly empty: string
}

const sentences: ReadonlyMap<string, string> = new Map([
  ...Object.values<Form>(forms).map(({ name, says }): [string, string] => [name, says]),
  ['unrecognised', 'A line of a form that is not known here.'],
  ['continuation', 'The line before goes on.'],
])

/**
 * What an event means, in one plain English sentence: the form's own, with its slots filled. A slot that this variant
 * of the line does not have reads `(not logged)`. The values come from the log as they are, senders' texts among them:
 * whoever shows the sentence escapes it.
 */
export function describeEvent(event: Event): string {
  return describeIn(undefined, event)
}

/** The same in another wording; English where there is none. */
export function describeIn(wording: Wording | undefined, event: Event): string {
  const cef = event.form === 'consolidated-event' ? readCef(event.line.message) : null
  if (cef) return sumUp(cef, wording?.summed)
  const says = wording?.forms[event.form] ?? sentences.get(event.form) ?? ''
  const fields = new Map<string, unknown>(Object.entries(event.fields))
  return says.replace(/\{([A-Za-z]+)\}/g, (_, name: string) => shown(fields.get(name), wording))
}

function shown(value: unknown, wording: Wording | undefined): string {
  if (Array.isArray(value)) return value.join(', ')
  if (value === undefined) return wording?.notLogged ?? '(not logged)'
  return value === '' ? (wording?.empty ?? '(empty)') : String(value)
}
