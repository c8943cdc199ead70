import { describe, expect, it } from 'vitest'
import { parseIpRange } from '../../src/correlator/ip.ts'
import { holdsAddress, holdsDomain, holdsId, holdsIp } from '../../src/correlator/match.ts'

const domains: readonly (readonly [text: string, holds: boolean])[] = [
  ['MID 5 ICID 7 From: <a@example.com>', true],
  ['MID 5 ICID 7 From: <a@Example.COM>', true],
  ['reverse dns host mx.example.com verified yes', true],
  ['(d=example.com s=key i=@example.com)', true],
  ['ends with example.com.', true],
  ['example.com', true],
  ['a@notexample.com, b@example.com', true],
  ['a@notexample.com', false],
  ['a@not-example.com', false],
  ['a@example.com.evil.test', false],
  ['a@example.community', false],
  ['a@example.com-evil.test', false],
  ['<example.com@evil.test>', false],
  ['a@exämple.com éexample.com', false],
  ['', false],
]

describe('holdsDomain: example.com', () => {
  for (const [text, expected] of domains) {
    it(`${expected ? 'in' : 'not in'}: ${text}`, () => {
      expect(holdsDomain(text, 'example.com')).toBe(expected)
    })
  }

  it('no domain is in nothing', () => {
    expect(holdsDomain('a@example.com', '')).toBe(false)
  })
})

const addresses: readonly (readonly [text: string, holds: boolean])[] = [
  ['From: <alice@example.com>', true],
  ['From: <ALICE@EXAMPLE.com>', true],
  ["header 'alice@example.com'", true],
  ['From: <malice@example.com>', false],
  ['From: <m.alice@example.com>', false],
  ['From: <news+alice@example.com>', false],
  ['From: <alice@example.com.evil.test>', false],
  ['From: <alice@mx.example.com>', false],
]

describe('holdsAddress: alice@example.com', () => {
  for (const [text, expected] of addresses) {
    it(`${expected ? 'in' : 'not in'}: ${text}`, () => {
      expect(holdsAddress(text, 'alice@example.com')).toBe(expected)
    })
  }
})

const ips: readonly (readonly [range: string, text: string, holds: boolean])[] = [
  ['198.51.100.7', 'interface Data 1 (192.0.2.25) address 198.51.100.7 reverse dns', true],
  ['198.51.100.7', 'connected (198.51.100.7)', true],
  ['198.51.100.7', '[198.51.100.7]:25, 198.51.100.7:25', true],
  ['198.51.100.7', 'from 198.51.100.7.', true],
  ['198.51.100.7', 'from 198.51.100.70', false],
  ['198.51.100.7', 'from 1198.51.100.7', false],
  ['198.51.100.7', 'from 198.51.100.7.example.net', false],
  ['198.51.100.7', 'host h-198.51.100.7', false],
  ['198.51.100.7', 'match 198.51.100.7/32', false],
  ['198.51.100.7', '::ffff:198.51.100.7', true],
  ['198.51.100.0/24', 'address 198.51.100.255', true],
  ['198.51.100.0/24', 'address 198.51.101.0', false],
  ['198.51.100.128/25', 'address 198.51.100.127', false],
  ['0.0.0.0/0', 'address 203.0.113.1', true],
  ['2001:db8::/32', 'address 2001:DB8:0:0::7 reverse', true],
  ['2001:db8::/32', '[IPv6:2001:db8::7]', true],
  ['2001:db8::/33', 'address 2001:db8:8000::7', false],
  ['2001:db8::7', 'address 2001:db8:0000:0000:0000:0000:0000:0007', true],
  ['2001:db8::7', 'at 10:00:07 AES256-GCM-SHA384', false],
  ['0.0.0.0/0', 'Fri Nov 20 10:00:00 2026 Info: MID 5 status 4.3.2 sbrs[-10.0:-3.0] TLSv1.2', false],
]

describe('holdsIp', () => {
  for (const [range, text, expected] of ips) {
    it(`${range} ${expected ? 'in' : 'not in'}: ${text}`, () => {
      const parsed = parseIpRange(range)
      expect(parsed && holdsIp(text, parsed)).toBe(expected)
    })
  }
})

const ids: readonly (readonly [text: string, kind: 'icid' | 'mid' | 'dcid', id: number, holds: boolean])[] = [
  ['Start MID 5 ICID 7', 'mid', 5, true],
  ['Start MID 5 ICID 7', 'icid', 7, true],
  ['Start MID 5 ICID 7', 'icid', 5, false],
  ['Start MID 55 ICID 7', 'mid', 5, false],
  ['Start MID 15 ICID 7', 'mid', 5, false],
  ['SMTP Auth (ICID 7) failed', 'icid', 7, true],
  ['Connection Error: DCID: 3 IP', 'dcid', 3, true],
  ['MID 5, Message Scanning Problem', 'mid', 5, true],
  ['Message 5 to RID [0] pending', 'mid', 5, true],
  ['MID 4 rewritten to 5 by antispam', 'mid', 5, true],
  ['Status: CrtMID 5 CrtICID 7', 'mid', 5, false],
  ['5', 'mid', 5, false],
]

describe('holdsId', () => {
  for (const [text, kind, id, expected] of ids) {
    it(`${kind} ${id} ${expected ? 'in' : 'not in'}: ${text}`, () => {
      expect(holdsId(text, kind, id)).toBe(expected)
    })
  }
})
