import { describe, expect, it } from 'vitest'
import { isInRange, parseIpRange } from '../../src/correlator/ip.ts'

describe('parseIpRange', () => {
  for (const text of [
    '',
    'example.com',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.01',
    '192.0.2.1.1',
    '192.0.2.0/33',
    '192.0.2.0/',
    '192.0.2.0/x',
    '192.0.2.0/-1',
    ':',
    ':::',
    '1::2::3',
    '2001:db8',
    '2001:db8::1::',
    '12345::',
    '2001:db8::/129',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    '::192.0.2.256',
    ' 192.0.2.1',
  ]) {
    it(`is none: "${text}"`, () => {
      expect(parseIpRange(text)).toBeNull()
    })
  }

  for (const [text, bits] of [
    ['192.0.2.7', 128],
    ['192.0.2.0/24', 120],
    ['2001:db8::/32', 32],
    ['::', 128],
    ['::/0', 0],
    ['::ffff:192.0.2.7', 128],
  ] as const) {
    it(`is one: ${text}`, () => {
      expect(parseIpRange(text)?.bits).toBe(bits)
    })
  }
})

describe('isInRange', () => {
  for (const [ip, range, expected] of [
    ['192.0.2.7', '192.0.2.0/29', true],
    ['192.0.2.8', '192.0.2.0/29', false],
    ['192.0.2.7', '::/0', true],
    ['2001:db8::1', '0.0.0.0/0', false],
    ['2001:db8:0:0:0:0:0:1', '2001:db8::1', true],
    ['mx.example.com', '0.0.0.0/0', false],
  ] as const) {
    it(`${ip} ${expected ? 'in' : 'not in'} ${range}`, () => {
      const parsed = parseIpRange(range)
      expect(parsed && isInRange(ip, parsed)).toBe(expected)
    })
  }
})
