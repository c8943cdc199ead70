import { expect, it } from 'vitest'
import { command } from '../../commands/dns.ts'
import { contextOf } from './context.ts'

it.each([
  ['example.com', 'example.com'],
  ['  Example.COM. ', 'example.com'],
  ['alice@example.com', 'example.com'],
  ['for example.com?', 'example.com'],
  ['https://example.com/path', 'example.com'],
  ['bücher.example', 'xn--bcher-kva.example'],
])('checks the domain of %j', async (words, domain) => {
  const reply = await command.run(words, contextOf())
  expect(reply).toMatchObject({ status: 0, json: { version: 1, domain } })
  expect(reply.headline).toMatch(new RegExp(`^${domain}: `))
})

it.each(['', 'nothing', 'example.com example.net', '192.0.2.1', '-x.example.com', 'a b', '$(id).example.com'])(
  'asks for one domain where it is given %j',
  async (words) => {
    expect(await command.run(words, contextOf())).toMatchObject({
      status: 2,
      headline: 'dns <domain> [address]: name one domain',
    })
  },
)

it('has nothing to say without a DNS', async () => {
  const ports = { ...contextOf().ports, resolver: null }
  expect(await command.run('example.com', contextOf({ ports }))).toMatchObject({
    status: 3,
    tone: 'none',
    json: { version: 1, domain: 'example.com', checks: [] },
  })
})

it('takes a name server that does not answer for what it is: nobody knows', async () => {
  const resolver = { resolve: async () => ({ kind: 'temporary-error', reason: 'timeout' }) as const }
  const ports = { ...contextOf().ports, resolver }
  const reply = await command.run('example.com', contextOf({ ports }))
  expect(reply).toMatchObject({ status: 0, tone: 'white' })
  expect(reply.headline).toMatch(/ 0 problems, [1-9]\d* unknown/)
})
