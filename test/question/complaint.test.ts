import { describe, expect, it } from 'vitest'
import { readComplaint } from '../../src/question/complaint.ts'

const now = Date.UTC(2026, 10, 26, 14, 0)
const reading = {
  now,
  timeZone: 'Europe/Zurich',
  language: 'en' as const,
  gateways: ['esa1'],
  domains: ['example.org'],
  previous: null,
}
const iso = (window: { from: number; to: number } | null) =>
  window === null ? null : [window.from, window.to].map((at) => new Date(at).toISOString().slice(0, 16))

const postfix = `This is the mail system at host out1.example.com.

I'm sorry to have to inform you that your message could not be delivered.

<bob@example.org>: host mx1.example.org[192.0.2.10] said: 554 5.7.1 refused
    (in reply to RCPT TO command)

Reporting-MTA: dns; out1.example.com
X-Postfix-Sender: rfc822; alice@example.com
Arrival-Date: Thu, 26 Nov 2026 09:12:03 +0100 (CET)

Final-Recipient: rfc822; bob@example.org
Diagnostic-Code: smtp; 554 5.7.1 refused`

const exchange = `Your message to bob@example.org couldn't be delivered.
mx1.example.org rejected your message.
Remote server returned '554 5.7.1 <bob@example.org>: refused'
Original message headers:
From: Alice Miller <alice@example.com>
To: "Bob" <bob@example.org>
Date: Thu, 26 Nov 2026 08:12:03 +0000
Message-ID: <4711@mail.example.com>`

const robot = `From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: alice@example.com
Subject: Delivery Status Notification (Failure)
Your message wasn't delivered to bob@example.org because the address couldn't be found.`

const quoted = `> From: alice@example.com
> Sent: this morning
> To: bob@example.org
Not a trace of it here!`

describe('what a complaint tells', () => {
  it.each<[string, string, string | null, string | null, readonly string[] | null]>([
    ['a bounce of Postfix', postfix, 'alice@example.com', 'bob@example.org', ['2026-11-26T07:12', '2026-11-26T14:00']],
    [
      'a bounce of Exchange',
      exchange,
      'alice@example.com',
      'bob@example.org',
      ['2026-11-26T07:12', '2026-11-26T14:00'],
    ],
    ['a bounce that names whom it went back to', robot, 'alice@example.com', 'bob@example.org', null],
    ['the header of a quoted mail', quoted, 'alice@example.com', 'bob@example.org', null],
    [
      'a sentence',
      'Mail from alice@example.com to bob@example.org sent yesterday has not arrived',
      'alice@example.com',
      'bob@example.org',
      ['2026-11-24T23:00', '2026-11-25T23:00'],
    ],
    [
      'a sentence that names the sender alone',
      'Nothing from example.com today?',
      'example.com',
      null,
      ['2026-11-25T23:00', '2026-11-26T14:00'],
    ],
    ['a sentence that names one of us alone', 'bob@example.org is still waiting', null, 'bob@example.org', null],
    ['a sentence that names nothing', 'My invoice is lost.', null, null, null],
    [
      'prose of a bounce that names only us',
      'Undelivered: 550 5.1.1 for bob@example.org.',
      null,
      'bob@example.org',
      null,
    ],
    ['a date to come', `${exchange.replace('2026', '2036')}`, 'alice@example.com', 'bob@example.org', null],
    ['nothing', '', null, null, null],
  ])('%s', (_, text, sender, recipient, window) => {
    const complaint = readComplaint(text, reading)
    expect([complaint.sender, complaint.recipient, iso(complaint.window)]).toEqual([sender, recipient, window])
  })

  it('is read in bounded time, whatever is pasted', () => {
    for (const piece of ['From: ', '>'.repeat(50), 'a@', '<a@b', ': '.repeat(20), 'é'.repeat(40), '550 ']) {
      expect(readComplaint(piece.repeat(20_000), reading).window).toBeNull()
    }
  })
})
