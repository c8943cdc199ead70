import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { command } from '../../commands/explain.ts'
import { at } from '../gather/ports.ts'
import { contextOf } from './context.ts'

const Told = z.object({ lines: z.array(z.object({ text: z.string(), form: z.string(), means: z.string() })) })

async function explained(text: string) {
  const reply = await command.run(text, contextOf())
  return { reply, forms: Told.parse(reply.json).lines.map(({ form }) => form) }
}

describe('pasted lines', () => {
  it.each<[string, string, string[]]>([
    ['one without its time', 'ICID 7 close', ['injection-close']],
    ['one with its time', at(1, 'ICID 7 close'), ['injection-close']],
    ['one as syslog has it', `<22>Nov 20 12:00:00 esa1 mail_logs: Info: ICID 7 close`, ['injection-close']],
    [
      'several, in their order',
      'ICID 7 close\nNew SMTP ICID 7 interface Data 1 (192.0.2.25) address 192.0.2.1 reverse dns host unknown verified no',
      ['injection-close', 'injection-start'],
    ],
    ['some nobody knows', 'ICID 7 close\nMID 8 does what nobody knows', ['injection-close', 'unrecognised']],
    ['one of a sender who writes like a log', "MID 7 Subject 'Info: ICID 7 close'", ['subject']],
    ['one that names no id', 'Begin Logfile', ['log-begin']],
    ['empty ones between', '\n\nICID 7 close\n\n', ['injection-close']],
    ['the same twice', 'ICID 7 close\nICID 7 close', ['injection-close', 'injection-close']],
  ])('%s', async (_, text, forms) => {
    const { reply, forms: found } = await explained(text)
    expect(found).toEqual(forms)
    expect(reply.status).toBe(0)
  })

  it('that nobody knows are no answer', async () => {
    const { reply } = await explained('the mail is gone')
    expect(reply).toMatchObject({ status: 2, headline: 'No line here is one I know.' })
  })

  it('are told one by one, after how many of them are known', async () => {
    const { reply } = await explained('ICID 7 close\nICID 8 close\nwhat')
    expect(reply.headline).toBe('2 of 3 lines are known.')
    expect(reply.sections[0]).toMatchObject({
      kind: 'list',
      items: [[{ code: 'ICID 7 close' }, ' ', expect.any(String)], {}, {}],
    })
  })

  it('that have no end are cut where they are shown', async () => {
    const { reply } = await explained(`ICID 7 close\nMID 7 Subject '${'x'.repeat(90_000)}'`)
    const [section] = reply.sections
    const [, long] = section?.kind === 'list' ? section.items : []
    expect(long?.[0]).toEqual({ code: `${"MID 7 Subject '".padEnd(200, 'x')}…` })
  })
})

describe('a cause', () => {
  it.each(['hat-reject-reputation', 'HAT reject reputation'])('%s', async (text) => {
    const reply = await command.run(text, contextOf())
    expect(reply.headline).toMatch(/SBRS/)
    expect(reply.json).toMatchObject({ cause: 'hat-reject-reputation', cites: expect.any(Array) })
  })
})
