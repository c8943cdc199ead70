import { describe, expect, it } from 'vitest'
import { changedOf } from '../../src/diagnosis/changed.ts'
import { diagnose, verdictOf } from '../../src/diagnosis/diagnose.ts'
import { whatChanged } from '../../src/reply/changed.ts'
import { toJson } from '../../src/reply/json.ts'
import { languages } from '../../src/reply/languages/index.ts'
import { speak } from '../../src/reply/speech.ts'
import { answerJson } from '../contract.ts'
import { dayAsked, evidenceOf, handedOver, type Told, taken } from './evidence-of.ts'

const before = `${taken()}\n${handedOver()}`
const quarantined = `${taken()}\n09:00:01 MID 12 enqueued to "Policy" (content filter:held)\n09:00:01 MID 12 quarantined to "Policy" (content filter:held)`
/** As far as the recipient, and then the other side went away. */
const aborted = `${taken().split('\n').slice(0, 6).join('\n')}\n09:05:00 Message aborted MID 12 Receiving aborted\n09:05:00 Message finished MID 12 aborted\n09:05:00 ICID 7 lost`
const refused = [
  '09:00:00 New SMTP ICID 7 interface Data 1 (203.0.113.1) address 192.0.2.7 reverse dns host out1.example.com verified yes',
  '09:00:00 ICID 7 REJECT SG BLOCKED_LIST match 192.0.2.0/24 SBRS 1.2 country Ireland',
  '09:00:00 ICID 7 close',
].join('\n')

/** So many refused connections, one a minute. */
function often(times: number): string {
  return Array.from({ length: times }, (_, minute) =>
    refused.replaceAll('ICID 7', `ICID ${100 + minute}`).replaceAll('09:00', `09:${String(minute).padStart(2, '0')}`),
  ).join('\n')
}

/** What differs, as the parts and their values; an empty list where nothing is told. */
interface ChangeCase extends Told {
  readonly name: string
  readonly differs: readonly (readonly [string, Readonly<Record<string, unknown>>])[]
}

const cases: readonly ChangeCase[] = [
  { name: 'nothing came before', log: refused, differs: [] },
  { name: 'all as before', before, log: quarantined, differs: [] },
  {
    name: 'it was delivered, whatever differs',
    before,
    log: before.replaceAll('1.2 country', '9.0 country'),
    differs: [],
  },
  {
    name: 'another sender group',
    before,
    log: refused,
    differs: [['group', { now: 'BLOCKED_LIST', before: 'UNKNOWNLIST' }]],
  },
  {
    name: 'a worse reputation',
    before,
    log: quarantined.replace('SBRS 1.2', 'SBRS -0.9'),
    differs: [['sbrs', { now: '−0.9', before: '1.2' }]],
  },
  {
    name: 'a reputation that is not there is no other one',
    before,
    log: quarantined.replace('SBRS 1.2', 'SBRS None'),
    differs: [],
  },
  {
    name: 'another address',
    before,
    log: quarantined.replace('address 192.0.2.7', 'address 192.0.2.9'),
    differs: [['ip', { now: '192.0.2.9', before: '192.0.2.7' }]],
  },
  {
    name: 'one more address of many',
    before: [1, 2, 3, 4]
      .map((n) =>
        taken()
          .replaceAll('ICID 7', `ICID 4${n}`)
          .replaceAll('MID 12', `MID 4${n}`)
          .replace('192.0.2.7', `192.0.2.${n}`),
      )
      .join('\n'),
    log: quarantined.replace('address 192.0.2.7', 'address 192.0.2.9'),
    differs: [],
  },
  {
    name: 'another reverse DNS name',
    before,
    log: quarantined.replace('out1.example.com', 'new.example.com'),
    differs: [['host', { now: 'new.example.com', before: 'out1.example.com' }]],
  },
  {
    name: 'no reverse DNS name any more',
    before,
    log: quarantined.replace('out1.example.com verified yes', 'unknown verified no'),
    differs: [['lostName', { before: 'out1.example.com' }]],
  },
  {
    name: 'a name that does not lead back any more',
    before,
    log: quarantined.replace('verified yes', 'verified no'),
    differs: [['unverified', { now: 'out1.example.com' }]],
  },
  {
    name: 'another version of TLS',
    before,
    log: aborted.replace('TLSv1.2', 'TLSv1.3'),
    differs: [['tls', { now: 'TLSv1.3', before: 'TLSv1.2' }]],
  },
  {
    name: 'no encryption any more',
    before,
    log: aborted.replace(/^.*TLS success.*\n/m, ''),
    differs: [['plain', { before: 'TLSv1.2' }]],
  },
  {
    name: 'no encryption any more, of a mail that was taken and held',
    before,
    log: quarantined.replace(/^.*TLS success.*\n/m, ''),
    differs: [],
  },
  {
    name: 'refused before TLS could begin',
    before,
    log: refused.replace('BLOCKED_LIST', 'UNKNOWNLIST'),
    differs: [],
  },
  { name: 'a reputation some tenths off', before, log: quarantined.replace('SBRS 1.2', 'SBRS 0.8'), differs: [] },
  {
    name: 'another mail policy',
    before: before.replace('policy DEFAULT', 'policy Board'),
    log: quarantined,
    differs: [['policy', { now: 'DEFAULT', before: 'Board' }]],
  },
  {
    name: 'another mail policy, for another recipient',
    before: before.replace('policy DEFAULT', 'policy Board').replace('ann@', 'bob@'),
    log: quarantined,
    differs: [],
  },
  {
    name: 'far more tries than usual',
    before,
    log: often(30),
    differs: [
      ['group', { now: 'BLOCKED_LIST', before: 'UNKNOWNLIST' }],
      ['volume', { count: 30, usual: 1 }],
    ],
  },
  {
    name: 'a few tries more',
    before,
    log: often(6),
    differs: [['group', { now: 'BLOCKED_LIST', before: 'UNKNOWNLIST' }]],
  },
]

describe('what changed since the last mail that was taken', () => {
  it.each(cases)('$name', ({ differs, ...told }) => {
    const evidence = evidenceOf(told)
    const leading = verdictOf(diagnose(evidence))
    if (!leading) throw new Error('nothing found')
    const changed = changedOf(evidence, leading)
    expect(changed?.differences.map(({ what, slots }) => [what, slots]) ?? []).toEqual(differs)
  })

  it.each(languages.map(({ tag }) => tag))('is one sentence of three things at most: %s', async (tag) => {
    const log = quarantined
      .replace('SBRS 1.2', 'SBRS -0.9')
      .replace('policy DEFAULT', 'policy Board')
      .replace('UNKNOWN', 'SUSPECT')
    const evidence = evidenceOf({ before, log: log.replace('verified yes', 'verified no') })
    const leading = verdictOf(diagnose(evidence))
    if (!leading) throw new Error('nothing found')
    expect(whatChanged(evidence, leading, speak(tag, 'UTC', dayAsked.to))).toMatchSnapshot()
  })

  it('is in the object that others read, whole, with a score as a number', () => {
    const log = quarantined
      .replace('SBRS 1.2', 'SBRS -0.9')
      .replace('out1.example.com verified yes', 'unknown verified no')
    const evidence = evidenceOf({ before, log })
    const asked = { ask: 'why', gateways: ['esa1'], language: 'fr' }
    const json = toJson(evidence, diagnose(evidence), asked, speak('fr', 'UTC', dayAsked.to), 1)
    expect(answerJson.parse(json).changed).toEqual({
      takenAt: '2026-11-17T09:00:00Z',
      differences: [
        {
          what: 'lostName',
          now: null,
          before: 'out1.example.com',
          text: 'pas de nom en DNS inverse (alors out1.example.com)',
        },
        { what: 'sbrs', now: -0.9, before: 1.2, text: 'réputation −0.9 (alors 1.2)' },
      ],
    })
  })

  it('is null there where nothing differs', () => {
    const evidence = evidenceOf({ before, log: quarantined })
    const asked = { ask: 'why', gateways: ['esa1'], language: 'en' }
    expect(toJson(evidence, diagnose(evidence), asked, speak('en', 'UTC', dayAsked.to), 1).changed).toBeNull()
  })

  it('does not say again what the summary says', () => {
    const evidence = evidenceOf({ before, log: refused.replace('192.0.2.0/24 SBRS 1.2', 'sbrs[-10.0:-3.0] SBRS -6.3') })
    const leading = verdictOf(diagnose(evidence))
    if (!leading) throw new Error('nothing found')
    expect(changedOf(evidence, leading)?.differences.map(({ what }) => what)).toContain('group')
    expect(whatChanged(evidence, leading, speak('en', 'UTC', dayAsked.to))).toBeNull()
  })
})
