import type { Mail } from './dialogue.ts'
import type { Gateway } from './gateway.ts'
import { MAIL_SERVER, SPAM_QUARANTINE } from './gateway.ts'
import { info, type Line, type Ticket, ticket } from './line.ts'

/** One connection out of the gateway. */
export interface Way {
  readonly dcid: Ticket
  /** The address it goes out by. */
  readonly from: string
  readonly server: string
  readonly port: number
}

export function way(gateway: Gateway, server = MAIL_SERVER, port = 25): Way {
  return { dcid: ticket('dcid'), from: gateway.inside, server, port }
}

/** One to the server of another house. */
export function wayOut(gateway: Gateway, server: string): Way {
  return { dcid: ticket('dcid'), from: gateway.address, server, port: 25 }
}

/** The policy that was matched, and the spam engine's word (P1, V1). */
export function spamScan(at: number, { mid }: Mail, verdict: string, policy = 'DEFAULT'): Line[] {
  return [
    info(at)`MID ${mid} matched all recipients for per-recipient policy ${policy} in the inbound table`,
    info(at + 0.3)`MID ${mid} interim verdict using engine: CASE ${verdict}`,
    info(at + 0.4)`MID ${mid} using engine: CASE ${verdict}`,
  ]
}

/** What the engines after the spam engine say of a clean mail (V5, V7, V8, V9b, V11); some lines end in a blank. */
export function otherScans(at: number, { mid }: Mail): Line[] {
  return [
    info(at)`MID ${mid} interim AV verdict using Sophos CLEAN`,
    info(at)`MID ${mid} antivirus negative `,
    info(at + 0.1)`MID ${mid} AMP file reputation verdict : SKIPPED (no attachment in message)`,
    info(at + 0.1)`MID ${mid} using engine: GRAYMAIL negative`,
    info(at + 0.3)`MID ${mid} Outbreak Filters: verdict negative`,
  ]
}

export function queued(at: number, { mid }: Mail): Line {
  return info(at)`MID ${mid} queued for delivery`
}

/** Through all the engines without a finding, into the delivery queue: about a second. */
export function passed(at: number, mail: Mail, policy = 'DEFAULT'): Line[] {
  return [...spamScan(at, mail, 'spam negative', policy), ...otherScans(at + 0.5, mail), queued(at + 1, mail)]
}

export function finished(at: number, { mid }: Mail, how: 'done' | 'aborted' = 'done'): Line {
  return info(at)`Message finished MID ${mid} ${how}`
}

/** A connection out (L1, L6). */
export function dial(at: number, { dcid, from, server, port }: Way): Line[] {
  return [
    info(at)`New SMTP DCID ${dcid} interface ${from} address ${server} port ${port}`,
    info(at + 0.1)`DCID ${dcid} TLS success protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384 `,
  ]
}

export function hangUp(at: number, { dcid }: Way): Line {
  return info(at)`DCID ${dcid} close`
}

function rids({ rcptTo }: Mail): string {
  return rcptTo.map((_, rid) => rid).join(', ')
}

export function offer(at: number, { dcid }: Way, mail: Mail): Line {
  return info(at)`Delivery start DCID ${dcid} MID ${mail.mid} to RID [${rids(mail)}]`
}

/** The next hop takes the mail on an open connection (L2, L3, L4, X8). The answer is quoted as the next hop gave it. */
export function handedOver(at: number, way: Way, mail: Mail, internalId: number): Line[] {
  const { mid, messageId } = mail
  const answer = `2.6.0 <${messageId}> [InternalId=${internalId}, Hostname=mail1.corp.example.org] Queued mail for delivery`
  return [
    offer(at, way, mail),
    info(at + 0.4)`Message done DCID ${way.dcid} MID ${mid} to RID [${rids(mail)}] `,
    info(at + 0.4)`MID ${mid} RID [${rids(mail)}] Response '${answer}'`,
    finished(at + 0.5, mail),
  ]
}

/** Delivered on a connection of its own, from dial to close. */
export function delivered(at: number, gateway: Gateway, mail: Mail, internalId: number): Line[] {
  const out = way(gateway)
  return [...dial(at, out), ...handedOver(at + 0.3, out, mail, internalId), hangUp(at + 5, out)]
}

/** Handed to the spam quarantine on its own host: reads like a delivery, and is none (Q1, Q2). */
export function spamQuarantined(at: number, gateway: Gateway, mail: Mail, number: number): Line[] {
  const { dcid } = way(gateway)
  const { mid } = mail
  return [
    info(at)`ISQ: Tagging MID ${mid} for quarantine`,
    ...otherScans(at + 0.1, mail),
    queued(at + 0.6, mail),
    info(at + 0.9)`New SMTP DCID ${dcid} interface ${gateway.inside} address ${SPAM_QUARANTINE} port 6025`,
    info(at + 1)`Delivery start DCID ${dcid} MID ${mid} to RID [${rids(mail)}] to offbox IronPort Spam Quarantine`,
    info(at + 1.3)`Message done DCID ${dcid} MID ${mid} to RID [${rids(mail)}] (external quarantine) `,
    info(at + 1.3)`MID ${mid} RID [${rids(mail)}] Response 'ok:  Message ${number} accepted'`,
    finished(at + 1.4, mail),
    info(at + 6)`DCID ${dcid} close`,
  ]
}
