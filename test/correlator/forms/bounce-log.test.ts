import { describe, expect, it } from 'vitest'
import { recognise } from '../../../src/correlator/dispatch.ts'
import { links, told } from '../lines.ts'

const reason = 'Reason: "5.1.0 - Unknown address error"'

const replies: readonly (readonly [response: string, fields: Readonly<Record<string, string>>])[] = [
  [`Response: "('550', ['No such user'])"`, { code: '550', reply: "['No such user']" }],
  [`Response: "('000', [])"`, { code: '000', reply: '[]' }],
  [
    `Response: "('550', ['5.1.1 No', "5.1.1 the recipient's"])"`,
    { code: '550', reply: `['5.1.1 No', "5.1.1 the recipient's"]` },
  ],
  [
    `Response: "('550', ['No'])" Message: Subject: Bounced: 6:0 From:<> To:<x@example.org>`,
    { code: '550', reply: "['No']", logged: 'Subject: Bounced: 6:0 From:<> To:<x@example.org>' },
  ],
]

describe('the bounce log', () => {
  it.each(replies)('tells the answer of the next server: %s', (response, fields) => {
    const found = recognise(`Bounced: 5:0 From:<a@example.com> To:<b@example.org> ${reason} ${response}`)
    expect(found?.form).toBe('bounce-log-bounced')
    expect(found?.fields).toMatchObject({ mid: 5, rid: 0, status: '5.1.0', text: 'Unknown address error', ...fields })
  })

  it('names the message and its recipient by their numbers', () => {
    const lines = ['Bounced', 'Delayed'].map(
      (what, at) => `${what}: 5:${at} From:<> To:<b${at}@example.org> ${reason} Response: "('550', ['No'])"`,
    )
    expect(links(told(lines))).toEqual({ injections: [], messages: ['5 to 0=b0@example.org,1=b1@example.org'] })
  })
})
