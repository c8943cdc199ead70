import type { CheckResult } from '../check.ts'
import { checked } from '../result.ts'
import { registeredDomain } from './domain.ts'

/** Shorter names are near each other by chance: `ab.example` and `ac.example` are two companies. */
const shortestName = 5

/**
 * S2: is the domain a slip of one that the logs know (a letter left out, added, changed, or swapped with the next)?
 * Compared by registered domain, so that a host name is no slip of its own domain.
 */
export function checkSpelling(domain: string, known: readonly string[]): CheckResult[] {
  const { near, others } = nearTo(domain, known)
  if (near.length > 0) {
    return [checked('problem', 'S2.near', domain, { near }, [])]
  }
  const key = others ? 'S2.ok' : 'S2.unknown'
  return [checked(others ? 'ok' : 'unknown', key, domain, {}, [])]
}

/** R4: is the recipient's domain ours, or a slip of one that is? A domain that the configuration leaves out may be ours. */
export function checkRecipientDomain(domain: string, ours: readonly string[]): CheckResult[] {
  if (ours.some((own) => domain === own || domain.endsWith(`.${own}`))) {
    return [checked('ok', 'R4.ok', domain, {}, [])]
  }
  const { near } = nearTo(domain, ours)
  return near.length > 0
    ? [checked('problem', 'R4.near', domain, { near }, [])]
    : [checked('unknown', 'R4.other', domain, {}, [])]
}

function nearTo(domain: string, known: readonly string[]): { readonly near: string[]; readonly others: boolean } {
  const own = registeredDomain(domain) ?? domain
  const names = [...new Set(known.map((name) => registeredDomain(name) ?? name))]
  if (names.includes(own)) {
    return { near: [], others: true }
  }
  const long = own.indexOf('.') >= shortestName
  return { near: long ? names.filter((name) => isOneSlipApart(own, name)) : [], others: names.length > 0 }
}

/** One letter left out, added, changed, or swapped with the one beside it; the same word is none. */
export function isOneSlipApart(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) {
    return false
  }
  let at = 0
  while (one[at] !== undefined && one[at] === other[at]) {
    at += 1
  }
  const [left, right] = [one.slice(at), other.slice(at)]
  const swapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)
  return left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1) || swapped
}
