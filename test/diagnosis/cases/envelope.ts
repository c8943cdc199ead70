import { begun, check, handedOver, letIn, taken } from '../evidence-of.ts'
import type { RuleCase } from './rule-case.ts'

function senderRefused(address: string, reason: string): string {
  return `${letIn()}\n09:00:01 ICID 7 Address: <${address}> sender rejected, ${reason}\n09:00:01 ICID 7 close`
}

function recipientRefused(by: string, rcptTo = 'ann@example.org'): string {
  return `${letIn()}\n09:00:01 Start MID 12 ICID 7\n09:00:01 MID 12 ICID 7 From: <alice@example.com>\n09:00:01 MID 12 ICID 7 To: <${rcptTo}> Rejected by ${by}\n09:00:02 Message aborted MID 12 Receiving aborted by sender\n09:00:02 Message finished MID 12 aborted\n09:00:02 ICID 7 close`
}

const nonexistent = senderRefused('alice@example.com', 'envelope sender domain does not exist')

/** Stage 2: sender or recipient refused in the dialogue. */
export const envelopeCases: readonly RuleCase[] = [
  {
    cause: 'sender-domain-nonexistent',
    name: 'the log says so',
    log: nonexistent,
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['does not exist'],
    slots: { domain: 'example.com', mailFrom: 'alice@example.com' },
  },
  {
    cause: 'sender-domain-nonexistent',
    name: 'it exists by now',
    log: nonexistent,
    checks: [check('S1.ok', 'example.com')],
    outcome: 'found',
    certainty: 'proven',
    variant: 'mended',
  },
  {
    cause: 'sender-domain-nonexistent',
    name: 'taken',
    log: begun(),
    checks: [check('S1.ok', 'example.com')],
    outcome: 'clear',
    slots: { domain: 'example.com' },
  },
  {
    cause: 'sender-domain-nonexistent',
    name: 'no answer is not an absence',
    log: senderRefused('alice@example.com', 'envelope sender domain could not be resolved'),
    outcome: 'not-applicable',
    verdict: 'sender-domain-unresolvable',
  },
  {
    cause: 'sender-domain-unresolvable',
    name: 'no answer',
    log: senderRefused('alice@example.com', 'envelope sender domain could not be resolved'),
    outcome: 'found',
    certainty: 'proven',
    cites: ['could not be resolved'],
  },
  {
    cause: 'sender-domain-unresolvable',
    name: 'an absence is not this',
    log: nonexistent,
    outcome: 'not-applicable',
    verdict: 'sender-domain-nonexistent',
  },
  {
    cause: 'sender-malformed',
    name: 'no domain',
    log: senderRefused('alice', 'envelope sender domain missing'),
    about: { ip: '192.0.2.7' },
    outcome: 'found',
    certainty: 'proven',
    slots: { sender: 'alice' },
  },
  {
    cause: 'sender-malformed',
    name: 'not an address',
    log: `${letIn()}\n09:00:01 ICID 7 Invalid sender address: Unsupported domain literal: '[]'`,
    outcome: 'found',
    certainty: 'proven',
  },
  {
    cause: 'sender-malformed',
    name: 'a domain that does not exist',
    log: nonexistent,
    outcome: 'not-applicable',
    verdict: 'sender-domain-nonexistent',
  },
  {
    cause: 'rat-reject',
    name: 'a domain that is not ours',
    log: recipientRefused('RAT', 'ann@shop.example.net'),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['Rejected by RAT'],
    slots: { domain: 'shop.example.net', rcptTo: 'ann@shop.example.net' },
  },
  {
    cause: 'rat-reject',
    name: 'a domain that is ours',
    log: recipientRefused('RAT'),
    outcome: 'found',
    certainty: 'proven',
    variant: 'ours',
  },
  { cause: 'rat-reject', name: 'accepted', log: begun(), outcome: 'clear', slots: { domain: 'example.org' } },
  {
    cause: 'rat-reject',
    name: 'not for the recipient asked about',
    log: `${taken()}\n09:00:01 MID 12 ICID 7 To: <x@example.net> Rejected by RAT\n${handedOver()}`,
    recipient: 'ann@example.org',
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'rat-reject',
    name: 'an unknown person',
    log: recipientRefused('LDAPACCEPT'),
    outcome: 'not-applicable',
    verdict: 'recipient-unknown',
  },
  {
    cause: 'recipient-unknown',
    name: 'the directory',
    log: recipientRefused('LDAPACCEPT'),
    outcome: 'found',
    certainty: 'proven',
    cites: ['Rejected by LDAPACCEPT'],
  },
  {
    cause: 'recipient-unknown',
    name: 'accepted',
    log: begun(),
    outcome: 'clear',
    slots: { rcptTo: 'ann@example.org' },
  },
  {
    cause: 'recipient-unknown',
    name: 'not ours is another thing',
    log: recipientRefused('RAT'),
    outcome: 'not-applicable',
    verdict: 'rat-reject',
  },
  {
    cause: 'rate-limit-host',
    name: 'put off',
    log: recipientRefused('Receiving Control'),
    outcome: 'found',
    certainty: 'proven',
    cites: ['Rejected by Receiving Control'],
  },
  {
    cause: 'rate-limit-host',
    name: 'the old name',
    log: recipientRefused('Injection Control'),
    outcome: 'found',
    certainty: 'proven',
  },
  {
    cause: 'rate-limit-host',
    name: 'an unknown person',
    log: recipientRefused('LDAPACCEPT'),
    outcome: 'not-applicable',
    verdict: 'recipient-unknown',
  },
  {
    cause: 'directory-harvest',
    name: 'the warning names the address of the attempt',
    log: `${recipientRefused('LDAPACCEPT')}\n09:00:03 Warning: LDAP: Dropping connection due to potential Directory Harvest Attack from host=('192.0.2.7', None), dhap_limit=25, sender_group=UNKNOWNLIST`,
    outcome: 'found',
    certainty: 'proven',
    cites: ['dhap_limit=25'],
    slots: { limit: 25, ip: '192.0.2.7' },
    verdict: 'directory-harvest',
  },
  {
    cause: 'directory-harvest',
    name: 'another address',
    log: `${recipientRefused('LDAPACCEPT')}\n09:00:03 Warning: LDAP: Dropping connection due to potential Directory Harvest Attack from host=('198.51.100.9', None), dhap_limit=25, sender_group=UNKNOWNLIST`,
    outcome: 'not-applicable',
    verdict: 'recipient-unknown',
  },
  {
    cause: 'bounce-verification',
    name: 'a bounce without our mark',
    log: `${letIn()}\n09:00:01 Start MID 12 ICID 7\n09:00:01 MID 12 ICID 7 From: <>\n09:00:01 MID 12 ICID 7 invalid bounce, rcpt address <ann@example.org> rejected by bounce verification.\n09:00:01 Message aborted MID 12 Receiving aborted`,
    outcome: 'found',
    certainty: 'proven',
    cites: ['rejected by bounce verification'],
  },
  {
    cause: 'bounce-verification',
    name: 'let in with a mark',
    log: `${begun()}\n09:00:01 MID 12 ICID 7 invalid bounce, tagging`,
    outcome: 'not-applicable',
  },
]
