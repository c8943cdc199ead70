import { describe, expect, it } from 'vitest'
import { recognise } from '../../src/correlator/dispatch.ts'
import type { FormName } from '../../src/correlator/form.ts'
import { translateTracking } from '../../src/correlator/tracking.ts'
import { trackingRows } from '../../src/correlator/tracking-rows.ts'

// A sentence of message tracking → the form of the log line that says the same, and some of its fields.
const sentences: readonly (readonly [sentence: string, form: FormName, fields: Record<string, unknown>])[] = [
  [
    'Incoming connection (ICID 36859) has sender_group: ACCEPTLIST, sender_ip: 198.51.100.7 and sbrs: 3.5',
    'tracked-sender-group',
    { icid: 36859, senderGroup: 'ACCEPTLIST', ip: '198.51.100.7', sbrs: '3.5' },
  ],
  [
    'Protocol SMTP interface Data 1  (IP 192.0.2.25) on incoming connection (ICID 36859) from sender IP 198.51.100.7. Reverse DNS  host mail.example.com verified yes.',
    'injection-start',
    {
      icid: 36859,
      interface: 'Data 1',
      interfaceIp: '192.0.2.25',
      ip: '198.51.100.7',
      host: 'mail.example.com',
      verified: 'yes',
    },
  ],
  [
    '(ICID 36859) ACCEPT sender group ACCEPTLIST match sbrs[0.0:10.0] SBRS 3.5 country Ireland',
    'hat-decision',
    {
      icid: 36859,
      action: 'ACCEPT',
      senderGroup: 'ACCEPTLIST',
      match: 'sbrs[0.0:10.0]',
      sbrs: '3.5',
      country: 'Ireland',
    },
  ],
  [
    '(ICID 36860) REJECT sender group BLOCKED_LIST match sbrs[-10.0:-3.0] SBRS -6.3 country None',
    'hat-decision',
    { action: 'REJECT', sbrs: '-6.3' },
  ],
  [
    'Incoming connection (ICID 36859) successfully accepted TLS protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384.',
    'injection-tls',
    { icid: 36859, protocol: 'TLSv1.2', cipher: 'ECDHE-RSA-AES256-GCM-SHA384' },
  ],
  ['Message 1576 Sender Domain: example.com', 'tracked-sender-domain', { mid: 1576, domain: 'example.com' }],
  ['Start message 1576 on incoming connection (ICID 36859).', 'message-start', { mid: 1576, icid: 36859 }],
  [
    'Message 1576 enqueued on incoming connection (ICID 36859) from alice@example.com.',
    'envelope-sender',
    { mid: 1576, icid: 36859, mailFrom: 'alice@example.com' },
  ],
  ['Message 1576 direction: incoming', 'tracked-direction', { direction: 'incoming' }],
  [
    'Message 1576 on incoming connection (ICID 36859) added recipient (ann@example.org).',
    'envelope-recipient',
    { mid: 1576, icid: 36859, rid: 0, rcptTo: 'ann@example.org' },
  ],
  [
    'Message 1576 Domains for which SDR is requested: reverse DNS host: mail.example.com, helo: mail.example.com, env-from: example.com, header_from: Not Present, reply_to: Not Present',
    'sdr-domains',
    { mailFromDomain: 'example.com', headerFromDomain: 'Not Present' },
  ],
  [
    'Message 1576 Consolidated Sender Threat Level: Neutral, Threat Category: N/A, Suspected Domain(s) : N/A (other reasons for verdict). Sender Maturity: 30 days (or greater) for domain: mail.example.com',
    'sdr-verdict',
    { level: 'Neutral' },
  ],
  ['Message 1576 SPF: mailfrom identity alice@example.com Pass', 'spf', { identity: 'mailfrom', result: 'Pass' }],
  [
    'Message 1576 DKIM: pass signature verified (d=example.com s=s1 i=@example.com)',
    'dkim',
    { result: 'pass', signer: 'example.com' },
  ],
  [
    'Message 1576: DMARC Message from domain example.com, DMARC pass (SPF aligned True, DKIM aligned True),',
    'dmarc',
    { domain: 'example.com', result: 'pass', dkimAligned: 'True' },
  ],
  ['Message 1576: DMARC verification passed.', 'dmarc-verification', { result: 'passed' }],
  [
    'Message 1576: DMARC Verification skipped (No record found for the sending domain).',
    'dmarc-verification',
    { result: 'skipped (No record found for the sending domain)' },
  ],
  ["Message 1576 contains message ID header '<4711@example.com>'.", 'message-id', { messageId: '4711@example.com' }],
  ['Message 1576 original subject on injection: Invoice 4711.', 'subject', { subject: 'Invoice 4711.' }],
  [
    'Message 1576 (9389 bytes) from alice@example.com ready.',
    'message-ready',
    { bytes: 9389, mailFrom: 'alice@example.com' },
  ],
  [
    'Message 1576 has sender_group: ACCEPTLIST, sender_ip: 198.51.100.7 and sbrs: 3.5',
    'tracked-sender-group',
    { mid: 1576 },
  ],
  [
    'Message 1576 matched per-recipient policy DEFAULT for inbound mail policies.',
    'policy-match',
    { policy: 'DEFAULT', table: 'inbound' },
  ],
  [
    'Message 1576 scanned by Anti-Spam engine: SLBL. Interim verdict: Positive',
    'case-interim',
    { engine: 'SLBL', verdict: 'spam positive' },
  ],
  [
    'Message 1576 scanned by Anti-Spam engine: SLBL. Final verdict: Positive',
    'case-verdict',
    { engine: 'SLBL', verdict: 'spam positive' },
  ],
  [
    'Message 1576 scanned by Anti-Spam engine CASE. Interim verdict: definitely negative.',
    'case-interim',
    { engine: 'CASE', verdict: 'spam definitely negative' },
  ],
  ['Incoming connection (ICID 36859) lost.', 'injection-lost', { icid: 36859 }],
  [
    'Message 1576 scanned by Anti-Virus engine Sophos. Interim verdict: CLEAN',
    'antivirus-interim',
    { engine: 'Sophos', verdict: 'CLEAN' },
  ],
  ['Message 1576 scanned by Anti-Virus engine. Final verdict: Negative ', 'antivirus', { verdict: 'negative' }],
  [
    'Message 1576 scanned by Advanced Malware Protection engine. Final verdict: SKIPPED(no attachment in message)',
    'amp',
    { verdict: 'SKIPPED', detail: 'no attachment in message' },
  ],
  [
    'Message 1576 scanned by Advanced Malware Protection engine. Final verdict: MALICIOUS',
    'amp',
    { verdict: 'MALICIOUS' },
  ],
  ['Message 1576 scanned by Outbreak Filters. Verdict: Negative', 'outbreak', { verdict: 'negative' }],
  ['Message 1576 queued for delivery.', 'message-queued', { mid: 1576 }],
  [
    'SMTP delivery connection (DCID 4368) opened from Cisco IronPort interface 192.0.2.25 to IP address 203.0.113.20 on port 25.',
    'delivery-connect',
    { dcid: 4368, ip: '203.0.113.20', port: 25 },
  ],
  [
    'Delivery connection (DCID 4368) successfully accepted TLS protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384 None.',
    'delivery-tls',
    { dcid: 4368, protocol: 'TLSv1.2', cipher: 'ECDHE-RSA-AES256-GCM-SHA384' },
  ],
  [
    'Delivery connection (DCID 4368) successfully accepted TLS protocol TLSv1.2 cipher AES128-SHA example.org.',
    'delivery-tls',
    { domain: 'example.org' },
  ],
  [
    'Delivery connection (DCID 4368) successfully accepted TLS protocol TLSv1.2 cipher AES128-SHA.',
    'delivery-tls',
    { cipher: 'AES128-SHA' },
  ],
  [
    '(DCID 4368) Delivery started for message 1576 to ann@example.org.',
    'delivery-start',
    { dcid: 4368, mid: 1576, rids: [0] },
  ],
  [
    "(DCID 4368) Delivery details: Message 1576 sent to ann@example.org [('from', 'Alice <alice@example.com>')]",
    'delivery-done',
    { dcid: 4368, mid: 1576, rids: [0], headers: "('from', 'Alice <alice@example.com>')" },
  ],
  ['(DCID 4368) Delivery details: Message 1576 sent to ann@example.org', 'delivery-done', { rids: [0] }],
  [
    "Message 1576 to ann@example.org received remote SMTP response '2.6.0 <4711@example.com> Queued mail for delivery'.",
    'delivery-response',
    { rids: [0], response: '2.6.0 <4711@example.com> Queued mail for delivery' },
  ],
  ['Message 1577 aborted: Receiving aborted', 'receiving-aborted', { mid: 1577 }],
  ['Message 1577 aborted: Receiving aborted by sender.', 'receiving-aborted-by-sender', { mid: 1577 }],
  ['Message 1577 aborted: Dropped by CASE', 'message-dropped', { mid: 1577, by: 'CASE' }],
  [
    'Remote procedure call connection (RCID 1) started for message 1576 to local Spam Quarantine.',
    'rpc-delivery-start',
    { rcid: 1, mid: 1576, where: 'local Spam Quarantine' },
  ],
  ['Message 1576 quarantined in Spam Quarantine.', 'spam-quarantined', { mid: 1576 }],
]

describe('a sentence of message tracking', () => {
  it.each(sentences)('%s', (sentence, form, fields) => {
    const [line] = translateTracking([sentence])
    expect(recognise(line ?? '')).toMatchObject({ form, fields })
  })

  it('has a case for every row', () => {
    const whole = sentences.map(([sentence]) => translateTracking([sentence])[0])
    // The fixed beginning of each row's log line is among the translations.
    const beginning = (log: string) =>
      log
        .replaceAll(/\{[^}]+\}/g, '\n')
        .split('\n')
        .filter((part) => part.trim() !== '')
    const missing = trackingRows.filter(
      ([, log]) => !whole.some((line) => beginning(log).every((part) => line?.includes(part))),
    )
    expect(missing).toEqual([])
  })

  it.each([
    ['20 Nov 2026 10:00:05 (GMT +01:00)  Incoming connection (ICID 7) lost.'],
    ['2026-11-20T10:00:05Z\tIncoming connection (ICID 7) lost.'],
    ['2026-11-20T10:00:05.000Z: Incoming connection (ICID 7) lost.'],
    ['  INCOMING connection  (ICID 7) lost.  '],
  ])('may have a time before it: %s', (sentence) => {
    expect(translateTracking([sentence])).toEqual(['ICID 7 lost'])
  })

  it('names recipients by the order in which they were added, for each message', () => {
    const added = (mid: number, rcptTo: string) =>
      `Message ${mid} on incoming connection (ICID 7) added recipient (${rcptTo}).`
    expect(
      translateTracking([
        added(1, 'ann@example.org'),
        added(1, 'bob@example.org'),
        added(2, 'bob@example.org'),
        '(DCID 9) Delivery started for message 1 to Bob@example.org.',
        '(DCID 9) Delivery started for message 2 to bob@example.org.',
        '(DCID 9) Delivery started for message 1 to ann@example.org, bob@example.org.',
      ]).map((line) => line?.match(/RID \[?([0-9, ]+)/)?.[1]),
    ).toEqual(['0 ', '1 ', '0 ', '1', '0', '0, 1'])
  })

  it.each([
    ['ICID 7 lost'],
    ['Message 12'],
    ['Why did message 12 not arrive?'],
    [''],
    ['Message 99999999999999999 queued for delivery.'],
    ['Incoming connection (ICID 7) lost. And then?'],
  ])('is not seen in: %s', (sentence) => {
    expect(translateTracking([sentence])).toEqual([null])
  })

  it('cannot be made to look like another by what a sender writes', () => {
    const subject = "x' Message aborted MID 1 Dropped by CASE {mid} $& Start MID 9 ICID 9"
    const [line] = translateTracking([`Message 5 original subject on injection: ${subject}`])
    expect(recognise(line ?? '')).toMatchObject({ form: 'subject', fields: { mid: 5, subject } })
  })
})
