import { describe, expect, it } from 'vitest'
import { compileForm } from '../../src/correlator/compile.ts'

function compiled(...lines: string[]) {
  return compileForm({ name: 'test', lines, says: '', samples: [] })
}

describe('compileForm', () => {
  it('takes a template apart into a fixed beginning and a rest', () => {
    const [variant] = compiled('MID {mid} ICID  {icid} To: {rcptTo:address} by {by}')
    expect(variant).toEqual({
      form: 'test',
      prefix: [{ chunk: 'MID' }, ' ', 'id', ' ', { chunk: 'ICID' }, ' ', 'id', ' ', { chunk: 'To:' }],
      tail: [
        { kind: 'literal', text: ' ', codes: [32] },
        { kind: 'address', name: 'rcptTo' },
        { kind: 'literal', text: ' by ', codes: [32, 98, 121, 32] },
        { kind: 'text', name: 'by' },
      ],
      names: ['mid', 'icid', 'rcptTo', 'by'],
      ids: { mid: true, icid: true, newMid: false, dcid: false, recipients: false },
    })
  })

  it('takes a template that begins with an id', () => {
    const [variant] = compiled('{icid} Sent to {ip:word}')
    expect(variant?.prefix).toEqual(['id', ' ', { chunk: 'Sent' }, ' ', { chunk: 'to' }])
  })

  it('gives one variant for each template, in their order', () => {
    expect(compiled('ICID {icid} lost badly', 'ICID {icid} lost').map(({ prefix }) => prefix.length)).toEqual([7, 5])
  })

  for (const [template, wrong] of [
    ['MID {mid:number} ready', 'no kind of slot is called "number"'],
    ['MID {mid}{text}', 'two slots without a literal'],
    ['{text} ready', 'must begin with a literal or an id'],
    ['{x:int} ready', 'must begin with a literal or an id'],
    ['MID {mid ready', 'not closed'],
    ['MID {mid} to MID {mid}', 'stands twice'],
  ] as const) {
    it(`refuses "${template}"`, () => {
      expect(() => compiled(template)).toThrow(wrong)
    })
  }
})
