import { begun, check, handedOver, letIn, passedOn, type Told, taken } from '../evidence-of.ts'
import type { RuleCase } from './rule-case.ts'

/** One piece of evidence, what it is, and the causes that it is easily taken for: none of them may claim it. */
interface Scene extends Told {
  readonly verdict: string
  readonly name: string
  readonly not: readonly string[]
  /** Those whose rule sees that it is fine, and says so. */
  readonly clear?: readonly string[]
}

const start =
  '09:00:00 New SMTP ICID 7 interface Data 1 (203.0.113.1) address 192.0.2.7 reverse dns host out1.example.com verified yes'

function refused(match: string): string {
  return `${start}\n09:00:00 ICID 7 REJECT SG BLOCKED_LIST match ${match} SBRS 1.0 country Ireland\n09:00:00 ICID 7 close`
}

function senderRefused(reason: string): string {
  return `${letIn()}\n09:00:01 ICID 7 Address: <alice@example.com> sender rejected, ${reason}\n09:00:01 ICID 7 close`
}

function recipientRefused(by: string): string {
  return `${begun().replace('RID 0 To: <ann@example.org>', `To: <ann@example.org> Rejected by ${by}`)}\n09:00:02 Message aborted MID 12 Receiving aborted by sender\n09:00:02 ICID 7 close`
}

/** A mail that was taken, and then this. */
function then(...lines: readonly string[]): string {
  return [taken(), ...lines].join('\n')
}

const dropped = (by: string) => then(`09:00:05 Message aborted MID 12 Dropped by ${by}`)
const held = (quarantine: string) => `09:00:05 MID 12 quarantined to "${quarantine}" (content filter:Hold)`
const offered =
  '09:00:05 MID 12 queued for delivery\n09:00:05 New SMTP DCID 30 interface 203.0.113.1 address 198.51.100.20 port 25\n09:00:05 Delivery start DCID 30 MID 12 to RID [0]'
const outcome = (word: 'Delayed' | 'Bounced', dcid: number, said: string) =>
  then(offered, `09:00:06 ${word}: DCID ${dcid} MID 12 From: <alice@example.com> To: <ann@example.org> RID 0 - ${said}`)
const delivered = then(handedOver())

const scenes: readonly Scene[] = [
  {
    verdict: 'never-connected',
    name: 'nothing came, and nothing of ours is wrong',
    checks: [check('R1.ok', 'example.org'), check('R2.ok', 'example.org')],
    clear: ['mx-points-elsewhere', 'backup-mx-holds-mail', 'logs-incomplete'],
    not: [
      'our-port-25-blocked',
      'mta-sts-mismatch',
      'never-relayed',
      'wrong-window',
      'sent-from-another-domain',
      'hat-tcprefuse',
      'listener-suspended',
      'our-zone-unresolvable',
      'mx-ipv6-dead',
      'dane-mismatch',
    ],
  },
  {
    verdict: 'hat-tcprefuse',
    name: 'turned away before SMTP',
    log: '09:00:00 ICID 0 TCPREFUSE SG BLOCKED_LIST match 192.0.2.7 SBRS -1.1',
    not: ['hat-reject-reputation', 'hat-reject-entry', 'hat-reject-country', 'hat-host-dns', 'never-connected'],
  },
  {
    verdict: 'hat-reject-entry',
    name: 'refused by a network',
    log: refused('192.0.2.0/24'),
    not: ['hat-tcprefuse', 'hat-reject-country', 'hat-host-dns', 'connection-limit-host'],
  },
  {
    verdict: 'hat-reject-country',
    name: 'refused by its country',
    log: refused('country[ie]'),
    not: ['hat-reject-entry', 'hat-reject-reputation', 'hat-host-dns'],
  },
  {
    verdict: 'hat-host-dns',
    name: 'refused for want of a name',
    log: refused('nx.domain'),
    not: ['hat-reject-entry', 'hat-reject-reputation', 'slow-reverse-dns', 'sender-domain-unresolvable'],
  },
  {
    verdict: 'connection-limit-host',
    name: 'one address, too often at once',
    log: `${letIn()}\n09:00:00 ICID 7 Receiving Failed: Connection limit exceeded`,
    not: ['resource-conservation', 'rate-limit-host', 'message-too-big', 'smtp-inspection'],
    clear: ['hat-reject-entry'],
  },
  {
    verdict: 'resource-conservation',
    name: 'put off for want of resources',
    log: `${letIn()}\n09:00:00 ICID 7 Receiving Failed: Resources Low`,
    not: ['connection-limit-host', 'connection-limit-listener', 'work-queue-backlog', 'listener-suspended'],
  },
  {
    verdict: 'listener-suspended',
    name: 'the gateway ended it itself',
    log: `${letIn()}\n09:00:02 SMTP server connection killed ICID: 7`,
    not: ['slow-reverse-dns', 'resource-conservation', 'idle-timeout'],
  },
  {
    verdict: 'tls-required',
    name: 'no TLS where it must be',
    log: `${letIn()}\n09:00:01 ICID 7 TLS was required but remote host did not initiate it\n09:00:01 ICID 7 close`,
    not: ['tls-client-certificate', 'smtp-auth-failed', 'smtp-inspection'],
  },
  {
    verdict: 'smtp-auth-failed',
    name: 'no login where it must be',
    log: `${letIn()}\n09:00:01 SMTP Auth (ICID 7) was required but remote host did not initiate it\n09:00:01 ICID 7 close`,
    not: ['tls-required', 'sender-exception-table'],
  },
  {
    verdict: 'sender-domain-unresolvable',
    name: 'the name servers of the sender are silent',
    log: senderRefused('envelope sender domain could not be resolved'),
    not: ['sender-exception-table', 'sender-malformed'],
    clear: ['hat-host-dns'],
  },
  {
    verdict: 'sender-exception-table',
    name: 'denied by an entry of ours',
    log: senderRefused('envelope sender matched domain exception'),
    not: ['sender-domain-nonexistent', 'sender-domain-unresolvable', 'sender-malformed'],
    clear: ['hat-reject-entry'],
  },
  {
    verdict: 'recipient-unknown',
    name: 'not in the directory',
    log: recipientRefused('LDAPACCEPT'),
    not: ['call-ahead-failed', 'ldap-drop-in-queue', 'ldap-unreachable', 'bounce-verification'],
  },
  {
    verdict: 'call-ahead-failed',
    name: 'the next server does not know the recipient',
    log: recipientRefused('SMTP Call-Ahead'),
    not: ['recipient-unknown', 'next-hop-refuses', 'directory-harvest'],
  },
  {
    verdict: 'rat-reject',
    name: 'no domain of ours',
    log: recipientRefused('RAT'),
    not: ['call-ahead-failed', 'rate-limit-host', 'recipient-count-limit', 'rate-limit-sender'],
  },
  {
    verdict: 'rate-limit-host',
    name: 'too many recipients in an hour',
    log: recipientRefused('Receiving Control'),
    not: ['directory-harvest', 'rate-limit-sender', 'recipient-count-limit'],
    clear: ['connection-limit-host'],
  },
  {
    verdict: 'message-too-big',
    name: 'over the size limit',
    log: `${begun()}\n09:00:09 ICID 7 Receiving Failed: Message size exceeds limit\n09:00:09 Message aborted MID 12 Receiving aborted`,
    not: ['mail-loop', 'bare-line-ending', 'aborted-by-sender', 'dmarc-reject'],
  },
  {
    verdict: 'mail-loop',
    name: 'it went round',
    log: `${begun()}\n09:00:09 ICID 7 Receiving Failed: Message loop\n09:00:09 Message aborted MID 12 Receiving aborted`,
    not: ['header-too-big', 'bare-line-ending', 'receiving-aborted'],
  },
  {
    verdict: 'ldap-unreachable',
    name: 'the directory does not answer',
    log: then('09:00:01 LDAP: unable to process, MID 12 requeued'),
    not: ['ldap-drop-in-queue', 'work-queue-paused', 'work-queue-backlog', 'recipient-unknown'],
  },
  {
    verdict: 'ldap-drop-in-queue',
    name: 'the directory does not know the recipient, after it was taken',
    log: then(
      '09:00:04 LDAP: Drop query Corp.ldapaccept MID 12 RID 0 address ann@example.org',
      '09:00:04 Message finished MID 12 done',
    ),
    not: ['ldap-unreachable', 'global-unsubscribe', 'message-filter-drop'],
  },
  {
    verdict: 'spam-drop',
    name: 'spam, and dropped',
    log: then('09:00:04 MID 12 using engine: CASE spam positive', '09:00:05 Message aborted MID 12 Dropped by CASE'),
    not: ['spam-quarantine', 'graymail-action', 'user-blocklist', 'message-filter-drop', 'virus-action'],
  },
  {
    verdict: 'graymail-action',
    name: 'a newsletter, and dropped',
    log: then('09:00:04 MID 12 using engine: GRAYMAIL positive', '09:00:05 Message aborted MID 12 Dropped by GRAYMAIL'),
    not: ['spam-drop', 'content-filter-drop', 'user-blocklist'],
  },
  {
    verdict: 'virus-action',
    name: 'a virus, and dropped',
    log: then(
      "09:00:04 MID 12 antivirus positive 'W32/Example'",
      '09:00:05 Message aborted MID 12 Dropped by antivirus',
    ),
    not: ['amp-action', 'outbreak-delay', 'spam-drop', 'dlp-action'],
  },
  {
    verdict: 'amp-action',
    name: 'malware by its hash, and dropped',
    log: then(
      '09:00:04 MID 12 AMP file reputation verdict : MALWARE',
      '09:00:05 Message aborted MID 12 Dropped by amp',
    ),
    not: ['virus-action', 'reputation-filter', 'remediated-after-delivery', 'message-filter-drop'],
  },
  {
    verdict: 'content-filter-drop',
    name: 'dropped by a content filter',
    log: dropped("content filter 'No Macros' in the inbound table"),
    not: ['dlp-action', 'amp-action', 'spam-drop', 'policy-quarantine', 'global-unsubscribe'],
  },
  {
    verdict: 'policy-quarantine',
    name: 'held in one quarantine',
    log: then(held('Policy')),
    not: ['spam-quarantine', 'work-queue-backlog', 'content-filter-drop'],
  },
  {
    verdict: 'delivered',
    name: 'held, let go and delivered under its number',
    log: then(
      held('Policy'),
      '10:00:00 MID 12 released from quarantine "Policy" (manual)',
      '10:00:00 MID 12 released from all quarantines',
      handedOver('10:00:05'),
    ),
    not: ['quarantine-expired', 'quarantine-several', 'outbreak-delay'],
    clear: ['delivered-to-some'],
  },
  {
    verdict: 'work-queue-backlog',
    name: 'taken, and nothing since',
    log: taken(),
    not: [
      'work-queue-paused',
      'ldap-unreachable',
      'destination-throttled',
      'next-hop-unreachable',
      'policy-quarantine',
    ],
  },
  {
    verdict: 'next-hop-defers',
    name: 'the next server says later',
    log: outcome('Delayed', 30, "4.3.2 - Not accepting messages at this time ('452', ['4.3.1 Out of room'])"),
    not: ['destination-throttled', 'delivery-expired', 'next-hop-tls', 'next-hop-dns'],
    clear: ['work-queue-backlog'],
  },
  {
    verdict: 'next-hop-refuses',
    name: 'the next server says never',
    log: outcome('Bounced', 30, "5.1.0 - Unknown address error ('550', ['5.1.10 Recipient not found'])"),
    not: ['next-hop-unreachable', 'next-hop-dns', 'next-hop-tls', 'global-unsubscribe'],
    clear: ['recipient-unknown'],
  },
  {
    verdict: 'delivery-expired',
    name: 'too old to be tried again',
    log: outcome('Bounced', 30, "5.4.7 - Delivery expired (message too old) ('000', ['timeout'])"),
    not: ['next-hop-refuses', 'next-hop-defers'],
    clear: ['quarantine-expired'],
  },
  {
    verdict: 'next-hop-dns',
    name: 'no such destination',
    log: outcome(
      'Bounced',
      0,
      "5.1.2 - Bad destination host ('000', ['DNS Hard Error looking up example.org (MX):  NXDomain'])",
    ),
    not: ['next-hop-refuses', 'next-hop-unreachable', 'delivery-expired', 'our-zone-unresolvable'],
  },
  {
    verdict: 'next-hop-tls',
    name: 'the next server has no TLS where it must be',
    log: then(offered, '09:00:06 DCID 30 IP 198.51.100.20 TLS was required but could not be successfully negotiated'),
    not: ['next-hop-defers'],
    clear: ['tls-handshake-failed', 'tls-required'],
  },
  {
    verdict: 'delivered',
    name: 'delivered, and our records are not whole',
    log: delivered,
    checks: [
      check('R6.bogus', 'example.org', { detail: 'DNSKEY Missing' }),
      check('R7.dead', 'mx1.example.org', { addresses: ['2001:db8::25'] }),
      check('R14.mismatch', 'mx1.example.org', { records: ['3 1 1 00'], presented: '3 1 1 ff' }),
      check('R2.extra', 'example.org', { hosts: ['backup.provider.example'] }),
    ],
    not: ['our-zone-unresolvable', 'mx-ipv6-dead', 'dane-mismatch', 'backup-mx-holds-mail'],
  },
  {
    verdict: 'delivered',
    name: 'delivered, and nothing else',
    log: delivered,
    not: ['recipient-domain-mistyped'],
    clear: ['starttls-masked', 'arrived', 'mail-loop', 'unsupported-verbs'],
  },
  {
    verdict: 'dmarc-reject',
    name: 'DMARC fails, and the mail is held for it',
    log: then(
      '09:00:03 MID 12 SPF: mailfrom identity alice@example.com Pass (v=spf1)',
      '09:00:03 MID 12 DMARC: Message from domain example.com, DMARC fail (SPF aligned False, DKIM aligned False) DMARC policy is reject, applied policy is quarantine',
      '09:00:03 MID 12 quarantined to "Policy" (DMARC)',
    ),
    not: ['dkim-broken', 'policy-quarantine', 'content-filter-drop'],
    clear: ['spf-reject'],
  },
  {
    verdict: 'content-filter-drop',
    name: 'dropped, and so in no mailbox',
    log: dropped("content filter 'No Macros' in the inbound table"),
    not: ['delivered-to-some', 'arrived', 'delivered-elsewhere', 'remediated-after-delivery'],
    clear: ['delivered'],
  },
  {
    verdict: 'recipient-unknown',
    name: 'a domain of ours, and nobody of that name in it',
    log: recipientRefused('LDAPACCEPT'),
    not: ['rat-reject', 'bad-command-limit', 'recipient-rewritten'],
    clear: ['behind-relay', 'sent-from-another-domain'],
  },
  {
    verdict: 'delivered',
    name: 'under another number by the alias table, as a name here',
    log: `${passedOn('09:00:00', 'ann.b@example.org')}\n${handedOver('09:00:05', 13)}`,
    not: ['delivered-elsewhere'],
    clear: ['quarantine-reinjected'],
  },
]

/** Each scene, once for every cause that it is not. */
export const lookAlikeCases: readonly RuleCase[] = scenes.flatMap(({ not, clear = [], name, ...scene }) => [
  ...not.map((cause): RuleCase => ({ ...scene, cause, name, outcome: 'not-applicable' })),
  ...clear.map((cause): RuleCase => ({ ...scene, cause, name, outcome: 'clear' })),
])
