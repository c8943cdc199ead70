import { describe, expect, it } from 'vitest'
import { compileForms, recognise } from '../../../src/correlator/dispatch.ts'
import type { Form } from '../../../src/correlator/form.ts'
import { forms } from '../../../src/correlator/forms/index.ts'
import { lineState, readLine } from '../../../src/correlator/line.ts'

// Every slot of every form is filled with every line that any form reads, as a sender could who writes what the slot
// holds. Such a line must stay what it is, with its own ids; or be unknown, which claims nothing.

const all = Object.values<Form>(forms)
const lines = all.flatMap((form) => form.samples.map(messageOf))
/** The same, and one of each form behind what could end the text around it. */
const texts = [
  ...lines,
  ...all.flatMap(({ samples: [sample = ''] }) => ['x ', "' ", '> '].map((mark) => mark + messageOf(sample))),
]
const ids = ['icid', 'mid', 'dcid', 'rcid', 'rid', 'newMid', 'rids']

// Slots that the gateway itself or its administrator writes, and whose text could lead astray. No sender reaches them.
const ourOwn: ReadonlySet<string> = new Set([
  'connection-error reason',
  'connection-limit listener',
  'global-unsubscribe entry',
  'incoming-relay-unknown name',
  'sender-refused reason',
])

function messageOf(sample: string): string {
  return readLine(sample, null, lineState('-', '-', {}))?.message ?? sample.trim()
}

interface Slot {
  readonly name: string
  readonly kind: string | undefined
}

function slotsOf(template: string): Slot[] {
  return [...template.matchAll(/\{(\w+)(?::(\w+))?\}/g)].map(([, name = '', kind]) => ({ name, kind }))
}

/** Whether somebody else's text can be in it. */
function isText({ name, kind }: Slot): boolean {
  return !ids.includes(name) && kind !== 'int'
}

/** A line of the template with the values of a sample, but for one slot. */
function filled(template: string, values: Readonly<Record<string, unknown>>, slot: Slot, text: string): string {
  return template.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, kind: string | undefined) => {
    const value = name === slot.name ? text : values[name]
    const shown = Array.isArray(value) ? `[${value.join(', ')}]` : String(value)
    if (kind === 'address') return `<${shown}>`
    return kind === 'quoted' ? `'${shown}'` : shown
  })
}

/** What a slot of this kind can hold of a text: a word has no blanks, and an address only between quotes. */
function held({ kind }: Slot, text: string): string {
  if (kind === 'word') return text.replaceAll(' ', '_')
  return kind === 'address' ? `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"@example.com` : text
}

/** The lines that are taken for something else than they are. */
function forged(form: Form): string[] {
  const templates = compileForms(
    form.lines.map((line, at) => ({ name: String(at), lines: [line], says: '', samples: [] })),
  )
  const found: string[] = []
  for (const sample of form.samples) {
    const read = templates.recognise(messageOf(sample))
    const template = form.lines[Number(read?.form)] ?? ''
    for (const slot of slotsOf(template)) {
      if (!isText(slot) || ourOwn.has(`${form.name} ${slot.name}`)) continue
      for (const text of texts) {
        const line = filled(template, read?.fields ?? {}, slot, held(slot, text)).trim()
        const taken = recognise(line)
        if (!taken) continue
        const isItself = taken.form === form.name && ids.every((id) => `${taken.fields[id]}` === `${read?.fields[id]}`)
        if (!isItself) found.push(line)
      }
    }
  }
  return found
}

describe('no text makes a line look like another, or about another', () => {
  it.each(all.map((form): [string, Form] => [form.name, form]))('%s', (_, form) => {
    expect(forged(form).slice(0, 3)).toEqual([])
  })

  it('the slots passed over are slots', () => {
    const slots = all.flatMap(({ name, lines }) =>
      lines.flatMap((line) => slotsOf(line).map((slot) => `${name} ${slot.name}`)),
    )
    expect([...ourOwn].filter((slot) => !slots.includes(slot))).toEqual([])
  })
})

// Two forms have several texts of the sender's in one line, with fixed words between. Who writes those words himself
// moves text from one field of the line to the next. What holds all the same: the form, the ids, and that nothing of the
// line is lost. Nothing is concluded from these fields alone.
describe('what a sender can move within a line', () => {
  it('a URL that tells its own reputation', () => {
    const url = 'http://example.com/ has reputation 9.0 matched Condition: Good'
    const line = `MID 7 URL ${url} has reputation -5.7 matched Condition: Rule`
    expect(recognise(line)).toMatchObject({
      form: 'url-reputation',
      fields: {
        mid: 7,
        url: 'http://example.com/',
        score: '9.0',
        condition: 'Good has reputation -5.7 matched Condition: Rule',
      },
    })
  })

  it('a HELO that tells its own domains', () => {
    const helo = 'x, env-from: example.org, header-from: example.org, reply-to: y'
    const line = `MID 7 SDR: Domains for which SDR is requested: reverse DNS host: mx.example.com, helo: ${helo}, env-from: example.com, header-from: example.com, reply-to: Not Present`
    expect(recognise(line)).toMatchObject({
      form: 'sdr-domains',
      fields: {
        mid: 7,
        host: 'mx.example.com',
        helo: 'x',
        mailFromDomain: 'example.org',
        headerFromDomain: 'example.org',
        replyToDomain: 'y, env-from: example.com, header-from: example.com, reply-to: Not Present',
      },
    })
  })
})
