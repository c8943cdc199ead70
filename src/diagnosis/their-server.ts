import { isPublic, parsePeer } from '../checks/address.ts'
import { type Event, said } from '../correlator/form.ts'
import type { Delivery } from '../correlator/mail-log.ts'
import { domainPart } from './concerns.ts'
import { hopSlots, replyWords } from './next-hop.ts'
import type { Proof } from './proof.ts'
import type { Slots } from './rule.ts'

/**
 * What whoever runs the next server needs to find the mail in its own log: `nextHop` (its address), `ourAddress` (ours, as
 * it saw it) and `destination` (the recipient's domain). An empty list where no line tells it.
 */
export function theirSlots({ attempt, events, rcptTo }: Proof): Slots {
  const meant = (attempt.recipients ?? []).filter((one) => rcptTo === undefined || rcptTo.includes(one.rcptTo))
  const deliveries = new Set(meant.flatMap(({ message }) => message.deliveries))
  const lines = [...timelinesOf(deliveries), ...events]
  return {
    nextHop:
      said(lines, 'delivery-connect').at(-1)?.fields.ip ?? said(lines, 'connection-error').at(-1)?.fields.ip ?? [],
    ourAddress: ourAddressIn(lines),
    destination: domainPart(rcptTo?.at(-1) ?? null) ?? [],
  }
}

/**
 * What lines about failed TLS say: `detail`, `triedAt`, `failedAt` (when that connection failed), and `nextHop` where one
 * names it (grammar L7, L8, B1).
 */
export function failedTlsSlots(events: readonly Event[]): Slots {
  const failed = said(events, 'delivery-tls-failed').at(-1)
  const required = said(events, 'delivery-tls-required').at(-1)
  const last = events.at(-1)
  const told =
    last?.form === 'delivery-delayed' || last?.form === 'delivery-bounced' ? replyWords(last.fields.reply) : '?'
  const short = required ? 'TLS was required but could not be negotiated' : told
  return {
    detail: failed?.fields.reason ?? short,
    triedAt: last?.line.time ?? 0,
    failedAt: (required ?? last)?.line.time ?? 0,
    ...(required && { nextHop: required.fields.ip }),
  }
}

/** The server that a connection failed to (grammar L9); null where no line names one. */
export function serverIn({ events }: Proof): Server | null {
  const error = said(events, 'connection-error').at(-1)
  return error ? { ip: error.fields.ip, port: error.fields.port ?? 25, details: error.fields.details } : null
}

export interface Server {
  readonly ip: string
  readonly port: number
  readonly details: string
}

/** What is said of a server that cannot be reached: `nextHop`, `port`, `detail`, `triedAt`, and those of `theirSlots`. */
export function unreachableSlots(proof: Proof, destination: string | null): Slots {
  const server = serverIn(proof)
  const slots = hopSlots([proof])
  return {
    ...theirSlots(proof),
    ...slots,
    nextHop: server?.ip ?? destination ?? '?',
    port: server?.port ?? 25,
    detail: server?.details ?? String(slots.reply ?? '?'),
    triedAt: proof.events.at(-1)?.line.time ?? proof.attempt.time,
  }
}

function timelinesOf(deliveries: Iterable<Delivery>): readonly Event[] {
  return [...deliveries].flatMap(({ timeline }) => timeline)
}

function ourAddressIn(events: readonly Event[]): string | readonly string[] {
  for (const event of events.toReversed()) {
    const name = event.form === 'delivery-connect' || event.form === 'connection-error' ? event.fields.interface : ''
    const address = parsePeer(name)
    // From a private one the other side has seen another address, that of a firewall.
    if (address !== null && isPublic(address)) return name
  }
  return []
}
