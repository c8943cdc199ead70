import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlateAll } from '../../src/correlator/correlate-all.ts'
import type { Event } from '../../src/correlator/form.ts'
import type { MailLog } from '../../src/correlator/mail-log.ts'

const head = 'CEF:0|Cisco|C100V|14.0.2-020|ESA_CONSOLIDATED_LOG_EVENT|Consolidated Log Event|5|'

function read(texts: readonly string[], options: Parameters<typeof correlateAll>[1] = {}): MailLog {
  const lines = texts.map((text, at) => ({ gateway: 'esa1', file: 'f', number: at + 1, text: `Fri Nov 20 ${text}` }))
  return correlateAll(lines, { retold: true, ...options })
}

/** What was made of another log: form, time of day, and whether its words were seen. */
function retold(timeline: readonly Event[] = []): string[] {
  return timeline.flatMap(({ form, line, retold }) => {
    return retold ? [`${new Date(line.time).toISOString().slice(11, 19)} ${form}${retold.isSeen ? '' : ' ?'}`] : []
  })
}

const whole =
  "10:00:05 2026: CEF ESAMID=5 ESAICID=7 ESADCID=3 startTime=Fri Nov 20 10:00:01 2026 suser=a@example.com duser=b@example.org;c@example.org src=192.0.2.7 ESASenderGroup=GOOD msg='Hello' act=DELIVERED".replace(
    'CEF ',
    head,
  )

describe('what other logs tell, in the forms of the mail log', () => {
  it('is left away where nobody asks for it', () => {
    expect(retold(read([whole], { retold: false }).messages[0]?.timeline)).toEqual([])
  })

  it('stands at the time that it tells, by the clock of the log', () => {
    const { injections, messages } = read(['10:00:00 2026 Info: Time offset from UTC: 3600 seconds', whole])
    expect(retold(injections[0]?.timeline)).toEqual(['09:00:01 injection-start', '09:00:01 hat-decision'])
    expect(retold(messages[0]?.timeline)).toEqual([
      '09:00:01 envelope-recipient',
      '09:00:01 envelope-recipient',
      '09:00:01 message-start',
      '09:00:01 envelope-sender',
      '09:00:01 subject',
      '09:00:05 delivery-done ?',
    ])
    expect(messages[0]?.recipients.map(({ rid, rcptTo }) => `${rid} ${rcptTo}`)).toEqual([
      '0 b@example.org',
      '1 c@example.org',
    ])
  })

  it('is of each message of a connection, and of the connection once', () => {
    const { injections, messages } = read([whole, whole.replace('ESAMID=5', 'ESAMID=6')])
    expect(retold(injections[0]?.timeline)).toEqual(['10:00:01 injection-start', '10:00:01 hat-decision'])
    expect(messages.map(({ timeline }) => retold(timeline).length)).toEqual([6, 6])
  })

  it('is only what the mail log does not tell', () => {
    const { injections, messages } = read([
      '10:00:01 2026 Info: New SMTP ICID 7 interface Data 1 (192.0.2.25) address 192.0.2.7 reverse dns host unknown verified no',
      '10:00:01 2026 Info: Start MID 5 ICID 7',
      '10:00:01 2026 Info: MID 5 ICID 7 From: <a@example.com>',
      '10:00:01 2026 Info: MID 5 ICID 7 RID 0 To: <c@example.org>',
      '10:00:01 2026 Info: MID 5 ICID 7 RID 1 To: <b@example.org>',
      '10:00:05 2026 Info: Message done DCID 3 MID 5 to RID [0, 1] ',
      whole,
    ])
    expect(retold(injections[0]?.timeline)).toEqual(['10:00:01 hat-decision'])
    expect(retold(messages[0]?.timeline)).toEqual(['10:00:01 subject'])
    expect(messages[0]?.recipients.map(({ rcptTo }) => rcptTo)).toEqual(['c@example.org', 'b@example.org'])
  })

  it('is the end where the mail log ends before it', () => {
    const { messages } = read([
      '10:00:01 2026 Info: MID 5 ICID 7 RID 0 To: <b@example.org>',
      '10:00:02 2026 Info: MID 5 quarantined to "Policy" (content filter:X)',
      whole.replace('10:00:05', '12:00:05'),
    ])
    expect(retold(messages[0]?.timeline).at(-1)).toBe('12:00:05 delivery-done')
  })

  it('has its recipients by the numbers of the bounce log, whichever line comes first', () => {
    const bounce =
      '10:00:09 2026 Info: Bounced: 5:1 From:<a@example.com> To:<b@example.org> Reason: "5.1.0 - Unknown address error" Response: "(\'550\', [\'No\'])"'
    const { messages } = read([whole, bounce])
    expect(messages[0]?.recipients.map(({ rid, rcptTo }) => `${rid} ${rcptTo}`)).toEqual([
      '1 b@example.org',
      '2 c@example.org',
    ])
    expect(retold(messages[0]?.timeline).slice(-1)).toEqual(['10:00:09 delivery-bounced'])
  })

  it('counts no line twice', () => {
    expect(read([whole]).summary).toMatchObject({ lines: 1, recognised: 1, unrecognised: 0, continuations: 0 })
  })

  it('never throws, whatever the values are', () => {
    const key = fc.constantFrom(
      ...'ESAMID ESAICID ESADCID act ESAFinalActionDetails suser duser src shost startTime ESAFriendlyFrom'.split(' '),
      ...'ESASPFVerdict ESADMARCVerdict ESAASVerdict ESAMsgSize ESASenderGroup cs4Label cs4 ESAStatus'.split(' '),
    )
    const value = fc.oneof(
      fc.constantFrom('5', '0', '-1', 'DELIVERED', 'DROPPED', 'BOUNCED', 'ABORTED', 'QUARANTINED', 'DQ', 'To POLICY'),
      fc.constantFrom('a@b', ';;', '<>', '{', "'", '5.1.0 - x', "Dropped by filter 'x'", 'Fri Nov 20 10:00:01 2026'),
      fc.string(),
    )
    const line = fc.array(fc.tuple(key, value), { maxLength: 20 }).map((pairs) => {
      return `10:00:05 2026: ${head}${pairs.map(([name, text]) => `${name}=${text.replace(/[\r\n]/g, ' ')}`).join(' ')}`
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        expect(read(lines).summary.lines).toBe(lines.length)
      }),
      { numRuns: 300 },
    )
  })
})
