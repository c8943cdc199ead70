import { readCef } from './cef.ts'
import type { Event, Form } from './form.ts'
import { forms } from './forms/index.ts'
import { sumUp } from './sum-up.ts'

const sentences: ReadonlyMap<string, string> = new Map(
  Object.values<Form>(forms).map(({ name, says }): [string, string] => [name, says]),
)

/**
 * What an event means, in one plain English sentence: the form's own, with its slots filled. A slot that this variant
 * of the line does not have reads `(not logged)`. The values come from the log as they are, senders' texts among them:
 * whoever shows the sentence escapes it.
 */
export function describeEvent(event: Event): string {
  if (event.form === 'unrecognised') return 'A line of a form that is not known here.'
  if (event.form === 'continuation') return 'The line before goes on.'
  const cef = event.form === 'consolidated-event' ? readCef(event.line.message) : null
  if (cef) return sumUp(cef)
  const says = sentences.get(event.form) ?? ''
  const fields = new Map<string, unknown>(Object.entries(event.fields))
  return says.replace(/\{([A-Za-z]+)\}/g, (_, name: string) => shown(fields.get(name)))
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  if (value === undefined) return '(not logged)'
  return value === '' ? '(empty)' : String(value)
}
