import { at, begun, handedOver, taken } from '../evidence-of.ts'
import type { RuleCase } from './rule-case.ts'

/** A mail that passed the filters, and then this. */
function queued(...lines: readonly string[]): string {
  return [taken(), '09:00:05 MID 12 queued for delivery', ...lines].join('\n')
}

function outcomeLine(
  word: 'Delayed' | 'Bounced',
  status: string,
  reply: string,
  clock = '09:00:06',
  dcid = 30,
): string {
  return `${clock} ${word}: DCID ${dcid} MID 12 From: <alice@example.com> To: <ann@example.org> RID 0 - ${status} ${reply}`
}

const offered =
  '09:00:05 New SMTP DCID 30 interface 203.0.113.1 address 198.51.100.20 port 25\n09:00:05 Delivery start DCID 30 MID 12 to RID [0]'
const later = outcomeLine('Delayed', '4.3.2 - Not accepting messages at this time', "('452', ['4.3.1 Out of room'])")
const never = outcomeLine('Bounced', '5.1.0 - Unknown address error', "('550', ['5.1.10 Recipient not found'])")
const dead = (domain: string) =>
  `09:10:00 Connection Error: DCID 31 domain: ${domain} IP: 198.51.100.20 port: 25 details: [Errno 61] Connection refused interface: 203.0.113.1 reason: network error`
const delivered = `${taken()}\n${handedOver()}`

/** Stages 6 and 7: on its way to the next server, and there. */
export const deliveryCases: readonly RuleCase[] = [
  {
    cause: 'next-hop-defers',
    name: 'the next server says later',
    log: queued(offered, later),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['Delayed: DCID 30'],
    slots: { code: '452', reply: '4.3.1 Out of room', tries: 1 },
  },
  {
    cause: 'next-hop-defers',
    name: 'with the time of the next try',
    log: queued(offered, later, '09:00:06 Message 12 to RID [0] pending till Fri Nov 20 09:15:06 2026'),
    outcome: 'found',
    certainty: 'proven',
    variant: 'until',
    slots: { untilAt: at('09:15:06') },
  },
  {
    cause: 'next-hop-defers',
    name: 'delivered since',
    log: queued(offered, later, handedOver('09:20:00')),
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'next-hop-defers',
    name: 'never is another thing',
    log: queued(offered, never),
    outcome: 'not-applicable',
    verdict: 'next-hop-refuses',
  },
  {
    cause: 'next-hop-refuses',
    name: 'no such mailbox',
    log: queued(offered, never),
    outcome: 'found',
    certainty: 'proven',
    variant: 'unknown',
    cites: ['Bounced: DCID 30'],
    slots: { code: '550' },
  },
  {
    cause: 'next-hop-refuses',
    name: 'a policy',
    log: queued(offered, never.replace('5.1.10 Recipient not found', '5.7.1 Relaying denied')),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
  },
  {
    cause: 'next-hop-refuses',
    name: 'a reply that speaks of TLS is still a reply',
    log: queued(offered, never.replace('5.1.10 Recipient not found', '5.7.1 TLS and DNS are fine')),
    outcome: 'found',
    certainty: 'proven',
  },
  {
    cause: 'next-hop-refuses',
    name: 'later is another thing',
    log: queued(offered, later),
    outcome: 'not-applicable',
    verdict: 'next-hop-defers',
  },
  {
    cause: 'next-hop-unreachable',
    name: 'lines of its own domain',
    log: queued(dead('example.org')),
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    cites: ['Connection Error', 'queued for delivery'],
    slots: { nextHop: '198.51.100.20', detail: '[Errno 61] Connection refused' },
  },
  {
    cause: 'next-hop-unreachable',
    name: 'no SMTP answer in its own delivery',
    log: queued(
      offered,
      outcomeLine('Delayed', '4.4.0 - Other network problem', "('000', ['[Errno 54] Connection reset by peer'])"),
    ),
    outcome: 'found',
    certainty: 'proven',
  },
  {
    cause: 'next-hop-unreachable',
    name: 'another domain',
    log: queued(dead('example.net')),
    outcome: 'found',
    certainty: 'possible',
    variant: 'queued',
    verdict: 'next-hop-unreachable',
  },
  {
    cause: 'next-hop-unreachable',
    name: 'before the mail came',
    log: `${dead('example.org').replace('09:10', '08:10')}\n${delivered}`,
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'next-hop-unreachable',
    name: 'an answer is an answer',
    log: queued(offered, later),
    outcome: 'not-applicable',
    verdict: 'next-hop-defers',
  },
  {
    cause: 'next-hop-dns',
    name: 'no such destination, DCID 0',
    log: queued(
      outcomeLine(
        'Bounced',
        '5.1.2 - Bad destination host',
        "('000', ['DNS Hard Error looking up example.org (MX):  NXDomain'])",
        '09:00:06',
        0,
      ),
    ),
    outcome: 'found',
    certainty: 'proven',
    variant: 'bounced',
    slots: { destination: 'example.org' },
  },
  {
    cause: 'next-hop-dns',
    name: 'a look-up that fails for now',
    log: queued('09:00:06 DNS Temporary Failure example.org MX - ServFail'),
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    cites: ['DNS Temporary Failure'],
  },
  {
    cause: 'next-hop-dns',
    name: 'of another domain',
    log: queued('09:00:06 DNS Temporary Failure example.net MX - ServFail'),
    outcome: 'not-applicable',
  },
  {
    cause: 'next-hop-tls',
    name: 'required and not to be had',
    log: queued(offered, '09:00:06 DCID 30 IP 198.51.100.20 TLS was required but could not be successfully negotiated'),
    outcome: 'found',
    certainty: 'proven',
    cites: ['TLS was required'],
  },
  {
    cause: 'next-hop-tls',
    name: 'on the way in is another thing',
    log: `${begun()}\n09:00:01 ICID 7 TLS failed`,
    outcome: 'not-applicable',
  },
  {
    cause: 'delivery-expired',
    name: 'its time was over',
    log: queued(
      offered,
      later,
      outcomeLine('Bounced', '5.4.7 - Delivery expired (message too old)', "('000', ['timeout'])", '21:00:00'),
    ),
    outcome: 'found',
    certainty: 'proven',
    cites: ['5.4.7', 'Delayed'],
    slots: { reply: 'timeout' },
  },
  {
    cause: 'delivery-expired',
    name: 'refused at once',
    log: queued(offered, never),
    outcome: 'not-applicable',
    verdict: 'next-hop-refuses',
  },
  {
    cause: 'delivered',
    name: 'with the words of the next server',
    log: delivered,
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['Message done', 'Queued mail for delivery'],
    slots: { nextHop: '198.51.100.20', messageId: '4711@example.com', about: ', “Invoice 4711”' },
  },
  {
    cause: 'delivered',
    name: 'without them',
    log: delivered
      .split('\n')
      .filter((line) => !line.includes('Response'))
      .join('\n'),
    outcome: 'found',
    variant: 'noResponse',
  },
  {
    cause: 'delivered',
    name: 'retried after a break',
    log: `${begun('08:00:00').replaceAll('MID 12', 'MID 2').replaceAll('ICID 7', 'ICID 2')}\n08:00:37 ICID 2 lost\n08:00:37 Message aborted MID 2 Receiving aborted\n${delivered}`,
    outcome: 'found',
    certainty: 'proven',
  },
  {
    cause: 'delivered',
    name: 'a hand-over to the quarantine',
    log: delivered.replace('to RID [0] \n', 'to RID [0] (external quarantine) \n'),
    outcome: 'not-applicable',
    verdict: 'spam-quarantine',
  },
  {
    cause: 'delivered',
    name: 'a subject, logged with the delivery, that calls it a hand-over to the quarantine',
    log: delivered.replace('to RID [0] \n', "to RID [0] [('subject', 'Minutes (external quarantine)')]\n"),
    outcome: 'found',
    certainty: 'proven',
  },
  {
    cause: 'delivered',
    name: 'not to all',
    log: `${taken('09:00:00', ['ann@example.org', 'bob@example.org'])}\n${handedOver()}`,
    outcome: 'not-applicable',
    verdict: 'delivered-to-some',
  },
  {
    cause: 'delivered-to-some',
    name: 'one of two',
    log: `${taken('09:00:00', ['ann@example.org', 'bob@example.org'])}\n${handedOver()}`,
    outcome: 'found',
    certainty: 'proven',
    slots: { reached: ['ann@example.org'], missed: ['bob@example.org'] },
  },
  {
    cause: 'delivered-to-some',
    name: 'asked about the one who has it',
    log: `${taken('09:00:00', ['ann@example.org', 'bob@example.org'])}\n${handedOver()}`,
    recipient: 'ann@example.org',
    outcome: 'clear',
    verdict: 'delivered',
  },
  { cause: 'delivered-to-some', name: 'to all', log: delivered, outcome: 'clear', verdict: 'delivered' },
]
