import { expect, test } from 'vitest'
import {
  contains,
  formatAddress,
  formatNetwork,
  isPublic,
  parseAddress,
  parseNetwork,
  parsePeer,
  reverseName,
} from '../../src/checks/address.ts'

const addresses: readonly (readonly [text: string, written: string | null, peer?: string])[] = [
  ['192.0.2.1', '192.0.2.1'],
  ['2001:DB8:0:0::1', '2001:db8::1'],
  ['::', '::'],
  ['::192.0.2.1', '::c000:201'],
  ['::ffff:192.0.2.1', '::ffff:c000:201', '192.0.2.1'],
  ['2001:db8::192.0.2.1', '2001:db8::c000:201'],
  ['192.0.2.01', null],
  ['192.0.2', null],
  ['192.0.2.256', null],
  ['0xc0.0.2.1', null],
  ['3221225985', null],
  ['1::2::3', null],
  [':1::2', null],
  ['fe80::1%eth0', null],
  ['[2001:db8::1]', null],
  ['1:2:3:4:5:6:7:8:9', null],
  ['', null],
]

test.each(addresses.map(([text, written, peer]) => ({ text, written, peer })))('$text', ({ text, written, peer }) => {
  const address = parseAddress(text)
  expect(address && formatAddress(address)).toBe(written)
  const asPeer = parsePeer(text)
  expect(asPeer && formatAddress(asPeer)).toBe(peer ?? written)
})

const networks: readonly (readonly [text: string, written: string | null, inside?: string, outside?: string])[] = [
  ['192.0.2.5/24', '192.0.2.0/24', '192.0.2.255', '192.0.3.0'],
  ['192.0.2.5', '192.0.2.5', '192.0.2.5', '192.0.2.4'],
  ['192.0.2.5/0', '0.0.0.0/0', '203.0.113.1', '2001:db8::1'],
  ['192.0.2.129/25', '192.0.2.128/25', '192.0.2.200', '192.0.2.1'],
  ['2001:db8:8000::1/33', '2001:db8:8000::/33', '2001:db8:ffff::', '2001:db8:7fff::'],
  ['192.0.2.5/33', null],
  ['192.0.2.5/', null],
  ['192.0.2.5/+8', null],
]

const ranges = networks.map(([text, written, inside, outside]) => ({ text, written, inside, outside }))

test.each(ranges)('$text', ({ text, written, inside, outside }) => {
  const network = parseNetwork(text)
  expect(network && formatNetwork(network)).toBe(written)
  for (const [address, expected] of [
    [inside, true],
    [outside, false],
  ] as const) {
    const parsed = parseAddress(address ?? '')
    if (network && parsed) expect(contains(network, parsed)).toBe(expected)
  }
})

const reachable: readonly (readonly [string, boolean])[] = [
  ['192.0.2.1', true],
  ['2001:db8::1', true],
  ['8.8.8.8', true],
  ['10.0.0.1', false],
  ['127.0.0.1', false],
  ['169.254.1.1', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['2002:c000:201::1', true],
  ['2002:a00:1::1', false],
  ['64:ff9b::c000:201', true],
  ['64:ff9b::a9fe:a9fe', false],
  ['::192.0.2.1', false],
  ['2001:0:1::1', false],
  ['fe80::1', false],
  ['fd00::1', false],
]

test.each(reachable)('%s can be reached: %s', (text, expected) => {
  const address = parseAddress(text)
  expect(address && isPublic(address)).toBe(expected)
})

test('writes reverse names', () => {
  expect(reverseName('192.0.2.1')).toBe('1.2.0.192.in-addr.arpa')
  expect(reverseName('::ffff:192.0.2.1')).toBe('1.2.0.192.in-addr.arpa')
  expect(reverseName('2001:db8::1')).toBe(`1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`)
  expect(reverseName('mx.example.com')).toBe(null)
})
