import { describe, expect, it } from 'vitest'
import type { About } from '../../src/correlator/ids.ts'
import { attemptsOf, concerns, withoutOutbound } from '../../src/diagnosis/attempts.ts'
import type { Way } from '../../src/diagnosis/concerns.ts'
import { begun, letIn, mailLogOf, taken } from './evidence-of.ts'

const byService = begun().replaceAll('alice@example.com', 'b-1@bounces.example.net')
const headerFrom = `${byService}\n09:00:02 MID 12 DMARC: Message from domain example.com, DMARC pass (SPF aligned False, DKIM aligned True)`
const reputation = `${byService}\n09:00:02 MID 12 SDR: Domains for which SDR is requested: reverse DNS host: a.example.net, helo: a.example.net, env-from: bounces.example.net, header-from: news.example.com, reply-to: Not Present`
const bounce = begun().replaceAll('<alice@example.com>', '<>')

const cases: readonly (readonly [name: string, log: string, about: About, to: string | null, by: Way | null])[] = [
  ['the envelope domain', begun(), { domain: 'example.com' }, null, 'envelope'],
  [
    'a domain below it',
    begun().replace('alice@example.com', 'a@m.example.com'),
    { domain: 'example.com' },
    null,
    'envelope',
  ],
  ['never a longer label', begun().replace('alice@', 'alice@bad'), { domain: 'example.com' }, null, null],
  ['the address', begun(), { address: 'alice@example.com' }, null, 'envelope'],
  ['another person of the domain', begun(), { address: 'carol@example.com' }, null, null],
  ['the From header by DMARC', headerFrom, { domain: 'example.com' }, null, 'header-from'],
  ['the From header by the reputation line', reputation, { domain: 'example.com' }, null, 'header-from'],
  ['an address, by the From header of its domain', headerFrom, { address: 'alice@example.com' }, null, 'header-from'],
  ['the reverse DNS name of a silent connection', letIn(), { domain: 'example.com' }, null, 'host'],
  ['the range of a silent connection', letIn('09:00:00', 'unknown'), { domain: 'example.com' }, null, 'ip'],
  ['the range of another domain does not count', byService, { domain: 'example.com' }, null, null],
  ['the server of a bounce', bounce, { domain: 'example.com' }, null, 'host'],
  ['an address asked about', byService, { ip: '192.0.2.7' }, null, 'ip'],
  ['a host asked about', byService, { host: 'out1.example.com' }, null, 'host'],
  ['a Message-ID', taken(), { messageId: '4711@example.com' }, null, 'message-id'],
  ['a Message-ID in brackets', taken(), { messageId: '<4711@example.com>' }, null, 'message-id'],
  ['a MID', taken(), { mid: 12 }, null, 'mid'],
  ['an ICID', letIn(), { icid: 7 }, null, 'icid'],
  ['the recipient asked about', begun(), { domain: 'example.com' }, 'ann@example.org', 'envelope'],
  ['the recipient domain asked about', begun(), { domain: 'example.com' }, 'example.org', 'envelope'],
  ['another recipient', begun(), { domain: 'example.com' }, 'bob@example.org', null],
  ['no recipient was named yet', letIn(), { domain: 'example.com' }, 'bob@example.org', 'host'],
]

describe('concerns', () => {
  it.each(cases)('%s', (_, log, about, recipient, by) => {
    const [attempt] = attemptsOf(mailLogOf(log))
    if (!attempt) throw new Error('no attempt in the log of this case')
    const candidates = [{ range: '192.0.2.0/28', from: 'spf', path: '' } as const]
    expect(concerns(attempt, about, recipient, candidates)?.by ?? null).toBe(by)
  })

  it('leaves mail on its way out aside, unless there is no other', () => {
    const relayed = begun().replace('ACCEPT', 'RELAY')
    const out = attemptsOf(mailLogOf(relayed))
    const both = [...out, ...attemptsOf(mailLogOf(begun()))]
    expect(withoutOutbound(out)).toEqual(out)
    expect(withoutOutbound(both)).toEqual(both.slice(1))
  })
})
