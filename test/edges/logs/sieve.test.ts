import { describe, expect, test } from 'vitest'
import { holds, sieveFor } from '../../../src/edges/logs/sieve.ts'
import type { Needle } from '../../../src/gather/ports.ts'

describe('whether a line holds a needle', () => {
  const mid: Needle = { kind: 'mid', id: 123 }
  const sender: Needle = { kind: 'text', text: 'example.com', labels: true, sender: true }
  const icid: Needle = { kind: 'icid', id: 3 }
  const ip = (range: string): Needle => ({ kind: 'ip', range })
  const cases: [needle: Needle, line: string, held: boolean][] = [
    [mid, 'Info: MID 123 done', true],
    [mid, 'Info: MID 1234 done', false],
    [mid, 'Info: MID 0123 done', true],
    [mid, 'Info: Message finished MID 123', true],
    [mid, 'Info: mid: 123 RID: 0', true],
    [mid, 'Info: Message 123 to RID [0]', true],
    [mid, 'Info: MID 5 rewritten to 123 by antispam', true],
    [mid, 'Info: MID 5 delivered to 123 people', false],
    [mid, 'Info: ICID 123 close', false],
    [mid, 'Info: XMID 123', false],
    [mid, 'Info: MID 123, too', true],
    [mid, 'CEF:0|Cisco|x|15|E|n|5|ESAMID=123 ESAICID=3', true],
    [mid, 'CEF:0|Cisco|x|15|E|n|5|ESAMID=1234 ESAICID=123 ESAMsgSize=123', false],
    [mid, 'Info: Bounced: 123:0 From:<a@example.com> To:<b@example.org>', true],
    [mid, 'Info: Delayed: 12:123 From:<a@example.com> To:<b@example.org>', false],
    [icid, 'CEF:0|Cisco|x|15|E|n|5|ESAMID=123 ESAICID=3 ESADCID=7', true],
    [{ kind: 'dcid', id: 7 }, 'CEF:0|Cisco|x|15|E|n|5|ESAMID=123 ESAICID=3 ESADCID=7', false],
    [{ kind: 'dcid', id: 7 }, 'CEF:0|Cisco|x|15|E|n|5|ESADCID=7', true],
    [icid, 'SMTP Auth (ICID 3) succeeded', true],
    [icid, 'SMTP server connection killed ICID: 3', true],
    [icid, 'DCID 3 close', false],
    [{ kind: 'dcid', id: 3 }, 'DCID 3 close', true],
    [{ kind: 'dcid', id: 3 }, 'Delivery start DCID 3 MID 5 to RID [0]', false],
    [{ kind: 'mid', id: 5 }, 'Delivery start DCID 3 MID 5 to RID [0]', true],
    [{ kind: 'dcid', id: 3 }, 'DCID 3 TLS success', true],
    [icid, "Info: 3 Sent to '192.0.2.7': '220 mx\\015\\012'", true],
    [icid, "Debug: 3 Rcvd from '192.0.2.7': 'QUIT'", true],
    [icid, "Info: 3 Received from '192.0.2.7': 'QUIT'", true],
    [icid, "Info: 30 Sent to '192.0.2.7': '3 Sent to'", false],
    [icid, "Info: 4 Sent to '192.0.2.7': 'Info: 3 Sent'", false],
    [icid, "Info: 3 Sent: 'DATA'", false],
    [{ kind: 'dcid', id: 3 }, "Info: 3 Sent: 'DATA'", true],
    [{ kind: 'dcid', id: 3 }, "Info: 3 Rcvd: '250 OK'", true],
    [{ kind: 'text', text: 'Example.COM' }, 'from <a@EXAMPLE.com>', true],
    [{ kind: 'text', text: 'été' }, "Subject 'ÉTÉ'", true],
    [{ kind: 'text', text: 'a.c' }, 'abc', false],
    [{ kind: 'text', text: 'example.com', labels: true }, 'a@EXAMPLE.com', true],
    [{ kind: 'text', text: 'example.com', labels: true }, 'notexample.com example.com.evil.test', false],
    [sender, 'Info: MID 5 ICID 3 From: <a@example.com>', true],
    [sender, 'Info: MID 5 ICID 3 RID 0 To: <a@example.com>', false],
    [sender, "Info: MID 5 RID [0] Response '2.0.0 Ok at mx.example.com'", false],
    [sender, 'Info: Delayed: DCID 3 MID 5 From: <b@example.org> To: <a@example.com> RID 0', false],
    [sender, 'Info: Delayed: DCID 3 MID 5 From: <a@example.com> To: <b@example.org> RID 0', true],
    [{ kind: 'text', text: '' }, 'anything', false],
    [ip('198.51.100.7'), 'address 198.51.100.7 reverse', true],
    [ip('198.51.100.7'), 'address 198.51.100.70 reverse', false],
    [ip('198.51.100.7'), 'address 1198.51.100.7 reverse', false],
    [ip('198.51.100.0/25'), '[198.51.100.127]', true],
    [ip('198.51.100.0/25'), '[198.51.100.128]', false],
    [ip('0.0.0.0/0'), 'version 1.2.3', false],
    [ip('2001:db8::/32'), 'address 2001:DB8:5::1 reverse', true],
    [ip('2001:db8::/32'), 'address 2001:db9::1 reverse', false],
    [ip('2001:db8::1'), 'address 2001:db8::1 reverse', true],
    [ip('2001:db8::1'), 'address 2001:db8::11 reverse', false],
    [ip('rubbish'), 'rubbish', false],
  ]
  test.each(cases)('%j in %j: %s', (needle, line, held) => {
    expect(holds(sieveFor([needle]), line)).toBe(held)
  })
})
