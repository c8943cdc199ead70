import { formatNetwork } from '../address.ts'
import type { Resolver } from '../resolver.ts'
import { toAscii } from './ascii.ts'
import { expandHosts } from './expand-hosts.ts'
import {
  type Expansion,
  type Found,
  mostTerms,
  nothing,
  type Place,
  targetOf,
  type Walk,
  withProblem,
} from './expansion.ts'
import type { MacroString } from './macro.ts'
import type { Mechanism, Qualifier, SpfRecord } from './parse.ts'
import { type Published, readRecord } from './record.ts'
import { limits } from './run.ts'

/**
 * Expands the SPF record of a domain into address ranges with the way each was reached: `ip4`, `ip6`, `a`, `mx`,
 * `include`, `redirect`. The records are walked side by side; ranges keep the order of the terms. Terms that cannot be
 * listed and everything wrong with the record are told, never left out in silence.
 */
export async function expand(domain: string, resolver: Resolver): Promise<Expansion> {
  const start = toAscii(domain.toLowerCase().replace(/\.$/, ''))
  const walk: Walk = { resolver, senderDomain: start, spent: { terms: 0, voidTerms: 0 } }
  const published = await readRecord(start, resolver)
  const found = await expandPublished(published, { domain: start, path: start, above: [], qualifier: null }, walk)
  const { terms, voidTerms } = walk.spent
  if (terms > limits.terms) {
    const detail = `${terms} terms ask the DNS, ${limits.terms} are allowed`
    found.problems.push({ kind: 'too-many-terms', path: start, detail })
  }
  if (voidTerms > limits.voidTerms) {
    const detail = `${voidTerms} terms ask for what does not exist, ${limits.voidTerms} are allowed`
    found.problems.push({ kind: 'too-many-void', path: start, detail })
  }
  const record = published.kind === 'record' || published.kind === 'syntax' ? published.text : null
  return { ...found, terms, voidTerms, record }
}

async function expandPublished(published: Published, place: Place, walk: Walk): Promise<Found> {
  if (published.kind === 'record') {
    return expandRecord(published.record, place, walk)
  }
  const inner = place.above.length > 0
  const kind = published.kind === 'none' && inner ? 'include-none' : published.kind
  const problem = { path: place.path, detail: published.reason }
  return withProblem({ ...problem, kind: kind === 'temperror' ? 'dns' : kind })
}

async function expandRecord(record: SpfRecord, place: Place, walk: Walk): Promise<Found> {
  const all = record.mechanisms.findIndex((mechanism) => mechanism.kind === 'all')
  // What stands after `all` is never reached, nor is a redirect beside it (sections 5.1 and 6.1).
  const reached = all < 0 ? record.mechanisms : record.mechanisms.slice(0, all + 1)
  const parts = await Promise.all(reached.map((mechanism) => expandMechanism(mechanism, place, walk)))
  if (all < 0 && record.redirect) {
    const way = `redirect=${record.redirect.text}`
    parts.push(await follow(record.redirect, way, place.qualifier, place, walk))
  }
  return {
    ranges: parts.flatMap((part) => part.ranges),
    notEnumerable: parts.flatMap((part) => part.notEnumerable),
    problems: parts.flatMap((part) => part.problems),
  }
}

async function expandMechanism(mechanism: Mechanism, place: Place, walk: Walk): Promise<Found> {
  // Inside an include only what passes there matches here (section 5.2).
  if (place.qualifier !== null && mechanism.qualifier !== '+') {
    return nothing()
  }
  const qualifier = place.qualifier ?? mechanism.qualifier
  const path = `${place.path} → ${mechanism.text}`
  switch (mechanism.kind) {
    case 'ip4':
    case 'ip6': {
      const range = formatNetwork(mechanism.network)
      const whole = mechanism.network.bits === 0 && qualifier === '+'
      return whole ? everything(mechanism.text, path) : { ...nothing(), ranges: [{ range, qualifier, path }] }
    }
    case 'all':
      return qualifier === '+' ? everything(mechanism.text, path) : nothing()
    case 'include':
      return follow(mechanism.domain, mechanism.text, qualifier, place, walk)
    case 'ptr':
    case 'exists':
      walk.spent.terms += 1
      return { ...nothing(), notEnumerable: [{ term: mechanism.text, path }] }
    case 'a':
    case 'mx':
      return expandHosts(mechanism, qualifier, { ...place, path }, walk)
  }
}

async function follow(
  spec: MacroString,
  way: string,
  qualifier: Qualifier | null,
  place: Place,
  walk: Walk,
): Promise<Found> {
  walk.spent.terms += 1
  const path = `${place.path} → ${way}`
  const domain = await targetOf(spec, place.domain, walk)
  if (domain === null) {
    return { ...nothing(), notEnumerable: [{ term: way, path }] }
  }
  const above = [...place.above, place.domain]
  if (above.includes(domain.toLowerCase())) {
    return withProblem({ kind: 'loop', path, detail: `${domain} leads back to itself` })
  }
  if (walk.spent.terms > mostTerms) {
    return nothing()
  }
  const published = await readRecord(domain, walk.resolver)
  return expandPublished(published, { domain: domain.toLowerCase(), path, above, qualifier }, walk)
}

function everything(term: string, path: string): Found {
  const problem = { kind: 'everything', path, detail: `${term} lets every address send` } as const
  return { ...withProblem(problem), notEnumerable: [{ term, path }] }
}
