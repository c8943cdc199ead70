import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MailLog } from '../../src/correlator/mail-log.ts'
import { formsOf, links, told } from './lines.ts'

// Within a second the order of lines is not causal (trap 1): whatever it is, the same ties to the same.

const story = [
  'New SMTP ICID 7 interface Data 1 (192.0.2.25) address 198.51.100.7 reverse dns host mx.example.com verified yes',
  'ICID 7 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 3.5',
  'Start MID 5 ICID 7',
  'MID 5 ICID 7 From: <alice@example.com>',
  'MID 5 ICID 7 RID 0 To: <bob@example.org>',
  'MID 5 ICID 7 RID 1 To: <carol@example.org>',
  'MID 5 ICID 7 To: <dave@example.org> Rejected by RAT',
  "MID 5 Subject 'Minutes'",
  'MID 5 ready 900 bytes from <alice@example.com>',
  'MID 5 matched all recipients for per-recipient policy DEFAULT in the inbound table',
  'ICID 7 close',
  'MID 5 was split creating MID 6 due to a per-recipient policy Staff',
  'Start MID 6 ICID 0',
  'MID 6 ICID 0 RID 0 To: <carol@example.org>',
  "MID 6 rewritten to MID 8 by add-footer filter 'Footer'",
  'Start MID 8 ICID 0',
  "MID 9 was generated based on MID 5 by bcc filter 'Archive'",
  'Start MID 9 ICID 0',
  'New SMTP DCID 3 interface 192.0.2.25 address 203.0.113.9 port 25',
  'Delivery start DCID 3 MID 5 to RID [0]',
  'Message done DCID 3 MID 5 to RID [0]',
  "MID 5 RID [0] Response 'ok'",
  'DCID 3 close',
  'sings MID 5 to itself',
]

const ends = ['Message finished MID 5 done', 'Message finished MID 6 done', 'Message finished MID 8 done']

/** Every link and every event, without regard to order. */
function unordered(log: MailLog) {
  const { injections, messages } = links(log)
  const things = [...log.injections, ...log.messages, ...log.deliveries]
  return {
    injections: injections.map((text) => [...text].sort().join('')).sort(),
    messages: messages.map((text) => text.split(/[ ,]/).sort().join(' ')).sort(),
    filed: things.map((thing) => [thing.kind, ...formsOf(thing.timeline).sort()].join(' ')).sort(),
    recipients: log.messages
      .flatMap(({ recipients }) => recipients.map((each) => formsOf(each.timeline).sort()))
      .sort(),
    loose: formsOf(log.loose).sort(),
    summary: log.summary,
  }
}

describe('the order of lines within a second', () => {
  const expected = unordered(told([...story, ...ends]))

  it('does not matter', () => {
    const shuffled = fc.shuffledSubarray([...story, ...ends], { minLength: story.length + ends.length })
    fc.assert(
      fc.property(shuffled, (lines) => {
        expect(unordered(told(lines))).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('ties what belongs together', () => {
    expect(links(told([...story, ...ends]))).toEqual({
      injections: ['7: 5'],
      messages: [
        '5 icid 7 to 0=bob@example.org,1=carol@example.org dcid 3 became 6',
        '6 to 0=carol@example.org became 8 split from 5',
        '8 rewritten from 6',
        '9 generated from 5',
      ],
    })
  })
})
