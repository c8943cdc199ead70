import { contains, parseNetwork, parsePeer } from '../checks/address.ts'
import type { About } from '../correlator/ids.ts'
import type { Attempt } from './attempts.ts'
import { addressesBehind } from './envelope-address.ts'
import type { Candidate } from './evidence.ts'
import { told } from './story.ts'

/** By what an attempt was found to belong to the question. */
export type Way = 'envelope' | 'header-from' | 'host' | 'ip' | 'message-id' | 'mid' | 'icid' | 'recipient'

/**
 * Whether an attempt belongs to the sender and the recipient asked about, and by what; null where it does not.
 *
 * A domain is met by whole labels, itself or below it: in the envelope, in the From header (SDR and DMARC lines), in
 * the reverse DNS name, or by an address in one of the candidate ranges. The last two count only where the attempt
 * names no sender: mail of another domain from the same shared server is not the mail that is missed. A reverse DNS
 * name that does not lead back (`verified no`) still counts, since it is what a refused sender is known by.
 *
 * `recipient` is an address or a domain of ours; an attempt that never named a recipient may have been for anyone.
 */
export function concerns(
  attempt: Attempt,
  about: About,
  recipient: string | null,
  candidates: readonly Candidate[] = [],
): { readonly by: Way } | null {
  if (recipient !== null && !('recipient' in about) && !mayBeFor(attempt, recipient)) return null
  const by = wayTo(attempt, about, candidates)
  return by === null ? null : { by }
}

function wayTo(attempt: Attempt, about: About, candidates: readonly Candidate[]): Way | null {
  if ('mid' in about) return attempt.message !== null && hasMid(attempt, about.mid) ? 'mid' : null
  if ('icid' in about) return attempt.icid === about.icid ? 'icid' : null
  if ('messageId' in about) return hasMessageId(attempt, about.messageId) ? 'message-id' : null
  if ('ip' in about) return attempt.ip !== null && inRange(attempt.ip, about.ip) ? 'ip' : null
  if ('host' in about && isUnder(attempt.host, about.host)) return 'host'
  if ('recipient' in about) {
    if (isNamed(attempt, about.recipient)) return 'recipient'
    return hasMessageId(attempt, about.recipient) ? 'message-id' : null
  }
  const senders = addressesBehind(attempt.mailFrom)
  if ('address' in about && senders.includes(about.address.toLowerCase())) return 'envelope'
  // A Message-ID reads like an address.
  if ('address' in about && hasMessageId(attempt, about.address)) return 'message-id'
  const domain = domainAsked(about)
  if (domain === null) return null
  if (!('address' in about) && senders.some((sender) => isUnder(domainPart(sender), domain))) return 'envelope'
  if (headerFromDomains(attempt).some((from) => isUnder(from, domain)) && !isOtherAddress(attempt, about)) {
    return 'header-from'
  }
  // `<scanner>` names no domain either: such a sender is known by its server alone (grammar R3).
  if (domainPart(attempt.mailFrom) !== null) return null
  // A bounce of theirs that arrived is not the mail that is missed.
  if (attempt.mailFrom === '' && attempt.fate === 'delivered') return null
  if (isUnder(attempt.host, domain)) return 'host'
  return attempt.ip !== null && candidates.some(({ range }) => inRange(attempt.ip ?? '', range)) ? 'ip' : null
}

/** The domain that a question names, or that of the address it names; null where it names none. */
export function domainAsked(about: About): string | null {
  if ('domain' in about) return about.domain
  if ('host' in about) return about.host
  return 'address' in about ? domainPart(about.address) : null
}

/** Asked about one person, another person of the same domain is not meant, whatever the From header's domain. */
function isOtherAddress(attempt: Attempt, about: About): boolean {
  return 'address' in about && isUnder(domainPart(attempt.mailFrom), domainPart(about.address) ?? '')
}

/**
 * Leaves out mail on its way out, unless there is no other: where a partner relays through us, or only a relayed
 * connection was found, that is what was asked about (grammar, trap 25; the vendor's own examples are relayed).
 */
export function withoutOutbound<A extends Attempt>(attempts: readonly A[]): readonly A[] {
  const inbound = attempts.filter(({ outbound }) => !outbound)
  return inbound.length > 0 ? inbound : attempts
}

/** Domains of the From header, as far as the log tells (F5, F6). */
export function headerFromDomains(attempt: Attempt): string[] {
  const domains = new Set<string>()
  for (const { fields } of told(attempt, 'dmarc')) domains.add(fields.domain.toLowerCase())
  for (const { fields } of told(attempt, 'sdr-domains')) {
    if (!/^not present$/i.test(fields.headerFromDomain)) domains.add(fields.headerFromDomain.toLowerCase())
  }
  return [...domains]
}

function hasMid(attempt: Attempt, mid: number): boolean {
  if (attempt.mid === mid) return true
  return attempt.recipients?.some(({ message }) => message.mid === mid) ?? false
}

function hasMessageId(attempt: Attempt, messageId: string): boolean {
  // As people write them down, in any case; two that differ in nothing else are not met in practice.
  const bare = (text: string) => text.replace(/^<|>$/g, '').toLowerCase()
  return told(attempt, 'message-id').some(({ fields }) => bare(fields.messageId) === bare(messageId))
}

function mayBeFor(attempt: Attempt, recipient: string): boolean {
  return attempt.rcptTo.length === 0 || isNamed(attempt, recipient)
}

/** Whether a mail was offered for that recipient; also where it then went on under another address. */
export function isNamed(attempt: Attempt, recipient: string): boolean {
  const named = [...attempt.rcptTo, ...(attempt.message?.recipients ?? []).map(({ rcptTo }) => rcptTo)]
  return named.some((rcptTo) => isRecipient(rcptTo, recipient))
}

/** Whether an envelope recipient is the address, or stands under the domain, that was asked about. */
export function isRecipient(rcptTo: string, asked: string): boolean {
  if (asked.includes('@')) return addressesBehind(rcptTo).includes(asked.toLowerCase())
  return isUnder(domainPart(rcptTo), asked)
}

/** The part after the last `@`, lower case; null where there is none. */
export function domainPart(address: string | null): string | null {
  if (address === null) return null
  const at = address.lastIndexOf('@')
  return at < 0 ? null : address.slice(at + 1).toLowerCase()
}

/** Whether a name is the domain or below it, by whole labels: `a.example.com` is, `badexample.com` is not. */
export function isUnder(name: string | null, domain: string): boolean {
  if (name === null || domain === '') return false
  const [lower, asked] = [name.toLowerCase(), domain.toLowerCase()]
  return lower === asked || lower.endsWith(`.${asked}`)
}

/** Whether an address lies in `192.0.2.0/24` or is `192.0.2.7`. False for anything that is no address or range. */
export function inRange(ip: string, range: string): boolean {
  const address = parsePeer(ip)
  const network = parseNetwork(range)
  return address !== null && network !== null && contains(network, address)
}
