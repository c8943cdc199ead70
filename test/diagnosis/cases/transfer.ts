import { begun, handedOver, letIn, taken } from '../evidence-of.ts'
import type { RuleCase } from './rule-case.ts'

function recipientRefused(by: string, rcptTo = 'ann@example.org'): string {
  return `${letIn()}\n09:00:01 Start MID 12 ICID 7\n09:00:01 MID 12 ICID 7 From: <alice@example.com>\n09:00:01 MID 12 ICID 7 To: <${rcptTo}> Rejected by ${by}\n09:00:02 Message aborted MID 12 Receiving aborted by sender\n09:00:02 Message finished MID 12 aborted\n09:00:02 ICID 7 close`
}

function aborted(seconds: string, how = 'Receiving aborted', lost = ''): string {
  return `${begun()}\n${lost}\n09:${seconds} Message aborted MID 12 ${how}\n09:${seconds} Message finished MID 12 aborted`
}

const lost = aborted('00:37', 'Receiving aborted', '09:00:37 ICID 7 lost')
const dmarcFail =
  '09:00:02 MID 12 DMARC: Message from domain example.com, DMARC fail (SPF aligned False, DKIM aligned False)'
const spfFail = '09:00:02 MID 12 SPF: mailfrom identity alice@example.com Fail (v=spf1)'

/** Stage 3: stopped before the message was whole. */
export const transferCases: readonly RuleCase[] = [
  {
    cause: 'receiving-aborted',
    name: 'lost in the middle',
    log: lost,
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['ICID 7 lost', 'Receiving aborted'],
    slots: { seconds: 37 },
  },
  {
    cause: 'receiving-aborted',
    name: 'the old wording',
    log: aborted('00:37', 'Injection aborted'),
    outcome: 'found',
    certainty: 'proven',
  },
  {
    cause: 'receiving-aborted',
    name: 'each time at the same point',
    log: `${lost}\n${lost.replaceAll('09:', '10:').replaceAll('MID 12', 'MID 22').replaceAll('ICID 7', 'ICID 8')}`,
    outcome: 'found',
    variant: 'repeated',
    slots: { count: 2 },
  },
  { cause: 'receiving-aborted', name: 'received whole', log: taken(), outcome: 'clear', slots: { bytes: 2069 } },
  {
    cause: 'receiving-aborted',
    name: 'five minutes of silence are our time-out',
    log: aborted('05:00'),
    outcome: 'not-applicable',
    verdict: 'idle-timeout',
  },
  {
    cause: 'receiving-aborted',
    name: 'the sender ended it',
    log: aborted('00:03', 'Receiving aborted by sender'),
    outcome: 'not-applicable',
    verdict: 'aborted-by-sender',
  },
  {
    cause: 'receiving-aborted',
    name: 'too big ends in the same line',
    log: `${begun()}\n09:00:09 ICID 7 Receiving Failed: Message size exceeds limit\n09:00:09 Message aborted MID 12 Receiving aborted`,
    outcome: 'not-applicable',
    verdict: 'message-too-big',
  },
  {
    cause: 'idle-timeout',
    name: 'five minutes after the last line',
    log: aborted('05:00'),
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    cites: ['RID 0 To:', 'Receiving aborted'],
    slots: { seconds: 300 },
  },
  {
    cause: 'idle-timeout',
    name: 'the log says so',
    log: `${letIn()}\n09:05:00 ICID 7 disconnected address 192.0.2.7, no messages injected within timeout period`,
    outcome: 'found',
    certainty: 'proven',
    cites: ['no messages injected'],
  },
  {
    cause: 'idle-timeout',
    name: 'longer than a connection may last',
    log: `${begun()}\n09:15:00 ICID 7 disconnected address 192.0.2.7, exceeded allowable connection time\n09:15:00 Message aborted MID 12 Receiving aborted`,
    outcome: 'found',
    certainty: 'proven',
    variant: 'tooLong',
  },
  {
    cause: 'idle-timeout',
    name: 'lost after half a minute',
    log: lost,
    outcome: 'not-applicable',
    verdict: 'receiving-aborted',
  },
  {
    cause: 'idle-timeout',
    name: 'lost after five minutes: the other side ended it',
    log: aborted('05:00', 'Receiving aborted', '09:05:00 ICID 7 lost'),
    outcome: 'not-applicable',
    verdict: 'receiving-aborted',
  },
  {
    cause: 'aborted-by-sender',
    name: 'QUIT before the data',
    log: aborted('00:03', 'Receiving aborted by sender'),
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['by sender'],
  },
  {
    cause: 'aborted-by-sender',
    name: 'a network fault is another thing',
    log: lost,
    outcome: 'not-applicable',
    verdict: 'receiving-aborted',
  },
  {
    cause: 'aborted-by-sender',
    name: 'not where we refused the recipient',
    log: recipientRefused('RAT'),
    outcome: 'not-applicable',
    verdict: 'rat-reject',
  },
  {
    cause: 'message-too-big',
    name: 'over the limit',
    log: `${begun()}\n09:00:09 ICID 7 Receiving Failed: Message size exceeds limit\n09:00:09 Message aborted MID 12 Receiving aborted`,
    outcome: 'found',
    certainty: 'proven',
    cites: ['Message size exceeds limit'],
  },
  {
    cause: 'message-too-big',
    name: 'twice the limit',
    log: `${begun()}\n09:00:09 ICID 7 Receiving Failed: Message >2X Max Size. Entering Denial-of-Service tarpit mode`,
    outcome: 'found',
    certainty: 'proven',
  },
  {
    cause: 'message-too-big',
    name: 'another mail of the same connection is not meant',
    log: `${begun()}\n09:00:02 MID 12 ready 9 bytes from <alice@example.com>\n09:00:03 Start MID 13 ICID 7\n09:00:03 MID 13 ICID 7 From: <x@example.net>\n09:00:09 ICID 7 Receiving Failed: Message size exceeds limit\n${handedOver()}`,
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'message-too-big',
    name: 'a loop',
    log: `${begun()}\n09:00:09 ICID 7 Receiving Failed: Message loop`,
    outcome: 'not-applicable',
    verdict: 'mail-loop',
  },
  {
    cause: 'mail-loop',
    name: 'the log says so',
    log: `${begun()}\n09:00:09 ICID 7 Receiving Failed: Message loop`,
    outcome: 'found',
    certainty: 'proven',
    variant: 'default',
    cites: ['Message loop'],
  },
  {
    cause: 'mail-loop',
    name: 'the same Message-ID three times',
    log: [12, 22, 32]
      .map((mid, nth) => taken(`09:0${nth}:00`).replaceAll('MID 12', `MID ${mid}`).replaceAll('ICID 7', `ICID ${mid}`))
      .join('\n'),
    outcome: 'found',
    certainty: 'possible',
    variant: 'again',
  },
  { cause: 'mail-loop', name: 'once', log: taken(), outcome: 'clear' },
  {
    cause: 'dmarc-reject',
    name: 'failed, and never whole',
    log: aborted('00:03', 'Receiving aborted', dmarcFail),
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    cites: ['DMARC fail', 'Receiving aborted'],
    slots: { domain: 'example.com', spf: 'False' },
  },
  {
    cause: 'dmarc-reject',
    name: 'failed, and held for it',
    log: `${taken()}\n${dmarcFail}\n09:00:03 MID 12 quarantined to "Policy" (DMARC)`,
    outcome: 'found',
    certainty: 'proven',
    variant: 'held',
    verdict: 'dmarc-reject',
  },
  {
    cause: 'dmarc-reject',
    name: 'in our own name, from a server never seen before',
    about: { domain: 'example.org' },
    log: aborted('00:03', 'Receiving aborted', dmarcFail)
      .replaceAll('alice@example.com', 'boss@example.org')
      .replaceAll('domain example.com', 'domain example.org'),
    outcome: 'found',
    certainty: 'likely',
    variant: 'ours',
    noteTo: 'nobody',
  },
  {
    cause: 'dmarc-reject',
    name: 'in our own name, from a server whose mail we took before',
    about: { domain: 'example.org' },
    before: [taken('08:00:00').replaceAll('MID 12', 'MID 2').replaceAll('ICID 7', 'ICID 2'), handedOver('08:00:05', 2)]
      .join('\n')
      .replaceAll('alice@example.com', 'boss@example.org'),
    log: aborted('00:03', 'Receiving aborted', dmarcFail)
      .replaceAll('alice@example.com', 'boss@example.org')
      .replaceAll('domain example.com', 'domain example.org'),
    outcome: 'found',
    certainty: 'likely',
    variant: 'oursBefore',
    noteTo: 'nobody',
  },
  {
    cause: 'spf-reject',
    name: 'in our own name',
    about: { domain: 'example.org' },
    log: aborted('00:03', 'Receiving aborted', spfFail).replaceAll('alice@example.com', 'boss@example.org'),
    outcome: 'found',
    certainty: 'likely',
    variant: 'ours',
    noteTo: 'nobody',
  },
  {
    cause: 'dmarc-reject',
    name: 'failed, and let pass',
    log: `${taken()}\n${dmarcFail}\n${handedOver()}`,
    outcome: 'not-applicable',
    verdict: 'delivered',
  },
  {
    cause: 'dmarc-reject',
    name: 'failed, but the connection was lost',
    log: aborted('00:37', 'Receiving aborted', `${dmarcFail}\n09:00:37 ICID 7 lost`),
    outcome: 'not-applicable',
    verdict: 'receiving-aborted',
  },
  {
    cause: 'dmarc-reject',
    name: 'passed',
    log: `${taken()}\n${dmarcFail.replace('fail', 'pass')}`,
    outcome: 'clear',
    slots: { domain: 'example.com' },
  },
  {
    cause: 'spf-reject',
    name: 'failed, and never whole',
    log: aborted('00:03', 'Receiving aborted', spfFail),
    outcome: 'found',
    certainty: 'likely',
    cites: ['SPF: mailfrom', 'Receiving aborted'],
    slots: { domain: 'example.com' },
  },
  {
    cause: 'spf-reject',
    name: 'DMARC speaks first',
    log: aborted('00:03', 'Receiving aborted', `${spfFail}\n${dmarcFail}`),
    outcome: 'found',
    certainty: 'possible',
    verdict: 'dmarc-reject',
  },
  {
    cause: 'spf-reject',
    name: 'softfail is no refusal',
    log: aborted('00:03', 'Receiving aborted', spfFail.replace('Fail', 'SoftFail')),
    outcome: 'not-applicable',
    verdict: 'receiving-aborted',
  },
  {
    cause: 'spf-reject',
    name: 'passed',
    log: `${taken()}\n${spfFail.replace('Fail', 'Pass')}`,
    outcome: 'clear',
    slots: { address: 'alice@example.com' },
  },
]
