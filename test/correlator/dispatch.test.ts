import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileForms, matches, recognise } from '../../src/correlator/dispatch.ts'
import type { Form } from '../../src/correlator/form.ts'
import { forms } from '../../src/correlator/forms/index.ts'
import { lineState, readLine } from '../../src/correlator/line.ts'

const all = Object.values<Form>(forms)

/** The message of a sample, which may be a whole line. */
function messageOf(sample: string): string {
  return readLine(sample, null, lineState('-', '-', {}))?.message ?? sample.trim()
}

describe('the forms', () => {
  it('have one name each', () => {
    const names = all.map(({ name }) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it('have a sample each, and a sentence whose slots they have', () => {
    const poor = all.filter(({ lines, says, samples }) => {
      const slots = new Set(lines.flatMap((line) => [...line.matchAll(/\{(\w+)/g)].map(([, name]) => name)))
      const unknown = [...says.matchAll(/\{(\w+)\}/g)].filter(([, name]) => !slots.has(name))
      return samples.length === 0 || says === '' || unknown.length > 0
    })
    expect(poor.map(({ name }) => name)).toEqual([])
  })

  for (const form of all) {
    it(`${form.name}: each sample is matched by this form alone`, () => {
      for (const sample of form.samples) {
        const message = messageOf(sample)
        expect({ sample, forms: matches(message).map((match) => match.form) }).toEqual({ sample, forms: [form.name] })
        expect(recognise(message)?.form).toBe(form.name)
      }
    })
  }
})

describe('recognise', () => {
  it('prefers the longest fixed beginning', () => {
    const grammar = compileForms([
      { name: 'any', lines: ['MID {mid} {text}'], says: '', samples: [] },
      { name: 'ready', lines: ['MID {mid} ready {text}'], says: '', samples: [] },
    ])
    expect(grammar.recognise('MID 7 ready now')?.form).toBe('ready')
    expect(grammar.recognise('MID 7 reads now')?.form).toBe('any')
    expect(grammar.matches('MID 7 ready now').map(({ form }) => form)).toEqual(['ready', 'any'])
  })

  it('prefers the earlier template of a form', () => {
    const grammar = compileForms([{ name: 'x', lines: ['a {b} c {d}', 'a {b}'], says: '', samples: [] }])
    expect(grammar.recognise('a 1 c 2')?.fields).toEqual({ b: '1', d: '2' })
    expect(grammar.recognise('a 1 d 2')?.fields).toEqual({ b: '1 d 2' })
  })

  it('knows nothing of what is not there', () => {
    for (const message of ['', ' ', 'MID', 'MID 7', 'MID 7 sings', 'constructor', '__proto__']) {
      expect(recognise(message)).toBeNull()
    }
  })
})

// Not in the project, for it is somebody else's log. Where it lies beside it, every line must be recognised once.
const realLog = new URL('../../../shared/samples/cribl-esa-textmail-7.6.3.log', import.meta.url)
if (existsSync(realLog)) {
  it('a real log is recognised whole, no line by two forms', () => {
    const lines = readFileSync(realLog, 'utf8').split('\n').filter(Boolean)
    const counts = lines.map((line) => ({ line, forms: matches(messageOf(line)).length }))
    expect(lines.length).toBe(1000)
    expect(counts.filter(({ forms }) => forms !== 1)).toEqual([])
  })
} else {
  console.info(`passed over: ${realLog.pathname.split('/').at(-1)} is not here`)
}
