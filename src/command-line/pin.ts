import { readFileSync } from 'node:fs'
import { Document, parse } from 'yaml'
import * as z from 'zod'
import { loadConfiguration, problemsInWords, secret } from '../config.ts'
import { readPins } from '../edges/ssh/host-key.ts'
import { type Account, loginFields } from '../edges/ssh/login.ts'
import { readHostKey } from '../edges/ssh/read-host-key.ts'
import { gapOf } from '../edges/ssh/trouble.ts'
import { print, type Screen } from './streams.ts'

const { host, port, algorithms, knownHosts, hostKey } = loginFields
/** The fingerprint may still be missing, or stand for one that is to be filled in. */
const shape = { host, port, knownHosts: knownHosts.catch(undefined), hostKey: hostKey.catch(undefined) }
const Reached = z.object({ ...shape, algorithms: algorithms.catch('modern') })
const Configured = z.object({ gateways: z.record(z.string(), z.record(z.string(), z.unknown())) })

/** A host without a key on file. */
interface Unpinned {
  readonly path: readonly string[]
  readonly host: string
  readonly port: number
  readonly algorithms: 'modern' | 'legacy'
  readonly jump?: Account
}

/** The hosts of a configuration that need a key, and the gateways that wait for their jump host to have one. */
interface Wanted {
  readonly hosts: readonly Unpinned[]
  readonly waiting: readonly string[]
}

/**
 * Shows the host keys of the gateways and jump hosts of a configuration file that have none on file, to be compared with
 * what their consoles show, and the lines to write. No login is tried on a host whose key is not known. Exit status: 0
 * every key is on file or was shown, 2 the file cannot be read, 3 a key could not be fetched.
 */
export async function pinHostKeys(path: string, output: Screen, now: () => number = Date.now): Promise<number> {
  const gateways = gatewaysIn(path)
  if (!gateways) {
    const loaded = loadConfiguration(path)
    const problems = loaded.ok ? [] : loaded.problems
    await print(output, `${problemsInWords(path, problems)}\n`)
    return 2
  }
  const { hosts, waiting } = await wantedOf(gateways)
  if (hosts.length === 0) {
    await print(output, '✓ every gateway that is reached over SSH has its host key on file\n')
    return 0
  }
  const lines = new Document({})
  let failed = waiting.length > 0
  for (const one of hosts) {
    const { where, fingerprint, words } = await examine(one, now)
    await print(output, `${fingerprint ? '?' : '✗'} ${where}: ${words}\n`)
    failed ||= fingerprint === null
    if (fingerprint) lines.setIn(['gateways', ...one.path], fingerprint)
  }
  for (const name of waiting) {
    await print(output, `✗ ${name}: behind a jump host without a key on file; pin that first, then ask again\n`)
  }
  if (lines.has('gateways')) {
    await print(output, `\nCompare each with what that host's own console shows. Only then write into ${path}:\n\n`)
    await print(output, lines.toString())
  }
  return failed ? 3 : 0
}

function gatewaysIn(path: string): Readonly<Record<string, Readonly<Record<string, unknown>>>> | null {
  try {
    const read = Configured.safeParse(parse(readFileSync(path, 'utf8')))
    return read.success ? read.data.gateways : null
  } catch {
    return null
  }
}

async function wantedOf(gateways: NonNullable<ReturnType<typeof gatewaysIn>>): Promise<Wanted> {
  const hosts: Unpinned[] = []
  const waiting: string[] = []
  for (const [name, gateway] of Object.entries(gateways)) {
    const reached = Reached.safeParse(gateway)
    if (!reached.success) continue
    const jumpReached = gateway.jump === undefined ? null : Reached.safeParse(gateway.jump)
    const jump = jumpReached?.success ? jumpReached.data : null
    const jumpIsKnown = jump === null || (await isKnown(jump))
    if (jump && !jumpIsKnown) hosts.push({ ...jump, algorithms: 'modern', path: [name, 'jump', 'hostKey'] })
    if (await isKnown(reached.data)) continue
    const one = { ...reached.data, path: [name, 'hostKey'] }
    const way = loginFields.jump.safeParse(gateway.jump)
    if (!jumpIsKnown) waiting.push(name)
    else hosts.push(way.success && way.data ? { ...one, jump: way.data } : one)
  }
  return { hosts, waiting }
}

async function isKnown(reached: z.infer<typeof Reached>): Promise<boolean> {
  if (reached.hostKey === undefined && reached.knownHosts === undefined) return false
  return readPins(reached, reached).then(
    () => true,
    () => false,
  )
}

async function examine(one: Unpinned, now: () => number) {
  const where = `${one.path[0]}${one.path.length > 2 ? ' jump host' : ''} (${one.host}:${one.port})`
  const surroundings = { secret, now }
  const { algorithms, jump } = one
  try {
    const key = await readHostKey(one.host, one.port, now() + 20_000, { algorithms, jump, surroundings })
    return { where, fingerprint: key.fingerprint, words: `${key.kind} ${key.fingerprint}` }
  } catch (error) {
    return { where, fingerprint: null, words: gapOf(error, where).detail }
  }
}
