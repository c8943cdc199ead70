import { expect, test } from 'vitest'
import { checkAgreement, checkGatewayViews } from '../../../src/checks/agreement/agreement.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const here = zoneResolver(
  'example.com MX 10 mx1.example.com.\nexample.com MX 20 mx2.example.com.\nother.example TXT "x"',
)
const same = zoneResolver(
  'example.com MX 20 MX2.example.com.\nexample.com MX 10 mx1.example.com.\nother.example TXT "x"',
)
const old = zoneResolver('example.com MX 10 old.example.net.')
const dark = zoneResolver('$SERVFAIL example.com\n$SERVFAIL other.example')
const view = (name: string, resolver = here) => ({ name, resolver })

const servers = [
  { views: [view('192.0.2.53'), view('192.0.2.54', same)], status: 'ok', key: 'R3.ok', facts: { count: 2 } },
  {
    views: [view('192.0.2.53'), view('192.0.2.54', old)],
    status: 'problem',
    key: 'R3.differs',
    facts: { answers: ['192.0.2.53 (10 mx1.example.com, 20 mx2.example.com)', '192.0.2.54 (10 old.example.net)'] },
  },
  { views: [view('192.0.2.53'), view('192.0.2.54', dark)], status: 'unknown', key: 'R3.unknown', facts: {} },
  { views: [view('1'), view('2', dark), view('3', old)], status: 'problem', key: 'R3.differs', facts: { count: 2 } },
]

test.each(servers)('$key', async ({ views, status, key, facts }) => {
  expect(await checkAgreement('example.com', views)).toMatchObject([{ subject: 'example.com', status, key, facts }])
})

const gateways = [
  { domain: 'example.com', there: same, status: 'ok', key: 'S6.same' },
  { domain: 'other.example', there: same, status: 'ok', key: 'S6.same' },
  { domain: 'example.com', there: old, status: 'problem', key: 'S6.differs' },
  { domain: 'other.example', there: old, status: 'problem', key: 'S6.differs' },
  { domain: 'example.com', there: dark, status: 'unknown', key: 'S6.unseen' },
]

test.each(gateways)('$domain: $key', async ({ domain, there, status, key }) => {
  expect(await checkGatewayViews(domain, here, [view('esa1', there)])).toMatchObject([
    { id: 'S6', subject: domain, status, key, facts: { gateway: 'esa1' } },
  ])
})
