import { describe, expect, expectTypeOf, it } from 'vitest'
import { type EventOfForm, type FieldsOf, said } from '../../src/correlator/form.ts'
import { told } from './lines.ts'

describe('the fields of a form', () => {
  it('have their types from the text of the template', () => {
    type Fields = FieldsOf<'MID {mid} RID {rids} {x:int} {a:address} {w:word} {rest}'>
    expectTypeOf<Fields>().toEqualTypeOf<{
      readonly mid: number
      readonly rids: readonly number[]
      readonly x: number
      readonly a: string
      readonly w: string
      readonly rest: string
    }>()
  })

  it('are optional where only some of the templates have them', () => {
    expectTypeOf<FieldsOf<'ICID {icid} host {host}' | 'ICID {icid}'>>().toEqualTypeOf<{
      readonly icid: number
      readonly host?: string
    }>()
  })
})

describe('said', () => {
  it('gives the events of one form, in order, with their fields typed', () => {
    const log = told([
      'Start MID 5 ICID 7',
      'MID 5 ICID 7 RID 0 To: <a@example.org>',
      'MID 5 ICID 7 RID 1 To: <b@example.org>',
    ])
    const recipients = said(log.messages[0]?.timeline ?? [], 'envelope-recipient')
    expectTypeOf(recipients).toEqualTypeOf<EventOfForm<'envelope-recipient'>[]>()
    expect(recipients.map(({ fields }) => fields.rcptTo)).toEqual(['a@example.org', 'b@example.org'])
  })

  it('gives nothing where nothing was said', () => {
    expect(said([], 'injection-close')).toEqual([])
  })
})
