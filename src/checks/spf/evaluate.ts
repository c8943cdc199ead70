import { formatAddress, parsePeer } from '../address.ts'
import { printable } from '../lookups.ts'
import type { Resolver } from '../resolver.ts'
import { toAscii } from './ascii.ts'
import { expandMacros, type MacroString, parseMacroString } from './macro.ts'
import { type Match, matchMechanism, targetOf } from './match.ts'
import type { Mechanism, Qualifier } from './parse.ts'
import { isMailDomain, isQueryable, readRecord } from './record.ts'
import { limits, type Run, spendTerm, tracing, validatedName } from './run.ts'

/** The seven results of RFC 7208 section 2.6. */
export type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror'

/** Who connected and what was said. Sections 2.3 and 2.4: an empty `mailFrom` means `postmaster@` the HELO name. */
export interface SpfQuery {
  readonly ip: string
  readonly mailFrom: string
  readonly helo: string
  /** What `%{r}` stands for in an explanation: our own host name. */
  readonly receiver?: string
  /** What `%{t}` stands for in an explanation: seconds since the epoch. */
  readonly time?: number
}

export interface SpfOutcome {
  readonly result: SpfResult
  /** The domain's own words about a fail. Text of a stranger: show it as such. */
  readonly explanation?: string
  /** Why there is no plain answer, for temperror, permerror and none. */
  readonly reason?: string
  /** Each lookup and each decision, in order, one plain line each. */
  readonly trace: readonly string[]
  /** Terms that asked the DNS (at most 10 are allowed) and those that got nothing (at most 2). */
  readonly terms: number
  readonly voidTerms: number
}

interface Verdict {
  readonly result: SpfResult
  readonly reason?: string
  /** The `exp=` of the record that decided, with its domain. */
  readonly explain?: { readonly spec: MacroString; readonly domain: string }
}

const resultOf: Readonly<Record<Qualifier, SpfResult>> = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' }
/** Our own bound: macros could blow the text of one record up to megabytes. */
const longestExplanation = 1000
const askingKinds: ReadonlySet<Mechanism['kind']> = new Set(['include', 'a', 'mx', 'ptr', 'exists'])

/**
 * check_host() of RFC 7208: may this address send for this sender? Internationalised domains are turned into A-labels
 * first (section 4.3). Terms that ask the DNS are counted over all records, `include` and `redirect` among them; void
 * terms likewise, one for each term however many of its lookups were void, as section 4.6.4 words it ("the number of
 * terms"). What the DNS could not answer is a temperror, never a fail. Throws a TypeError where `ip` is no address.
 */
export async function checkHost(query: SpfQuery, resolver: Resolver): Promise<SpfOutcome> {
  const peer = parsePeer(query.ip)
  if (!peer) {
    throw new TypeError(`Not an IP address: ${query.ip}`)
  }
  const sender = query.mailFrom === '' ? query.helo : query.mailFrom
  const at = sender.lastIndexOf('@')
  const domain = toAscii(sender.slice(at + 1).replace(/\.$/, ''))
  const trace: string[] = []
  const run: Run = {
    peer,
    resolver: tracing(resolver, trace),
    trace,
    spent: { terms: 0, voidTerms: 0 },
    validated: null,
    facts: {
      localPart: at > 0 ? sender.slice(0, at) : 'postmaster',
      senderDomain: domain,
      ip: peer,
      helo: query.helo,
      receiver: query.receiver ?? 'unknown',
      time: String(query.time ?? 0),
      validatedName: (of) => validatedName(run, of),
    },
  }
  const verdict: Verdict = isMailDomain(domain)
    ? await evaluate(domain, run)
    : { result: 'none', reason: 'the sender has no domain that can be looked up' }
  const explanation = verdict.result === 'fail' ? await explain(verdict, run) : null
  trace.push(`${printable(domain)}: ${verdict.result}${verdict.reason ? `, because ${printable(verdict.reason)}` : ''}`)
  return {
    result: verdict.result,
    ...(explanation !== null && { explanation: explanation.slice(0, longestExplanation) }),
    ...(verdict.reason !== undefined && { reason: verdict.reason }),
    trace,
    ...run.spent,
  }
}

async function evaluate(domain: string, run: Run): Promise<Verdict> {
  const published = await readRecord(domain, run.resolver)
  if (published.kind !== 'record') {
    const isNone = published.kind === 'none' || published.kind === 'temperror'
    return { result: isNone ? published.kind : 'permerror', reason: published.reason }
  }
  const { mechanisms, redirect, exp } = published.record
  for (const mechanism of mechanisms) {
    const found = await evaluateMechanism(mechanism, domain, run)
    if (found.kind === 'temperror' || found.kind === 'permerror') {
      return { result: found.kind, reason: found.reason }
    }
    if (found.kind === 'match') {
      const result = resultOf[mechanism.qualifier]
      return { result, ...(exp && { explain: { spec: exp, domain } }) }
    }
  }
  if (!redirect) {
    return { result: 'neutral' }
  }
  if (!spendTerm(run)) {
    return tooManyTerms
  }
  const target = await targetOf(redirect, domain, run)
  run.trace.push(`${domain}: nothing matched, redirect to ${printable(target)} (${countOf(run)})`)
  const verdict = await evaluate(target, run)
  // Section 6.1: a redirect to a domain without a record is a mistake of the record, not the absence of one.
  return verdict.result === 'none' ? { result: 'permerror', reason: reasonOf(verdict) } : verdict
}

const tooManyTerms = { result: 'permerror', reason: `more than ${limits.terms} terms ask the DNS` } as const

async function evaluateMechanism(mechanism: Mechanism, domain: string, run: Run): Promise<Match> {
  const asks = askingKinds.has(mechanism.kind)
  if (asks && !spendTerm(run)) {
    return { kind: 'permerror', reason: tooManyTerms.reason }
  }
  const found =
    mechanism.kind === 'include'
      ? await matchInclude(mechanism.domain, domain, run)
      : await matchMechanism(mechanism, domain, run)
  if ('reason' in found) {
    return found
  }
  run.spent.voidTerms += found.isVoid ? 1 : 0
  if (run.spent.voidTerms > limits.voidTerms) {
    return { kind: 'permerror', reason: `more than ${limits.voidTerms} terms ask for what does not exist` }
  }
  const peer = formatAddress(run.peer)
  const said = found.kind === 'match' ? `${mechanism.text} matches ${peer}` : `${mechanism.text} does not match ${peer}`
  run.trace.push(`${domain}: ${said}${asks ? ` (${countOf(run)})` : ''}`)
  return found
}

/** Section 5.2's table: only a pass of the other record matches; none and permerror there are a permerror here. */
async function matchInclude(spec: MacroString, domain: string, run: Run): Promise<Match> {
  const verdict = await evaluate(await targetOf(spec, domain, run), run)
  switch (verdict.result) {
    case 'pass':
      return { kind: 'match', isVoid: false }
    case 'temperror':
      return { kind: 'temperror', reason: reasonOf(verdict) }
    case 'none':
    case 'permerror':
      return { kind: 'permerror', reason: reasonOf(verdict) }
    default:
      return { kind: 'no-match', isVoid: false }
  }
}

/** Section 6.2: exactly one TXT record, plain ASCII, good macros; anything else is as if there were no `exp=`. */
async function explain(verdict: Verdict, run: Run): Promise<string | null> {
  if (!verdict.explain) {
    return null
  }
  const { spec, domain } = verdict.explain
  const target = await targetOf(spec, domain, run)
  const answer = isQueryable(target) ? await run.resolver.resolve(target, 'TXT') : null
  const text = answer?.kind === 'records' && answer.records.length === 1 ? answer.records[0]?.join('') : undefined
  const parsed = text === undefined ? null : parseMacroString(text, true)
  return parsed === null || 'problem' in parsed ? null : expandMacros(parsed, { ...run.facts, domain })
}

function countOf(run: Run): string {
  return `DNS term ${run.spent.terms} of ${limits.terms}`
}

function reasonOf(verdict: Verdict): string {
  return verdict.reason ?? verdict.result
}
