import { at, taken } from '../evidence-of.ts'
import type { RuleCase } from './rule-case.ts'

const head =
  'CEF:0|Cisco|C100V Secure Email Gateway Virtual|15.5.1-055|ESA_CONSOLIDATED_LOG_EVENT|Consolidated Log Event|5|'

/** The line of a consolidated event log about MID 12, with what is said of it last. */
function summed(said: string, clock = '09:00:06', who = 'duser=ann@example.org'): string {
  return [
    `${clock} ${head}ESAMID=12 ESAICID=7 start=Fri Nov 20 09:00:00 2026 deviceInboundInterface=IncomingMail`,
    'deviceDirection=0 ESAMailFlowPolicy=ACCEPT suser=alice@example.com cs1Label=MailPolicy cs1=DEFAULT',
    `cs4Label=ExternalMsgID cs4='<4711@example.com>' ESAMsgSize=2069 ${who} cfp1Label=SBRSScore cfp1=1.2`,
    `shost=out1.example.com ESASenderGroup=UNKNOWNLIST src=192.0.2.7 msg='Invoice 4711' ${said}`,
  ].join(' ')
}

/** The line of a bounce log about MID 12. */
function bounce(word: 'Bounced' | 'Delayed', reason: string, response: string, clock = '09:00:06'): string {
  return `${clock} ${word}: 12:0 From:<alice@example.com> To:<ann@example.org> Reason: "${reason}" Response: "${response}"`
}

const refused = bounce('Bounced', '5.1.0 - Unknown address error', "('550', ['5.1.10 Recipient not found'])")
const held = summed(
  'ESAAMPVerdict=FA_PENDING act=DQ ESAFinalActionDetails=Message held temporarily in Delay Quarantine',
)

/** What the consolidated event log and the bounce log tell (section 16 of the grammar), alone and beside the mail log. */
export const otherLogsCases: readonly RuleCase[] = [
  {
    cause: 'spam-drop',
    name: 'the consolidated log alone: no engine was asked after that one',
    log: summed('ESAASVerdict=POSITIVE ESAAVVerdict=NOT_EVALUATED ESAOFVerdict=NOT_EVALUATED act=DROPPED'),
    outcome: 'found',
    certainty: 'likely',
    cites: ['ESAASVerdict=POSITIVE'],
    slots: {
      policy: 'DEFAULT',
      mailFrom: 'alice@example.com',
      rcptTo: 'ann@example.org',
      server: '192.0.2.7 (out1.example.com)',
    },
  },
  {
    cause: 'spam-drop',
    name: 'the mail log says it too, and its line proves it',
    log: `${taken()}\n09:00:05 Message aborted MID 12 Dropped by CASE\n${summed('ESAASVerdict=POSITIVE act=DROPPED')}`,
    outcome: 'found',
    certainty: 'proven',
    cites: ['Dropped by CASE'],
  },
  {
    cause: 'spam-drop',
    name: 'a later engine found nothing: it was not the spam engine that dropped it',
    log: summed('ESAASVerdict=POSITIVE ESAAVVerdict=NEGATIVE act=DROPPED'),
    outcome: 'not-applicable',
  },
  {
    cause: 'spam-drop',
    name: 'spam, and it was delivered all the same',
    log: summed('ESADCID=30 ESAASVerdict=POSITIVE act=DELIVERED'),
    outcome: 'not-applicable',
    verdict: 'delivered',
  },
  {
    cause: 'spam-drop',
    name: 'what the sender wrote into his own name tells nothing, nor what it contradicts',
    log: summed('ESAASVerdict=NEGATIVE act=DELIVERED ESAFriendlyFrom=Ann act=DROPPED ESAASVerdict=POSITIVE'),
    outcome: 'not-applicable',
  },
  {
    cause: 'virus-action',
    name: 'the consolidated log alone',
    log: summed('ESAASVerdict=NEGATIVE ESAAVVerdict=ENCRYPTED act=DROPPED'),
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    slots: { verdict: 'encrypted' },
  },
  {
    cause: 'virus-action',
    name: 'in the quarantine of that name',
    log: summed('ESAAVVerdict=POSITIVE act=QUARANTINED ESAFinalActionDetails=To VIRUS'),
    outcome: 'found',
    certainty: 'likely',
    variant: 'held',
    slots: { quarantine: 'Virus' },
  },
  {
    cause: 'content-filter-drop',
    name: 'in the words of the mail log, which were not seen in this one',
    log: summed(
      "ESACFVerdict=MATCH act=DROPPED ESAFinalActionDetails=Dropped by content filter 'X' in the inbound table",
    ),
    outcome: 'found',
    certainty: 'likely',
    slots: { filter: 'X' },
  },
  {
    cause: 'policy-quarantine',
    name: 'the consolidated log alone',
    log: summed('ESACFVerdict=MATCH act=QUARANTINED ESAFinalActionDetails=To POLICY'),
    outcome: 'found',
    certainty: 'proven',
    variant: 'unsaid',
    slots: { quarantine: 'Policy' },
  },
  {
    cause: 'policy-quarantine',
    name: 'delivered since, by its second line',
    log: `${summed('act=QUARANTINED ESAFinalActionDetails=To POLICY')}\n${summed('ESADCID=30 act=DELIVERED', '10:00:00')}`,
    outcome: 'not-applicable',
    verdict: 'delivered',
  },
  {
    cause: 'spam-quarantine',
    name: 'the consolidated log alone',
    log: summed('ESAASVerdict=SUSPECT act=QUARANTINED ESAFinalActionDetails=To SPAM'),
    outcome: 'found',
    certainty: 'likely',
  },
  { cause: 'amp-action', name: 'held for a file', log: held, outcome: 'found', certainty: 'proven', variant: 'held' },
  {
    cause: 'delivered',
    name: 'the consolidated log alone',
    log: summed('ESADCID=30 ESAASVerdict=NEGATIVE act=DELIVERED'),
    outcome: 'found',
    certainty: 'proven',
    variant: 'unnamed',
    slots: { messageId: '4711@example.com' },
  },
  {
    cause: 'delivered',
    name: 'one line for two recipients may not speak for both',
    log: summed('ESADCID=30 act=DELIVERED', '09:00:06', 'duser=ann@example.org;bob@example.org'),
    outcome: 'found',
    certainty: 'likely',
    slots: { rcptTo: ['ann@example.org', 'bob@example.org'] },
  },
  {
    cause: 'delivered-to-some',
    name: 'a consolidated line for each of two recipients, one of which came back',
    log: [
      summed('ESADCID=30 act=DELIVERED'),
      summed(
        'ESADCID=31 act=BOUNCED ESAFinalActionDetails=5.1.0 - Unknown address error',
        '09:00:07',
        'duser=bob@example.org',
      ),
    ].join('\n'),
    outcome: 'found',
    certainty: 'likely',
    slots: { reached: ['ann@example.org'], missed: ['bob@example.org'] },
  },
  {
    cause: 'delivered',
    name: 'the next server refused it, and only its line in the bounce log is left beside',
    log: `${refused}\n${summed('ESADCID=30 act=BOUNCED ESAFinalActionDetails=5.1.0 - Unknown address error', '09:00:07')}`,
    outcome: 'clear',
    verdict: 'next-hop-refuses',
  },
  {
    cause: 'aborted-by-sender',
    name: 'the consolidated log alone',
    log: summed('act=ABORTED ESAFinalActionDetails=Receiving aborted by sender'),
    outcome: 'found',
    certainty: 'proven',
  },
  {
    cause: 'message-too-big',
    name: 'the consolidated log alone',
    log: summed('ESAMsgTooBigFromSender=true act=ABORTED ESAFinalActionDetails=Receiving aborted by sender'),
    outcome: 'found',
    certainty: 'likely',
    cites: ['ESAMsgTooBigFromSender=true'],
  },
  {
    cause: 'message-too-big',
    name: 'the consolidated log says that it was not',
    log: summed('ESAMsgTooBigFromSender=false act=ABORTED ESAFinalActionDetails=Receiving aborted by sender'),
    outcome: 'not-applicable',
    verdict: 'aborted-by-sender',
  },
  {
    cause: 'message-too-big',
    name: 'too big by a line of the consolidated log, and delivered by the same',
    log: summed('ESADCID=30 ESAMsgTooBigFromSender=true act=DELIVERED'),
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'rate-limit-host',
    name: 'the consolidated log alone',
    log: summed('ESARateLimitedIP=192.0.2.7 ESADHASource=None act=ABORTED'),
    outcome: 'found',
    certainty: 'likely',
    cites: ['ESARateLimitedIP=192.0.2.7'],
    slots: { group: 'UNKNOWNLIST', rcptTo: 'ann@example.org' },
  },
  {
    cause: 'rate-limit-host',
    name: 'the consolidated log names an address that is not the sender’s',
    log: summed('ESARateLimitedIP=192.0.2.99 act=ABORTED'),
    outcome: 'not-applicable',
  },
  {
    cause: 'directory-harvest',
    name: 'the consolidated log alone, which does not name the limit',
    log: summed('ESARateLimitedIP=None ESADHASource=192.0.2.7 act=ABORTED'),
    outcome: 'found',
    certainty: 'likely',
    variant: 'unnumbered',
    cites: ['ESADHASource=192.0.2.7'],
    slots: { ip: '192.0.2.7', cutAt: at('09:00:06') },
  },
  {
    cause: 'directory-harvest',
    name: 'the consolidated log names it, and the mail went on',
    log: summed('ESADCID=30 ESADHASource=192.0.2.7 act=DELIVERED'),
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'idle-timeout',
    name: 'five minutes between the two times of a consolidated line are no silence',
    log: summed('act=ABORTED', '09:05:00'),
    outcome: 'not-applicable',
  },
  {
    cause: 'dmarc-reject',
    name: 'the consolidated log alone',
    log: summed('ESADMARCVerdict=PermFailure act=ABORTED'),
    outcome: 'found',
    certainty: 'likely',
    slots: { domain: 'example.com' },
  },
  {
    cause: 'dmarc-reject',
    name: 'a temporary failure is none',
    log: summed('ESADMARCVerdict=TempFailure act=ABORTED'),
    outcome: 'not-applicable',
  },
  {
    cause: 'next-hop-refuses',
    name: 'the consolidated log alone has no words of theirs',
    log: summed('ESADCID=30 act=BOUNCED ESAFinalActionDetails=5.1.0 - Unknown address error'),
    outcome: 'found',
    certainty: 'likely',
    variant: 'unsaid',
    slots: { status: '5.1.0', reason: 'Unknown address error' },
  },
  {
    cause: 'next-hop-refuses',
    name: 'the bounce log has them',
    log: refused,
    outcome: 'found',
    certainty: 'proven',
    variant: 'unknown',
    cites: ['Bounced: 12:0'],
    slots: { code: '550', reply: '5.1.10 Recipient not found', lastAt: [] },
  },
  {
    cause: 'next-hop-refuses',
    name: 'the bounce log says nothing of why',
    log: '09:00:06 Bounced: 12:0 From:<alice@example.com> To:<ann@example.org>',
    outcome: 'not-applicable',
  },
  {
    cause: 'next-hop-defers',
    name: 'the bounce log alone, tried twice',
    log: [
      bounce('Delayed', '4.3.2 - Not accepting messages at this time', "('452', ['4.3.1 Out of room'])"),
      bounce('Delayed', '4.3.2 - Not accepting messages at this time', "('452', ['4.3.1 Out of room'])", '09:30:06'),
    ].join('\n'),
    outcome: 'found',
    certainty: 'proven',
    slots: { tries: 2, reply: '4.3.1 Out of room' },
  },
  {
    cause: 'next-hop-defers',
    name: 'the same delay in both logs is one try',
    log: [
      taken(),
      "09:00:06 Delayed: DCID 30 MID 12 From: <alice@example.com> To: <ann@example.org> RID 0 - 4.3.2 - Not accepting messages at this time ('452', ['4.3.1 Out of room'])",
      bounce('Delayed', '4.3.2 - Not accepting messages at this time', "('452', ['4.3.1 Out of room'])"),
    ].join('\n'),
    outcome: 'found',
    certainty: 'proven',
    slots: { tries: 1 },
  },
  {
    cause: 'next-hop-dns',
    name: 'the bounce log alone',
    log: bounce(
      'Bounced',
      '5.1.2 - Bad destination host',
      "('000', ['DNS Hard Error looking up example.org (MX):  NXDomain'])",
    ),
    outcome: 'found',
    certainty: 'proven',
  },
  {
    cause: 'delivery-expired',
    name: 'the bounce log alone',
    log: bounce('Bounced', '5.4.7 - Delivery expired (message too old)', "('000', ['timeout'])"),
    outcome: 'found',
    certainty: 'proven',
    slots: { lastAt: [] },
  },
]
