import { type Address, formatNetwork, parseAddress } from '../address.ts'
import { type Found, mostTerms, nothing, type Place, targetOf, type Walk } from './expansion.ts'
import type { Mechanism, Qualifier } from './parse.ts'
import { isQueryable } from './record.ts'
import { limits } from './run.ts'

type Hosts = Extract<Mechanism, { readonly kind: 'a' | 'mx' }>

/** The addresses of an `a` or `mx` term, of both families, each widened to the term's prefix length. */
export async function expandHosts(mechanism: Hosts, qualifier: Qualifier, place: Place, walk: Walk): Promise<Found> {
  walk.spent.terms += 1
  const { path } = place
  const target = mechanism.domain === null ? place.domain : await targetOf(mechanism.domain, place.domain, walk)
  if (target === null) {
    return { ...nothing(), notEnumerable: [{ term: mechanism.text, path }] }
  }
  if (!isQueryable(target) || walk.spent.terms > mostTerms) {
    return nothing()
  }
  const found = nothing()
  const hosts = mechanism.kind === 'a' ? [target] : await mxHosts(target, path, found, walk)
  const answers = await Promise.all(
    hosts.flatMap((host) => [walk.resolver.resolve(host, 'A'), walk.resolver.resolve(host, 'AAAA')]),
  )
  for (const answer of answers) {
    for (const text of answer.kind === 'records' ? answer.records : []) {
      const address = parseAddress(text)
      if (address) {
        found.ranges.push({ range: rangeAround(address, mechanism), qualifier, path })
      }
    }
  }
  if (answers.some((answer) => answer.kind === 'temporary-error')) {
    found.problems.push({ kind: 'dns', path, detail: `the DNS did not answer for ${mechanism.text}` })
  } else if (hosts.length > 0 && found.ranges.length === 0) {
    walk.spent.voidTerms += 1
  }
  return found
}

async function mxHosts(target: string, path: string, found: Found, walk: Walk): Promise<readonly string[]> {
  const answer = await walk.resolver.resolve(target, 'MX')
  if (answer.kind === 'temporary-error') {
    found.problems.push({ kind: 'dns', path, detail: `the DNS did not answer for MX ${target}` })
    return []
  }
  if (answer.kind !== 'records') {
    walk.spent.voidTerms += 1
    return []
  }
  if (answer.records.length > limits.mxHosts) {
    found.problems.push({ kind: 'too-many-mx', path, detail: `${target} has more than ${limits.mxHosts} MX hosts` })
  }
  return answer.records
    .slice(0, limits.mxHosts)
    .map((record) => record.exchange.replace(/\.$/, ''))
    .filter(isQueryable)
}

function rangeAround(address: Address, { bits4, bits6 }: Hosts): string {
  return formatNetwork({ address, bits: address.family === 4 ? bits4 : bits6 })
}
