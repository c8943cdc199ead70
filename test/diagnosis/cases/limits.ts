import { begun, handedOver, letIn, taken } from '../evidence-of.ts'
import type { RuleCase } from './rule-case.ts'

function alert(clock: string, subject: string): string {
  return `${clock} A System/Critical alert was sent to admin@example.org with subject "Critical <System> esa1.example.org: ${subject}".`
}

const conservation = "This system (hostname: esa1.example.org) has entered a 'resource conservation' mode"

/** Connections from as many addresses, each put off for want of connections. */
function putOff(addresses: number, clock = '09:00:00'): string {
  const lines: string[] = []
  for (let n = 1; n <= addresses; n += 1) {
    lines.push(
      `${clock} New SMTP ICID ${n} interface Data 1 (203.0.113.1) address 192.0.2.${n} reverse dns host out${n}.example.com verified yes`,
      `${clock} ICID ${n} ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 1.2 country Ireland`,
      `${clock} ICID ${n} Receiving Failed: Connection limit exceeded`,
      `${clock} ICID ${n} close`,
    )
  }
  return lines.join('\n')
}

/** A mail of which so many recipients were taken, and one put off. */
function crowd(count: number): string {
  const recipients = Array.from(
    { length: count },
    (_, rid) => `09:00:01 MID 12 ICID 7 RID ${rid} To: <r${rid}@example.org>`,
  )
  return [
    letIn(),
    '09:00:01 Start MID 12 ICID 7',
    '09:00:01 MID 12 ICID 7 From: <alice@example.com>',
    ...recipients,
    '09:00:02 MID 12 ICID 7 To: <ann@example.org> Rejected by Receiving Control',
    '09:00:03 MID 12 ready 2069 bytes from <alice@example.com>',
  ].join('\n')
}

const limited = alert('08:59:00', 'System is rate limiting Envelope Sender alice@example.com')
const queued = `${taken()}\n09:00:02 MID 12 queued for delivery`
const other = [
  '09:30:00 Start MID 90 ICID 80',
  '09:30:00 MID 90 ICID 80 From: <x@example.net>',
  '09:30:00 MID 90 ICID 80 RID 0 To: <bob@example.org>',
  '09:30:01 New SMTP DCID 31 interface 203.0.113.1 address 198.51.100.20 port 25',
  '09:30:01 Delivery start DCID 31 MID 90 to RID [0]',
  '09:30:02 Message done DCID 31 MID 90 to RID [0] ',
].join('\n')

/** Limits of ours and the state of a gateway, at the stages 1 to 6. */
export const limitsCases: readonly RuleCase[] = [
  {
    cause: 'connection-limit-listener',
    name: 'many addresses at once',
    log: putOff(4),
    outcome: 'found',
    certainty: 'likely',
    slots: { addresses: 4 },
    cites: ['ICID 4 Receiving Failed'],
  },
  {
    cause: 'connection-limit-listener',
    name: 'one address',
    log: putOff(1),
    outcome: 'not-applicable',
    verdict: 'connection-limit-host',
  },
  {
    cause: 'connection-limit-host',
    name: 'without the limit it may be the listener',
    log: putOff(1),
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
  },
  {
    cause: 'connection-limit-host',
    name: 'many addresses at once',
    log: putOff(4),
    outcome: 'not-applicable',
    verdict: 'connection-limit-listener',
  },
  {
    cause: 'resource-conservation',
    name: 'the connection was put off',
    log: `${letIn()}\n09:00:00 ICID 7 Receiving Failed: Resources Low\n${alert('08:55:00', conservation)}`,
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    cites: ['Resources Low', 'resource conservation'],
  },
  {
    cause: 'resource-conservation',
    name: 'told while nothing came',
    log: alert('08:55:00', conservation),
    outcome: 'found',
    certainty: 'possible',
    variant: 'alert',
    verdict: 'never-connected',
  },
  {
    cause: 'resource-conservation',
    name: 'told, and the mail was taken all the same',
    log: `${taken()}\n${handedOver()}\n${alert('08:55:00', conservation)}`,
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'listener-suspended',
    name: 'stopped, and not begun again',
    log: '09:00:00 SMTP server shut down',
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    cites: ['shut down'],
  },
  {
    cause: 'listener-suspended',
    name: 'begun again after a while',
    log: '09:00:00 SMTP server shut down\n09:20:00 SMTP server starting',
    outcome: 'found',
    certainty: 'possible',
    variant: 'resumed',
    verdict: 'never-connected',
  },
  {
    cause: 'listener-suspended',
    name: 'it ended the connection itself',
    log: `${letIn()}\n09:00:02 SMTP server connection killed ICID: 7`,
    outcome: 'found',
    certainty: 'proven',
    variant: 'killed',
  },
  {
    cause: 'listener-suspended',
    name: 'the queue was too full',
    log: alert(
      '09:00:00',
      'Listeners have been suspended because the current work queue size has exceeded the threshold of 10000',
    ),
    outcome: 'found',
    certainty: 'likely',
  },
  {
    cause: 'listener-suspended',
    name: 'another gateway took it',
    log: `09:00:00 SMTP server shut down\n${taken('10:00:00')}\n${handedOver('10:00:05')}`,
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'work-queue-paused',
    name: 'paused, and the mail waits',
    log: `${alert('08:50:00', 'work queue paused, 98 msgs, antispam')}\n${taken()}`,
    outcome: 'found',
    certainty: 'likely',
    cites: ['work queue paused', 'MID 12 ready'],
  },
  {
    cause: 'work-queue-paused',
    name: 'it went on',
    log: `${alert('08:50:00', 'work queue paused, 98 msgs, antispam')}\n${taken()}\n${alert('09:05:00', 'work queue resumed, 120 msgs')}`,
    outcome: 'not-applicable',
  },
  {
    cause: 'work-queue-backlog',
    name: 'the work queue is paused, and that says it all',
    log: `${alert('08:50:00', 'work queue paused, 98 msgs, antispam')}\n${taken()}`,
    outcome: 'not-applicable',
    verdict: 'work-queue-paused',
  },
  {
    cause: 'work-queue-backlog',
    name: 'the work queue went on, and the mail did not',
    log: `${alert('08:50:00', 'work queue paused, 98 msgs, antispam')}\n${taken()}\n${alert('09:05:00', 'work queue resumed, 120 msgs')}`,
    outcome: 'found',
    certainty: 'possible',
    verdict: 'work-queue-backlog',
  },
  {
    cause: 'recipient-count-limit',
    name: 'fifty were taken',
    log: crowd(50),
    recipient: 'ann@example.org',
    outcome: 'found',
    certainty: 'likely',
    slots: { taken: 50, rcptTo: ['ann@example.org'] },
  },
  {
    cause: 'recipient-count-limit',
    name: 'none was taken: the hour',
    log: crowd(0).replace('\n09:00:03 MID 12 ready 2069 bytes from <alice@example.com>', ''),
    outcome: 'not-applicable',
    verdict: 'rate-limit-host',
  },
  {
    cause: 'rate-limit-host',
    name: 'the limit of one message',
    log: crowd(50),
    recipient: 'ann@example.org',
    outcome: 'not-applicable',
    verdict: 'recipient-count-limit',
  },
  {
    cause: 'rate-limit-sender',
    name: 'the alert names the sender',
    log: `${limited}\n${crowd(3)}`,
    recipient: 'ann@example.org',
    outcome: 'found',
    certainty: 'proven',
    cites: ['rate limiting Envelope Sender', 'Receiving Control'],
  },
  {
    cause: 'rate-limit-sender',
    name: 'the alert names another',
    log: `${limited.replace('alice', 'carol')}\n${crowd(3)}`,
    recipient: 'ann@example.org',
    outcome: 'not-applicable',
    verdict: 'rate-limit-host',
  },
  {
    cause: 'ldap-unreachable',
    name: 'waits for it',
    log: `${taken()}\n09:00:01 LDAP: unable to process, MID 12 requeued`,
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
  },
  {
    cause: 'ldap-unreachable',
    name: 'given up',
    log: `${taken()}\n09:00:01 LDAP: unable to process, MID 12 requeued\n09:30:00 LDAP: unable to process, MID 12 bouncing recipients`,
    outcome: 'found',
    certainty: 'proven',
    variant: 'bounced',
  },
  {
    cause: 'ldap-unreachable',
    name: 'it answered in the end',
    log: `${taken()}\n09:00:01 LDAP: unable to process, MID 12 requeued\n${handedOver('09:10:00')}`,
    outcome: 'not-applicable',
    verdict: 'delivered',
  },
  {
    cause: 'destination-throttled',
    name: 'others go there meanwhile',
    log: `${queued}\n${other}`,
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    cites: ['queued for delivery', 'Message done DCID 31'],
  },
  {
    cause: 'destination-throttled',
    name: 'switched off',
    log: `${queued}\n09:01:00 Deliveries are currently suspended [example.org]`,
    outcome: 'found',
    certainty: 'likely',
    variant: 'suspended',
  },
  {
    cause: 'destination-throttled',
    name: 'nobody says why it waits',
    log: queued,
    outcome: 'not-applicable',
    verdict: 'next-hop-unreachable',
  },
  {
    cause: 'bad-command-limit',
    name: 'not a mail that breaks off',
    log: `${begun()}\n09:00:37 ICID 7 lost\n09:00:37 Message aborted MID 12 Receiving aborted`,
    outcome: 'not-applicable',
    verdict: 'receiving-aborted',
  },
]
