import { describe, expect, it } from 'vitest'
import { attemptsOf, type Fate } from '../../src/diagnosis/attempts.ts'
import { at, begun, handedOver, letIn, mailLogOf, taken } from './evidence-of.ts'

interface FateCase {
  readonly name: string
  readonly log: string
  /** The fate of each attempt, in order of time. */
  readonly fates: readonly Fate[]
  /** What became of each recipient of the last attempt. */
  readonly recipients?: Readonly<Record<string, Fate>>
}

const external = `09:00:05 ISQ: Tagging MID 12 for quarantine
  09:00:05 MID 12 queued for delivery
  09:00:06 Delivery start DCID 30 MID 12 to RID [0] to offbox IronPort Spam Quarantine
  09:00:06 Message done DCID 30 MID 12 to RID [0] (external quarantine) 
  09:00:06 Message finished MID 12 done`

const cases: readonly FateCase[] = [
  { name: 'delivered', log: `${taken()}\n${handedOver()}`, fates: ['delivered'] },
  {
    name: 'delivered, and its beginning was not read',
    log: handedOver(),
    fates: ['delivered'],
  },
  { name: 'taken and not gone on', log: taken(), fates: ['open'] },
  { name: 'queued as the last word', log: `${taken()}\n09:00:05 MID 12 queued for delivery`, fates: ['queued'] },
  { name: 'the external quarantine is no delivery', log: `${taken()}\n${external}`, fates: ['quarantined'] },
  {
    name: 'tagged for the quarantine, then dropped by a later engine',
    log: `${taken()}\n09:00:05 ISQ: Tagging MID 12 for quarantine\n09:00:06 Message aborted MID 12 Dropped by antivirus\n09:00:06 Message finished MID 12 done`,
    fates: ['dropped'],
  },
  {
    name: 'done does not mean delivered',
    log: `${taken()}\n09:00:05 Message aborted MID 12 Dropped by CASE\n09:00:05 Message finished MID 12 done`,
    fates: ['dropped'],
  },
  {
    name: 'lost after ready is harmless',
    log: `${begun()}\n09:00:02 MID 12 ready 9 bytes from <alice@example.com>\n09:00:03 ICID 7 lost\n${handedOver()}`,
    fates: ['delivered'],
  },
  {
    name: 'delayed, then delivered',
    log: `${taken()}\n09:00:05 MID 12 queued for delivery\n09:00:06 Delayed: DCID 29 MID 12 From: <alice@example.com> To: <ann@example.org> RID 0 - 4.3.2 - Not accepting messages at this time ('421', ['4.3.2 later'])\n${handedOver('09:20:00')}`,
    fates: ['delivered'],
  },
  {
    name: 'delayed and waiting; pending names the MID without the word',
    log: `${taken()}\n09:00:06 Delayed: DCID 29 MID 12 From: <alice@example.com> To: <ann@example.org> RID 0 - 4.3.2 - Not accepting messages at this time ('421', ['4.3.2 later'])\n09:00:06 Message 12 to RID [0] pending till Fri Nov 20 09:15:06 2026`,
    fates: ['deferred'],
  },
  {
    name: 'bounced, and the notice is no attempt',
    log: `${taken()}\n09:00:06 Bounced: DCID 29 MID 12 From: <alice@example.com> To: <ann@example.org> RID 0 - 5.1.0 - Unknown address error ('550', ['no such user'])\n09:00:06 MID 13 was generated for bounce of MID 12\n09:00:06 Start MID 13 ICID 0\n09:00:06 MID 13 ICID 0 From: <>\n09:00:06 MID 13 ICID 0 RID 0 To: <alice@example.com>\n09:00:06 Message finished MID 12 done\n${handedOver('09:00:07', 13)}`,
    fates: ['bounced'],
  },
  {
    name: 'a copy goes on, the mail itself was dropped',
    log: `${taken()}\n09:00:04 MID 13 was generated based on MID 12 by bcc filter 'Archive'\n09:00:04 Start MID 13 ICID 0\n09:00:04 MID 13 ICID 0 From: <alice@example.com>\n09:00:04 MID 13 ICID 0 RID 0 To: <archive@example.org>\n09:00:05 Message aborted MID 12 Dropped by CASE\n${handedOver('09:00:07', 13)}`,
    fates: ['dropped'],
  },
  {
    name: 'rewritten: the new number is the same mail, even where the line comes late',
    log: `${taken()}\n09:00:04 Start MID 13 ICID 0\n09:00:04 MID 13 ICID 0 From: <alice@example.com>\n09:00:04 MID 13 ICID 0 RID 0 To: <ann@example.org>\n09:00:04 MID 12 rewritten to MID 13 by add-footer filter 'Footer'\n09:00:04 Message finished MID 12 done\n${handedOver('09:00:07', 13)}`,
    fates: ['delivered'],
    recipients: { 'ann@example.org': 'delivered' },
  },
  {
    name: 'split: one recipient is delivered under the old number, one held under the new',
    log: `${taken('09:00:00', ['ann@example.org', 'bob@example.org'])}\n09:00:04 MID 12 was split creating MID 13 due to a per-recipient policy Staff\n09:00:04 Start MID 13 ICID 0\n09:00:04 MID 13 ICID 0 From: <alice@example.com>\n09:00:04 MID 13 ICID 0 RID 0 To: <bob@example.org>\n09:00:05 MID 13 quarantined to "Policy" (content filter:Hold)\n${handedOver()}`,
    fates: ['delivered'],
    recipients: { 'ann@example.org': 'delivered', 'bob@example.org': 'quarantined' },
  },
  {
    name: 'held, released, delivered',
    log: `${taken()}\n09:00:05 MID 12 quarantined to "Outbreak" (VOF rule:x)\n11:00:00 MID 12 released from quarantine "Outbreak" (expired)\n11:00:00 MID 12 released from all quarantines\n${handedOver('11:00:05')}`,
    fates: ['delivered'],
  },
  {
    name: 'held in two quarantines, released from one',
    log: `${taken()}\n09:00:05 MID 12 quarantined to "Outbreak" (VOF rule:x)\n09:00:05 MID 12 quarantined to "Policy" (content filter:Hold)\n11:00:00 MID 12 released from quarantine "Outbreak" (expired)`,
    fates: ['quarantined'],
  },
  {
    name: 'held and deleted',
    log: `${taken()}\n09:00:05 MID 12 quarantined to "Policy"\n11:00:00 MID 12 deleted from quarantine "Policy" (expired)\n11:00:00 MID 12 deleted from all quarantines`,
    fates: ['dropped'],
  },
  {
    name: 'released from the spam quarantine under a new number',
    log: `${taken()}\n09:00:05 ISQ: Tagging MID 12 for quarantine\n09:00:05 ISQ: Quarantined MID 12\n09:00:05 Message finished MID 12 done\n10:00:00 ISQ: Reinjected MID 12 as MID 13\n10:00:00 Start MID 13 ICID 0\n10:00:00 MID 13 ICID 0 From: <alice@example.com>\n10:00:00 MID 13 ICID 0 RID 0 To: <ann@example.org>\n${handedOver('10:00:05', 13)}`,
    fates: ['delivered'],
  },
  {
    name: 'one recipient refused, one delivered: it arrived, for one',
    log: `${begun()}\n09:00:00 MID 12 ICID 7 To: <nobody@example.org> Rejected by LDAPACCEPT\n09:00:02 MID 12 ready 9 bytes from <alice@example.com>\n${handedOver()}`,
    fates: ['delivered'],
    recipients: { 'ann@example.org': 'delivered', 'nobody@example.org': 'refused' },
  },
  {
    name: 'the only recipient refused: the abort that follows is no reason of its own',
    log: `${letIn()}\n09:00:00 Start MID 12 ICID 7\n09:00:00 MID 12 ICID 7 From: <alice@example.com>\n09:00:01 MID 12 ICID 7 To: <nobody@example.org> Rejected by RAT\n09:00:02 Message aborted MID 12 Receiving aborted by sender\n09:00:02 Message finished MID 12 aborted`,
    fates: ['refused'],
  },
  {
    name: 'too big: the line names the ICID alone, and the message then open is meant',
    log: `${begun()}\n09:00:09 ICID 7 Receiving Failed: Message size exceeds limit\n09:00:09 Message aborted MID 12 Receiving aborted\n09:00:09 Message finished MID 12 aborted`,
    fates: ['refused'],
  },
  {
    name: 'refused by the HAT: a connection without a message',
    log: `09:00:00 New SMTP ICID 7 interface Data 1 (203.0.113.1) address 192.0.2.7 reverse dns host unknown verified no\n09:00:00 ICID 7 REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0] SBRS -6.3 country Ireland\n09:00:00 ICID 7 close`,
    fates: ['refused'],
  },
  {
    name: 'refused by TCP, ICID 0',
    log: '09:00:00 ICID 0 TCPREFUSE SG BLOCKED_LIST match 192.0.2.7 SBRS -9.9',
    fates: ['refused'],
  },
  {
    name: 'a refused sender has no message; the next one on the same connection has',
    log: `${letIn()}\n09:00:01 ICID 7 Address: <a@gone.example.com> sender rejected, envelope sender domain does not exist\n09:00:02 Start MID 12 ICID 7\n09:00:02 MID 12 ICID 7 From: <alice@example.com>\n09:00:02 MID 12 ICID 7 RID 0 To: <ann@example.org>\n09:00:03 MID 12 ready 9 bytes from <alice@example.com>\n${handedOver()}`,
    fates: ['refused', 'delivered'],
  },
  {
    name: 'let in, and gone without a word',
    log: `${letIn()}\n09:00:02 ICID 7 lost\n09:00:02 ICID 7 close`,
    fates: ['aborted'],
  },
  {
    name: 'a digest and an alert of our own are no attempts',
    log: '09:00:00 Start MID 9 ICID 0 (ISQ Notification)\n09:00:00 MID 9 ICID 0 From: <>\n09:00:01 MID 10 From: <> To: <admin@example.org>, ... 1 total recipients',
    fates: [],
  },
  {
    name: 'dropped for the recipient that the directory does not know',
    log: `${taken('09:00:00', ['ann@example.org', 'bob@example.org'])}\n09:00:04 LDAP: Drop query Corp.ldapaccept MID 12 RID 1 address bob@example.org\n${handedOver()}`,
    fates: ['delivered'],
    recipients: { 'ann@example.org': 'delivered', 'bob@example.org': 'dropped' },
  },
]

describe('attemptsOf', () => {
  it.each(cases)('$name', ({ log, fates, recipients }) => {
    const attempts = attemptsOf(mailLogOf(log))
    expect(attempts.map(({ fate }) => fate)).toEqual(fates)
    if (!recipients) return
    const told = attempts.at(-1)?.recipients?.map(({ rcptTo, fate }) => [rcptTo, fate])
    expect(Object.fromEntries(told ?? [])).toEqual(recipients)
  })

  it('tells who came, what the HAT said, and whom the mail was for', () => {
    const [attempt] = attemptsOf(mailLogOf(taken('09:12:00', ['ann@example.org', 'bob@example.org'])))
    expect(attempt).toMatchObject({
      gateway: 'esa1',
      time: at('09:12:00'),
      ip: '192.0.2.7',
      host: 'out1.example.com',
      verified: true,
      icid: 7,
      mid: 12,
      mailFrom: 'alice@example.com',
      rcptTo: ['ann@example.org', 'bob@example.org'],
      senderGroup: 'UNKNOWNLIST',
      sbrs: 1.2,
    })
    expect(attempt).not.toHaveProperty('outbound')
  })

  it.each([
    ['RELAY', '09:00:00 ICID 7 RELAY SG RELAY_SG match 192.0.2.7 SBRS not enabled'],
    [
      'the outbound table',
      '09:00:02 MID 12 matched all recipients for per-recipient policy DEFAULT in the outbound table',
    ],
  ])('marks mail on its way out, by %s', (_, line) => {
    const start =
      '09:00:00 New SMTP ICID 7 interface Data 1 (203.0.113.1) address 192.0.2.7 reverse dns host a.example.org verified yes'
    const message = '09:00:01 Start MID 12 ICID 7\n09:00:01 MID 12 ICID 7 From: <ann@example.org>'
    expect(attemptsOf(mailLogOf(`${start}\n${message}\n${line}`))).toMatchObject([{ outbound: true, sbrs: null }])
  })

  it('names sender and recipients of a connection that the HAT refused late', () => {
    const log = `09:00:00 ICID 41 Delayed HAT REJECT continuing session for recipient logging (192.0.2.7)
      09:00:01 ICID 41 Delayed HAT REJECT Message from: alice@example.com (192.0.2.7)
      09:00:02 ICID 41 Delayed HAT REJECT Message recipient: <ann@example.org> (192.0.2.7)
      09:00:02 ICID 41 Delayed HAT REJECT Message recipient: <bob@example.org> (192.0.2.7)`
    expect(attemptsOf(mailLogOf(log))).toMatchObject([
      { fate: 'refused', mailFrom: 'alice@example.com', rcptTo: ['ann@example.org', 'bob@example.org'], mid: null },
    ])
  })

  it('takes the address behind a relay of ours for the sender', () => {
    const log = `${begun()}\n09:00:01 MID 12 IncomingRelay(edge): Header Received found, IP 198.51.100.9 being used, SBRS -2.5`
    expect(attemptsOf(mailLogOf(log))).toMatchObject([{ ip: '198.51.100.9', host: null, sbrs: -2.5 }])
  })
})
