import { contains, parsePeer, reverseName } from '../address.ts'
import type { CheckResult } from '../check.ts'
import { printable, recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'

/**
 * From how many milliseconds on reverse DNS counts as slow. Our own choice: the gateway waits for PTR, A and reputation
 * before its banner, up to 20 s for the reverse lookup alone, and senders give up after 30 s and more (TechNote 118013).
 * A lookup of seconds from here is many times what a healthy zone needs.
 */
export const slowReverseMs = 2000

/** As many names of one address as SPF would look at (RFC 7208 section 4.6.4). */
const mostNames = 10

/**
 * S13 (PTR), S14 (a name that leads back: forward confirmation) and S15 (how long that took) for a sending address.
 * The time is the one from here; the gateway's own resolver may fare otherwise. Empty where `ip` is no address.
 */
export async function checkReverseDns(ip: string, resolver: Resolver): Promise<CheckResult[]> {
  const reverse = reverseName(ip)
  const peer = parsePeer(ip)
  if (reverse === null || !peer) {
    return []
  }
  const dns = recording(resolver)
  const pointer = await dns.resolve(reverse, 'PTR')
  const pointerMs = pointer.elapsedMs ?? null
  if (pointer.kind === 'temporary-error') {
    return [
      checked('unknown', 'S13.unknown', ip, {}, dns.lookups),
      checked('unknown', 'S15.unknown', ip, pointerMs === null ? {} : { ms: pointerMs }, dns.lookups),
    ]
  }
  if (pointer.kind !== 'records') {
    return [checked('problem', 'S13.none', ip, {}, dns.lookups), timed(ip, pointerMs, dns.lookups)]
  }
  const type = peer.family === 4 ? 'A' : 'AAAA'
  const names = pointer.records.slice(0, mostNames)
  const forward = await Promise.all(names.map((name) => dns.resolve(name, type)))
  const shown = names.map(printable)
  const confirmed = names.find((_, index) => {
    const answer = forward[index]
    const addresses = answer?.kind === 'records' ? answer.records.map(parsePeer) : []
    return addresses.some((address) => address && contains({ address, bits: address.bytes.length * 8 }, peer))
  })
  const failed = forward.some((answer) => answer.kind === 'temporary-error')
  const forwardMs = Math.max(0, ...forward.map((answer) => answer.elapsedMs ?? 0))
  const { lookups } = dns
  return [
    checked('ok', 'S13.ok', ip, { names: shown }, lookups),
    confirmed !== undefined
      ? checked('ok', 'S14.ok', ip, { name: printable(confirmed) }, lookups)
      : checked(failed ? 'unknown' : 'problem', failed ? 'S14.unknown' : 'S14.mismatch', ip, { names: shown }, lookups),
    timed(ip, pointerMs === null ? null : pointerMs + forwardMs, lookups),
  ]
}

function timed(ip: string, ms: number | null, lookups: readonly string[]): CheckResult {
  if (ms === null) {
    return checked('unknown', 'S15.unknown', ip, {}, lookups)
  }
  const slow = ms >= slowReverseMs
  return checked(slow ? 'problem' : 'ok', slow ? 'S15.slow' : 'S15.ok', ip, { ms: Math.round(ms) }, lookups)
}
