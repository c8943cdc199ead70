import { expect, test } from 'vitest'
import { checkMtaSts, type PolicyFetched } from '../../../src/checks/mta-sts/mta-sts.ts'
import { matchesPattern, parsePolicy } from '../../../src/checks/mta-sts/policy.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
example.com            MX 10 mx1.example.com.
example.com            MX 20 mx2.example.com.
mx1.example.com        A 192.0.2.1
mx2.example.com        A 192.0.2.2
_mta-sts.example.com   TXT "v=STSv1; id=20261120;"
_mta-sts.two.example   TXT "v=STSv1; id=1;"
_mta-sts.two.example   TXT "v=STSv1; id=2;"
_mta-sts.noid.example  TXT "v=STSv1;"
_mta-sts.nomx.example  TXT "v=STSv1; id=1;"
$SILENT nomx.example MX
$SERVFAIL _mta-sts.dark.example
`

const policy = (mode: string, ...mx: readonly string[]): PolicyFetched => ({
  kind: 'fetched',
  text: ['version: STSv1', `mode: ${mode}`, ...mx.map((name) => `mx: ${name}`), 'max_age: 86400'].join('\r\n'),
})
const both = policy('enforce', 'mx1.example.com', 'mx2.example.com')

const cases: readonly [domain: string, fetched: PolicyFetched, status: string, key: string, facts?: object][] = [
  ['example.com', both, 'ok', 'R13.ok', { mode: 'enforce', maxAge: 86_400, id: '20261120' }],
  ['example.com', policy('testing', '*.example.com'), 'ok', 'R13.ok', { mode: 'testing' }],
  ['example.com', policy('enforce', 'mx1.example.com'), 'problem', 'R13.mismatch', { hosts: ['mx2.example.com'] }],
  ['example.com', policy('testing', 'mx.example.net'), 'problem', 'R13.testing'],
  ['example.com', policy('none'), 'ok', 'R13.off'],
  ['example.com', policy('enforced', 'mx1.example.com'), 'problem', 'R13.policy', { reason: 'no mode that there is' }],
  ['example.com', { kind: 'fetched', text: '<html>' }, 'problem', 'R13.policy'],
  ['example.com', { kind: 'status', status: 404 }, 'problem', 'R13.missing', { status: '404' }],
  ['example.com', { kind: 'no-host', host: 'mta-sts.example.com' }, 'problem', 'R13.nohost'],
  ['example.com', { kind: 'certificate', detail: 'CERT_HAS_EXPIRED' }, 'problem', 'R13.certificate'],
  ['example.com', { kind: 'failed', detail: 'ETIMEDOUT' }, 'unknown', 'R13.unknown', { detail: 'ETIMEDOUT' }],
  ['two.example', both, 'problem', 'R13.record'],
  ['noid.example', both, 'problem', 'R13.record'],
  ['nomx.example', both, 'unknown', 'R13.unknown', { detail: 'MX' }],
  ['nowhere.example', both, 'ok', 'R13.none'],
  ['dark.example', both, 'unknown', 'R13.unknown', { detail: 'DNS' }],
]

test.each(cases)('%s with %j is %s', async (domain, fetched, status, key, facts = {}) => {
  const { results } = await checkMtaSts(domain, zoneResolver(zone), async () => fetched)
  expect(results).toMatchObject([{ subject: domain, status, key, facts }])
})

test('fetches nothing where no record announces a policy', async () => {
  const asked: string[] = []
  const fetchPolicy = async (domain: string) => {
    asked.push(domain)
    return both
  }
  for (const domain of ['nowhere.example', 'dark.example', 'two.example', 'example.com']) {
    await checkMtaSts(domain, zoneResolver(zone), fetchPolicy)
  }
  expect(asked).toEqual(['example.com'])
})

const policies: readonly (readonly [text: string, read: object])[] = [
  ['version: STSv1\nmode: none\nmax_age: 1\n', { mode: 'none', mx: [], maxAge: 1 }],
  ['version: STSv1\nmode: enforce\nmax_age: 1\nnew: field\nmx: MX.example.com\n', { mx: ['mx.example.com'] }],
  ['version: STSv1\nmode: enforce\nmax_age: 1', { reason: 'no mx line' }],
  ['version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 99999999', { reason: 'no max_age that there is' }],
  ['version: STSv1\nmode: enforce\nmx: a.example\nmax_age: -1', { reason: 'no max_age that there is' }],
  ['mode: enforce\nmx: a.example\nmax_age: 1', { reason: 'no version: STSv1' }],
  ['nothing', { reason: 'a line without a colon' }],
  ['', { reason: 'no version: STSv1' }],
]

test.each(policies)('reads the policy %j', (text, read) => {
  expect(parsePolicy(text)).toMatchObject(read)
})

const patterns: readonly (readonly [host: string, pattern: string, matches: boolean])[] = [
  ['mx.example.com', 'mx.example.com', true],
  ['MX.example.com.', 'mx.example.com', true],
  ['mx.example.com', '*.example.com', true],
  ['a.mx.example.com', '*.example.com', false],
  ['example.com', '*.example.com', false],
  ['mx.example.com', 'example.com', false],
]

test.each(patterns)('%s and the pattern %s: %s', (host, pattern, matches) => {
  expect(matchesPattern(host, pattern)).toBe(matches)
})
