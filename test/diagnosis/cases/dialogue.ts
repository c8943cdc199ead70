import { begun, check, handedOver, letIn, taken } from '../evidence-of.ts'
import type { RuleCase } from './rule-case.ts'

function said(clock: string, who: 'Sent to' | 'Rcvd from', text: string): string {
  return `${clock} 7 ${who} '192.0.2.7': '${text}\\015\\012'`
}

function unknown(...commands: readonly string[]): string {
  return [letIn(), ...commands.map((command) => `09:00:01 ICID 7 Unknown command: ${command}`)].join('\n')
}

function tlsFailed(reason: string): string {
  return `${letIn()}\n09:00:01 ICID 7 TLS failed: ${reason}\n09:00:01 ICID 7 lost`
}

/** A mail whose content is refused, as the debug log holds it. */
function refusedContent(reply: string): string {
  return [
    begun(),
    said('09:00:01', 'Rcvd from', 'DATA'),
    said('09:00:01', 'Sent to', '354 go ahead'),
    said('09:00:02', 'Rcvd from', 'Subject: x\\015\\012\\015\\012y\\015\\012.'),
    said('09:00:02', 'Sent to', reply),
    '09:00:03 Message aborted MID 12 Receiving aborted by sender',
    '09:00:03 Message finished MID 12 aborted',
  ].join('\n')
}

const before = `${taken()}\n${handedOver()}`
const masked = [check('R10.masked', 'mx1.example.org')]

const headerReadAsCommands = `${begun()}
${[1, 2, 3, 4, 5].map((nth) => `09:00:03 ICID 7 Unknown command: X-Member-${nth}: a`).join('\n')}
09:00:04 Message aborted MID 12 Receiving aborted
09:00:04 Message finished MID 12 aborted
09:00:04 ICID 7 close`

/** Stages 1 to 3: the two servers do not understand each other. */
export const dialogueCases: readonly RuleCase[] = [
  {
    cause: 'bad-command-limit',
    name: 'the reply itself, from the debug log',
    log: `${unknown('GET / HTTP/1.1')}\n${said('09:00:01', 'Rcvd from', 'GET / HTTP/1.1')}\n${said('09:00:02', 'Sent to', '421 Exceeded bad SMTP command limit, disconnecting.')}\n09:00:02 ICID 7 close`,
    outcome: 'found',
    certainty: 'proven',
    cites: ['421 Exceeded', 'GET / HTTP'],
    slots: { command: 'GET / HTTP/1.1' },
  },
  {
    cause: 'bad-command-limit',
    name: 'four of them, and the end',
    log: `${unknown('RCVD', 'aGVsbG8=', 'd29ybGQ=', '--b1')}\n09:00:02 ICID 7 close`,
    outcome: 'found',
    certainty: 'likely',
    cites: ['Unknown command: --b1'],
  },
  {
    cause: 'bad-command-limit',
    name: 'one is harmless',
    log: `${unknown('RCVD')}\n09:00:02 ICID 7 close`,
    outcome: 'not-applicable',
  },
  {
    cause: 'bad-command-limit',
    name: 'the rest of a mail that was too big',
    log: `${begun()}\n09:00:01 ICID 7 Receiving Failed: Message size exceeds limit\n${unknown('a', 'b', 'c', 'd').split('\n').slice(2).join('\n')}\n09:00:02 Message aborted MID 12 Receiving aborted`,
    outcome: 'not-applicable',
    verdict: 'message-too-big',
  },
  {
    cause: 'unsupported-verbs',
    name: 'an extension that was not offered',
    log: `${unknown('BDAT 2048 LAST')}\n09:00:02 ICID 7 close`,
    outcome: 'found',
    certainty: 'likely',
    slots: { command: 'BDAT' },
  },
  {
    cause: 'unsupported-verbs',
    name: 'no command at all',
    log: `${unknown('aGVsbG8=')}\n09:00:02 ICID 7 close`,
    outcome: 'not-applicable',
  },
  {
    cause: 'unsupported-verbs',
    name: 'it fell back, and the mail came',
    log: `${taken().replace('09:00:00 Start MID', '09:00:00 ICID 7 Unknown command: XEXCH50 1 2\n09:00:00 Start MID')}\n${handedOver()}`,
    outcome: 'clear',
    verdict: 'delivered',
  },
  {
    cause: 'header-too-big',
    name: 'lines of the header were read as commands',
    log: headerReadAsCommands,
    outcome: 'found',
    certainty: 'possible',
    variant: 'perhaps',
    noteTo: 'nobody',
  },
  {
    cause: 'bad-command-limit',
    name: 'lines of a header are no bad commands',
    log: headerReadAsCommands,
    outcome: 'not-applicable',
    verdict: 'header-too-big',
  },
  {
    cause: 'receiving-aborted',
    name: 'we had stopped taking the content',
    log: headerReadAsCommands,
    outcome: 'not-applicable',
    verdict: 'header-too-big',
  },
  {
    cause: 'header-too-big',
    name: 'the reply itself, from the debug log',
    log: refusedContent('552 #5.3.4 message header size exceeds limit'),
    outcome: 'found',
    certainty: 'proven',
    cites: ['552 #5.3.4 message header size'],
  },
  {
    cause: 'header-too-big',
    name: 'as the mail log may word it',
    log: `${begun()}\n09:00:01 ICID 7 Receiving Failed: Message header size exceeds limit\n09:00:01 Message aborted MID 12 Receiving aborted`,
    outcome: 'found',
    certainty: 'likely',
  },
  {
    cause: 'header-too-big',
    name: 'the mail as a whole',
    log: `${begun()}\n09:00:01 ICID 7 Receiving Failed: Message size exceeds limit\n09:00:01 Message aborted MID 12 Receiving aborted`,
    outcome: 'not-applicable',
    verdict: 'message-too-big',
  },
  {
    cause: 'bare-line-ending',
    name: 'refused after the content',
    log: refusedContent('550 5.6.11 Bare CR or LF in message is not allowed'),
    outcome: 'found',
    certainty: 'likely',
    cites: ['Bare CR or LF'],
  },
  {
    cause: 'bare-line-ending',
    name: 'refused for another reason',
    log: refusedContent('550 #5.7.1 message content rejected'),
    outcome: 'not-applicable',
  },
  {
    cause: 'starttls-masked',
    name: 'seen from outside',
    log: `${letIn()}\n09:00:01 ICID 7 close`,
    checks: masked,
    outcome: 'found',
    certainty: 'likely',
    variant: 'default',
    slots: { listener: 'mx1.example.org' },
  },
  {
    cause: 'starttls-masked',
    name: 'it was encrypted before',
    log: `${letIn()}\n09:00:01 ICID 7 close`,
    before,
    outcome: 'found',
    certainty: 'possible',
    variant: 'changed',
  },
  {
    cause: 'starttls-masked',
    name: 'only beside what the log says',
    log: `${letIn()}\n09:00:01 ICID 7 TLS was required but remote host did not initiate it\n09:00:01 ICID 7 close`,
    checks: masked,
    outcome: 'not-applicable',
    verdict: 'tls-required',
  },
  {
    cause: 'starttls-masked',
    name: 'TLS worked',
    log: `${letIn()}\n09:00:01 ICID 7 TLS success protocol TLSv1.2 cipher X\n09:00:02 ICID 7 close`,
    checks: masked,
    outcome: 'not-applicable',
  },
  {
    cause: 'tls-client-certificate',
    name: 'none was given',
    log: tlsFailed(
      "(336105671, 'error:140890C7:SSL routines:SSL3_GET_CLIENT_CERTIFICATE:peer did not return a certificate')",
    ),
    outcome: 'found',
    certainty: 'likely',
    cites: ['did not return a certificate'],
  },
  {
    cause: 'tls-client-certificate',
    name: 'they do not trust ours',
    log: tlsFailed("(336151576, 'error:14094418:SSL routines:SSL3_READ_BYTES:tlsv1 alert unknown ca')"),
    outcome: 'not-applicable',
    verdict: 'tls-handshake-failed',
  },
  {
    cause: 'sender-exception-table',
    name: 'denied by an entry',
    log: `${letIn()}\n09:00:01 ICID 7 Address: <alice@example.com> sender rejected, envelope sender matched domain exception\n09:00:01 ICID 7 close`,
    outcome: 'found',
    certainty: 'likely',
    slots: { mailFrom: 'alice@example.com', reason: 'envelope sender matched domain exception' },
  },
  {
    cause: 'sender-exception-table',
    name: 'the domain does not exist',
    log: `${letIn()}\n09:00:01 ICID 7 Address: <alice@example.com> sender rejected, envelope sender domain does not exist\n09:00:01 ICID 7 close`,
    outcome: 'not-applicable',
    verdict: 'sender-domain-nonexistent',
  },
  {
    cause: 'call-ahead-failed',
    name: 'the next server said no',
    log: begun().replace('RID 0 To: <ann@example.org>', 'To: <ann@example.org> Rejected by SMTP Call-Ahead'),
    outcome: 'found',
    certainty: 'likely',
    slots: { rcptTo: ['ann@example.org'] },
  },
  {
    cause: 'call-ahead-failed',
    name: 'the directory said no',
    log: begun().replace('RID 0 To: <ann@example.org>', 'To: <ann@example.org> Rejected by LDAPACCEPT'),
    outcome: 'not-applicable',
    verdict: 'recipient-unknown',
  },
]
