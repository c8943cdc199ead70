import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkDkimKey } from '../../../src/checks/dkim-key/dkim-key.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

function rsa(bits: number, type: 'spki' | 'pkcs1'): string {
  return generateKeyPairSync('rsa', { modulusLength: bits })
    .publicKey.export({ type, format: 'der' })
    .toString('base64')
}

/** A record in strings of 255, as a zone must have it. */
function strings(record: string): string {
  return (record.match(/.{1,255}/g) ?? []).map((part) => `"${part}"`).join(' ')
}

const zone = `
s2048._domainkey.example.com   TXT ${strings(`v=DKIM1; k=rsa; p=${rsa(2048, 'spki')}`)}
s1024._domainkey.example.com   TXT ${strings(`p=${rsa(1024, 'pkcs1')}`)}
s512._domainkey.example.com    TXT ${strings(`v=DKIM1; t=s; p=${rsa(512, 'spki')}`)}
ed._domainkey.example.com      TXT "v=DKIM1; k=ed25519; t=y:s; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
gone._domainkey.example.com    TXT "v=DKIM1; p="
two._domainkey.example.com     TXT "v=DKIM1; p="
two._domainkey.example.com     TXT "v=DKIM1; p=AA=="
odd._domainkey.example.com     TXT "v=DKIM1; p=AAAA"
cut._domainkey.example.com     TXT "v=DKIM1; p=${rsa(1024, 'spki').slice(0, 100)}"
html._domainkey.example.com    TXT "v=DKIM1; p=<html>"
spf._domainkey.example.com     TXT "v=spf1 -all"
$SERVFAIL dark._domainkey.example.com
`

const cases: readonly [selector: string, status: string, key: string, facts?: object][] = [
  ['s2048', 'ok', 'S20.ok', { bits: 2048, key: 'RSA 2048', test: false }],
  ['s1024', 'ok', 'S20.ok', { bits: 1024 }],
  ['ed', 'ok', 'S20.ok', { key: 'ed25519', test: true }],
  ['s512', 'problem', 'S20.weak', { bits: 512 }],
  ['none', 'problem', 'S20.missing', { selector: 'none', domain: 'example.com' }],
  ['gone', 'problem', 'S20.revoked'],
  ['two', 'problem', 'S20.several'],
  ['odd', 'problem', 'S20.syntax'],
  ['cut', 'problem', 'S20.syntax'],
  ['html', 'problem', 'S20.syntax'],
  ['spf', 'problem', 'S20.syntax'],
  ['dark', 'unknown', 'S20.unknown'],
]

test.each(cases)('%s is %s', async (selector, status, key, facts = {}) => {
  const subject = `${selector}._domainkey.example.com`
  expect(await checkDkimKey('example.com', selector, zoneResolver(zone))).toMatchObject([
    { subject, status, key, facts },
  ])
})
