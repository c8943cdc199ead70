import { expect, test } from 'vitest'
import { judgeRecipient } from '../../../src/checks/listener/recipient.ts'

const seen = { host: 'mx.example.org', port: 25, address: '', tls: null, extensions: [], gap: null }

type Said = readonly [stage: string, code: number | null, text: string]
const taken: Said = ['mail', 250, '2.1.0 sender ok']

const cases: readonly [what: string, said: readonly Said[], found: readonly string[], detail?: string][] = [
  ['taken', [taken, ['rcpt', 250, '2.1.5 ok']], ['ok R16.ok']],
  ['taken elsewhere', [taken, ['rcpt', 251, 'will forward']], ['ok R16.ok']],
  ['unknown there, as a gateway says it', [taken, ['rcpt', 550, '#5.1.0 Address rejected.']], ['problem R16.refused']],
  ['unknown there, as others say it', [taken, ['rcpt', 550, '5.1.1 no such user']], ['problem R16.refused']],
  ['a sender that is not liked', [taken, ['rcpt', 550, '5.1.8 bad sender']], ['unknown R16.turned-away']],
  [
    'the HAT, late',
    [taken, ['rcpt', 554, 'Your access to this mail system has been rejected']],
    ['unknown R16.turned-away'],
  ],
  ['this host may not', [taken, ['rcpt', 554, '5.7.1 Relay access denied']], ['unknown R16.turned-away']],
  ['put off', [taken, ['rcpt', 451, '4.7.1 greylisted']], ['unknown R16.later']],
  ['silence', [taken, ['rcpt', null, 'no answer in time']], ['unknown R16.unknown'], 'RCPT TO: no answer in time'],
  ['no sender taken', [['mail', 452, 'too many']], ['unknown R16.unknown'], 'MAIL FROM:<>: 452 too many'],
  ['not so far', [['banner', 554, 'go away']], []],
]

test.each(cases)('%s', (_, said, found, detail) => {
  const stages = said.map(([stage, code, text]) => ({ stage, code, text, ok: code !== null && code < 400, ms: 5 }))
  const results = judgeRecipient({ ...seen, stages }, 'postmaster@example.org')
  expect(results.map(({ status, key }) => `${status} ${key}`)).toEqual(found)
  for (const { subject, facts } of results) {
    expect(subject).toBe('mx.example.org:25')
    expect(facts).toMatchObject({ recipient: 'postmaster@example.org', ...(detail && { detail }) })
  }
})
