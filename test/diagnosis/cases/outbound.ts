import { at, check, leaving, passedOn } from '../evidence-of.ts'
import type { RuleCase } from './rule-case.ts'

/** Mail of our own people to Bob at the partner, and what became of it. */
function sent(...lines: readonly string[]): string {
  return [leaving(), ...lines].join('\n')
}

const toBob = { about: { recipient: 'bob@partner.example' }, recipient: 'bob@partner.example' } as const
const connected = '09:00:05 New SMTP DCID 30 interface 203.0.113.1 address 198.51.100.80 port 25'
const offered = `${connected}\n09:00:05 Delivery start DCID 30 MID 12 to RID [0]`

function outcomeLine(word: 'Delayed' | 'Bounced', said: string, clock = '09:00:06', dcid = 30): string {
  return `${clock} ${word}: DCID ${dcid} MID 12 From: <ann@example.org> To: <bob@partner.example> RID 0 - ${said}`
}

/** The answer of their server, for good. */
function never(reply: string): string {
  return sent(offered, outcomeLine('Bounced', `5.1.0 - Unknown address error ('550', ['${reply}'])`))
}

const later = outcomeLine(
  'Delayed',
  "4.3.2 - Not accepting messages at this time ('451', ['4.7.1 Greylisted, try later'])",
)
const pending = '09:00:06 Message 12 to RID [0] pending till Fri Nov 20 09:15:06 2026'
const dead =
  '09:10:00 Connection Error: DCID 31 domain: partner.example IP: 198.51.100.80 port: 25 details: [Errno 61] Connection refused interface: 203.0.113.1 reason: network error'
const noTls = '09:00:06 DCID 30 IP 198.51.100.80 TLS was required but could not be successfully negotiated'
const noName = "5.1.2 - Bad destination host ('000', ['DNS Hard Error looking up partner.example (MX):  NXDomain'])"
const expired = outcomeLine('Bounced', "5.4.7 - Delivery expired (message too old) ('000', ['timeout'])", '21:00:00')
const handedOver = [
  offered,
  '09:00:06 Message done DCID 30 MID 12 to RID [0] ',
  "09:00:06 MID 12 RID [0] Response '2.0.0 Ok: queued as 3AF1'",
  '09:00:06 Message finished MID 12 done',
].join('\n')

/** The same on its way in, as far as it differs: an alias of ours leads to the partner. */
function onward(...lines: readonly string[]): string {
  return [passedOn(), ...lines.map((line) => line.replaceAll('MID 12', 'MID 13'))].join('\n')
}

/** Mail that is on its way to another house: who must act, and whom a note is for, is not as on the way in. */
export const outboundCases: readonly RuleCase[] = [
  {
    cause: 'next-hop-defers',
    name: 'their server says later to our mail',
    ...toBob,
    log: sent(offered, later),
    outcome: 'found',
    certainty: 'proven',
    way: 'out',
    noteTo: 'recipient',
    slots: { nextHop: '198.51.100.80', ourAddress: '203.0.113.1', tries: 1 },
  },
  {
    cause: 'next-hop-defers',
    name: 'their server says later, and the next try is set',
    ...toBob,
    log: sent(offered, later, pending),
    outcome: 'found',
    certainty: 'proven',
    variant: 'until',
    way: 'out',
    slots: { untilAt: at('09:15:06') },
  },
  {
    cause: 'next-hop-defers',
    name: 'asked about by its sender',
    about: { address: 'ann@example.org' },
    recipient: 'bob@partner.example',
    log: sent(offered, later),
    outcome: 'found',
    certainty: 'proven',
    way: 'out',
    noteTo: 'recipient',
  },
  {
    cause: 'next-hop-defers',
    name: 'their server says later to what we pass on',
    log: onward(offered, later),
    outcome: 'found',
    certainty: 'proven',
    way: 'onward',
    noteTo: 'nobody',
  },
  {
    cause: 'next-hop-defers',
    name: 'our own server inside says later to what is relayed',
    about: { address: 'ann@example.org' },
    log: [leaving('09:00:00', ['bob@example.org']), offered, later.replace('bob@partner', 'bob@example')]
      .join('\n')
      .replaceAll('bob@example.example', 'bob@example.org'),
    outcome: 'found',
    certainty: 'proven',
    way: 'in',
  },
  {
    cause: 'next-hop-refuses',
    name: 'their server refuses our mail',
    ...toBob,
    log: never('5.7.1 Your message was rejected by policy'),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    way: 'out',
    noteTo: 'recipient',
  },
  {
    cause: 'next-hop-refuses',
    name: 'their server does not know the address',
    ...toBob,
    log: never('5.1.1 <bob@partner.example>: Recipient address rejected: User unknown'),
    outcome: 'found',
    certainty: 'proven',
    variant: 'unknown',
    way: 'out',
    noteTo: 'colleague',
  },
  {
    cause: 'next-hop-refuses',
    name: 'our address is on a list',
    ...toBob,
    log: never('5.7.1 Service unavailable; client host [203.0.113.1] blocked using zen.spamhaus.example'),
    outcome: 'found',
    certainty: 'proven',
    way: 'out',
    noteTo: 'nobody',
  },
  {
    cause: 'next-hop-refuses',
    name: 'our name is not believed',
    ...toBob,
    log: never('5.7.26 Unauthenticated email from example.org is not accepted due to domain DMARC policy'),
    outcome: 'found',
    certainty: 'proven',
    way: 'out',
    noteTo: 'nobody',
    slots: { senderDomain: 'example.org' },
  },
  {
    cause: 'next-hop-refuses',
    name: 'too large for them',
    ...toBob,
    log: never('5.3.4 Message size exceeds fixed limit'),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    way: 'out',
    noteTo: 'colleague',
  },
  {
    cause: 'next-hop-refuses',
    name: 'what we passed on is refused for its SPF',
    log: onward(
      offered,
      outcomeLine('Bounced', "5.7.1 - Delivery not authorized ('550', ['5.7.23 SPF validation failed'])"),
    ),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    way: 'onward',
    noteTo: 'nobody',
  },
  {
    cause: 'next-hop-unreachable',
    name: 'their server does not answer',
    ...toBob,
    log: sent(dead),
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    way: 'out',
    noteTo: 'recipient',
    slots: { nextHop: '198.51.100.80', port: 25, ourAddress: '203.0.113.1' },
  },
  {
    cause: 'next-hop-unreachable',
    name: 'given up, since their server did not answer',
    ...toBob,
    log: sent(
      connected,
      outcomeLine('Bounced', "5.4.0 - Other network problem ('000', ['[Errno 54] Connection reset by peer'])"),
    ),
    outcome: 'found',
    certainty: 'proven',
    variant: 'bounced',
    way: 'out',
    noteTo: 'recipient',
  },
  {
    cause: 'next-hop-unreachable',
    name: 'a retry, and nothing that says why',
    ...toBob,
    log: sent(pending),
    outcome: 'found',
    certainty: 'possible',
    variant: 'retry',
    way: 'in',
    noteTo: 'nobody',
    slots: { untilAt: at('09:15:06') },
  },
  {
    cause: 'next-hop-unreachable',
    name: 'their answer is an answer',
    ...toBob,
    log: sent(offered, later),
    outcome: 'not-applicable',
    verdict: 'next-hop-defers',
  },
  {
    cause: 'next-hop-dns',
    name: 'there is no such domain to send to',
    ...toBob,
    log: sent(outcomeLine('Bounced', noName, '09:00:06', 0)),
    outcome: 'found',
    certainty: 'proven',
    variant: 'bounced',
    way: 'out',
    noteTo: 'colleague',
  },
  {
    cause: 'next-hop-dns',
    name: 'their name servers do not answer',
    ...toBob,
    log: sent('09:00:06 DNS Temporary Failure partner.example MX - ServFail'),
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    way: 'out',
    noteTo: 'recipient',
  },
  {
    cause: 'next-hop-tls',
    name: 'their server does not encrypt',
    ...toBob,
    log: sent(offered, noTls),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    way: 'out',
    noteTo: 'recipient',
    slots: { destination: 'partner.example', nextHop: '198.51.100.80' },
  },
  {
    cause: 'next-hop-tls',
    name: 'no mail is named on the delivery that failed, but other mail for them went to that server',
    ...toBob,
    before: `${leaving('08:00:00').replaceAll('MID 12', 'MID 2').replaceAll('ICID 7', 'ICID 2')}\n${handedOver
      .replaceAll('MID 12', 'MID 2')
      .replaceAll('DCID 30', 'DCID 3')
      .replaceAll('09:00:0', '08:00:0')}`,
    log: sent(connected, '09:00:06 DCID 30 TLS failed: STARTTLS unexpected response', noTls, '09:00:06 DCID 30 close'),
    outcome: 'found',
    certainty: 'likely',
    variant: 'near',
    way: 'out',
    noteTo: 'recipient',
    cites: ['TLS was required', 'TLS failed: STARTTLS'],
    slots: { detail: 'STARTTLS unexpected response' },
  },
  {
    cause: 'next-hop-tls',
    name: 'no mail is named on the delivery that failed, and nothing says whose server that is',
    ...toBob,
    log: sent(connected, noTls, '09:00:06 DCID 30 close'),
    outcome: 'found',
    certainty: 'possible',
    variant: 'maybe',
    noteTo: 'nobody',
    verdict: 'next-hop-tls',
  },
  {
    cause: 'next-hop-tls',
    name: 'a delivery that failed an hour before the mail was tried',
    ...toBob,
    log: `${connected.replace('09:00', '08:00')}\n${noTls.replace('09:00', '08:00')}\n${sent()}`,
    outcome: 'not-applicable',
    verdict: 'next-hop-unreachable',
  },
  {
    cause: 'delivery-expired',
    name: 'their server took nothing until its time was over',
    ...toBob,
    log: sent(offered, later, expired),
    outcome: 'found',
    certainty: 'proven',
    way: 'out',
    noteTo: 'recipient',
  },
  {
    cause: 'delivered',
    name: 'their server took it',
    ...toBob,
    log: sent(handedOver),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    way: 'out',
    noteTo: 'recipient',
    slots: { nextHop: '198.51.100.80', answer: '2.0.0 Ok: queued as 3AF1' },
  },
  {
    cause: 'delivered',
    name: 'the server that it is passed on to took it',
    log: onward(handedOver),
    outcome: 'found',
    certainty: 'proven',
    way: 'onward',
    noteTo: 'nobody',
  },
  {
    cause: 'dlp-action',
    name: 'our own mail, held, and the line names no policy',
    ...toBob,
    log: [
      leaving().replace('\n09:00:00 MID 12 queued for delivery', ''),
      '09:00:04 MID 12 DLP violation',
      '09:00:05 MID 12 quarantined to "Policy" (DLP violation)',
    ].join('\n'),
    outcome: 'found',
    certainty: 'proven',
    variant: 'heldUnnamed',
    noteTo: 'colleague',
  },
  {
    cause: 'never-relayed',
    name: 'nothing for their recipient in whole logs',
    ...toBob,
    outcome: 'found',
    certainty: 'likely',
    slots: { named: 'bob@partner.example' },
  },
  {
    cause: 'never-relayed',
    name: 'nothing from a sender of ours to them in whole logs',
    about: { address: 'ann@example.org' },
    recipient: 'bob@partner.example',
    outcome: 'found',
    certainty: 'likely',
    slots: { named: 'ann@example.org → bob@partner.example' },
  },
  {
    cause: 'never-relayed',
    name: 'the log of a gateway is not whole',
    ...toBob,
    coverage: [{ complete: false }],
    outcome: 'unknown',
    verdict: 'logs-incomplete',
  },
  {
    cause: 'never-relayed',
    name: 'mail of somebody else that never came',
    about: { domain: 'example.com' },
    outcome: 'not-applicable',
    verdict: 'never-connected',
  },
  {
    cause: 'never-relayed',
    name: 'one of ours misses the mail of another of ours',
    about: { address: 'ann@example.org' },
    recipient: 'dan@example.org',
    outcome: 'not-applicable',
  },
  {
    cause: 'logs-incomplete',
    name: 'mail of our own is not asked of another house',
    ...toBob,
    coverage: [{ complete: false }],
    outcome: 'found',
    certainty: 'likely',
    noteTo: 'nobody',
  },
  {
    cause: 'content-filter-drop',
    name: 'our own mail, dropped on its way out',
    ...toBob,
    log: [
      leaving().replace('\n09:00:00 MID 12 queued for delivery', ''),
      "09:00:05 Message aborted MID 12 Dropped by content filter 'No exe' in the outbound table",
    ].join('\n'),
    outcome: 'found',
    certainty: 'proven',
    slots: { table: 'Outgoing' },
  },
  {
    cause: 'delivered-elsewhere',
    name: 'another house takes its mail elsewhere than before',
    ...toBob,
    before: [1, 2, 3]
      .map((mid) =>
        `${leaving(`08:0${mid}:00`)}\n${handedOver}`
          .replaceAll('MID 12', `MID ${mid}`)
          .replaceAll('ICID 7', `ICID ${mid}`)
          .replaceAll('DCID 30', `DCID ${mid}`)
          .replaceAll('09:00:0', `08:0${mid}:0`),
      )
      .join('\n'),
    log: sent(handedOver.replaceAll('198.51.100.80', '203.0.113.200')),
    outcome: 'not-applicable',
    verdict: 'delivered',
  },
  {
    cause: 'rat-reject',
    name: 'mail of ours to another house, by a server that is not let relay',
    about: { address: 'ann@example.org' },
    log: leaving()
      .split('\n')
      .slice(0, 5)
      .concat('09:00:01 MID 12 ICID 7 To: <bob@partner.example> Rejected by RAT', '09:00:02 ICID 7 close')
      .join('\n')
      .replace('RELAY SG RELAYLIST', 'ACCEPT SG UNKNOWNLIST'),
    outcome: 'found',
    certainty: 'proven',
    variant: 'relay',
    noteTo: 'nobody',
  },
  {
    cause: 'rat-reject',
    name: 'what an alias of ours leads to was offered by nobody',
    log: onward(handedOver),
    outcome: 'clear',
    slots: { domain: 'example.org' },
    verdict: 'delivered',
  },
  {
    cause: 'next-hop-refuses',
    name: 'a server of ours forwards the mail of somebody else through us',
    ...toBob,
    log: never('5.7.26 Unauthenticated mail from customer.example is not accepted').replaceAll(
      'ann@example.org',
      'boss@customer.example',
    ),
    outcome: 'found',
    certainty: 'proven',
    way: 'onward',
    noteTo: 'nobody',
  },
  {
    cause: 'spam-drop',
    name: 'our own mail, taken for spam on its way out',
    ...toBob,
    log: [
      leaving().replace('\n09:00:00 MID 12 queued for delivery', ''),
      '09:00:04 MID 12 using engine: CASE spam positive',
      '09:00:05 Message aborted MID 12 Dropped by CASE',
    ].join('\n'),
    outcome: 'found',
    certainty: 'proven',
    noteTo: 'nobody',
    slots: { table: 'Outgoing' },
  },
  {
    cause: 'never-relayed',
    name: 'the DNS does not know their domain',
    ...toBob,
    checks: [check('S1.none', 'partner.example')],
    outcome: 'found',
    certainty: 'likely',
  },
]
