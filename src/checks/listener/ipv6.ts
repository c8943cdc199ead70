import { parseAddress } from '../address.ts'
import type { CheckResult } from '../check.ts'
import { recording } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { checked } from '../result.ts'
import type { ProbeSeen } from './seen.ts'

/**
 * R7: an MX host with an IPv6 address must answer there too, or senders that try it first are slow, or fail. `seen` are
 * the probes of this host. A refusal is a problem; no way there is none, since this host itself may have no IPv6.
 */
export async function checkIpv6(host: string, seen: readonly ProbeSeen[], resolver: Resolver): Promise<CheckResult[]> {
  const dns = recording(resolver)
  const answer = await dns.resolve(host, 'AAAA')
  const { lookups } = dns
  if (answer.kind === 'temporary-error') {
    return [checked('unknown', 'R7.unknown', host, { detail: 'DNS' }, lookups)]
  }
  if (answer.kind !== 'records') {
    return [checked('ok', 'R7.none', host, {}, lookups)]
  }
  const addresses = answer.records
  const over6 = seen.filter(({ address }) => parseAddress(address)?.family === 6)
  const dead = over6.filter(({ gap, stages }) => gap?.kind === 'refused' && stages[0]?.stage === 'connect')
  if (dead.length > 0) {
    return [checked('problem', 'R7.dead', host, { addresses: dead.map(({ address }) => address) }, lookups)]
  }
  const silent = over6.find(({ stages }) => !stages[0]?.ok)
  const detail = over6.length === 0 ? 'not probed' : (silent?.gap?.detail ?? '')
  return over6.length === 0 || silent
    ? [checked('unknown', 'R7.unknown', host, { addresses, detail }, lookups)]
    : [checked('ok', 'R7.ok', host, { addresses }, lookups)]
}
