import type { Attempt } from './attempts.ts'
import { domainAsked, domainPart, isUnder } from './concerns.ts'
import type { Asked, Evidence } from './evidence.ts'
import type { Proof } from './proof.ts'
import type { Finding } from './rule.ts'

/**
 * Where a mail is on its way to. `in`: to a server of ours. `out`: from our people to another house, whose server it is
 * that speaks. `onward`: it came from outside and was passed on to a domain that is not known as ours (an alias, a
 * forward, a list, or a routing domain that nobody told us of): whose server that is, cannot be said.
 */
export type Whither = 'in' | 'out' | 'onward'

/** Which way the recipients of a proof lie. Where nobody said what is ours, only relayed mail is known to leave. */
export function whither({ ours }: Pick<Evidence, 'ours'>, { attempt, rcptTo = attempt.rcptTo }: Way): Whither {
  const sender = domainPart(attempt.mailFrom)
  const isInside = (address: string) => isOurs(address, ours.domains)
  if (attempt.outbound) {
    const toHouse = rcptTo.some((one) => isInside(one) || (sender !== null && isUnder(domainPart(one), sender)))
    if (toHouse) return 'in'
    // Relayed for a server of ours that forwards: the sender is somebody else, and none of our names is at stake.
    const isForeign = ours.domains.length > 0 && sender !== null && !isInside(attempt.mailFrom ?? '')
    return isForeign ? 'onward' : 'out'
  }
  if (ours.domains.length === 0 || rcptTo.length === 0 || rcptTo.some(isInside)) return 'in'
  // As the sender named them; an alias of ours may have rewritten them since.
  const named = (attempt.message?.recipients ?? []).map(({ rcptTo: one }) => one)
  const fromUs = sender !== null && isInside(attempt.mailFrom ?? '')
  return fromUs && !named.some(isInside) ? 'out' : 'onward'
}

type Way = Pick<Proof, 'rcptTo'> & { readonly attempt: Attempt }

/** Whether an address is in a domain of ours, or below one. */
export function isOurs(address: string, domains: readonly string[]): boolean {
  return domains.some((own) => isUnder(domainPart(address), own))
}

/**
 * Whether a question is about mail of our own people on its way out: it names a recipient in no domain of ours and nobody
 * else as its sender, or a sender of ours. Where nobody said what is ours, it is not known to be.
 */
export function asksAboutOurMail({ about, recipient }: Pick<Asked, 'about' | 'recipient'>, domains: readonly string[]) {
  if (domains.length === 0) return false
  const isInside = (name: string) => domains.some((own) => isUnder(name.split('@').at(-1) ?? '', own))
  const leaves = recipient !== null && !isInside(recipient)
  if ('recipient' in about) return leaves
  return isInside(domainAsked(about) ?? '') && (leaves || recipient === null)
}

/** The attempts that were not relayed: what stands at our door is no matter of mail on its way out. */
export function comingIn({ attempts }: Pick<Evidence, 'attempts'>): readonly Attempt[] {
  return attempts.filter(({ outbound }) => !outbound)
}

/** A mail of ours that hangs at somebody else's server, or was refused there. */
export function leavesUs(evidence: Evidence, proof: Proof): boolean {
  return whither(evidence, proof) === 'out'
}

/** Stages at which it is the mail that is spoken of, and no longer the server that brought it. */
const pastReceiving = 4

/**
 * Of mail that leaves us there is no sender's administrator to write to: that would be ourselves. What was stopped for its
 * content is told to our own sender; what hangs on a connection of ours needs no note. A rule that knows better says so.
 */
export function noteOfMailThatLeaves(evidence: Evidence, finding: Finding, stage: number): Finding {
  const { attempts, note, noteTo } = finding
  if (!note || noteTo || attempts.length === 0) return finding
  const ways = attempts.map((attempt) => whither(evidence, { attempt }))
  if (!ways.every((way) => way === 'out')) return finding
  return stage >= pastReceiving ? { ...finding, noteTo: 'colleague' } : { ...finding, note: false }
}
