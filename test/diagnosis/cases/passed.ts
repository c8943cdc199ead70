import { begun, handedOver, leaving, letIn, type Told, taken } from '../evidence-of.ts'
import type { RuleCase } from './rule-case.ts'

/** How far a mail came: what that rules out, and what it says nothing of yet. */
interface Way extends Told {
  readonly name: string
  readonly clear: readonly string[]
  readonly notYet: readonly string[]
}

const alice = '09:00:00 Start MID 12 ICID 7\n09:00:00 MID 12 ICID 7 From: <alice@example.com>'
const ours = { about: { address: 'ann@example.org' }, recipient: 'bob@partner.example' } as const

const ways: readonly Way[] = [
  {
    name: 'a connection that was let in, and no more',
    log: letIn(),
    clear: [
      'never-connected',
      'hat-tcprefuse',
      'hat-host-dns',
      'hat-reject-country',
      'hat-reject-entry',
      'hat-reject-reputation',
    ],
    notYet: [
      'connection-limit-host',
      'connection-limit-listener',
      'listener-suspended',
      'resource-conservation',
      'smtp-auth-failed',
      'tls-client-certificate',
      'tls-required',
      'sender-domain-unresolvable',
      'sender-exception-table',
      'sender-malformed',
    ],
  },
  {
    name: 'a sender that was accepted, and no recipient yet',
    log: `${letIn()}\n${alice}`,
    clear: [
      'connection-limit-host',
      'connection-limit-listener',
      'listener-suspended',
      'resource-conservation',
      'slow-reverse-dns',
      'smtp-auth-failed',
      'starttls-masked',
      'tls-client-certificate',
      'tls-required',
      'sender-domain-unresolvable',
      'sender-exception-table',
      'sender-malformed',
    ],
    notYet: [
      'bounce-verification',
      'call-ahead-failed',
      'directory-harvest',
      'rate-limit-host',
      'rate-limit-sender',
      'recipient-count-limit',
      'recipient-unknown',
    ],
  },
  {
    name: 'a recipient that was accepted, and no content yet',
    log: begun(),
    clear: [
      'bounce-verification',
      'call-ahead-failed',
      'directory-harvest',
      'rate-limit-host',
      'rate-limit-sender',
      'recipient-count-limit',
      'recipient-unknown',
    ],
    notYet: [
      'aborted-by-sender',
      'bad-command-limit',
      'bare-line-ending',
      'header-too-big',
      'idle-timeout',
      'mail-loop',
      'message-too-big',
      'smtp-inspection',
      'unsupported-verbs',
    ],
  },
  {
    name: 'a mail that was received whole, and waits',
    log: taken(),
    clear: [
      'aborted-by-sender',
      'bad-command-limit',
      'bare-line-ending',
      'header-too-big',
      'idle-timeout',
      'mail-loop',
      'message-too-big',
      'receiving-aborted',
      'smtp-inspection',
      'unsupported-verbs',
    ],
    notYet: [
      'amp-action',
      'content-filter-drop',
      'dlp-action',
      'graymail-action',
      'ldap-drop-in-queue',
      'ldap-unreachable',
      'message-filter-drop',
      'policy-quarantine',
      'quarantine-expired',
      'quarantine-reinjected',
      'quarantine-several',
      'recipient-rewritten',
      'reputation-filter',
      'spam-quarantine',
      'user-blocklist',
      'work-queue-paused',
    ],
  },
  {
    name: 'a mail in the delivery queue',
    log: `${taken()}\n09:00:05 MID 12 queued for delivery`,
    clear: [
      'amp-action',
      'content-filter-drop',
      'dlp-action',
      'graymail-action',
      'ldap-drop-in-queue',
      'ldap-unreachable',
      'message-filter-drop',
      'policy-quarantine',
      'quarantine-expired',
      'quarantine-reinjected',
      'quarantine-several',
      'reputation-filter',
      'spam-quarantine',
      'user-blocklist',
      'work-queue-backlog',
      'work-queue-paused',
    ],
    notYet: [
      'delivered',
      'delivered-to-some',
      'delivery-expired',
      'destination-throttled',
      'global-unsubscribe',
      'next-hop-defers',
      'next-hop-dns',
      'next-hop-refuses',
      'next-hop-tls',
    ],
  },
  {
    name: 'a mail that the next server took',
    log: `${taken()}\n${handedOver()}`,
    windowStated: true,
    clear: [
      'arrived',
      'behind-relay',
      'delivered-to-some',
      'delivery-expired',
      'destination-throttled',
      'global-unsubscribe',
      'next-hop-defers',
      'next-hop-dns',
      'next-hop-refuses',
      'next-hop-tls',
      'next-hop-unreachable',
      'recipient-rewritten',
      'sent-from-another-domain',
      'wrong-window',
    ],
    notYet: ['delivered-elsewhere', 'remediated-after-delivery'],
  },
  {
    ...ours,
    name: 'a mail of ours that was given to the gateway',
    log: leaving(),
    clear: ['never-relayed'],
    notYet: [],
  },
  {
    name: 'nothing at all',
    clear: [],
    notYet: ['arrived', 'behind-relay', 'delivered', 'recipient-rewritten', 'sent-from-another-domain', 'wrong-window'],
  },
  {
    // One that was held and let go again came past the quarantine, and was late by it.
    name: 'held, let go, and delivered',
    log: [
      taken(),
      '09:00:05 MID 12 quarantined to "Policy" (content filter:Hold)',
      '10:00:00 MID 12 released from quarantine "Policy" (manual)',
      '10:00:00 MID 12 released from all quarantines',
      handedOver('10:00:05'),
    ].join('\n'),
    clear: ['delivered-to-some', 'next-hop-refuses', 'recipient-rewritten'],
    notYet: ['policy-quarantine', 'quarantine-several', 'content-filter-drop'],
  },
  {
    // What is so of one of two mails rules nothing out for the other.
    name: 'one mail delivered, and one that came to nothing',
    log: [taken(), handedOver(), begun('10:00:00').replaceAll('ICID 7', 'ICID 8').replaceAll('MID 12', 'MID 14')].join(
      '\n',
    ),
    clear: ['hat-reject-reputation', 'recipient-unknown'],
    notYet: ['message-too-big', 'policy-quarantine', 'next-hop-refuses', 'delivered-to-some', 'arrived'],
  },
  {
    // A directory that did not answer has accepted nobody.
    name: 'taken while the directory was silent',
    log: `${taken()}\n09:00:01 LDAP: unable to process, MID 12 requeued`,
    clear: ['message-too-big', 'tls-required'],
    notYet: ['recipient-unknown', 'directory-harvest'],
  },
  {
    // Whose server it is, is not known: what it was allowed to do says nothing of the sender's.
    name: 'a server that only claims the name',
    log: letIn().replace('192.0.2.7', '198.51.100.77'),
    clear: [],
    notYet: ['hat-reject-reputation', 'hat-reject-entry'],
  },
]

/** Each way, once for every cause that it rules out and for every one that it does not. */
export const passedCases: readonly RuleCase[] = ways.flatMap(({ clear, notYet, ...way }) => [
  ...clear.map((cause): RuleCase => ({ ...way, cause, outcome: 'clear' })),
  ...notYet.map((cause): RuleCase => ({ ...way, cause, outcome: 'not-applicable' })),
])
