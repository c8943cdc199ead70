import { describe, expect, it } from 'vitest'
import { diagnose, verdictOf } from '../../src/diagnosis/diagnose.ts'
import { defineRule, type Outcome, type Rule, type Stage } from '../../src/diagnosis/rule.ts'
import { rules as everyRule } from '../../src/diagnosis/rules/index.ts'
import { begun, check, evidenceOf, handedOver, letIn, taken } from './evidence-of.ts'

const earlier = (log: string) =>
  log.replaceAll('09:', '08:').replaceAll('MID 12', 'MID 2').replaceAll('ICID 7', 'ICID 2')
const lost = `${begun()}\n09:00:37 ICID 7 lost\n09:00:37 Message aborted MID 12 Receiving aborted`
const refused = `${letIn().replace('ACCEPT', 'REJECT').replace('sbrs[-1.0:10.0]', 'sbrs[-10.0:-3.0]')}\n09:00:00 ICID 7 close`
const spam = `${taken()}\n09:00:05 Message aborted MID 12 Dropped by CASE`

interface StoryCase {
  readonly name: string
  readonly log: string
  /** The causes found, as far as they are told here, in their order. */
  readonly order: readonly string[]
}

const stories: readonly StoryCase[] = [
  {
    name: 'refused at 8, delivered at 9',
    log: `${earlier(refused)}\n${taken()}\n${handedOver()}`,
    order: ['delivered', 'hat-reject-reputation'],
  },
  {
    name: 'delivered at 8, refused at 9',
    log: `${earlier(`${taken()}\n${handedOver()}`)}\n${refused}`,
    order: ['hat-reject-reputation', 'delivered'],
  },
  { name: 'broken at 8, dropped at 9', log: `${earlier(lost)}\n${spam}`, order: ['spam-drop', 'receiving-aborted'] },
  {
    name: 'a connection without mail after it does not outdo a drop',
    log: `${earlier(spam)}\n${letIn()}\n09:00:01 ICID 7 lost`,
    order: ['spam-drop', 'smtp-inspection'],
  },
]

describe('diagnose', () => {
  it.each(stories)('tells the latest outcome first: $name', ({ log, order }) => {
    expect(diagnose(evidenceOf({ log })).findings.map(({ cause }) => cause)).toEqual(order)
  })

  it('tells apart the three ways in which receiving ends (vendor note 118295), relayed as they are there', () => {
    const start = `11:04:31 New SMTP ICID 93 interface Management (203.0.113.1) address 192.0.2.7 reverse dns host ns.example.com verified no
      11:04:31 ICID 93 RELAY SG RELAY_SG match 192.0.2.7 SBRS not enabled
      11:04:51 Start MID 44 ICID 93
      11:04:51 MID 44 ICID 93 From: <alice@example.com>
      11:05:00 MID 44 ICID 93 RID 0 To: <ann@example.org>`
    const ends = {
      'receiving-aborted': '11:05:36 ICID 93 lost\n11:05:36 Message aborted MID 44 Receiving aborted',
      'idle-timeout': '11:10:00 Message aborted MID 44 Receiving aborted',
      'aborted-by-sender': '11:05:03 Message aborted MID 44 Receiving aborted by sender',
    }
    for (const [cause, end] of Object.entries(ends)) {
      const log = `${start}\n${end}\n11:10:00 Message finished MID 44 aborted\n11:10:00 ICID 93 close`
      expect(verdictOf(diagnose(evidenceOf({ log })))?.cause).toBe(cause)
    }
  })

  it('tells our time-out from the message alone, where the connection was not read (the same note)', () => {
    const log = `22:20:07 Start MID 58 ICID 65
      22:20:07 MID 58 ICID 65 From: <alice@example.com>
      22:20:07 MID 58 ICID 65 RID 0 To: <ann@example.org>
      22:25:07 Message aborted MID 58 Receiving aborted
      22:25:07 Message finished MID 58 aborted`
    expect(verdictOf(diagnose(evidenceOf({ log })))).toMatchObject({ cause: 'idle-timeout', certainty: 'likely' })
  })

  it('gives the recipient asked about its own answer', () => {
    const log = `${taken('09:00:00', ['ann@example.org', 'bob@example.org'])}\n09:00:04 LDAP: Drop query Corp.ldapaccept MID 12 RID 1 address bob@example.org\n${handedOver()}`
    const ask = (recipient?: string) => verdictOf(diagnose(evidenceOf({ log, ...(recipient && { recipient }) })))?.cause
    expect([ask(), ask('ann@example.org'), ask('bob@example.org')]).toEqual([
      'delivered-to-some',
      'delivered',
      'ldap-drop-in-queue',
    ])
  })

  it('never leads with a DNS defect where the log says what happened', () => {
    const checks = [check('R1.elsewhere', 'example.org', { mx: [] }), check('S15.slow', '192.0.2.7', { ms: 9_000 })]
    for (const log of [lost, refused, spam]) {
      const verdict = verdictOf(diagnose(evidenceOf({ log, checks })))
      expect(verdict?.certainty).toBe('proven')
    }
  })

  it('has no verdict where no line says what stopped the mail', () => {
    expect(verdictOf(diagnose(evidenceOf({ log: begun() })))).toBeNull()
  })

  it('tells what was looked at and is fine, in the order of the stages', () => {
    const { ruledOut } = diagnose(evidenceOf({ log: spam }))
    const stages = ruledOut.map(({ cause }) => everyRule.find((rule) => rule.cause === cause)?.stage ?? -1)
    expect(stages).toEqual(stages.toSorted((one, other) => one - other))
    const looked = ruledOut.filter(({ past }) => past === undefined).map(({ cause }) => cause)
    expect(looked).toEqual([
      'sent-from-another-domain',
      'behind-relay',
      'tls-handshake-failed',
      'rat-reject',
      'delivered',
    ])
    const past = ruledOut.filter((one) => one.past === 'received').map(({ cause }) => cause)
    expect(past).toContain('message-too-big')
  })

  it('loses one outcome, not the answer, to a rule that throws', () => {
    const thrown: [string, unknown][] = []
    const bug = new Error('a bug')
    const rules = [
      ruleThat('virus-action', 5, () => {
        throw bug
      }),
      ruleThat('spam-drop', 4, () => ({ outcome: 'clear' })),
      ruleThat('mx-points-elsewhere', 0, () => ({ outcome: 'unknown', missing: 'dns' })),
    ]
    const diagnosis = diagnose(evidenceOf({}), { rules, crashed: (cause, error) => thrown.push([cause, error]) })
    expect(diagnosis).toEqual({
      findings: [],
      ruledOut: [{ cause: 'spam-drop', slots: {} }],
      unknowns: [{ cause: 'mx-points-elsewhere', missing: 'dns' }],
      crashed: ['virus-action'],
    })
    expect(thrown).toEqual([['virus-action', bug]])
  })
})

function ruleThat(cause: string, stage: Stage, examine: () => Outcome): Rule {
  const texts = { headline: { default: '' }, summary: { default: '' }, steps: {}, meaning: '' }
  return defineRule({ cause, stage, cites: [], evidence: 'seen', texts, examine })
}
