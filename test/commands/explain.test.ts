import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { command } from '../../commands/explain.ts'
import { at } from '../gather/ports.ts'
import { contextOf } from './context.ts'

const Told = z.object({ lines: z.array(z.object({ text: z.string(), form: z.string(), means: z.string() })) })

async function explained(text: string) {
  const reply = await command.run(text, contextOf())
  return { reply, forms: Told.parse(reply.json).lines.map(({ form }) => form) }
}

describe('a word of the log', () => {
  it.each([
    ['what does Receiving aborted mean?', 'receiving-aborted'],
    ['Receiving aborted by sender', 'aborted-by-sender'],
    ['que signifie TCPREFUSE ?', 'hat-tcprefuse'],
    ['SBRS', 'hat-reject-reputation'],
    ['never-sent', 'never-connected'],
    ['hat-reject-reputation', 'hat-reject-reputation'],
  ])('%s', async (text, cause) => {
    const reply = await command.run(text, contextOf())
    expect(reply).toMatchObject({ status: 0, json: { cause } })
    expect(reply.headline.length).toBeGreaterThan(60)
  })
})

describe('pasted lines', () => {
  it.each<[string, string, string[]]>([
    ['one without its time', 'ICID 7 close', ['injection-close']],
    ['one with its time', at(1, 'ICID 7 close'), ['injection-close']],
    ['one as syslog has it', `<22>Nov 20 12:00:00 esa1 mail_logs: Info: ICID 7 close`, ['injection-close']],
    [
      'several, in their order',
      'ICID 7 close\nNew SMTP ICID 7 interface Data 1 (192.0.2.25) address 192.0.2.1 reverse dns host unknown verified no',
      ['injection-close', 'injection-start'],
    ],
    ['some nobody knows', 'ICID 7 close\nMID 8 does what nobody knows', ['injection-close', 'unrecognised']],
    ['one of a sender who writes like a log', "MID 7 Subject 'Info: ICID 7 close'", ['subject']],
    ['one that names no id', 'Begin Logfile', ['log-begin']],
    ['empty ones between', '\n\nICID 7 close\n\n', ['injection-close']],
    ['the same twice', 'ICID 7 close\nICID 7 close', ['injection-close', 'injection-close']],
  ])('%s', async (_, text, forms) => {
    const { reply, forms: found } = await explained(text)
    expect(found).toEqual(forms)
    expect(reply.status).toBe(0)
  })

  it('that nobody knows are no answer', async () => {
    const { reply } = await explained('the mail is gone')
    expect(reply).toMatchObject({ status: 2, headline: 'No line here is one I know.' })
  })

  it('are told one by one, after how many of them are known', async () => {
    const { reply } = await explained('ICID 7 close\nICID 8 close\nwhat')
    expect(reply.headline).toBe('2 of 3 lines are known.')
    expect(reply.sections[0]).toMatchObject({
      kind: 'list',
      items: [[{ code: 'ICID 7 close' }, ' ', expect.any(String)], {}, {}],
    })
  })

  it('are followed by what became of each mail in them', async () => {
    const { reply } = await explained(
      [
        'New SMTP ICID 6 interface Data 1 (192.0.2.25) address 198.51.100.6 reverse dns host unknown verified no',
        'ICID 6 REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0] SBRS -5.4',
        'ICID 6 close',
        'Start MID 5 ICID 7',
        'MID 5 ICID 7 From: <>',
        'MID 5 ICID 7 RID 0 To: <bob@example.org>',
        'Message aborted MID 5 Receiving aborted',
        'Message finished MID 5 aborted',
      ].join('\n'),
    )
    expect(reply.sections.at(-1)).toEqual({
      kind: 'list',
      role: 'attempts',
      title: 'Attempts',
      items: [
        ['MID 5 · <> → bob@example.org', ' · ', { bold: 'broken off' }],
        ['ICID 6 · 198.51.100.6', ' · ', { bold: 'refused' }],
      ],
    })
  })

  it('that have no end are cut where they are shown', async () => {
    const { reply } = await explained(`ICID 7 close\nMID 7 Subject '${'x'.repeat(90_000)}'`)
    const [section] = reply.sections
    const [, long] = section?.kind === 'list' ? section.items : []
    expect(long?.[0]).toEqual({ code: `${"MID 7 Subject '".padEnd(200, 'x')}…` })
  })
})

describe('a pasted debug log', () => {
  const said = (who: 'Sent to' | 'Rcvd from', text: string) => at(1, `10293 ${who} '192.0.2.7': '${text}\\015\\012'`)
  const opening = [
    said('Sent to', '220 mx1.example.org ESMTP'),
    said('Rcvd from', 'EHLO out1.example.com'),
    said('Sent to', '250-mx1.example.org\\015\\012250 SIZE 20971520'),
    said('Rcvd from', 'MAIL FROM:<alice@example.com>'),
  ]
  it.each<[string, string[], string]>([
    [
      'a recipient refused',
      [
        said('Sent to', '250 ok'),
        said('Rcvd from', 'RCPT TO:<nobody@example.org>'),
        said('Sent to', '550 #5.1.0 Address rejected.'),
        said('Rcvd from', 'QUIT'),
      ],
      'The conversation broke at RCPT TO: our gateway said “550 #5.1.0 Address rejected.”.',
    ],
    [
      'silence of theirs',
      [said('Sent to', '250 sender ok')],
      'The conversation broke at MAIL FROM: our gateway said “250 sender ok”, and the server at 192.0.2.7 said nothing more.',
    ],
    [
      'silence of ours',
      [],
      'The conversation broke at MAIL FROM: the server at 192.0.2.7 said “MAIL FROM:<alice@example.com>”, and our gateway said nothing more.',
    ],
    [
      'QUIT before the content',
      [said('Sent to', '250 ok'), said('Rcvd from', 'QUIT'), said('Sent to', '221 bye')],
      'The conversation broke after MAIL FROM: the server at 192.0.2.7 said QUIT before a mail was taken.',
    ],
    [
      'our own time-out',
      [said('Sent to', '250 ok'), said('Sent to', '421 mx1.example.org timeout')],
      'The conversation broke at MAIL FROM: our gateway said “421 mx1.example.org timeout” and hung up.',
    ],
    [
      'the content',
      [
        said('Sent to', '250 ok'),
        said('Rcvd from', 'DATA'),
        said('Sent to', '354 go ahead'),
        said('Rcvd from', 'Subject: secret'),
      ],
      'The conversation broke in the content of the mail: the server at 192.0.2.7 began to send it and never came to its end.',
    ],
    [
      'a whole mail',
      [
        said('Sent to', '250 ok'),
        said('Rcvd from', 'DATA'),
        said('Sent to', '354 go ahead'),
        said('Rcvd from', 'secret\\015\\012.'),
        said('Sent to', '250 ok'),
        said('Rcvd from', 'QUIT'),
      ],
      'The conversation ended properly: a mail was taken.',
    ],
  ])('tells where it broke: %s', async (_, lines, headline) => {
    const { reply } = await explained([...opening, ...lines].join('\n'))
    expect(reply.headline).toBe(headline)
    expect(JSON.stringify(reply.sections)).not.toContain('secret')
  })

  it('shows the conversation, with a mark where it broke', async () => {
    const { reply } = await explained([...opening, said('Sent to', '553 #5.1.8 no')].join('\n'))
    expect(reply.sections).toEqual([
      {
        kind: 'list',
        role: 'dialogue',
        title: 'The conversation, from the debug log',
        folded: false,
        items: [
          [{ bold: 'We:' }, ' ', { code: '220 mx1.example.org ESMTP' }],
          [{ bold: 'They:' }, ' ', { code: 'EHLO out1.example.com' }],
          [{ bold: 'We:' }, ' ', { code: '250-mx1.example.org | 250 SIZE 20971520' }],
          [{ bold: 'They:' }, ' ', { code: 'MAIL FROM:<alice@example.com>' }],
          [{ bold: 'We:' }, ' ', { code: '553 #5.1.8 no' }, ' ←'],
        ],
      },
    ])
  })

  it('of our own delivery, beside lines of the mail log', async () => {
    const { reply } = await explained(
      [
        at(1, "9 Rcvd: '220 mx.example.net'"),
        at(1, "9 Sent: 'MAIL FROM:<ann@example.org>'"),
        at(1, "9 Rcvd: '451 4.7.1 later'"),
        at(1, 'DCID 9 close'),
      ].join('\n'),
    )
    expect(reply.headline).toBe('The conversation broke at MAIL FROM: the next server said “451 4.7.1 later”.')
    expect(reply.sections.map(({ role }) => role)).toEqual(['dialogue', 'lines'])
  })
})

describe('pasted text of message tracking', () => {
  it('is told like the lines of the log', async () => {
    const { reply, forms } = await explained(
      [
        '20 Nov 2026 10:00:05 (GMT +01:00)  Start message 1576 on incoming connection (ICID 36859).',
        '20 Nov 2026 10:00:06 (GMT +01:00)  Incoming connection (ICID 36859) lost.',
        '20 Nov 2026 10:00:06 (GMT +01:00)  Message 1576 aborted: Receiving aborted',
      ].join('\n'),
    )
    expect(forms).toEqual(['message-start', 'injection-lost', 'receiving-aborted'])
    expect(reply.headline).toBe('3 of 3 lines are known.')
  })

  it('may be one sentence', async () => {
    const { reply } = await explained('Message 1576 quarantined in Spam Quarantine.')
    expect(reply).toMatchObject({ status: 0, headline: expect.stringContaining('spam quarantine'), sections: [] })
  })

  it('may be the answer of the API', async () => {
    const summary = ['Message 322 queued for delivery.', 'Message 322 direction: incoming'].map((description) => ({
      description,
      lastEvent: false,
      timestamp: '2026-11-20T10:11:18Z',
    }))
    const { forms } = await explained(JSON.stringify({ data: { messages: { summary } } }))
    expect(forms).toEqual(['message-queued', 'tracked-direction'])
  })

  it('is no JSON because it begins like it', async () => {
    expect((await explained('{"description": broken\nICID 7 close')).forms).toEqual(['unrecognised', 'injection-close'])
  })
})

describe('a line that a page has broken', () => {
  it('is put together again', async () => {
    const { forms } = await explained(
      [
        'Thu Aug 14 11:04:31 2026 Info: New SMTP ICID 10293 interface Management',
        '(192.0.2.199) address 192.0.2.200 reverse dns host ns.example.com verified no',
        'Thu Aug 14 11:04:31 2026 Info: ICID 10293 RELAY SG RELAY_SG match 192.0.2.200',
        'SBRS not enabled',
      ].join('\n'),
    )
    expect(forms.slice(0, 1)).toEqual(['injection-start'])
  })
})

describe('a pasted bounce', () => {
  it.each<[string, string | null, RegExp]>([
    [
      "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation.",
      'hat-reject-reputation',
      /SBRS/,
    ],
    ['552 #5.3.4 message size exceeds limit', 'message-too-big', /^A refusal for good \(552 #5\.3\.4\)/],
    ['552 #5.3.4 message header size exceeds limit', 'header-too-big', /header of the mail/],
    ['550 #5.7.1 SPF unauthorized mail is prohibited.', 'spf-reject', /SPF/],
    [
      '451 #4.4.3 Temporary error occurred during SPF verification',
      'spf-reject',
      /^A refusal for now \(451 #4\.4\.3\)/,
    ],
    ['550 #5.7.1 DMARC unauthenticated mail is prohibited.', 'dmarc-reject', /DMARC/],
    ['451 #4.7.1 Unable to perform DMARC verification.', 'dmarc-reject', /for now/],
    ['421 Exceeded bad SMTP command limit, disconnecting.', 'bad-command-limit', /no SMTP commands/],
    ['500 #5.5.1 command not recognized', 'unsupported-verbs', /does not know/],
    ['<nobody@example.org>: host mx1.example.org said: 550 #5.1.0 Address rejected.', 'recipient-unknown', /for good/],
    [
      "5.1.0 - Unknown address error ('550', ['5.1.1 No such user here'])",
      'next-hop-refuses',
      /“5\.1\.1 No such user here”\.$/,
    ],
    ["5.4.7 - Delivery expired (message too old) ('000', ['timeout'])", 'delivery-expired', /no SMTP answer at all\.$/],
    ["4.3.2 - Not accepting messages at this time ('421', ['try later'])", 'next-hop-defers', /“try later”\.$/],
    ["5.3.0 - Other mail system problem ('554', [\"5.6.0 That's it\"])", 'next-hop-refuses', /“5\.6\.0 That's it”\.$/],
    ['451 4.7.1', null, /^A refusal for now \(451 4\.7\.1\).*security or policy/],
    ['550-5.2.2 mailbox full', null, /mailbox/],
    ['550 5.4.1 no', null, /network or the routing/],
    ['550 5.0.0 no', null, /^A refusal for good \(550 5\.0\.0\): [^.]*\.$/],
  ])('%s', async (text, cause, means) => {
    const reply = await command.run(text, contextOf())
    expect(reply.status).toBe(0)
    expect(reply.headline).toMatch(means)
    const { lines } = z.object({ lines: z.array(z.object({ cause: z.string().optional() })) }).parse(reply.json)
    expect(lines[0]?.cause ?? null).toBe(cause)
  })

  it.each(['550', 'version 5.1.1', 'on 4.7.2026 - never', '192.0.2.250 5.1.1.1', 'call 0551 5.7.1'])(
    'is not seen in: %s',
    async (text) => {
      expect((await command.run(text, contextOf())).status).toBe(2)
    },
  )
})

describe('a cause', () => {
  it.each(['hat-reject-reputation', 'HAT reject reputation'])('%s', async (text) => {
    const reply = await command.run(text, contextOf())
    expect(reply.headline).toMatch(/SBRS/)
    expect(reply.json).toMatchObject({ cause: 'hat-reject-reputation', cites: expect.any(Array) })
  })
})

describe('lines of the logs beside the mail log', () => {
  const refused = `Bounced: 5:0 From:<a@example.com> To:<b@example.org> Reason: "5.1.0 - Unknown address error" Response: "('550', ['5.1.10 Recipient not found'])"`
  const silent = `Delayed: 5:0 From:<a@example.com> To:<b@example.org> Reason: "4.4.0 - Other network problem" Response: "('000', [])"`
  const summed = (mid: number, act: string) =>
    `Fri Nov 20 09:50:22 2026: CEF:0|Cisco|C100V|15.5.1-055|ESA_CONSOLIDATED_LOG_EVENT|Consolidated Log Event|5|ESAMID=${mid} ESAICID=7 suser=a@example.com duser=b@example.org act=${act}`

  it('tell the next server’s own words, or that there were none', async () => {
    expect((await explained(refused)).reply.headline).toBe(
      'The message to b@example.org could not be delivered and was sent back (550 5.1.0, Unknown address error). The next server’s own words: “5.1.10 Recipient not found”.',
    )
    expect((await explained(silent)).reply.headline).toContain('no SMTP answer at all')
  })

  it('tell what became of each mail, each line once', async () => {
    const { reply, forms } = await explained([summed(5, 'DROPPED'), summed(6, 'DELIVERED')].join('\n'))
    expect(forms).toEqual(['consolidated-event', 'consolidated-event'])
    expect(JSON.stringify(reply.sections.find(({ role }) => role === 'attempts'))).toMatch(
      /MID 5 · a@example\.com → b@example\.org.*dropped.*MID 6.*delivered/,
    )
  })
})

describe('what lines say in other languages', () => {
  const text = [
    'Fri Nov 20 09:00:00 2026 Info: MID 5 queued for delivery',
    'Fri Nov 20 09:00:01 2026 Info: New SMTP ICID 7 interface Data 1 address 198.51.100.9',
    'Fri Nov 20 09:00:02 2026: CEF:0|Cisco|C100V|15.5.1-055|ESA_CONSOLIDATED_LOG_EVENT|Consolidated Log Event|5|ESAMID=5 suser=a@example.com duser=b@example.org act=DROPPED ESAASVerdict=POSITIVE',
    'Fri Nov 20 09:00:03 2026 Info: something that nobody knows',
  ].join('\n')

  it.each([
    [
      'fr',
      'Le message a passé tous les filtres et attend d’être remis.',
      'Un serveur à 198.51.100.9 s’est connecté au listener de Data 1.',
      'La passerelle a résumé le message de a@example.com à b@example.org\u202f; il a été supprimé\u202f; trouvé\u202f: antispam POSITIVE.',
      'Une ligne d’une forme qui n’est pas connue ici.',
    ],
    [
      'nl',
      'Het bericht kwam door alle filters en wacht op aflevering.',
      'Een server op 198.51.100.9 maakte verbinding met de listener op Data 1.',
      'Samenvatting door de gateway: bericht van a@example.com aan b@example.org; het is weggegooid; gevonden: spamscanner POSITIVE.',
      'Een regel van een vorm die hier niet bekend is.',
    ],
    [
      'ja',
      'メールはすべてのフィルターを通過し、配送を待っています。',
      'サーバー 198.51.100.9 が Data 1 のリスナーに接続しました。',
      'ゲートウェイによるメールの要約：送信者 a@example.com、受信者 b@example.org。破棄。検出：スパム対策 POSITIVE。',
      'ここでは未知の形式の行です。',
    ],
  ])('%s', async (tag, ...means) => {
    const reply = await command.run(text, contextOf({ answerIn: tag }))
    expect((reply.json as { lines: { means: string }[] }).lines.map((line) => line.means)).toEqual(means)
  })
})
