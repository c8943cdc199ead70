import { createHash, createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ServerHostKeyAlgorithm } from 'ssh2'
import ssh2 from 'ssh2'
import { Trouble } from './trouble.ts'

/** The keys by which a host may show itself. */
export interface Pins {
  /** `SHA256:…`, as ssh-keygen prints it. */
  readonly fingerprints: readonly string[]
  /** The algorithms to ask for, where the kinds of the keys on file are known. */
  readonly algorithms?: readonly ServerHostKeyAlgorithm[]
}

/** `SHA256:` and the base64 of the key's hash without padding, as ssh-keygen prints it. */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replaceAll('=', '')}`
}

const algorithmsOf: Readonly<Record<string, readonly ServerHostKeyAlgorithm[]>> = {
  'ssh-ed25519': ['ssh-ed25519'],
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'],
  'ssh-dss': ['ssh-dss'],
  'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
  'ecdsa-sha2-nistp384': ['ecdsa-sha2-nistp384'],
  'ecdsa-sha2-nistp521': ['ecdsa-sha2-nistp521'],
}

function namesHost(names: string, host: string): boolean {
  for (const name of names.split(',')) {
    const [, salt, hash] = name.match(/^\|1\|([A-Za-z0-9+/=]+)\|([A-Za-z0-9+/=]+)$/) ?? []
    if (salt && hash) {
      if (createHmac('sha1', Buffer.from(salt, 'base64')).update(host).digest('base64') === hash) return true
    } else if (name.toLowerCase() === host) return true
  }
  return false
}

/**
 * The keys that a known_hosts text holds for a host (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"): plain, `[host]:port`,
 * lists and hashed names. Patterns with `*` are not read, certificates neither; a key marked `@revoked` is never
 * accepted.
 */
export function pinsFrom(knownHosts: string, host: string, port: number): Pins {
  const name = port === 22 ? host.toLowerCase() : `[${host.toLowerCase()}]:${port}`
  const good = new Map<string, string>()
  const revoked = new Set<string>()
  for (const line of knownHosts.split('\n')) {
    const words = line.trim().split(/[ \t]+/)
    const marker = words[0]?.startsWith('@') ? words.shift() : ''
    const [names, kind, key] = words
    if (!names || !kind || !key || names.startsWith('#') || !namesHost(names, name)) continue
    const parsed = ssh2.utils.parseKey(`${kind} ${key}`)
    if (parsed instanceof Error) continue
    const fingerprint = fingerprintOf(parsed.getPublicSSH())
    if (marker === '@revoked') revoked.add(fingerprint)
    else if (!marker) good.set(fingerprint, kind)
  }
  const kept = [...good].filter(([fingerprint]) => !revoked.has(fingerprint))
  const algorithms = kept.flatMap(([, kind]) => algorithmsOf[kind] ?? [])
  return { fingerprints: kept.map(([fingerprint]) => fingerprint), algorithms: [...new Set(algorithms)] }
}

/** The pins of a configuration: fingerprints as they stand there, or the host's lines of a known_hosts file. */
export async function readPins(
  where: { readonly host: string; readonly port: number },
  from: { readonly hostKey?: string | readonly string[] | undefined; readonly knownHosts?: string | undefined },
): Promise<Pins> {
  if (from.hostKey !== undefined) {
    return { fingerprints: typeof from.hostKey === 'string' ? [from.hostKey] : from.hostKey }
  }
  const text = await readFile(from.knownHosts ?? '', 'utf8').catch(() => {
    throw new Trouble('host-key', 'the known_hosts file cannot be read')
  })
  const pins = pinsFrom(text, where.host, where.port)
  if (pins.fingerprints.length === 0) throw new Trouble('host-key', `${where.host} is not in the known_hosts file`)
  return pins
}
