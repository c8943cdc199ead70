import type { Resolver } from '../resolver.ts'
import { expandDomain, type MacroString } from './macro.ts'
import type { Qualifier } from './parse.ts'

/** A range that the domain's record names. */
export interface SpfRange {
  /** `192.0.2.7`, `192.0.2.0/24`, or IPv6 likewise. */
  readonly range: string
  /** What the record says of it: an `include` hands on its own qualifier (RFC 7208 section 5.2). */
  readonly qualifier: Qualifier
  /** `example.com → include:spf.example.net → ip4:192.0.2.0/24` */
  readonly path: string
}

/** A term that stands for addresses which cannot be listed: `exists`, `ptr`, macros of the sender, and `+all`. */
export interface NotEnumerable {
  readonly term: string
  readonly path: string
}

/** What is wrong with the record, or could not be looked up (`dns`: says nothing about the record). */
export interface SpfProblem {
  readonly kind:
    | 'none'
    | 'several'
    | 'syntax'
    | 'include-none'
    | 'loop'
    | 'too-many-terms'
    | 'too-many-void'
    | 'too-many-mx'
    | 'everything'
    | 'dns'
  readonly path: string
  /** Plain words, for a person. */
  readonly detail: string
}

export interface Expansion {
  readonly ranges: readonly SpfRange[]
  readonly notEnumerable: readonly NotEnumerable[]
  readonly problems: readonly SpfProblem[]
  /** Terms that ask the DNS in all records together: the most that one evaluation can need. */
  readonly terms: number
  readonly voidTerms: number
  /** The domain's own record, where it has one. */
  readonly record: string | null
}

export interface Found {
  ranges: SpfRange[]
  notEnumerable: NotEnumerable[]
  problems: SpfProblem[]
}

/** One expansion, from the first record to the last. */
export interface Walk {
  readonly resolver: Resolver
  readonly senderDomain: string
  readonly spent: { terms: number; voidTerms: number }
}

/** Where in the tree of records the walk is. `qualifier` null: the domain's own record, where each term has its own. */
export interface Place {
  readonly domain: string
  readonly path: string
  readonly above: readonly string[]
  readonly qualifier: Qualifier | null
}

/** An evaluation stops after 10 terms; the walk goes on, since senders use the ranges after the tenth too. */
export const mostTerms = 40

/** The domain-spec with its macros filled in; null where they need a sender, an address or a HELO name. */
export async function targetOf(spec: MacroString, domain: string, walk: Walk): Promise<string | null> {
  const fixed = spec.parts.every((part) => typeof part === 'string' || part.letter === 'd' || part.letter === 'o')
  if (!fixed) {
    return null
  }
  const unused = { localPart: '', ip: { family: 4, bytes: [] }, helo: '', receiver: '', time: '' } as const
  const facts = { ...unused, senderDomain: walk.senderDomain, domain, validatedName: async () => 'unknown' }
  return expandDomain(spec, facts)
}

export function withProblem(problem: SpfProblem): Found {
  return { ...nothing(), problems: [problem] }
}

export function nothing(): Found {
  return { ranges: [], notEnumerable: [], problems: [] }
}
