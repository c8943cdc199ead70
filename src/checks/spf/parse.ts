import { type Network, parseAddress } from '../address.ts'
import { type MacroString, parseMacroString } from './macro.ts'

export type Qualifier = '+' | '-' | '~' | '?'

interface Directive {
  readonly qualifier: Qualifier
  /** The term as it stands in the record. */
  readonly text: string
}

/** A mechanism with its qualifier (RFC 7208 section 5). A `domain` of null means the domain of the record. */
export type Mechanism = Directive &
  (
    | { readonly kind: 'all' }
    | { readonly kind: 'include'; readonly domain: MacroString }
    | { readonly kind: 'exists'; readonly domain: MacroString }
    | { readonly kind: 'ptr'; readonly domain: MacroString | null }
    | { readonly kind: 'a' | 'mx'; readonly domain: MacroString | null; readonly bits4: number; readonly bits6: number }
    | { readonly kind: 'ip4' | 'ip6'; readonly network: Network }
  )

/** A record that keeps to the grammar. Unknown modifiers are left out: they mean nothing (section 6). */
export interface SpfRecord {
  readonly mechanisms: readonly Mechanism[]
  readonly redirect: MacroString | null
  readonly exp: MacroString | null
}

/** Why a record is none: the term, and what is wrong with it in plain words. */
export interface SyntaxProblem {
  readonly term: string
  readonly reason: string
}

type Parsed<T> = T | { readonly problem: string }

/** Whether a TXT record's joined text is an SPF record at all: `v=spf1`, then a space or the end (section 4.5). */
export function isSpfRecord(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text)
}

/**
 * Parses the text of an SPF record (RFC 7208 sections 4.6.1, 5, 6, 12). A syntax error anywhere makes the whole record
 * invalid (section 4.6), so the first one is given instead of a record.
 */
export function parseRecord(text: string): SpfRecord | SyntaxProblem {
  const mechanisms: Mechanism[] = []
  let redirect: MacroString | null = null
  let exp: MacroString | null = null
  for (const term of text.split(' ').slice(1)) {
    if (term === '') {
      continue
    }
    const modifier = /^([a-z][a-z0-9\-_.]*)=(.*)$/is.exec(term)
    const name = modifier?.[1]?.toLowerCase()
    const value = modifier?.[2] ?? ''
    if (name === undefined) {
      const mechanism = parseMechanism(term)
      if ('problem' in mechanism) {
        return { term, reason: mechanism.problem }
      }
      mechanisms.push(mechanism)
      continue
    }
    const target = name === 'redirect' || name === 'exp' ? parseDomainSpec(value) : parseMacroString(value, false)
    if ('problem' in target) {
      return { term, reason: target.problem }
    }
    if ((name === 'redirect' && redirect) || (name === 'exp' && exp)) {
      return { term, reason: `${name}= stands twice` }
    }
    redirect = name === 'redirect' ? target : redirect
    exp = name === 'exp' ? target : exp
  }
  return { mechanisms, redirect, exp }
}

function parseMechanism(term: string): Parsed<Mechanism> {
  const found = /^([-+~?]?)([a-z0-9]+)(.*)$/is.exec(term)
  const name = found?.[2]?.toLowerCase()
  const rest = found?.[3] ?? ''
  const directive = { qualifier: (found?.[1] || '+') as Qualifier, text: term }
  switch (name) {
    case 'all':
      return rest === '' ? { ...directive, kind: name } : { problem: 'all takes no argument' }
    case 'include':
    case 'exists': {
      const domain = parseArgument(rest)
      if (domain === null) {
        return { problem: `${name} needs a domain` }
      }
      return 'problem' in domain ? domain : { ...directive, kind: name, domain }
    }
    case 'ptr': {
      const domain = parseArgument(rest)
      return domain && 'problem' in domain ? domain : { ...directive, kind: name, domain }
    }
    case 'a':
    case 'mx':
      return parseHosts(directive, name, rest)
    case 'ip4':
    case 'ip6': {
      const network = parseRange(rest, name === 'ip4' ? 4 : 6)
      return 'problem' in network ? network : { ...directive, kind: name, network }
    }
    default:
      return { problem: 'no mechanism or modifier of this name' }
  }
}

function parseHosts(directive: Directive, kind: 'a' | 'mx', rest: string): Parsed<Mechanism> {
  const lengths = parseLengths(rest)
  if ('problem' in lengths) {
    return lengths
  }
  const domain = parseArgument(lengths.before)
  if (domain && 'problem' in domain) {
    return domain
  }
  return { ...directive, kind, domain, bits4: lengths.bits4, bits6: lengths.bits6 }
}

/** `:domain-spec`, or null where nothing stands there. */
function parseArgument(rest: string): Parsed<MacroString> | null {
  if (rest === '') {
    return null
  }
  return rest.startsWith(':') ? parseDomainSpec(rest.slice(1)) : { problem: 'an argument that does not begin with ":"' }
}

/** A domain-spec ends in a macro or in a dot and a top label that is not all digits (section 7.1). */
function parseDomainSpec(text: string): Parsed<MacroString> {
  const parsed = parseMacroString(text, false)
  if ('problem' in parsed) {
    return parsed
  }
  if (text === '') {
    return { problem: 'an empty domain' }
  }
  if (parsed.endsInMacro) {
    return parsed
  }
  const labels = text.replace(/\.$/, '').split('.')
  const top = labels.at(-1) ?? ''
  const good = labels.length > 1 && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(top) && /[a-z-]/i.test(top)
  return good ? parsed : { problem: 'a domain that does not end in a top-level name' }
}

/** dual-cidr-length at the end of an `a` or `mx` term (section 5.3): `/24`, `//64`, `/24//64`. */
function parseLengths(rest: string): Parsed<{ before: string; bits4: number; bits6: number }> {
  const six = /\/\/(\d+)$/.exec(rest)
  const withoutSix = six ? rest.slice(0, six.index) : rest
  const four = /\/(\d+)$/.exec(withoutSix)
  const before = four ? withoutSix.slice(0, four.index) : withoutSix
  const bits4 = four ? parseLength(four[1], 32) : 32
  const bits6 = six ? parseLength(six[1], 128) : 128
  return bits4 === null || bits6 === null ? { problem: 'a prefix length out of range' } : { before, bits4, bits6 }
}

function parseRange(rest: string, family: 4 | 6): Parsed<Network> {
  const slash = rest.indexOf('/')
  const address = rest.startsWith(':') ? parseAddress(rest.slice(1, slash < 0 ? undefined : slash)) : null
  if (address?.family !== family) {
    return { problem: `no IPv${family} address` }
  }
  const most = family === 4 ? 32 : 128
  const bits = slash < 0 ? most : parseLength(rest.slice(slash + 1), most)
  return bits === null ? { problem: 'a prefix length out of range' } : { address, bits }
}

function parseLength(digits: string | undefined, most: number): number | null {
  const good = digits !== undefined && /^(0|[1-9]\d{0,2})$/.test(digits) && Number(digits) <= most
  return good ? Number(digits) : null
}
