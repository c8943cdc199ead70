import { describe, expect, it } from 'vitest'
import { dialogueOf, withDialogue } from '../../src/diagnosis/dialogue.ts'
import { linesOf } from '../../src/diagnosis/story.ts'
import { begun, evidenceOf } from './evidence-of.ts'

const envelope = `
  09:00:00 7 Sent to '192.0.2.7': '220 mx1.example.org ESMTP\\015\\012'
  09:00:01 7 Rcvd from '192.0.2.7': 'EHLO out1.example.com\\015\\012'
  09:00:01 7 Sent to '192.0.2.7': '250 mx1.example.org\\015\\012'
  09:00:02 7 Rcvd from '192.0.2.7': 'MAIL FROM:<alice@example.com>\\015\\012'
  09:00:02 7 Sent to '192.0.2.7': '250 ok\\015\\012'`
const end = `
  09:00:40 ICID 7 lost
  09:00:40 Message aborted MID 12 Receiving aborted
  09:00:40 Message finished MID 12 aborted`

function attemptOf(debug: string) {
  const attempt = evidenceOf({ log: `${begun()}\n${envelope}\n${debug}\n${end}` }).attempts[0]
  if (!attempt) throw new Error('no attempt was read')
  return attempt
}

function quoted(debug: string): string | undefined {
  const [proof] = withDialogue([{ attempt: attemptOf(debug), events: [] }])
  return proof?.events[0]?.line.message
}

describe('the dialogue of an attempt', () => {
  it.each([
    ['the last word of ours', '', "7 Sent to '192.0.2.7': '250 ok\\015\\012'"],
    [
      'the last word of theirs',
      "09:00:03 7 Rcvd from '192.0.2.7': 'DATA\\015\\012'",
      "7 Rcvd from '192.0.2.7': 'DATA\\015\\012'",
    ],
    [
      'not the letter',
      "09:00:03 7 Rcvd from '192.0.2.7': 'DATA\\015\\012'\n09:00:03 7 Sent to '192.0.2.7': '354 go\\015\\012'\n09:00:04 7 Rcvd from '192.0.2.7': 'Subject: secret\\015\\012'",
      "7 Sent to '192.0.2.7': '354 go\\015\\012'",
    ],
    [
      'not the password',
      "09:00:03 7 Rcvd from '192.0.2.7': 'AUTH PLAIN AGFsaWNlAHNlY3JldA==\\015\\012'",
      "7 Sent to '192.0.2.7': '250 ok\\015\\012'",
    ],
    [
      'not the command that has a password beside it',
      "09:00:03 7 Rcvd from '192.0.2.7': 'AUTH PLAIN AGFsaWNl\\015\\012QUIT\\015\\012'",
      "7 Sent to '192.0.2.7': '250 ok\\015\\012'",
    ],
  ])('is quoted where it broke: %s', (_, debug, line) => {
    expect(quoted(debug)).toBe(line)
  })

  it('is null without a debug log', () => {
    const attempt = evidenceOf({ log: `${begun()}\n${end}` }).attempts[0]
    expect(attempt && dialogueOf(attempt)).toBeNull()
  })

  it('stays out of the story of the mail log', () => {
    const forms = linesOf(attemptOf('')).map(({ form }) => form)
    expect(forms).toContain('receiving-aborted')
    expect(forms.filter((form) => form.includes('debug'))).toEqual([])
  })
})
