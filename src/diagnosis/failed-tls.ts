import { type Event, type EventOfForm, said } from '../correlator/form.ts'
import type { Delivery, MailLog } from '../correlator/mail-log.ts'
import { domainPart } from './concerns.ts'

/**
 * Deliveries that ended before any mail was named on them, since the next server did not encrypt and had to (grammar L8):
 * `DCID 8 IP 203.0.113.140 TLS was required …`, and no `Delivery start`. Of one gateway, in order of the log.
 */
export function endedForTls({ deliveries }: MailLog, gateway: string): readonly Delivery[] {
  return deliveries.filter(
    (one) =>
      one.gateway === gateway &&
      said(one.timeline, 'delivery-tls-required').length > 0 &&
      said(one.timeline, 'delivery-start').length === 0,
  )
}

/** What is known of a mail that waits: where, since when, for which domain, and when it was tried (`pending till` lines). */
export interface Waiting {
  readonly gateway: string
  readonly domain: string
  readonly since: number
  readonly tried: readonly number[]
}

/** The lines of such deliveries, and whether they are known to lead to the servers of the domain. */
export interface FailedTls {
  readonly events: readonly Event[]
  readonly isTheirs: boolean
}

/** A try, and the line that puts it off, are within so many milliseconds. */
const oneTry = 120_000

/**
 * The deliveries that ended so while a mail waited, and may have been its own. They name an address only: it is the
 * domain's where other mail for it went there, or where a `Connection Error` names both. Else all that can be said is that
 * it was at a time at which the mail was tried.
 */
export function failedTlsFor(log: MailLog, { gateway, domain, since, tried }: Waiting): FailedTls {
  const ended = endedForTls(log, gateway)
  if (ended.length === 0) return { events: [], isTheirs: false }
  const servers = serversOf(log, gateway, domain)
  const theirs = linesWhere(ended, ({ fields, line }) => line.time >= since && servers.has(fields.ip))
  if (theirs.length > 0) return { events: theirs, isTheirs: true }
  const isTried = (at: number) => [since, ...tried].some((time) => at >= since && Math.abs(at - time) <= oneTry)
  return { events: linesWhere(ended, ({ line }) => isTried(line.time)), isTheirs: false }
}

function linesWhere(ended: readonly Delivery[], is: (event: EventOfForm<'delivery-tls-required'>) => boolean) {
  return ended
    .filter(({ timeline }) => said(timeline, 'delivery-tls-required').some(is))
    .flatMap(({ timeline }): Event[] => [
      ...said(timeline, 'delivery-connect'),
      ...said(timeline, 'delivery-tls-failed'),
      ...said(timeline, 'delivery-tls-required'),
    ])
}

function serversOf({ messages, deliveries }: MailLog, gateway: string, domain: string): ReadonlySet<string> {
  const servers = new Set<string>()
  for (const { gateway: own, recipients, deliveries: went } of messages) {
    // A mail for several domains goes to several servers, and nothing tells which is whose.
    if (own !== gateway || recipients.length === 0) continue
    if (!recipients.every(({ rcptTo }) => domainPart(rcptTo) === domain)) continue
    for (const { timeline } of went) {
      for (const { fields } of said(timeline, 'delivery-connect')) servers.add(fields.ip)
    }
  }
  for (const { gateway: own, timeline } of deliveries) {
    const errors = own === gateway ? said(timeline, 'connection-error') : []
    for (const { fields } of errors) if (fields.domain?.toLowerCase() === domain) servers.add(fields.ip)
  }
  return servers
}
