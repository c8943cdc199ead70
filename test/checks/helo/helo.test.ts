import { expect, test } from 'vitest'
import { checkHelo } from '../../../src/checks/helo/helo.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
mx.example.com    A 192.0.2.1
mx.example.com    AAAA 2001:db8::1
other.example.com A 192.0.2.9
text.example.com  TXT "no address"
$SILENT dark.example.com
`

const cases: readonly [helo: string, status: string, key: string, subject?: string][] = [
  ['mx.example.com', 'ok', 'S17.ok'],
  ['MX.example.com.', 'ok', 'S17.ok'],
  ['[192.0.2.1]', 'ok', 'S17.literal'],
  ['[IPv6:2001:db8::1]', 'ok', 'S17.literal'],
  ['other.example.com', 'ok', 'S17.elsewhere'],
  ['text.example.com', 'problem', 'S17.none'],
  ['nowhere.example.com', 'problem', 'S17.none'],
  ['EXCHANGE01', 'problem', 'S17.short'],
  ['192.0.2.1', 'problem', 'S17.short'],
  ['a b.example.com', 'problem', 'S17.short'],
  ['x\u001b[31m', 'problem', 'S17.short', 'x\\027[31m'],
  ['', 'problem', 'S17.short'],
  ['dark.example.com', 'unknown', 'S17.unknown'],
]

test.each(cases)('%j is %s', async (helo, status, key, subject = helo) => {
  expect(await checkHelo(helo, '192.0.2.1', zoneResolver(zone))).toMatchObject([{ id: 'S17', subject, status, key }])
})
