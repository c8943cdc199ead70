import type { Address } from '../address.ts'
import { contains, formatAddress, parsePeer, reverseName } from '../address.ts'
import { describeLookup } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import type { MacroFacts } from './macro.ts'

/** What check_host() may spend (RFC 7208 section 4.6.4). */
export const limits = { terms: 10, voidTerms: 2, mxHosts: 10, ptrNames: 10 } as const

/** One evaluation of check_host(), from the first record to the last. */
export interface Run {
  readonly peer: Address
  readonly resolver: Resolver
  readonly facts: Omit<MacroFacts, 'domain'>
  readonly trace: string[]
  /** Terms that asked the DNS, and those of them that got nothing. */
  readonly spent: { terms: number; voidTerms: number }
  validated: Promise<ValidatedNames> | null
}

export interface ValidatedNames {
  readonly names: readonly string[]
  /** The PTR question had no answer at all: a void lookup. */
  readonly isVoid: boolean
}

/** A resolver that writes each lookup into the trace when its answer comes. */
export function tracing(resolver: Resolver, trace: string[]): Resolver {
  return {
    async resolve(name, type, how) {
      const answer = await resolver.resolve(name, type, how)
      trace.push(describeLookup(name, type, answer, how))
      return answer
    },
  }
}

/** Counts a term that asks the DNS; false where it is one too many (section 4.6.4: more than 10 is a permerror). */
export function spendTerm(run: Run): boolean {
  run.spent.terms += 1
  return run.spent.terms <= limits.terms
}

/**
 * Names of the peer's address that lead back to it (RFC 7208 section 5.5): at most ten, the rest is not looked at. A
 * lookup that fails drops only its own name. Looked up once for one evaluation.
 */
export function validatedNames(run: Run): Promise<ValidatedNames> {
  run.validated ??= validate(run)
  return run.validated
}

/** What `%{p}` stands for: the domain itself, else a name under it, else any, else `unknown` (section 7.3). */
export async function validatedName(run: Run, domain: string): Promise<string> {
  const { names } = await validatedNames(run)
  const under = names.find((name) => isSameOrUnder(name, domain))
  const same = names.find((name) => name.toLowerCase() === domain.toLowerCase())
  return same ?? under ?? names[0] ?? 'unknown'
}

/** Whether a name is the domain or lies under it. */
export function isSameOrUnder(name: string, domain: string): boolean {
  const small = name.toLowerCase()
  const target = domain.toLowerCase()
  return small === target || small.endsWith(`.${target}`)
}

/** Addresses in text form as the answer gave them, of the peer's own family. */
export function isAmong(addresses: readonly string[], peer: Address, bits: number): boolean {
  return addresses.some((text) => {
    const address = parsePeer(text)
    return address !== null && contains({ address, bits }, peer)
  })
}

async function validate(run: Run): Promise<ValidatedNames> {
  const reverse = reverseName(formatAddress(run.peer)) ?? ''
  const answer = await run.resolver.resolve(reverse, 'PTR')
  if (answer.kind !== 'records') {
    return { names: [], isVoid: answer.kind !== 'temporary-error' }
  }
  const type = run.peer.family === 4 ? 'A' : 'AAAA'
  const names = answer.records.slice(0, limits.ptrNames).map((name) => name.replace(/\.$/, ''))
  const forward = await Promise.all(names.map((name) => run.resolver.resolve(name, type)))
  const good = names.filter((_, index) => {
    const addresses = forward[index]
    return addresses?.kind === 'records' && isAmong(addresses.records, run.peer, run.peer.bytes.length * 8)
  })
  return { names: good, isVoid: false }
}
