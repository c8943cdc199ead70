import { expect, test } from 'vitest'
import { checkGatewayViews } from '../../../src/checks/agreement/agreement.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'
import { budget, reach, start } from './gateway-setup.ts'

// The gateway's own view of the DNS, asked over SSH.

const there = 'example.com MX 10 mx.inside.example.\nother.example TXT "x"'
const here = zoneResolver('example.com MX 10 mx.example.com.\nother.example TXT "x"')

test('a gateway that resolves a sender differently is told apart', async () => {
  const gateway = await start({ zone: there })
  const resolver = reach(gateway).resolver?.(budget.deadline)
  if (!resolver) throw new Error('the source has no view of the DNS')
  const views = [{ name: 'esa1', resolver }]
  expect(await checkGatewayViews('example.com', here, views)).toMatchObject([
    { key: 'S6.differs', status: 'problem', facts: { there: '10 mx.inside.example', here: '10 mx.example.com' } },
  ])
  expect(await checkGatewayViews('other.example', here, views)).toMatchObject([{ key: 'S6.same' }])
  expect(gateway.commands).toEqual(['dig MX example.com', 'dig MX other.example'])
})

test('a gateway that does not offer dig is asked once, and nothing is concluded', async () => {
  const gateway = await start()
  const source = reach(gateway)
  for (const domain of ['example.com', 'other.example']) {
    const resolver = source.resolver?.(budget.deadline)
    expect(await checkGatewayViews(domain, here, resolver ? [{ name: 'esa1', resolver }] : [])).toMatchObject([
      { key: 'S6.unseen', status: 'unknown', facts: { detail: expect.stringContaining('does not know the command') } },
    ])
  }
  expect(gateway.commands).toEqual(['dig MX example.com'])
})

test.each(['', '-x', '@192.0.2.1', 'a b', 'a;reboot', '$(id)', 'a|b', "'", '*', 'a\nb', `${'a'.repeat(300)}`])(
  'the name %j is not sent to a gateway',
  async (name) => {
    const gateway = await start({ zone: there })
    expect(await reach(gateway).resolver?.(budget.deadline).resolve(name, 'MX')).toMatchObject({
      kind: 'temporary-error',
    })
    expect(gateway.commands).toEqual([])
  },
)

test('a gateway that cannot be reached is no problem of the sender', async () => {
  const gateway = await start({ zone: there })
  const source = reach(gateway)
  await gateway.close()
  expect(await source.resolver?.(budget.deadline).resolve('example.com', 'MX')).toMatchObject({
    kind: 'temporary-error',
  })
})
