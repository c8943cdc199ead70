import { close, type Mail, mailFrom, rcptTo, ready, startTls, type Talk, talk } from './dialogue.ts'
import { type Gateway, MAIL_SERVER } from './gateway.ts'
import { goodPeer } from './incident.ts'
import { info, type Line } from './line.ts'
import { queued } from './work-queue.ts'

/** Our own mail server, when it hands us what goes out. */
const INSIDE = goodPeer('mail1.corp.example.org', MAIL_SERVER)

/** Let in to send anywhere (A4, A8): an address of our own has no score and no country. */
function connected(at: number, { gateway, peer, icid }: Talk): Line[] {
  const { listener, address } = gateway
  return [
    info(
      at,
    )`New SMTP ICID ${icid} interface ${listener} (${address}) address ${peer.ip} reverse dns host ${peer.host} verified ${peer.verified}`,
    info(at)`ICID ${icid} RELAY SG RELAYLIST match 10.20.0.0/24 SBRS rfc1918 country not applicable`,
  ]
}

/** A mail of one of our own people, taken and queued for the way out: four seconds. */
export function relayed(at: number, gateway: Gateway, letter: Mail): Line[] {
  const visit = talk(gateway, INSIDE)
  const { mid, messageId, subject } = letter
  return [
    ...connected(at, visit),
    startTls(at + 0.2, visit),
    ...mailFrom(at + 0.5, visit, letter),
    ...rcptTo(at + 0.7, visit, letter),
    info(at + 0.9)`MID ${mid} Message-ID '<${messageId}>'`,
    info(at + 0.9)`MID ${mid} Subject "${subject}"`,
    ready(at + 1.1, letter),
    info(at + 1.2)`MID ${mid} matched all recipients for per-recipient policy DEFAULT in the outbound table`,
    close(at + 2, visit),
    info(at + 1.5)`MID ${mid} interim AV verdict using Sophos CLEAN`,
    info(at + 1.5)`MID ${mid} antivirus negative `,
    queued(at + 4, letter),
  ]
}
