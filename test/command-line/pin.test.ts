import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { runCli } from '../../src/cli.ts'
import { type Gateway, startGateway } from '../../src/demo/gateway.ts'
import { newKey } from '../../src/demo/gateway-keys.ts'
import { streamsOf } from './streams.ts'

const key = newKey()
const folder = mkdtempSync(join(tmpdir(), 'postmaster-test-'))
const at = (name: string) => join(folder, name)
let gateway: Gateway
let jump: Gateway

beforeAll(async () => {
  writeFileSync(at('key'), key.private)
  gateway = await startGateway({ name: 'esa1', user: 'bot', publicKey: key.public, files: {} })
  jump = await startGateway({ name: 'jump', user: 'bot', publicKey: key.public, files: {}, forwards: true })
})
afterAll(async () => {
  await gateway.close()
  await jump.close()
  rmSync(folder, { recursive: true })
})

interface Hop {
  readonly hostKey?: string
  readonly knownHosts?: string
  readonly port?: number
}

function reached(on: Gateway, hop: Hop): Record<string, unknown> {
  return { host: on.host, port: on.port, user: 'bot', keyFile: at('key'), ...hop }
}

async function pin(gateways: Record<string, unknown>) {
  writeFileSync(at('postmaster.yml'), JSON.stringify({ gateways, ours: { domains: [] } }))
  const { streams, output } = streamsOf()
  const status = await runCli(['doctor', '--pin', '--config', at('postmaster.yml')], streams)
  const [said = '', lines = ''] = output().split(/Compare each .*\n\n/)
  return { status, said, lines: parse(lines) as unknown }
}

const asyncos = (hop: Hop, more: object = {}) => ({ source: 'asyncos', ...reached(gateway, hop), ...more })

describe('doctor --pin', () => {
  it('shows the key of a gateway that has none on file, and the lines to write', async () => {
    const { status, said, lines } = await pin({ esa1: asyncos({}), esa2: { source: 'files', paths: ['/logs'] } })
    expect(said).toContain(`? esa1 (127.0.0.1:${gateway.port}): ssh-ed25519 ${gateway.fingerprint}`)
    expect(lines).toEqual({ gateways: { esa1: { hostKey: gateway.fingerprint } } })
    expect([status, gateway.logins]).toEqual([0, []])
  })

  it.each<[string, Hop]>([
    ['a text to be replaced', { hostKey: 'SHA256:replace-with-the-fingerprint' }],
    ['a known_hosts file that is not there', { knownHosts: '/nowhere' }],
  ])('takes %s for none', async (_, hop) => {
    const { lines } = await pin({ esa1: asyncos(hop) })
    expect(lines).toEqual({ gateways: { esa1: { hostKey: gateway.fingerprint } } })
  })

  it('has nothing to say where every key is on file', async () => {
    const { status, said, lines } = await pin({ esa1: asyncos({ hostKey: gateway.fingerprint }) })
    expect([status, said, lines]).toEqual([
      0,
      '✓ every gateway that is reached over SSH has its host key on file\n',
      null,
    ])
  })

  it('shows the key of the jump host first, then of the gateway behind it', async () => {
    const first = await pin({ esa1: asyncos({}, { jump: reached(jump, {}) }) })
    expect(first.lines).toEqual({ gateways: { esa1: { jump: { hostKey: jump.fingerprint } } } })
    expect(first.said).toContain('✗ esa1: behind a jump host without a key on file')
    expect([first.status, jump.logins]).toEqual([3, []])
    const then = await pin({ esa1: asyncos({}, { jump: reached(jump, { hostKey: jump.fingerprint }) }) })
    expect(then.lines).toEqual({ gateways: { esa1: { hostKey: gateway.fingerprint } } })
    expect([then.status, gateway.logins]).toEqual([0, []])
  })

  it('says which gateway did not answer', async () => {
    const gone = await startGateway({ name: 'gone', user: 'bot', files: {} })
    await gone.close()
    const { status, said } = await pin({ esa1: asyncos({ port: gone.port }) })
    expect(said).toMatch(/✗ esa1 .*: nothing accepts connections on that port/)
    expect(status).toBe(3)
  })

  it('says that a file cannot be read', async () => {
    const { streams, output } = streamsOf()
    expect(await runCli(['doctor', '--pin', '--config', at('none.yml')], streams)).toBe(2)
    expect(output()).toContain('there is no such file')
  })
})
