import { begun, handedOver, taken } from '../evidence-of.ts'
import type { RuleCase } from './rule-case.ts'

const dropped =
  "09:00:02 Message aborted MID 12 Dropped by content filter 'Bad Links' in the inbound table\n09:00:02 Message finished MID 12 done"
const link = '09:00:01 MID 12 URL http://www.example.net/x has reputation -7.2 matched Condition: URL Reputation Rule'
const sdr =
  '09:00:01 MID 12 SDR: Consolidated Sender Threat Level: Questionable, Threat Category: Spam, Suspected Domain(s) : example.com. Sender Maturity: 3 days for domain: example.com'
const unsigned =
  '09:00:01 MID 12 DKIM: permfail body hash did not verify [final] (d=example.com s=s2048 i=@example.com)'
const unkeyed = '09:00:01 MID 12 DKIM: permfail no key for signature (d=example.com s=s2048 i=@example.com)'
const foreign = '09:00:01 MID 12 DKIM: permfail body hash did not verify (d=list.example.net s=a i=@list.example.net)'
const failed =
  '09:00:01 MID 12 DMARC: Message from domain example.com, DMARC fail (SPF aligned False, DKIM aligned False)'
const refused = '09:00:02 Message aborted MID 12 Receiving aborted\n09:00:02 Message finished MID 12 aborted'

/** Three days of mail to the server inside. */
const usually = [1, 2, 3]
  .map((n) => `${taken(`0${n}:00:00`)}\n${handedOver(`0${n}:00:05`)}`.replace(/\b(MID|ICID|DCID) (\d+)/g, `$1 ${n}$2`))
  .join('\n')

/** A second mail, MID 13 on ICID 8, with the Message-ID of the first. */
const again = taken('10:00:00').replaceAll('MID 12', 'MID 13').replaceAll('ICID 7', 'ICID 8')

/** What tells how to read what was found, at the stages 3 to 8. */
export const afterwardsCases: readonly RuleCase[] = [
  {
    cause: 'reputation-filter',
    name: 'a link met the condition',
    log: `${taken()}\n${link}\n${dropped}`,
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['has reputation -7.2', 'Bad Links'],
    slots: { score: '-7.2', filter: 'Bad Links' },
  },
  {
    cause: 'reputation-filter',
    name: 'held for a link',
    log: `${taken()}\n${link}\n09:00:02 MID 12 quarantined to "Policy" (content filter:Bad Links)`,
    outcome: 'found',
    certainty: 'proven',
    variant: 'held',
  },
  {
    cause: 'reputation-filter',
    name: 'the reputation of the domain alone stops nothing',
    log: `${taken()}\n${sdr}\n${dropped}`,
    outcome: 'found',
    certainty: 'likely',
    variant: 'domain',
    verdict: 'content-filter-drop',
  },
  {
    cause: 'reputation-filter',
    name: 'a filter for something else',
    log: `${taken()}\n${dropped}`,
    outcome: 'not-applicable',
    verdict: 'content-filter-drop',
  },
  {
    cause: 'reputation-filter',
    name: 'a link, and delivered',
    log: `${taken()}\n${link}\n${handedOver()}`,
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'content-filter-drop',
    name: 'for a link',
    log: `${taken()}\n${link}\n${dropped}`,
    outcome: 'not-applicable',
    verdict: 'reputation-filter',
  },
  {
    cause: 'dkim-broken',
    name: 'changed on the way',
    log: `${begun()}\n${unsigned}\n${failed}\n${refused}`,
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    slots: { signer: 'example.com', selector: 's2048' },
    cites: ['body hash did not verify'],
  },
  {
    cause: 'dkim-broken',
    name: 'no key',
    log: `${begun()}\n${unkeyed}\n${failed}\n${refused}`,
    outcome: 'found',
    variant: 'noKey',
  },
  {
    cause: 'dkim-broken',
    name: 'a signature that would not have counted',
    log: `${begun()}\n${foreign}\n${failed}\n${refused}`,
    outcome: 'not-applicable',
    verdict: 'dmarc-reject',
  },
  {
    cause: 'dkim-broken',
    name: 'failed, and the mail was taken',
    log: `${taken()}\n${unsigned}\n${handedOver()}`,
    outcome: 'not-applicable',
    verdict: 'delivered',
  },
  {
    cause: 'dkim-broken',
    name: 'verified',
    log: `${taken()}\n09:00:01 MID 12 DKIM: pass signature verified (d=example.com s=s2048 i=@example.com)`,
    outcome: 'clear',
    slots: { signer: 'example.com' },
  },
  {
    cause: 'quarantine-reinjected',
    name: 'goes on under another number',
    log: `${taken()}\n09:00:01 ISQ: Tagging MID 12 for quarantine\n09:00:02 ISQ: Quarantined MID 12\n11:00:00 ISQ: Reinjected MID 12 as MID 40\n${handedOver('11:00:05', 40)}`,
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    slots: { mid: '12', newMid: '40' },
    verdict: 'delivered',
  },
  {
    cause: 'quarantine-reinjected',
    name: 'released, and refused by the next server',
    log: `${taken()}\n09:00:01 MID 12 quarantined to "Policy" (content filter:Hold)\n10:44:00 MID 12 released from quarantine "Policy" (manual) t=6240\n10:44:00 MID 12 released from all quarantines\n10:44:05 MID 12 queued for delivery\n10:44:06 Bounced: DCID 30 MID 12 to RID 0 - 5.1.0 - Unknown address error ('550', ['5.1.1 No such user']) []`,
    outcome: 'found',
    variant: 'same',
    slots: { quarantine: ' (Policy)' },
    verdict: 'next-hop-refuses',
  },
  {
    cause: 'quarantine-reinjected',
    name: 'still held',
    log: `${taken()}\n09:00:01 MID 12 quarantined to "Policy" (content filter:Hold)`,
    outcome: 'not-applicable',
    verdict: 'policy-quarantine',
  },
  {
    cause: 'recipient-rewritten',
    name: 'an alias, and delivered there',
    log: `${taken()}\n09:00:01 Start MID 40 ICID 0\n09:00:01 MID 40 ICID 0 From: <alice@example.com>\n09:00:01 MID 40 ICID 0 RID 0 To: <team@example.org>\n09:00:01 MID 12 rewritten to MID 40 by alias table\n${handedOver('09:00:05', 40)}`,
    recipient: 'ann@example.org',
    outcome: 'found',
    certainty: 'proven',
    slots: { oldRcptTo: ['ann@example.org'], newRcptTo: ['team@example.org'] },
    verdict: 'delivered',
  },
  {
    cause: 'recipient-rewritten',
    name: 'another number, the same recipient',
    log: `${taken()}\n09:00:01 Start MID 40 ICID 0\n09:00:01 MID 40 ICID 0 From: <alice@example.com>\n09:00:01 MID 40 ICID 0 RID 0 To: <ann@example.org>\n09:00:01 MID 12 rewritten to MID 40 by add-footer filter 'Footer'\n${handedOver('09:00:05', 40)}`,
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'delivered-elsewhere',
    name: 'another network than the days before',
    before: usually,
    log: `${taken()}\n${handedOver().replace('198.51.100.20', '203.0.113.200')}`,
    outcome: 'found',
    certainty: 'possible',
    slots: { usualHop: '198.51.100.20', nextHop: '203.0.113.200' },
    verdict: 'delivered',
  },
  {
    cause: 'delivered',
    name: 'to another network than the days before: it is said at once',
    before: usually,
    log: `${taken()}\n${handedOver().replace('198.51.100.20', '203.0.113.200')}`,
    outcome: 'found',
    certainty: 'proven',
    variant: 'elsewhere',
    slots: { nextHop: '203.0.113.200' },
  },
  {
    cause: 'delivered',
    name: 'where it always goes',
    before: usually,
    log: `${taken()}\n${handedOver()}`,
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
  },
  {
    cause: 'delivered-elsewhere',
    name: 'where it always goes',
    before: usually,
    log: `${taken()}\n${handedOver()}`,
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'behind-relay',
    name: 'the header names the sender',
    log: `${taken()}\n09:00:01 MID 12 IncomingRelay(edge): Header Received found, IP 192.0.2.99 being used, SBRS 6.8\n${handedOver()}`,
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    slots: { relay: 'edge', relayIp: '192.0.2.7', ip: '192.0.2.99' },
    verdict: 'delivered',
  },
  {
    cause: 'behind-relay',
    name: 'the header is not there',
    log: `${taken()}\n09:00:01 MID 12 IncomingRelay(edge): Header Received not found\n${handedOver()}`,
    outcome: 'found',
    certainty: 'likely',
    variant: 'unknown',
    verdict: 'delivered',
  },
  {
    cause: 'behind-relay',
    name: 'straight from the sender',
    log: `${taken()}\n${handedOver()}`,
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'arrived',
    name: 'the second of the same was dropped',
    log: `${taken()}\n${handedOver()}\n${again}\n10:00:01 Message aborted MID 13 Dropped by CASE\n10:00:01 Message finished MID 13 done`,
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    cites: ['Message done DCID 30 MID 12'],
    slots: { messageId: '4711@example.com' },
  },
  {
    cause: 'arrived',
    name: 'twice',
    log: `${taken()}\n${handedOver()}\n${again}\n${handedOver('10:00:05', 13).replaceAll('DCID 30', 'DCID 31')}`,
    outcome: 'found',
    variant: 'twice',
    slots: { count: 2 },
    verdict: 'delivered',
  },
  {
    cause: 'arrived',
    name: 'another mail was dropped',
    log: `${taken()}\n${handedOver()}\n${again.replace('4711@', '4712@')}\n10:00:01 Message aborted MID 13 Dropped by CASE\n10:00:01 Message finished MID 13 done`,
    outcome: 'not-applicable',
    verdict: 'spam-drop',
  },
  {
    cause: 'remediated-after-delivery',
    name: 'delivered while a file was judged',
    log: `${taken()}\n09:00:01 MID 12 AMP file reputation verdict : FA_PENDING\n${handedOver()}`,
    outcome: 'found',
    certainty: 'possible',
    slots: { verdict: 'FA_PENDING' },
    verdict: 'delivered',
  },
  {
    cause: 'remediated-after-delivery',
    name: 'judged clean',
    log: `${taken()}\n09:00:01 MID 12 AMP file reputation verdict : CLEAN\n${handedOver()}`,
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'recipient-rewritten',
    name: 'to one of two only',
    log: `${taken('09:00:00', ['ann@example.org', 'bob@example.org'])}\n${handedOver()}`,
    outcome: 'not-applicable',
    verdict: 'delivered-to-some',
  },
  {
    cause: 'delivered-elsewhere',
    name: 'refused where it always goes',
    before: usually,
    log: `${taken()}\n09:00:05 MID 12 queued for delivery\n09:00:06 Bounced: DCID 30 MID 12 to RID 0 - 5.1.0 - Unknown address error ('550', ['5.1.1 No such user']) []`,
    outcome: 'not-applicable',
    verdict: 'next-hop-refuses',
  },
  {
    cause: 'quarantine-reinjected',
    name: 'another number by the alias table',
    log: `${taken()}\n09:00:01 Start MID 40 ICID 0\n09:00:01 MID 40 ICID 0 From: <alice@example.com>\n09:00:01 MID 40 ICID 0 RID 0 To: <team@example.org>\n09:00:01 MID 12 rewritten to MID 40 by alias table\n${handedOver('09:00:05', 40)}`,
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'behind-relay',
    name: 'a service that sends in its own name',
    log: `${taken()}\n09:00:01 MID 12 DMARC: Message from domain example.com, DMARC pass (SPF aligned False, DKIM aligned True)\n${handedOver()}`.replaceAll(
      'alice@example.com',
      'b-1@bounces.example.net',
    ),
    outcome: 'clear',
    verdict: 'sent-from-another-domain',
  },
  {
    cause: 'spf-reject',
    name: 'SPF passed, and the content filter dropped it',
    log: `${taken()}\n09:00:01 MID 12 SPF: mailfrom identity alice@example.com Pass (v=spf1)\n${dropped}`,
    outcome: 'clear',
    verdict: 'content-filter-drop',
  },
]
