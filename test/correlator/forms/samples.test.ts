import { describe, expect, it } from 'vitest'
import { compileForms } from '../../../src/correlator/dispatch.ts'
import type { Form } from '../../../src/correlator/form.ts'
import { forms } from '../../../src/correlator/forms/index.ts'
import { lineState, readLine } from '../../../src/correlator/line.ts'

/** The templates of a form, as a grammar in which each is a form of its own, named by its place. */
function templatesOf({ lines, says }: Form) {
  return compileForms(lines.map((line, at) => ({ name: String(at), lines: [line], says, samples: [] })))
}

/** A sample may be a whole line; the form reads what stands behind its header. */
function messageOf(sample: string): string {
  return readLine(sample, null, lineState('-', '-', {}))?.message ?? sample.trim()
}

describe('every template has a sample that it, and none before it, reads', () => {
  it.each(Object.values<Form>(forms).map((form): [string, Form] => [form.name, form]))('%s', (_, form) => {
    const grammar = templatesOf(form)
    const needed = new Set(form.samples.map((sample) => grammar.recognise(messageOf(sample))?.form))
    expect(form.lines.filter((_line, at) => !needed.has(String(at)))).toEqual([])
  })
})
