import { contains } from '../address.ts'
import { describeRecord } from '../lookups.ts'
import { expandDomain, type MacroString } from './macro.ts'
import type { Mechanism } from './parse.ts'
import { isQueryable } from './record.ts'
import { isAmong, isSameOrUnder, limits, type Run, validatedName, validatedNames } from './run.ts'

/** Whether a mechanism matches the peer. `isVoid`: it asked the DNS and there was nothing (section 4.6.4). */
export type Match =
  | { readonly kind: 'match' | 'no-match'; readonly isVoid: boolean }
  | { readonly kind: 'temperror' | 'permerror'; readonly reason: string }

const noMatch: Match = { kind: 'no-match', isVoid: false }

/** A domain-spec with its macros filled in; the record's own domain where there is none. */
export function targetOf(spec: MacroString | null, domain: string, run: Run): Promise<string> {
  const facts = { ...run.facts, domain, validatedName: (of: string) => validatedName(run, of) }
  return spec === null ? Promise.resolve(domain) : expandDomain(spec, facts)
}

/** All but `include`, which needs another evaluation. */
export type OwnMechanism = Exclude<Mechanism, { readonly kind: 'include' }>

/**
 * Evaluates one mechanism other than `include` (RFC 7208 sections 5.1 and 5.3 to 5.7). A target that no query can be
 * made of does not match (section 4.8 leaves it open; so do the libraries most used).
 */
export async function matchMechanism(mechanism: OwnMechanism, domain: string, run: Run): Promise<Match> {
  switch (mechanism.kind) {
    case 'all':
      return { kind: 'match', isVoid: false }
    case 'ip4':
    case 'ip6':
      return matched(contains(mechanism.network, run.peer))
    case 'ptr': {
      const { names, isVoid } = await validatedNames(run)
      const target = await targetOf(mechanism.domain, domain, run)
      return matched(
        names.some((name) => isSameOrUnder(name, target)),
        isVoid,
      )
    }
    case 'exists': {
      const target = await targetOf(mechanism.domain, domain, run)
      // Section 5.7: the type asked for is A, also where the peer came over IPv6.
      return matchHosts([target], 'A', () => true, run)
    }
    case 'a': {
      const target = await targetOf(mechanism.domain, domain, run)
      return matchAddresses([target], mechanism, run)
    }
    case 'mx':
      return matchMx(mechanism, await targetOf(mechanism.domain, domain, run), run)
  }
}

type Hosts = Extract<Mechanism, { readonly kind: 'a' | 'mx' }>

async function matchMx(mechanism: Hosts, target: string, run: Run): Promise<Match> {
  if (!isQueryable(target)) {
    return noMatch
  }
  const answer = await run.resolver.resolve(target, 'MX')
  if (answer.kind === 'temporary-error') {
    return { kind: 'temperror', reason: `MX ${target} could not be looked up` }
  }
  if (answer.kind !== 'records') {
    // Section 5.4: no MX is no match; the target's own address does not stand in for it.
    return { kind: 'no-match', isVoid: true }
  }
  if (answer.records.length > limits.mxHosts) {
    return { kind: 'permerror', reason: `${target} has more than ${limits.mxHosts} MX hosts` }
  }
  const hosts = answer.records.map((record) => record.exchange.replace(/\.$/, ''))
  return matchAddresses(
    hosts.filter((host) => host !== ''),
    mechanism,
    run,
  )
}

function matchAddresses(hosts: readonly string[], mechanism: Hosts, run: Run): Promise<Match> {
  const type = run.peer.family === 4 ? 'A' : 'AAAA'
  const bits = run.peer.family === 4 ? mechanism.bits4 : mechanism.bits6
  return matchHosts(hosts, type, (addresses) => isAmong(addresses, run.peer, bits), run)
}

/** Side by side. A host that matches counts before one that could not be looked up: the mechanism is an "any of". */
async function matchHosts(
  hosts: readonly string[],
  type: 'A' | 'AAAA',
  fits: (addresses: readonly string[]) => boolean,
  run: Run,
): Promise<Match> {
  const known = hosts.filter(isQueryable)
  const answers = await Promise.all(known.map((host) => run.resolver.resolve(host, type)))
  if (answers.some((answer) => answer.kind === 'records' && fits(answer.records))) {
    return { kind: 'match', isVoid: false }
  }
  const failed = answers.findIndex((answer) => answer.kind === 'temporary-error')
  if (failed >= 0) {
    return { kind: 'temperror', reason: `${type} ${describeRecord(known[failed] ?? '')} could not be looked up` }
  }
  const isVoid = answers.some((answer) => answer.kind === 'no-data' || answer.kind === 'no-such-name')
  return { kind: 'no-match', isVoid }
}

function matched(fits: boolean, isVoid = false): Match {
  return { kind: fits ? 'match' : 'no-match', isVoid }
}
