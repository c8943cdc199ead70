import { expect, test } from 'vitest'
import { checkDmarc } from '../../../src/checks/dmarc/dmarc.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
_dmarc.example.com         TXT "v=DMARC1; p=reject; sp=quarantine; adkim=s"
_dmarc.own.example.com     TXT "v=DMARC1;p=none"
_dmarc.example.net         TXT "v=DMARC1; p=reject"
_dmarc.example.net         TXT "v=DMARC1; p=none"
_dmarc.other.example.net   TXT "v=spf1 -all"
_dmarc.bad.example.org     TXT "v=DMARC1; p=refuse"
_dmarc.bare.example.org    TXT "v=DMARC1"
$SERVFAIL _dmarc.dark.example.org
$SERVFAIL _dmarc.example.edu
`

const cases: readonly (readonly [domain: string, status: string, key: string, facts?: object])[] = [
  ['example.com', 'ok', 'S18.ok', { domain: 'example.com', policy: 'reject', dkim: 's', spf: 'r' }],
  ['mail.example.com', 'ok', 'S18.ok', { domain: 'example.com', policy: 'quarantine' }],
  ['own.example.com', 'ok', 'S18.ok', { domain: 'own.example.com', policy: 'none' }],
  ['example.net', 'problem', 'S18.several'],
  ['other.example.net', 'problem', 'S18.several', { domain: 'example.net' }],
  ['bad.example.org', 'problem', 'S18.syntax'],
  ['bare.example.org', 'problem', 'S18.syntax'],
  ['example.org', 'ok', 'S18.none'],
  ['dark.example.org', 'unknown', 'S18.unknown'],
  ['mail.example.edu', 'unknown', 'S18.unknown'],
]

test.each(cases.map(([domain, status, key, facts]) => ({ domain, status, key, facts })))(
  '$domain',
  async ({ domain, status, key, facts = {} }) => {
    expect(await checkDmarc(domain, zoneResolver(zone))).toMatchObject([{ subject: domain, status, key, facts }])
  },
)
