import { describe, expect, it } from 'vitest'
import { brokeAt, type Conversation, conversationOf } from '../../src/correlator/conversation.ts'
import { told } from './lines.ts'

/** `< ` is what the other side said, `> ` what we said, `|` a line end; a line of the log each. */
function injection(dialogue: string): Conversation {
  const lines = rows(dialogue).map(([theirs, text]) =>
    theirs ? `7 Rcvd from '192.0.2.7': '${text}'` : `7 Sent to '192.0.2.7': '${text}'`,
  )
  return conversation(told(lines).injections[0]?.timeline)
}

function delivery(dialogue: string): Conversation {
  const lines = rows(dialogue).map(([theirs, text]) => (theirs ? `7 Rcvd: '${text}'` : `7 Sent: '${text}'`))
  return conversation(told(lines).deliveries[0]?.timeline)
}

function rows(dialogue: string): (readonly [theirs: boolean, text: string])[] {
  return dialogue
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => [row.startsWith('<'), row.slice(2).replaceAll('|', '\\015\\012')])
}

function conversation(timeline: Parameters<typeof conversationOf>[0] = []): Conversation {
  const found = conversationOf(timeline)
  if (!found) throw new Error('no conversation was read')
  return found
}

function said(dialogue: string): string[] {
  return injection(dialogue).steps.map(({ who, stage, text, code }) =>
    [who, stage, code ?? '-', JSON.stringify(text)].join(' '),
  )
}

const greeting = `
  > 220 mx1.example.org ESMTP|
  < EHLO mail.example.com|
  > 250-mx1.example.org|250-8BITMIME|250 SIZE 20971520|`
const envelope = `${greeting}
  < MAIL FROM:<alice@example.com>|
  > 250 sender <alice@example.com> ok|
  < RCPT TO:<ann@example.org>|
  > 250 recipient <ann@example.org> ok|`
const content = `${envelope}
  < DATA|
  > 354 go ahead|
  < Subject: Invoice 4711||Dear Ann,|`
const taken = `${content}
  < the rest|.|
  > 250 ok:  Message 12 accepted|`

describe('conversationOf', () => {
  it('gives the dialogue step by step, with line ends for their escapes', () => {
    expect(said(`${taken}\n < QUIT|\n > 221 mx1.example.org|`)).toEqual([
      'us banner 220 "220 mx1.example.org ESMTP"',
      'them ehlo - "EHLO mail.example.com"',
      'us ehlo 250 "250-mx1.example.org\\n250-8BITMIME\\n250 SIZE 20971520"',
      'them mail - "MAIL FROM:<alice@example.com>"',
      'us mail 250 "250 sender <alice@example.com> ok"',
      'them rcpt - "RCPT TO:<ann@example.org>"',
      'us rcpt 250 "250 recipient <ann@example.org> ok"',
      'them data - "DATA"',
      'us data 354 "354 go ahead"',
      'them body - "Subject: Invoice 4711\\r\\n\\r\\nDear Ann,"',
      'them body - "the rest"',
      'them body - "."',
      'us body 250 "250 ok:  Message 12 accepted"',
      'them quit - "QUIT"',
      'us quit 221 "221 mx1.example.org"',
    ])
  })

  it.each([
    [
      'several commands in one piece, and their replies in another',
      '< MAIL FROM:<>|RCPT TO:<a@example.org>|DATA|\n > 250 ok|550 no|503 no|',
      [
        'them mail - "MAIL FROM:<>"',
        'them rcpt - "RCPT TO:<a@example.org>"',
        'them data - "DATA"',
        'us mail 250 "250 ok"',
        'us rcpt 550 "550 no"',
        'us data 503 "503 no"',
      ],
    ],
    ['a password with the command', '< AUTH PLAIN AGFsaWNlAHNlY3JldA==|', ['them auth - "AUTH PLAIN (credentials)"']],
    [
      'a password that was asked for',
      '< AUTH LOGIN|\n > 334 VXNlcm5hbWU6|\n < YWxpY2U=|\n > 334 UGFzc3dvcmQ6|\n < c2VjcmV0|\n > 535 no|',
      [
        'them auth - "AUTH LOGIN"',
        'us auth 334 "334 VXNlcm5hbWU6"',
        'them auth - "(credentials)"',
        'us auth 334 "334 UGFzc3dvcmQ6"',
        'them auth - "(credentials)"',
        'us auth 535 "535 no"',
      ],
    ],
    [
      'a handshake',
      '< STARTTLS|\n > 220 go|\n < \\026\\003\\001\\002',
      ['them starttls - "STARTTLS"', 'us starttls 220 "220 go"', 'them starttls - "(encrypted)"'],
    ],
    ['a greeting that a firewall has struck out', '> 220 ****************|', ['us banner 220 "220 ****************"']],
    [
      'what is no command',
      '< RCVD|\n > 500 #5.5.1 command not recognized|',
      ['them other - "RCVD"', 'us other 500 "500 #5.5.1 command not recognized"'],
    ],
    [
      'UTF-8, a quote, a backslash and an escape cut short',
      "< EHLO caf\\303\\251 \\'x\\' \\\\ \\01|",
      [`them other - ${JSON.stringify("EHLO café 'x' \\ \\01")}`.replace('other', 'ehlo')],
    ],
    ['bytes that are no UTF-8', '< EHLO \\377\\303|', ['them ehlo - "EHLO \uFFFD\uFFFD"']],
    ['nothing at all', '< |\n > ', []],
  ])('reads %s', (_, dialogue, steps) => {
    expect(said(dialogue)).toEqual(steps)
  })

  it('keeps a line of content that looks like a command', () => {
    const { steps } = injection(`${content}\n < QUIT|MAIL FROM:<x@example.com>|\n < .|\n > 250 ok|`)
    expect(steps.slice(-3).map(({ stage, text }) => `${stage} ${text}`)).toEqual([
      'body QUIT\r\nMAIL FROM:<x@example.com>',
      'body .',
      'body 250 ok',
    ])
  })

  it('knows that we are the client of a delivery', () => {
    const { weAre, ip, steps } = delivery('> MAIL FROM:<a@example.com>\n < 250 OK\n > DATA\n < 354 go\n < 250 OK')
    expect({ weAre, ip }).toEqual({ weAre: 'client', ip: null })
    expect(steps.map(({ who, stage }) => `${who} ${stage}`)).toEqual([
      'us mail',
      'them mail',
      'us data',
      'them data',
      'them body',
    ])
  })

  it('is null where nothing of it was logged', () => {
    expect(conversationOf(told(['ICID 7 close']).injections[0]?.timeline ?? [])).toBeNull()
  })

  it('stands beside the lines of the mail log, under the same number', () => {
    const log = told([
      'New SMTP ICID 7 interface Data 1 (203.0.113.1) address 192.0.2.7 reverse dns host mail.example.com verified yes',
      "7 Sent to '192.0.2.7': '220 mx1.example.org ESMTP\\015\\012'",
      'ICID 7 lost',
    ])
    expect(log.injections).toHaveLength(1)
    expect(log.injections[0]?.timeline.map(({ form }) => form)).toEqual([
      'injection-start',
      'injection-debug-sent',
      'injection-lost',
    ])
  })
})

describe('brokeAt', () => {
  it.each([
    [
      'silent after the greeting',
      '> 220 mx1.example.org ESMTP|',
      'silence banner: us 220 mx1.example.org ESMTP; them next',
    ],
    ['silent after our EHLO answer', greeting, 'silence ehlo: us 250-mx1.example.org; them next'],
    [
      'silent after STARTTLS',
      `${greeting}\n < STARTTLS|\n > 220 Go ahead|`,
      'silence starttls: us 220 Go ahead; them next',
    ],
    [
      'we said nothing to MAIL',
      `${greeting}\n < MAIL FROM:<a@example.com>|`,
      'silence mail: them MAIL FROM:<a@example.com>; us next',
    ],
    ['silent after the recipient', envelope, 'silence rcpt: us 250 recipient <ann@example.org> ok; them next'],
    ['silent after 354', `${envelope}\n < DATA|\n > 354 go ahead|`, 'silence data: us 354 go ahead; them next'],
    ['silent in the content', content, 'silence body: them Subject: Invoice 4711; them next'],
    [
      'refused in the greeting',
      "> 554-mx1.example.org|554 Your access has been rejected due to the sending MTA's poor reputation.|",
      'refused banner: us 554-mx1.example.org; them next',
    ],
    [
      'sender refused',
      `${greeting}\n < MAIL FROM:<a@nowhere.example>|\n > 553 #5.1.8 no such domain|\n < QUIT|\n > 221 bye|`,
      'refused mail: us 553 #5.1.8 no such domain; them next',
    ],
    [
      'recipient refused, and the rest in one go',
      `${greeting}\n < MAIL FROM:<a@example.com>|RCPT TO:<x@example.org>|DATA|\n > 250 ok|550 #5.1.0 Address rejected.|503 #5.5.1 RCPT first|\n < RSET|\n > 250 reset|\n < QUIT|\n > 221 bye|`,
      'refused rcpt: us 550 #5.1.0 Address rejected.; them next',
    ],
    [
      'one recipient refused, the next taken, then lost',
      `${envelope}\n < RCPT TO:<x@example.org>|\n > 550 no|\n < DATA|\n > 354 go ahead|`,
      'silence data: us 354 go ahead; them next',
    ],
    [
      'content refused',
      `${content}\n < .|\n > 552 #5.3.4 message size exceeds limit|\n < QUIT|\n > 221 bye|`,
      'refused body: us 552 #5.3.4 message size exceeds limit; them next',
    ],
    [
      'we hung up for silence',
      `${envelope}\n > 421 mx1.example.org timeout|`,
      'closed rcpt: us 421 mx1.example.org timeout; them next',
    ],
    [
      'we hung up for bad commands',
      `${greeting}\n < FOO|\n > 500 no|\n < BAR|\n > 500 no|\n > 421 Exceeded bad SMTP command limit, disconnecting.|`,
      'closed ehlo: us 421 Exceeded bad SMTP command limit, disconnecting.; them next',
    ],
    [
      'EHLO not known, HELO taken',
      '> 220 x|\n < EHLO a|\n > 500 no|\n < HELO a|\n > 250 ok|',
      'silence ehlo: us 250 ok; them next',
    ],
    ['QUIT before the content', `${envelope}\n < QUIT|\n > 221 bye|`, 'left rcpt: them QUIT; us next'],
    ['QUIT after the greeting', `${greeting}\n < RSET|\n > 250 ok|\n < QUIT|`, 'left ehlo: them QUIT; us next'],
    [
      'a second mail broke off',
      `${taken}\n < MAIL FROM:<b@example.com>|\n > 250 ok|`,
      'silence mail: us 250 ok; them next',
    ],
    ['a mail was taken', `${taken}\n < QUIT|\n > 221 bye|`, null],
    ['a mail was taken, and the connection lost', taken, null],
  ])('%s', (_, dialogue, expected) => {
    const broke = brokeAt(injection(dialogue))
    const words =
      broke && `${broke.why} ${broke.stage}: ${broke.step.who} ${broke.step.text.split(/\r?\n/)[0]}; ${broke.next} next`
    expect(words).toBe(expected)
  })

  it('tells a delivery the other way round', () => {
    const broke = brokeAt(
      delivery(
        '< 220 mx.example.net|\n > EHLO mx1.example.org|\n < 250 ok|\n > MAIL FROM:<a@example.org>|\n < 451 4.7.1 later|',
      ),
    )
    expect(broke).toMatchObject({ why: 'refused', stage: 'mail', step: { who: 'them', code: 451 }, next: 'us' })
  })

  it('points at the line of the log', () => {
    const broke = brokeAt(injection(envelope))
    expect(broke?.step.event.line.number).toBe(7)
    expect(broke?.step.event.line.message).toBe("7 Sent to '192.0.2.7': '250 recipient <ann@example.org> ok\\015\\012'")
  })
})
