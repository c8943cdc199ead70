import { expect, test } from 'vitest'
import { checkDane } from '../../../src/checks/dane/dane.ts'
import type { CertificateSeen, ProbeSeen } from '../../../src/checks/listener/seen.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const certificate = (sign: string): CertificateSeen => ({
  certificate: { exact: `${sign}0`, sha256: `${sign}1`, sha512: `${sign}2` },
  key: { exact: `${sign}3`, sha256: `${sign}4`, sha512: `${sign}5` },
})
const tls = {
  protocol: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  trusted: true,
  distrust: null,
  names: [],
  issuer: '',
  validFrom: 0,
  validTo: 0,
  chain: [certificate('a'), certificate('b')],
}
const seen: ProbeSeen = { host: 'mx', address: '', port: 25, stages: [], extensions: [], tls, gap: null }

const zone = `
_25._tcp.key.example     TLSA 3 1 1 a4
_25._tcp.whole.example   TLSA 3 0 2 A2
_25._tcp.exact.example   TLSA 3 1 0 a3
_25._tcp.issuer.example  TLSA 2 0 1 b1
_25._tcp.rolling.example TLSA 3 1 1 ff
_25._tcp.rolling.example TLSA 3 1 1 a4
_25._tcp.old.example     TLSA 3 1 1 ff
_25._tcp.leaf.example    TLSA 2 1 1 a4
_25._tcp.pkix.example    TLSA 1 1 1 a4
_25._tcp.plain.example   TLSA 3 1 1 ff
$SIGNED *.example
$SERVFAIL _25._tcp.dark.example
`

const cases: readonly [host: string, seen: ProbeSeen | null, status: string, key: string, facts?: object][] = [
  ['key.example', seen, 'ok', 'R14.ok', { matching: ['3 1 1 a4'] }],
  ['whole.example', seen, 'ok', 'R14.ok'],
  ['exact.example', seen, 'ok', 'R14.ok'],
  ['issuer.example', seen, 'ok', 'R14.ok', { matching: ['2 0 1 b1'] }],
  ['rolling.example', seen, 'ok', 'R14.ok', { matching: ['3 1 1 a4'], records: ['3 1 1 ff', '3 1 1 a4'] }],
  ['old.example', seen, 'problem', 'R14.mismatch', { presented: '3 1 1 a4' }],
  // An issuer is looked for above the certificate, not in it.
  ['leaf.example', seen, 'problem', 'R14.mismatch'],
  ['pkix.example', seen, 'problem', 'R14.unusable'],
  ['nowhere.example', seen, 'ok', 'R14.none'],
  ['key.example', null, 'unknown', 'R14.unknown', { detail: 'TLS' }],
  ['key.example', { ...seen, tls: null }, 'unknown', 'R14.unknown'],
  ['dark.example', seen, 'unknown', 'R14.unknown', { detail: 'DNS' }],
]

test.each(cases)('%s is judged', async (host, probe, status, key, facts = {}) => {
  expect(await checkDane(host, probe, zoneResolver(zone))).toMatchObject([{ subject: host, status, key, facts }])
})

test('passes over what an unsigned zone says', async () => {
  const unsigned = zone.replace('$SIGNED *.example', '')
  expect(await checkDane('plain.example', seen, zoneResolver(unsigned))).toMatchObject([
    { status: 'ok', key: 'R14.insecure', facts: { records: ['3 1 1 ff'] } },
  ])
})
