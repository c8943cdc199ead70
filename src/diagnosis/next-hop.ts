import { type Event, type EventOfForm, said } from '../correlator/form.ts'
import type { MailLog } from '../correlator/mail-log.ts'
import type { Attempt } from './attempts.ts'
import { domainPart } from './concerns.ts'
import type { Evidence } from './evidence.ts'
import { type FailedTls, failedTlsFor } from './failed-tls.ts'
import type { RecipientFate } from './fate.ts'
import { isDelivery } from './handed-over.ts'
import { dispositions, type Proof } from './proof.ts'
import { readUntil } from './waiting.ts'

/** What is wrong between us and the next server. */
export type HopTrouble = 'defers' | 'refuses' | 'unreachable' | 'dns' | 'tls' | 'expired'

/**
 * What a `Delayed:` or `Bounced:` line says, by the tuple at its end: `'000'` means that there was no SMTP answer, so
 * the reason is ours (DNS, TLS, network); any other code is the next server's own (grammar, trap 22).
 */
export function hopTrouble(event: Event): HopTrouble | null {
  if (event.form !== 'delivery-delayed' && event.form !== 'delivery-bounced') return null
  const { status, text, code, reply } = event.fields
  if (event.form === 'delivery-bounced' && (status === '5.4.7' || /\bexpired\b/i.test(text))) return 'expired'
  if (code !== '000') return event.form === 'delivery-delayed' ? 'defers' : 'refuses'
  if (/\bDNS\b/i.test(reply) || status === '5.1.2' || status === '4.1.2') return 'dns'
  return /\bTLS\b/i.test(reply) || /\bTLS\b/i.test(text) ? 'tls' : 'unreachable'
}

/** The mails whose last word is that trouble, or that wait while lines about their destination tell of it. */
export function hopProofs(evidence: Evidence, trouble: HopTrouble): readonly Proof[] {
  const told = dispositions(evidence, (event) => hopTrouble(event) === trouble)
  const waiting = dispositions(evidence, (_, { fate }) => fate === 'queued' || fate === 'deferred')
  const proofs = new Map(told.map((proof) => [proof.attempt, proof]))
  for (const { attempt, events, rcptTo } of waiting) {
    if (proofs.has(attempt) || events.some((event) => hopTrouble(event) !== null)) continue
    const about = (attempt.recipients ?? []).flatMap((fate) => troubleLines(evidence, fate, trouble, attempt.time))
    const lines = [...new Set(about)]
    if (lines.length > 0) proofs.set(attempt, { attempt, events: [...events, ...lines], ...(rcptTo && { rcptTo }) })
  }
  return [...proofs.values()].sort((one, other) => one.attempt.time - other.attempt.time)
}

/** Whether a line of the delivery itself tells it, not only one about the same destination. */
export function isOwnLine({ attempt, events }: Proof): boolean {
  const own = new Set((attempt.recipients ?? []).flatMap(({ message }) => message.deliveries))
  return events.some((event) => hopTrouble(event) !== null || (event.form !== 'message-queued' && inOne(own, event)))
}

/** Whether the mail was given up and returned, and does not wait any more. */
export function isBounced({ events }: Proof): boolean {
  return events.some(({ form }) => form === 'delivery-bounced')
}

function inOne(deliveries: Iterable<{ readonly timeline: readonly Event[] }>, event: Event): boolean {
  for (const { timeline } of deliveries) if (timeline.includes(event)) return true
  return false
}

/** Lines about the destination of a waiting mail, after it came in (L7 to L9, L12). */
function troubleLines({ log }: Evidence, fate: RecipientFate, trouble: HopTrouble, since: number): Event[] {
  const domain = domainPart(fate.rcptTo)
  const { gateway, deliveries } = fate.message
  const meant = (event: Event) => event.line.gateway === gateway && event.line.time >= since
  if (trouble === 'dns') {
    return said(log.loose, 'dns-failure').filter((e) => meant(e) && e.fields.domain.toLowerCase() === domain)
  }
  const own = deliveries.flatMap(({ timeline }) => timeline)
  if (trouble === 'tls') {
    const lines = [...said(own, 'delivery-tls-failed'), ...said(own, 'delivery-tls-required')]
    return lines.length > 0 || domain === null ? lines : [...failedTlsOf(log, fate, domain, since).events]
  }
  if (trouble !== 'unreachable') return []
  const errors = log.deliveries.flatMap(({ timeline }) => said(timeline, 'connection-error'))
  const about = errors.filter((event) => meant(event) && event.fields.domain?.toLowerCase() === domain)
  return [...said(own, 'connection-error'), ...about]
}

function failedTlsOf(log: MailLog, { message }: RecipientFate, domain: string, since: number): FailedTls {
  const { gateway, timeline } = message
  const tried = said(timeline, 'retry-pending').map(({ line }) => line.time)
  return failedTlsFor(log, { gateway, domain, since, tried })
}

/** Whether TLS is known to fail with a server of the domain that this mail goes to, and not only at the time of a try. */
export function isTheirTls({ log }: Evidence, { attempt, rcptTo }: Proof): boolean {
  const meant = (attempt.recipients ?? []).filter((fate) => rcptTo === undefined || rcptTo.includes(fate.rcptTo))
  return meant.some((fate) => {
    const domain = domainPart(fate.rcptTo)
    return domain !== null && failedTlsOf(log, fate, domain, attempt.time).isTheirs
  })
}

/** Queued this long without a further word, a mail waits for its destination and not for its turn. */
const patience = 300_000

/** Mails that wait, by their last line, and since long: the destination is down or throttled, nobody says which. */
export function queuedLong(evidence: Evidence): readonly Proof[] {
  return dispositions(evidence, ({ form, line }, { fate }) => {
    const waits = (form === 'message-queued' && fate === 'queued') || (form === 'retry-pending' && fate === 'deferred')
    return waits && readUntil(evidence, line.gateway) - line.time >= patience
  }).filter(({ attempt }) => attempt.message !== null && (attempt.fate === 'queued' || attempt.fate === 'deferred'))
}

/** Why a destination is up though a mail waits for it: connections given up for their number, or other mail that it took. */
export function signsOfLimit({ log }: Evidence, { attempt }: Proof, since: number, domain: string | null) {
  const later = (event: { readonly line: { readonly time: number } }) => event.line.time >= since
  const limits = log.deliveries
    .filter(({ gateway }) => gateway === attempt.gateway)
    .flatMap(({ timeline }) => said(timeline, 'delivery-limit').filter(later))
  const others = log.messages.filter(
    ({ gateway, recipients }) =>
      gateway === attempt.gateway && recipients.some(({ rcptTo }) => domain !== null && domainPart(rcptTo) === domain),
  )
  const went = others.flatMap(({ timeline }) => timeline.filter((event) => isDelivery(event) && later(event)))
  return [...limits, ...went].slice(-3)
}

/**
 * The domains that waiting mail is on its way to. Lines about a destination (`Connection Error`, `DNS Temporary
 * Failure`) name nothing else, so they must be searched for by these.
 */
export function destinationsOf({ recipients = [] }: Attempt): readonly string[] {
  const waiting = recipients.filter(({ fate }) => fate === 'queued' || fate === 'deferred')
  return [...new Set(waiting.flatMap(({ rcptTo }) => domainPart(rcptTo) ?? []))]
}

/** The next server's words out of the tuple's list: `['4.3.1 Out of room']` → `4.3.1 Out of room`. At most 200 characters. */
export function replyWords(reply: string): string {
  const parts = reply.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g)
  const words = parts === null ? reply : parts.map((part) => part.slice(1, -1)).join(' ')
  return words.length > 200 ? `${words.slice(0, 199)}…` : words
}

/** How often a mail was put off: two recipients in one try are told in two lines. */
export function triesOf(lines: readonly EventOfForm<'delivery-delayed'>[]): number {
  return new Set(lines.map(({ fields, line }) => `${fields.dcid} ${line.time}`)).size
}

/** Slots of a delay or bounce line: `code`, `status`, `reply`, `reason` (our own mapping), `triedAt`. */
export function hopSlots(proofs: readonly Proof[]): { readonly [slot: string]: string | number } {
  const event = proofs.at(-1)?.events.at(-1)
  if (event?.form !== 'delivery-delayed' && event?.form !== 'delivery-bounced')
    return { triedAt: event?.line.time ?? 0 }
  const { code, status, reply, text } = event.fields
  return { code, status, reason: text, reply: replyWords(reply), triedAt: event.line.time }
}
