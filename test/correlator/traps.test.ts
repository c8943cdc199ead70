import { describe, expect, it } from 'vitest'
import { createCorrelator } from '../../src/correlator/correlate.ts'
import { matches, recognise } from '../../src/correlator/dispatch.ts'
import { said } from '../../src/correlator/form.ts'
import { lineState, readLine } from '../../src/correlator/line.ts'
import type { MailLog } from '../../src/correlator/mail-log.ts'
import { formsOf, links, stamped, told } from './lines.ts'

// The 27 ambiguities and traps of the grammar (section 19), each by its number.

const start =
  'New SMTP ICID 7 interface Data 1 (192.0.2.25) address 198.51.100.7 reverse dns host mx.example.com verified yes'

const held = new Set<number>()

function trap(number: number, title: string, cases: () => void): void {
  held.add(number)
  describe(`trap ${number}: ${title}`, cases)
}

/** Lines of one gateway, and what ties to what. */
function ties(why: string, lines: readonly string[], injections: readonly string[], messages: readonly string[]): void {
  it(why, () => {
    const log = told(lines)
    expect(links(log)).toEqual({ injections, messages })
    expect(log.summary.unrecognised).toBe(0)
  })
}

/** One message, read by one form alone. */
function reads(message: string, form: string, fields: Readonly<Record<string, unknown>> = {}): void {
  it(`${form}: ${message}`, () => {
    const text = message.trim()
    expect(matches(text).map((match) => match.form)).toEqual([form])
    expect(recognise(text)?.fields).toMatchObject(fields)
  })
}

function timelines(log: MailLog) {
  return {
    injections: log.injections.map(({ timeline }) => formsOf(timeline)),
    messages: log.messages.map(({ timeline }) => formsOf(timeline)),
    deliveries: log.deliveries.map(({ timeline }) => formsOf(timeline)),
    loose: formsOf(log.loose),
  }
}

function filed(why: string, lines: readonly string[], where: Partial<ReturnType<typeof timelines>>): void {
  it(why, () => {
    expect(timelines(told(lines))).toMatchObject(where)
  })
}

trap(1, 'connections and messages interleave, and within a second order is not causal', () => {
  ties(
    'two messages mixed',
    [
      start,
      start.replace('ICID 7', 'ICID 8'),
      'Start MID 6 ICID 8',
      'Start MID 5 ICID 7',
      'MID 6 ICID 8 RID 0 To: <b@example.org>',
      'MID 5 ICID 7 RID 0 To: <a@example.org>',
    ],
    ['7: 5', '8: 6'],
    ['6 icid 8 to 0=b@example.org', '5 icid 7 to 0=a@example.org'],
  )
  ties(
    'a refusal before its connection',
    ['ICID 7 REJECT SG X match ALL SBRS None', start, 'ICID 7 close'],
    ['7: '],
    [],
  )
  ties(
    'a recipient before its message',
    ['MID 5 ICID 7 RID 0 To: <b@example.org>', 'Start MID 5 ICID 7', start],
    ['7: 5'],
    ['5 icid 7 to 0=b@example.org'],
  )
  ties(
    'a rewritten line behind lines of the new message',
    ['Start MID 6 ICID 0', 'MID 6 ready 9 bytes from <>', "MID 5 rewritten to MID 6 by add-footer filter 'x'"],
    [],
    ['6 rewritten from 5', '5 became 6'],
  )
  for (const lines of [
    ['Start MID 6 ICID 0', "MID 6 was generated based on MID 5 by bcc filter 'x'"],
    ["MID 6 was generated based on MID 5 by bcc filter 'x'", 'Start MID 6 ICID 0'],
  ]) {
    it(`a copy: ${formsOf(told(lines).messages[0]?.timeline ?? [])}`, () => {
      expect([...links(told(lines)).messages].sort()).toEqual(['5', '6 generated from 5'])
    })
  }
})

trap(2, 'numbers are used again', () => {
  ties(
    'a MID that starts again on another connection',
    ['Start MID 5 ICID 7', 'Start MID 5 ICID 8'],
    ['7: 5', '8: 5'],
    ['5 icid 7', '5 icid 8'],
  )
  ties(
    'a MID that starts again when it was finished',
    ['Start MID 5 ICID 7', 'Message finished MID 5 done', '10:05:00 Start MID 5 ICID 7', 'Message finished MID 5 done'],
    ['7: 5,5'],
    ['5 icid 7', '5 icid 7'],
  )
  ties(
    'an ICID that comes again',
    [start, 'Start MID 5 ICID 7', `11:00:00 ${start}`, 'Start MID 6 ICID 7'],
    ['7: 5', '7: 6'],
    ['5 icid 7', '6 icid 7'],
  )
  ties(
    'a MID and its ICID that start again together, soon after a restart',
    [start, 'Start MID 5 ICID 7', `10:30:00 ${start}`, 'Start MID 5 ICID 7', 'MID 5 ICID 7 RID 0 To: <b@example.org>'],
    ['7: 5', '7: 5'],
    ['5 icid 7', '5 icid 7 to 0=b@example.org'],
  )
  ties(
    'but not one whose lines come twice, from two subscriptions whose clocks differ',
    [start, 'Start MID 5 ICID 7', '10:00:01 Start MID 5 ICID 7', 'MID 5 ICID 7 RID 0 To: <b@example.org>'],
    ['7: 5'],
    ['5 icid 7 to 0=b@example.org'],
  )
  ties(
    'an end that was read before the beginning of its successor',
    ['Message finished MID 5 done', '10:30:00 Start MID 5 ICID 7'],
    ['7: 5'],
    ['5', '5 icid 7'],
  )
  ties(
    'a message made under a number that was used',
    [
      'Start MID 6 ICID 7',
      'Message finished MID 6 done',
      '11:00:00 MID 5 was split creating MID 6 due to a per-recipient policy x',
      'Start MID 6 ICID 0',
    ],
    ['7: 6'],
    ['6 icid 7', '5 became 6', '6 split from 5'],
  )
  it('several gateways count for themselves', () => {
    const correlator = createCorrelator()
    for (const gateway of ['esa1', 'esa2']) {
      for (const text of stamped([start, 'Start MID 5 ICID 7'])) correlator.add({ text, file: 'f', number: 1 }, gateway)
    }
    const { messages } = correlator.end()
    expect(messages.map(({ gateway, injection }) => [gateway, injection?.gateway])).toEqual([
      ['esa1', 'esa1'],
      ['esa2', 'esa2'],
    ])
  })
})

trap(3, 'ICID 0 and DCID 0 are no connections', () => {
  ties(
    'a copy, a TCP refusal, a bounce without a connection',
    [
      'Start MID 5 ICID 0',
      'ICID 0 TCPREFUSE SG X match ALL SBRS -9.9',
      "Bounced: DCID 0 MID 5 From: <a@example.com> To: <b@example.org> RID 0 - 5.1.2 - Bad destination host ('000', ['x'])",
    ],
    [],
    ['5'],
  )
  filed('a TCP refusal is kept, though it belongs to no connection', ['ICID 0 TCPREFUSE SG X match ALL SBRS -9.9'], {
    loose: ['hat-decision'],
  })
})

trap(4, 'the old message is named first, or the new one', () => {
  ties(
    'old, then new',
    [
      'MID 5 was split creating MID 6 due to a per-recipient policy x',
      'MID 6 rewritten to 7 by antispam',
      'EUQ: Reinjected MID 7 as MID 8',
    ],
    [],
    ['5 became 6', '6 became 7 split from 5', '7 became 8 rewritten from 6', '8 reinjected from 7'],
  )
  ties(
    'new, then old: a copy, a bounce',
    ["MID 6 was generated based on MID 5 by bcc filter 'x'", 'MID 7 was generated for bounce of MID 5'],
    [],
    ['5', '6 generated from 5', '7 generated from 5'],
  )
  ties(
    'new, then old: back from the management appliance',
    ['MID 9 received from the SMA 192.0.2.77 (MID originally 5) on release from quarantine "Policy"'],
    [],
    ['5 became 9', '9 reinjected from 5'],
  )
})

trap(5, 'only the child of a split tells who went with it', () => {
  ties(
    'recipients count from 0 again',
    [
      'Start MID 5 ICID 7',
      'MID 5 ICID 7 RID 0 To: <a@example.org>',
      'MID 5 ICID 7 RID 1 To: <b@example.org>',
      'MID 5 was split creating MID 6 due to a per-recipient policy x',
      'MID 6 ICID 0 RID 0 To: <b@example.org>',
    ],
    ['7: 5'],
    ['5 icid 7 to 0=a@example.org,1=b@example.org became 6', '6 to 0=b@example.org split from 5'],
  )
  filed(
    'the parent may end without any delivery',
    [
      'Start MID 5 ICID 7',
      'MID 5 was split creating MID 6 due to a per-recipient policy x',
      'Message finished MID 5 done',
    ],
    { messages: [['message-start', 'message-split', 'message-finished'], ['message-split']], deliveries: [] },
  )
})

trap(6, 'done is not delivered, and Message done may be a quarantine', () => {
  const external = [
    'Delivery start DCID 3 MID 5 to RID [0] to offbox IronPort Spam Quarantine',
    'Message done DCID 3 MID 5 to RID [0] (external quarantine) ',
    'Message finished MID 5 done',
  ]
  it('what went to the external quarantine says so', () => {
    const timeline = told(external).messages[0]?.timeline ?? []
    expect(said(timeline, 'delivery-start')[0]?.fields.via).toBe('offbox IronPort Spam Quarantine')
    expect(formsOf(timeline)).toEqual(['delivery-start', 'external-quarantined', 'message-finished'])
  })
  for (const done of ['', "[('subject', '(external quarantine)')]", "[('subject', 'x') (external quarantine)]"]) {
    it(`what was delivered does not: ${done}`, () => {
      const log = told(['Delivery start DCID 3 MID 5 to RID [0]', `Message done DCID 3 MID 5 to RID [0] ${done}`])
      const timeline = log.messages[0]?.timeline ?? []
      expect(said(timeline, 'delivery-start')[0]?.fields.via).toBeUndefined()
      expect(formsOf(timeline)).toEqual(['delivery-start', 'delivery-done'])
    })
  }
})

trap(7, 'a dropped message is aborted by its drop, and finished done', () => {
  const ends = (lines: readonly string[]) => {
    const timeline = told(lines).messages[0]?.timeline ?? []
    return [formsOf(timeline)[0], said(timeline, 'message-finished')[0]?.fields.status]
  }
  it.each([
    ['Message aborted MID 5 Dropped by CASE', 'done', 'message-dropped'],
    ['Message aborted MID 5 Receiving aborted', 'aborted', 'receiving-aborted'],
  ])('%s, finished %s', (line, status, form) => {
    expect(ends([line, `Message finished MID 5 ${status}`])).toEqual([form, status])
  })
})

trap(8, 'a refusal names no MID, or no id at all', () => {
  filed('the Host Access Table: the connection', [start, 'ICID 7 REJECT SG X match ALL SBRS None'], {
    injections: [['injection-start', 'hat-decision']],
    messages: [],
  })
  filed(
    'sender verification: the connection',
    [start, 'ICID 7 Address: <a@example.com> sender rejected, envelope sender domain does not exist'],
    { injections: [['injection-start', 'sender-refused']], messages: [] },
  )
  filed(
    'a size limit: the connection, and with it the message that was coming',
    [
      start,
      'Start MID 5 ICID 7',
      'MID 5 ready 10 bytes from <a@example.com>',
      'Start MID 6 ICID 7',
      'ICID 7 Receiving Failed: Message size exceeds limit',
    ],
    {
      injections: [['injection-start', 'message-start', 'message-start', 'receiving-failed']],
      messages: [
        ['message-start', 'message-ready'],
        ['message-start', 'receiving-failed'],
      ],
    },
  )
  filed(
    'what fails behind a message that was received whole is not about it',
    ['Start MID 5 ICID 7', 'MID 5 ready 10 bytes from <a@example.com>', 'ICID 7 Receiving Failed: Too Many Messages'],
    { messages: [['message-start', 'message-ready']] },
  )
  filed(
    'a connection error: the delivery',
    [
      'Connection Error: DCID 3 domain: example.net IP: 203.0.113.9 port: 25 details: timeout interface: 192.0.2.25 reason: network error',
    ],
    { deliveries: [['connection-error']], messages: [] },
  )
  filed(
    'directory harvest, DNS: nothing',
    [
      "LDAP: Dropping connection due to potential Directory Harvest Attack from host=('198.51.100.1', None), dhap_limit=4, sender_group=X",
      'DNS Temporary Failure example.net MX - ServFail',
    ],
    { injections: [], messages: [], deliveries: [], loose: ['directory-harvest', 'dns-failure'] },
  )
})

trap(9, 'a refused recipient has no RID, and a message may have both kinds', () => {
  ties(
    'is no recipient of the message',
    ['MID 5 ICID 7 RID 0 To: <a@example.org>', 'MID 5 ICID 7 To: <x@example.org> Rejected by RAT'],
    ['7: 5'],
    ['5 icid 7 to 0=a@example.org'],
  )
  filed(
    'is told by the message and by the connection',
    ['MID 5 ICID 7 RID 0 To: <a@example.org>', 'MID 5 ICID 7 To: <x@example.org> Rejected by LDAPACCEPT'],
    {
      injections: [['envelope-recipient', 'recipient-refused']],
      messages: [['envelope-recipient', 'recipient-refused']],
    },
  )
})

trap(10, 'lost and TLS failed matter only before the message was received', () => {
  filed(
    'lost before: the message is aborted behind it',
    [
      start,
      'Start MID 5 ICID 7',
      'ICID 7 lost',
      'Message aborted MID 5 Receiving aborted',
      'Message finished MID 5 aborted',
      'ICID 7 close',
    ],
    {
      injections: [['injection-start', 'message-start', 'injection-lost', 'injection-close']],
      messages: [['message-start', 'receiving-aborted', 'message-finished']],
    },
  )
  filed(
    'lost, or TLS failed, behind it: nothing of it is in the message',
    [
      'Start MID 5 ICID 7',
      'MID 5 ready 10 bytes from <a@example.com>',
      'MID 5 queued for delivery',
      'ICID 7 TLS failed: [Errno 54] Connection reset by peer',
      'ICID 7 lost',
    ],
    {
      injections: [['message-start', 'injection-tls-failed', 'injection-lost']],
      messages: [['message-start', 'message-ready', 'message-queued']],
    },
  )
})

trap(11, 'a connection lost before any message lost none', () => {
  ties(
    'it has no message',
    [start, 'ICID 7 ACCEPT SG X match ALL SBRS None', 'ICID 7 lost', 'ICID 7 close'],
    ['7: '],
    [],
  )
  reads(
    'ICID 7 Connection from 198.51.100.7 on interface Public (192.0.2.25) lost after 139 seconds (DNS query took 139 seconds), before any commands were received',
    'injection-lost-before-command',
    { icid: 7, ip: '198.51.100.7', dnsSeconds: 139 },
  )
})

trap(12, 'quotes change, and may be missing', () => {
  reads("MID 5 Subject 'Minutes'", 'subject', { subject: 'Minutes' })
  reads('MID 5 Subject "Bob\'s minutes"', 'subject', { subject: "Bob's minutes" })
  reads('MID 5 Subject Re: minutes', 'subject', { subject: 'Re: minutes' })
  reads("MID 5 Subject 'Package delivery notification''", 'subject', { subject: "Package delivery notification'" })
  reads('MID 5 Subject \'says "no"\'', 'subject', { subject: 'says "no"' })
  reads('MID 5 Message-ID "<Bob\'s.1@example.com>"', 'message-id', { messageId: "Bob's.1@example.com" })
  reads("MID 5 Message-ID '1@example.com'", 'message-id', { messageId: '1@example.com' })
  reads(
    "Bounced: DCID 2 MID 5 From:<a@example.com> To:<b@example.org> RID 0 - 5.1.0 - Unknown address error ('550', ['5.1.1 No', \"5.1.1 the recipient's\"])",
    'delivery-bounced',
    { reply: "['5.1.1 No', \"5.1.1 the recipient's\"]" },
  )
  reads(
    "Bounced: DCID 3 MID 4 to RID 0 - 5.1.0 - Unknown address error ('550', ['<b@example.org>... Relaying denied']) []",
    'delivery-bounced',
    { code: '550', reply: "['<b@example.org>... Relaying denied']" },
  )
})

trap(13, 'a line break in a value breaks the line', () => {
  it('what continues a line is filed with it', () => {
    const lines = [
      ...stamped(["MID 5 Message-ID '<1@example.com>"]),
      '  more: ICID 9 close',
      '',
      ...stamped(['Begin Logfile']),
      'and more',
    ]
    const correlator = createCorrelator()
    for (const [at, text] of lines.entries()) correlator.add({ text, file: 'f', number: at + 1 }, 'esa1')
    const log = correlator.end()
    expect(log.messages[0]?.timeline.map(({ line }) => line.message)).toEqual([
      "MID 5 Message-ID '<1@example.com>",
      '  more: ICID 9 close',
      '',
    ])
    expect(formsOf(log.loose)).toEqual(['log-begin', 'continuation'])
    expect(log.injections).toEqual([])
    expect(log.summary).toMatchObject({ lines: 5, recognised: 2, unrecognised: 0, continuations: 3 })
  })
  reads('MID 5 Subject Minutes\\r\\n of the meeting', 'subject', { subject: 'Minutes\\r\\n of the meeting' })
  reads("MID 5 masquerading header 'To' from '<B@Example.org>,", 'masqueraded', { mid: 5 })
})

trap(14, 'a sender can write what looks like a line', () => {
  for (const subject of [
    'Message aborted MID 6 Dropped by CASE',
    'ICID 8 REJECT SG X match ALL SBRS None',
    'x\\r\\nFri Nov 20 10:00:00 2026 Info: MID 6 Subject y',
    "' MID 6 ready 1 bytes from <a@example.com>",
  ]) {
    for (const quote of ["'", '"', '']) {
      filed(`a subject is a subject: ${quote}${subject}${quote}`, [`MID 5 Subject ${quote}${subject}${quote}`], {
        injections: [],
        messages: [['subject']],
      })
    }
  }
})

trap(15, 'letters beyond ASCII', () => {
  reads("MID 5 attachment '=D1=82=D0=B5=D1=81=D1=82.rst'", 'attachment', { name: '=D1=82=D0=B5=D1=81=D1=82.rst' })
  reads("MID 5 Subject 'Protokoll für Zürich 会議'", 'subject', { subject: 'Protokoll für Zürich 会議' })
  reads("MID 5 Subject 'not \uFFFD UTF-8'", 'subject', { subject: 'not \uFFFD UTF-8' })
  reads("MID 5 Subject '=?utf-8?B?TWludXRlcw==?='", 'subject', { subject: '=?utf-8?B?TWludXRlcw==?=' })
})

trap(16, 'blanks at the end, two where one would do, one before a colon', () => {
  reads('MID 5 antivirus negative ', 'antivirus', { verdict: 'negative' })
  reads('Message done DCID 3 MID 5 to RID [0] ', 'delivery-done', { rids: [0] })
  reads('DCID 3 TLS success protocol TLSv1 cipher AES128-SHA ', 'delivery-tls', { cipher: 'AES128-SHA' })
  reads('ICID 7 ACCEPT SG None match  SBRS 3.7', 'hat-decision', { sbrs: '3.7' })
  reads(
    'New SMTP ICID 7 interface Public (192.0.2.25) address 198.51.100.7 reverse dns host  mx.example.net verified no',
    'injection-start',
    { host: 'mx.example.net' },
  )
  reads("MID 5 RID  [0, 1] Response 'ok'", 'delivery-response', { rids: [0, 1] })
  reads("ICID 7 MID 5 Invalid recipient address:  'RCPT TO:<>'", 'recipient-invalid', { detail: "'RCPT TO:<>'" })
  reads('MID 5 AMP file reputation verdict : CLEAN', 'amp', { verdict: 'CLEAN' })
  reads('MID 5 SDR: Tracker Header : abc=', 'sdr-tracker', { tracker: 'abc=' })
})

trap(17, 'upper and lower case change', () => {
  reads(
    'New smtp ICID 7 Interface Management (192.0.2.25) address 198.51.100.7 reverse DNS host unknown verified no',
    'injection-start',
    { icid: 7, interface: 'Management' },
  )
  reads('ICID 4160 Close', 'injection-close', { icid: 4160 })
})

trap(18, 'punctuation behind a number, brackets around it, the word Message before it', () => {
  reads('MID 14: Skip AMP Engine check', 'amp-skipped', { mid: 14 })
  reads('MID 257, Message Scanning Problem: x', 'message-scanning-problem', { mid: 257 })
  reads('Message 548799 to RID [0] pending till x', 'retry-pending', { mid: 548799 })
  reads("ICID 3 MID 1 Invalid recipient address: '!'", 'recipient-invalid', { icid: 3, mid: 1 })
  reads('SMTP Auth (ICID 3) was required but remote host did not initiate it', 'smtp-auth-required', { icid: 3 })
  reads('SMTP server connection killed ICID: 5', 'injection-killed', { icid: 5 })
  reads(
    'Connection Error: DCID: 263 IP: 203.0.113.9 details: EOF interface: 192.0.2.25 reason: x',
    'connection-error',
    {
      dcid: 263,
    },
  )
  reads('Global unsubscribe matched entry @example.org MID: 5 RID: 0 Address: b@example.org', 'global-unsubscribe', {
    mid: 5,
    rid: 0,
  })
  filed('a line that no form knows is filed by the same', ['Message 9 was initiated for x', 'MID: 9 sings (ICID 7)'], {
    injections: [['unrecognised']],
    messages: [['unrecognised', 'unrecognised']],
  })
})

trap(19, 'what one engine finds is not the verdict', () => {
  it('both are kept, and the last verdict counts', () => {
    const timeline =
      told([
        'MID 5 interim verdict using engine: CASE spam positive',
        'MID 5 using engine: CASE spam positive',
        'MID 5 interim AV verdict using Sophos CLEAN',
        'MID 5 released from quarantine "Outbreak" (expired)',
        'MID 5 interim verdict using engine: CASE spam negative',
        'MID 5 using engine: CASE spam negative',
      ]).messages[0]?.timeline ?? []
    expect(said(timeline, 'case-interim').map(({ fields }) => fields.verdict)).toEqual([
      'spam positive',
      'spam negative',
    ])
    expect(said(timeline, 'case-verdict').at(-1)?.fields.verdict).toBe('spam negative')
    expect(said(timeline, 'antivirus')).toEqual([])
  })
})

trap(20, 'using engine: has many subjects', () => {
  for (const [text, engine, verdict] of [
    ['CASE spam suspect', 'CASE', 'spam suspect'],
    ['SLBL spam positive', 'SLBL', 'spam positive'],
    ['GRAYMAIL marketing_mail', 'GRAYMAIL', 'marketing_mail'],
    ['Brightmail spam negative', 'Brightmail', 'spam negative'],
    ['SPF Verdict Cache using cached verdict', 'SPF Verdict', 'using cached verdict'],
    ['CASE using cached verdict', 'CASE', 'using cached verdict'],
  ] as const) {
    reads(`MID 5 using engine: ${text}`, 'case-verdict', { engine, verdict })
  }
})

trap(21, 'versions rename', () => {
  it.each([
    ['EUQ: Tagging MID 5 for quarantine', 'ISQ: Tagging MID 5 for quarantine'],
    ['EUQ: Quarantined MID 5', 'ISQ: Quarantined MID 5'],
    ['EUQ: Reinjected MID 5 as MID 6', 'ISQ: Reinjected MID 5 as MID 6'],
    [
      'MID 5 ICID 7 To: <b@example.org> Rejected by Injection Control',
      'MID 5 ICID 7 To: <b@example.org> Rejected by Receiving Control',
    ],
    ['Message aborted MID 5 Injection aborted', 'Message aborted MID 5 Receiving aborted'],
    ['ICID 7 Injection Failed: Message loop', 'ICID 7 Receiving Failed: Message loop'],
    ['ICID 7 REJECT SG BLACKLIST match ALL SBRS None', 'ICID 7 REJECT SG BLOCKED_LIST match ALL SBRS None'],
    ['MID 5 Virus Threat Level=3', 'MID 5 Threat Level=3 Category=Phish Type=x'],
    [
      'MID 5 SDR: Consolidated Sender Reputation: Weak, Threat Category: N/A. Youngest Domain Age: 7 days for domain: example.com',
      'MID 5 SDR: Consolidated Sender Threat Level: Neutral, Threat Category: N/A, Suspected Domain(s) : N/A. Sender Maturity: 7 days for domain: example.com',
    ],
    ['MID 5 quarantined to "Outbreak" (VOF rule:x)', 'MID 5 quarantined to "Outbreak" (Outbreak rule:x)'],
    ['Delivery start DCID 3 MID 5 to [0]', 'Delivery start DCID 3 MID 5 to RID [0]'],
    ['MID 5 rewritten to 6 by antispam', 'MID 5 rewritten to MID 6 by antispam'],
  ])('%s', (older, newer) => {
    expect([recognise(older)?.form, recognise(newer)?.form]).not.toContain(undefined)
    expect(recognise(older)?.form).toBe(recognise(newer)?.form)
  })
})

trap(22, 'soft or hard, ours or theirs', () => {
  const rest = 'DCID 3 MID 5 From: <a@example.com> To: <b@example.org> RID 0 -'
  reads(`Delayed: ${rest} 4.3.2 - Not accepting messages at this time ('421', ['later'])`, 'delivery-delayed', {
    code: '421',
    status: '4.3.2',
  })
  reads(`Bounced: ${rest} 5.4.7 - Delivery expired (message too old) ('000', ['timeout'])`, 'delivery-bounced', {
    code: '000',
    status: '5.4.7',
    text: 'Delivery expired (message too old)',
    reply: "['timeout']",
  })
  reads(
    `Bounced: ${rest.replace('DCID 3', 'DCID 0')} 5.1.2 - Bad destination host ('000', ['DNS Hard Error'])`,
    'delivery-bounced',
    { dcid: 0, status: '5.1.2' },
  )
})

trap(23, 'documents wrap lines', () => {
  it('what was wrapped away stays with its line, and tells nothing by itself', () => {
    const correlator = createCorrelator()
    const lines = [...stamped(['ICID 7 Delayed HAT REJECT Message']), 'from: a@example.com (198.51.100.7)']
    for (const [at, text] of lines.entries()) correlator.add({ text, file: 'f', number: at + 1 }, 'esa1')
    const log = correlator.end()
    expect(formsOf(log.injections[0]?.timeline ?? [])).toEqual(['unrecognised', 'continuation'])
    expect(log.summary).toMatchObject({ lines: 2, unrecognised: 1, continuations: 1 })
  })
})

trap(24, 'the first lines of a file may be newer than those behind them', () => {
  it('each has its own time, and a message is not torn by it', () => {
    const state = lineState('esa1', 'mail.current', {})
    const times = [
      'Fri Nov 20 09:16:46 2026 Info: Begin Logfile',
      'Fri Nov 20 09:16:46 2026 Info: Version: 14.2.0 SN: 0000',
      'Fri Nov 20 09:16:46 2026 Info: Time offset from UTC: 0 seconds',
      'Fri Nov 20 09:16:38 2026 Info: Start MID 5 ICID 7',
    ].map((text) => readLine(text, null, state)?.time)
    expect(times.map((time) => new Date(time ?? 0).toISOString().slice(17, 19))).toEqual(['46', '46', '46', '38'])
  })
  ties(
    'a message that began in the file before',
    ['10:00:38 Start MID 5 ICID 7', '10:00:46 Begin Logfile', '10:00:38 MID 5 ICID 7 RID 0 To: <b@example.org>'],
    ['7: 5'],
    ['5 icid 7 to 0=b@example.org'],
  )
})

trap(25, 'only the verb and the table tell the direction', () => {
  reads('ICID 7 RELAY SG RELAY_SG match 192.0.2.200 SBRS not enabled', 'hat-decision', { action: 'RELAY' })
  reads('ICID 7 ACCEPT SG X match ALL SBRS None', 'hat-decision', { action: 'ACCEPT' })
  for (const table of ['inbound', 'outbound']) {
    reads(`MID 5 matched all recipients for per-recipient policy DEFAULT in the ${table} table`, 'policy-match', {
      table,
    })
  }
})

trap(26, 'what happens to a mail in the spam quarantine is in other logs', () => {
  filed(
    'the mail log ends with the quarantine',
    ['ISQ: Quarantined MID 5', 'RPC Message done RCID 9 MID 5', 'Message finished MID 5 done'],
    { messages: [['spam-quarantined', 'rpc-delivered', 'message-finished']] },
  )
  filed('what names it as Message 5 is filed with it', ['Message 5 was remediated by x'], {
    messages: [['unrecognised']],
  })
})

trap(27, 'that nothing was read proves little', () => {
  ties(
    'a message whose beginning was not read is told all the same, without a connection',
    ['MID 5 queued for delivery', 'Delivery start DCID 3 MID 5 to RID [0]'],
    [],
    ['5 dcid 3'],
  )
  filed('a message that is still open at the end of the log stays open', [start, 'Start MID 5 ICID 7'], {
    messages: [['message-start']],
  })
  it('of nothing there is nothing', () => {
    const log = told([])
    expect(timelines(log)).toEqual({ injections: [], messages: [], deliveries: [], loose: [] })
    expect(log.summary).toMatchObject({ lines: 0, recognised: 0, unrecognised: 0, continuations: 0 })
  })
})

it('every trap has its case', () => {
  expect([...held]).toEqual(Array.from({ length: 27 }, (_, at) => at + 1))
})
