import { expect, test } from 'vitest'
import { checkTlsRpt } from '../../../src/checks/tls-rpt/tls-rpt.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
_smtp._tls.example.com   TXT "v=TLSRPTv1; rua=mailto:tls@example.com,https://reports.example/tls"
_smtp._tls.bad.example   TXT "v=TLSRPTv1; rua=tls@bad.example"
_smtp._tls.two.example   TXT "v=TLSRPTv1; rua=mailto:a@two.example"
_smtp._tls.two.example   TXT "v=TLSRPTv1; rua=mailto:b@two.example"
_smtp._tls.other.example TXT "v=spf1 -all"
$SERVFAIL _smtp._tls.dark.example
`

const cases: readonly [domain: string, status: string, key: string, facts?: object][] = [
  ['example.com', 'ok', 'R15.ok', { rua: ['mailto:tls@example.com', 'https://reports.example/tls'] }],
  ['other.example', 'ok', 'R15.none'],
  ['nowhere.example', 'ok', 'R15.none'],
  ['bad.example', 'problem', 'R15.syntax'],
  ['two.example', 'problem', 'R15.several'],
  ['dark.example', 'unknown', 'R15.unknown'],
]

test.each(cases)('%s is %s', async (domain, status, key, facts = {}) => {
  expect(await checkTlsRpt(domain, zoneResolver(zone))).toMatchObject([{ subject: domain, status, key, facts }])
})
