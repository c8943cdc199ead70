import { expect, test } from 'vitest'
import { checkHost } from '../../../src/checks/spf/index.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
$TTL 300
good.example          TXT "v=spf1 a mx include:_spf.good.example -all exp=why.good.example"
good.example          MX 10 mx.good.example.
good.example          A 192.0.2.1
mx.good.example       A 192.0.2.2
_spf.good.example     TXT "v=spf1 ip4:192.0.2.64/26 ip6:2001:db8::/48 ?all"
why.good.example      TXT "%{i} may not send for %{d}; asked by %{r} at %{t}"
dim.example           TXT "v=spf1 include:dark.example -all"
dimto.example         TXT "v=spf1 redirect=dark.example"
$SERVFAIL dark.example
inner.example         TXT "v=spf1 include:of.inner.example -all"
of.inner.example      TXT "v=spf1 exists:%{d}.list.example -all"
of.inner.example.list.example A 127.0.0.2
_under_.score.example TXT "v=spf1 ip4:192.0.2.9 -all"
xn--bcher-kva.example TXT "v=spf1 ip4:192.0.2.8 -all"
local.example         TXT "v=spf1 a:%{l}.list.example ip4:192.0.2.7 -all"
manymx.example        TXT "v=spf1 mx mx:b.manymx.example mx:c.manymx.example ip4:192.0.2.6 -all"
manymx.example        MX 10 x.manymx.example.
manymx.example        MX 10 y.manymx.example.
manymx.example        MX 10 z.manymx.example.
b.manymx.example      MX 10 x.manymx.example.
twovoid.example       TXT "v=spf1 mx:manymx.example a:x.example ip4:192.0.2.6 -all"
zero.example          TXT "v=spf1 exists:%{d0}.example -all"
tail.example          TXT "v=spf1 a:%{d}. -all"
url.example           TXT "v=spf1 -all exp=url.why.example"
url.why.example       TXT "see %{S} (%{H})"
`

const cases: readonly {
  ip: string
  mailFrom: string
  helo?: string
  result: string
  explanation?: string
  reason?: string
}[] = [
  { ip: '192.0.2.1', mailFrom: 'a@good.example', result: 'pass' },
  { ip: '192.0.2.2', mailFrom: 'a@good.example', result: 'pass' },
  { ip: '192.0.2.70', mailFrom: 'a@good.example', result: 'pass' },
  { ip: '2001:db8::5', mailFrom: 'a@good.example', result: 'pass' },
  {
    ip: '203.0.113.1',
    mailFrom: 'a@good.example',
    result: 'fail',
    explanation: '203.0.113.1 may not send for good.example; asked by mx.example.org at 1700000000',
  },
  { ip: '192.0.2.1', mailFrom: '', helo: 'good.example', result: 'pass' },
  { ip: '192.0.2.1', mailFrom: 'a@GOOD.example.', result: 'pass' },
  { ip: '192.0.2.1', mailFrom: 'good.example', result: 'pass' },
  { ip: '192.0.2.1', mailFrom: '', helo: 'localhost', result: 'none' },
  { ip: '192.0.2.1', mailFrom: 'a@nowhere.example', result: 'none' },
  {
    ip: '192.0.2.1',
    mailFrom: 'a@dim.example',
    result: 'temperror',
    reason: 'the DNS did not answer for dark.example',
  },
  { ip: '192.0.2.1', mailFrom: 'a@dimto.example', result: 'temperror' },
  { ip: '192.0.2.1', mailFrom: 'a@dark.example', result: 'temperror' },
  { ip: '192.0.2.1', mailFrom: 'a@inner.example', result: 'pass' },
  { ip: '192.0.2.9', mailFrom: 'a@_under_.score.example', result: 'pass' },
  { ip: '192.0.2.8', mailFrom: 'jürg@bücher.example', result: 'pass' },
  { ip: '192.0.2.7', mailFrom: 'jürg@local.example', result: 'pass' },
  { ip: '192.0.2.6', mailFrom: 'a@twovoid.example', result: 'pass' },
  { ip: '192.0.2.6', mailFrom: 'a@manymx.example', result: 'permerror' },
  { ip: '192.0.2.6', mailFrom: 'a@zero.example', result: 'permerror' },
  { ip: '192.0.2.6', mailFrom: 'a@tail.example', result: 'permerror' },
  {
    ip: '192.0.2.6',
    mailFrom: "o'(b)\u0001@url.example",
    helo: '<!channel>',
    result: 'fail',
    explanation: 'see o%27%28b%29%01%40url.example (%3C%21channel%3E)',
  },
]

test.each(cases)('$ip for $mailFrom $helo: $result', async ({ ip, mailFrom, helo, result, explanation, reason }) => {
  const query = { ip, mailFrom, helo: helo ?? 'mail.example.net', receiver: 'mx.example.org', time: 1_700_000_000 }
  const outcome = await checkHost(query, zoneResolver(zone))
  expect(outcome, outcome.trace.join('\n')).toMatchObject({ result })
  expect(outcome.explanation).toBe(explanation)
  if (reason !== undefined) expect(outcome.reason).toBe(reason)
})

test('tells how it came to the result, step by step', async () => {
  const query = { ip: '192.0.2.70', mailFrom: 'a@good.example', helo: 'mx.good.example' }
  const { trace, terms, voidTerms } = await checkHost(query, zoneResolver(zone))
  expect(trace).toEqual([
    'TXT good.example → "v=spf1 a mx include:_spf.good.example -all exp=why.good.example"',
    'A good.example → 192.0.2.1',
    'good.example: a does not match 192.0.2.70 (DNS term 1 of 10)',
    'MX good.example → 10 mx.good.example',
    'A mx.good.example → 192.0.2.2',
    'good.example: mx does not match 192.0.2.70 (DNS term 2 of 10)',
    'TXT _spf.good.example → "v=spf1 ip4:192.0.2.64/26 ip6:2001:db8::/48 ?all"',
    '_spf.good.example: ip4:192.0.2.64/26 matches 192.0.2.70',
    'good.example: include:_spf.good.example matches 192.0.2.70 (DNS term 3 of 10)',
    'good.example: pass',
  ])
  expect({ terms, voidTerms }).toEqual({ terms: 3, voidTerms: 0 })
})

test('an address that is none is a mistake of the caller', async () => {
  const query = { ip: '192.0.2', mailFrom: 'a@good.example', helo: 'x.example' }
  await expect(checkHost(query, zoneResolver(zone))).rejects.toThrow(TypeError)
})
