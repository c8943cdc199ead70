import { describe, expect, it } from 'vitest'
import { redact, redactWorking } from '../../src/reply/redact.ts'
import type { Reply } from '../../src/reply/reply.ts'

const reply = (parts: Partial<Reply>): Reply => ({
  tone: 'red',
  headline: '',
  sections: [],
  actions: [],
  json: null,
  status: 0,
  ...parts,
})

describe('a text', () => {
  it.each([
    ['an address', 'from alice@example.com to bob@example.org', 'from •••@example.com to •••@example.org'],
    ['one in angle brackets', 'MID 7 ICID 7 From: <alice+tag@example.com>', 'MID 7 ICID 7 From: <•••@example.com>'],
    ['one with a quoted local part', 'From: <"john doe"@example.com>', 'From: <•••@example.com>'],
    ['one beyond ASCII', 'jürg@bücher.example', '•••@bücher.example'],
    ['one at an address literal', 'alice@[192.0.2.1]', '•••@[192.0.2.1]'],
    [
      'several in a list',
      'a@example.com,b@example.com;c@example.com',
      '•••@example.com,•••@example.com;•••@example.com',
    ],
    ['a Message-ID', "Message-ID '<20261126.AB@mx.example.com>'", "Message-ID '<•••@mx.example.com>'"],
    ['no address', '@example.com, 2 @ 3, a@ b', '@example.com, 2 @ 3, a@ b'],
    ['a subject', "MID 7 Subject 'Offer for Mr. Müller'", "MID 7 Subject '•••'"],
    ['a subject with quotes in it', "MID 7 Subject 'It's 'here''", "MID 7 Subject '•••'"],
    ['a subject in double quotes', 'MID 7 Subject "Your salary"', 'MID 7 Subject "•••"'],
    ['a header as it is', 'Subject: Your salary', 'Subject: •••'],
    ['a subject in CEF', "ESASubject='x y' ESAHeloIP=192.0.2.1", 'ESASubject=••• ESAHeloIP=192.0.2.1'],
    ['an empty subject', "MID 7 Subject ''", "MID 7 Subject '•••'"],
    [
      'what a log says otherwise',
      'ICID 7 REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0]',
      'ICID 7 REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0]',
    ],
  ])('%s', (_, text, hidden) => {
    expect(redact(reply({ headline: text })).headline).toBe(hidden)
  })
})

describe('a reply', () => {
  it('is hidden whole, wherever a subject or an address stands', () => {
    const secret = 'Salary of Alice'
    const whole = reply({
      headline: 'bob@example.org never got it',
      sections: [
        { kind: 'lines', role: 'evidence', lines: [`MID 7 Subject '${secret}'`, 'MID 7 From: <alice@example.com>'] },
        { kind: 'table', role: 'attempts', head: ['from'], rows: [['alice@example.com', secret]] },
        { kind: 'list', role: 'next', items: [[`Look for “${secret}” from `, { bold: 'alice@example.com' }]] },
        { kind: 'draft', role: 'note', title: 'Note', subject: `About ${secret}`, body: 'Dear alice@example.com' },
      ],
      file: { name: 'log-lines.txt', title: 'Lines', text: `MID 7 Subject '${secret}'\nMID 7 To: <bob@example.org>\n` },
      json: { attempts: [{ mailFrom: 'alice@example.com', subject: secret }] },
    })
    const hidden = redact(whole)
    expect(JSON.stringify(hidden)).not.toMatch(/alice@|bob@|Salary/)
    expect(JSON.stringify(hidden)).toContain('•••@example.com')
  })

  it('keeps what a button asks, so that it finds the same mail', () => {
    const actions = [{ id: 'again' as const, label: 'Again', ask: 'why alice@example.com' }]
    expect(redact(reply({ actions })).actions).toEqual(actions)
  })

  it('and what is being done', () => {
    const working = {
      title: 'Looking for mail from alice@example.com',
      tasks: [{ id: 'a', title: 'b@c.example', state: 'done' as const }],
    }
    expect(redactWorking(working)).toEqual({
      title: 'Looking for mail from •••@example.com',
      tasks: [{ id: 'a', title: '•••@c.example', state: 'done' }],
    })
  })

  it('takes no time over a text that is made to take long', () => {
    const long = `${'a'.repeat(200_000)} ${'Subject '.repeat(20_000)}${'"\\'.repeat(50_000)}`
    expect(redact(reply({ headline: long })).headline).not.toContain('@')
  })
})
