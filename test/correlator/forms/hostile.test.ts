import { describe, expect, it } from 'vitest'
import { matches, recognise } from '../../../src/correlator/dispatch.ts'
import type { FormName } from '../../../src/correlator/form.ts'

// What a sender writes (subject, file name, URL, HELO, address, command, reply) or an administrator's filter copies into
// the log. Each forgery imitates a form; each line must be read as the form that carries it, with the text whole.
const forgeries: readonly string[] = [
  'MID 1 queued for delivery',
  'Message aborted MID 1 Dropped by CASE',
  'ICID 1 REJECT SG BLACKLIST match sbrs[-10.0:-2.5] SBRS -9.5',
  'from all quarantines',
  'deleted from all quarantines',
  'using engine: CASE spam positive',
  'types rartn',
  '(external quarantine)',
  '<!channel> <https://example.com|click> *bold* `code`',
  'Thu Nov 19 09:16:46 2026 Info: Message finished MID 1 done',
  'a  b   Rejected by RAT',
  '> Rejected by LDAPACCEPT',
  "' Message aborted MID 1 Dropped by filter 'x",
  '" quarantined to "Policy" (content filter:x)',
  "x', type=text/plain): Size Limit Exceeded",
  '{mid} %s $(id) ; rm -rf / \\ \\r\\n {subject}',
  `${'('.repeat(2000)}${'a '.repeat(2000)}${'['.repeat(2000)}`,
]

const whole = (text: string) => text

interface Carrier {
  readonly form: FormName
  readonly line: (text: string) => string
  readonly field: string
  /** What the field must hold. */
  readonly holds: (text: string) => string
}

const local = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"@example.com`
const mailFrom = (text: string) => `From: <${local(text)}> To: <bob@example.org> RID 0 - 5.1.0 - Unknown address error`

const carriers: readonly Carrier[] = [
  { form: 'subject', line: (text) => `MID 7 Subject '${text}'`, field: 'subject', holds: whole },
  { form: 'subject', line: (text) => `MID 7 Subject "${text}"`, field: 'subject', holds: whole },
  { form: 'subject', line: (text) => `MID 7 Subject ${text}`, field: 'subject', holds: whole },
  { form: 'attachment', line: (text) => `MID 7 attachment '${text}'`, field: 'name', holds: whole },
  { form: 'message-id', line: (text) => `MID 7 Message-ID '<${text}>'`, field: 'messageId', holds: whole },
  { form: 'custom-log-entry', line: (text) => `MID 7 Custom Log Entry: ${text}`, field: 'text', holds: whole },
  { form: 'unknown-command', line: (text) => `ICID 7 Unknown command: ${text}`, field: 'command', holds: whole },
  { form: 'envelope-sender', line: (text) => `MID 7 ICID 7 From: <${local(text)}>`, field: 'mailFrom', holds: local },
  {
    form: 'envelope-recipient',
    line: (text) => `MID 7 ICID 7 RID 0 To: <${local(text)}>`,
    field: 'rcptTo',
    holds: local,
  },
  {
    form: 'recipient-refused',
    line: (text) => `MID 7 ICID 7 To: <${local(text)}> Rejected by RAT`,
    field: 'rcptTo',
    holds: local,
  },
  {
    form: 'recipient-refused',
    line: (text) => `MID 7 ICID 7 To: <${local(text)}> Rejected by RAT`,
    field: 'by',
    holds: () => 'RAT',
  },
  {
    form: 'sender-refused',
    line: (text) => `ICID 7 Address: <${local(text)}> sender rejected, envelope sender domain does not exist`,
    field: 'reason',
    holds: () => 'envelope sender domain does not exist',
  },
  {
    form: 'delayed-reject-sender',
    line: (text) => `ICID 7 Delayed HAT REJECT Message from: <${local(text)}> (198.51.100.235)`,
    field: 'mailFrom',
    holds: local,
  },
  {
    form: 'delivery-bounced',
    line: (text) => `Bounced: DCID 7 MID 7 ${mailFrom('alice')} ('550', ['${text}'])`,
    field: 'reply',
    holds: (text) => `['${text}']`,
  },
  {
    form: 'delivery-bounced',
    line: (text) => `Bounced: DCID 7 MID 7 ${mailFrom(text)} ('550', ['no'])`,
    field: 'mailFrom',
    holds: local,
  },
  {
    form: 'delivery-response',
    line: (text) => `MID 7 RID [0, 1] Response '${text}'`,
    field: 'response',
    holds: whole,
  },
  {
    form: 'delivery-done',
    line: (text) => `Message done DCID 7 MID 7 to RID [0, 1] [('subject', '${text}')]`,
    field: 'headers',
    holds: (text) => `('subject', '${text}')`,
  },
  {
    form: 'scanning-error',
    line: (text) => `MID 7: scanning error (name='${text}', type=application/zip): Scan Depth Exceeded`,
    field: 'mid',
    holds: () => '7',
  },
  {
    form: 'url-reputation',
    line: (text) => `MID 7 URL http://example.com/${text} has reputation -5.7 matched Condition: Rule`,
    field: 'url',
    holds: (text) => `http://example.com/${text}`,
  },
  {
    form: 'sdr-domains',
    line: (text) =>
      `MID 7 SDR: Domains for which SDR is requested: reverse DNS host: mail.example.com, helo: ${text}, env-from: example.com, header-from: example.com, reply-to: Not Present`,
    field: 'helo',
    holds: whole,
  },
  {
    form: 'injection-debug-received',
    line: (text) => `7 Rcvd from '192.0.2.7': '${text}'`,
    field: 'text',
    holds: whole,
  },
  {
    form: 'injection-debug-received',
    line: (text) => `7 Rcvd from '192.0.2.7': '${text}'`,
    field: 'ip',
    holds: () => '192.0.2.7',
  },
  { form: 'domain-debug-received', line: (text) => `7 Rcvd: '${text}'`, field: 'text', holds: whole },
  {
    form: 'alert-sent',
    line: (text) => `A System/Warning alert was sent to admin@example.org with subject ${text}`,
    field: 'subject',
    holds: whole,
  },
]

describe('text that a sender controls', () => {
  for (const { form, line, field, holds } of carriers) {
    for (const text of forgeries) {
      it(`stays in the ${field} of ${form}: ${text.slice(0, 60)}`, () => {
        const found = recognise(line(text))
        expect(found?.form).toBe(form)
        expect(String(found?.fields[field])).toBe(holds(text).trim())
      })
    }
  }

  it('begins no form of its own where a line ends early', () => {
    const cut = [
      'MID 7 attachment',
      'MID 7 URL http://example.com/',
      'Bounced: DCID 7 MID 7 From: <',
      'ICID 7',
      'MID',
      '',
    ]
    expect(cut.map((line) => [line, matches(line)])).toEqual(cut.map((line) => [line, []]))
  })

  it('may be empty', () => {
    expect(recognise('MID 7 Subject')?.fields).toEqual({ mid: 7, subject: '' })
    expect(recognise("MID 7 Subject ''")?.fields).toEqual({ mid: 7, subject: '' })
  })
})
