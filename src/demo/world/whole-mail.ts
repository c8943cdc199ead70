import { connect, injected, type Mail, mailFrom, type Peer, rcptTo, startTls, type Talk, talk } from './dialogue.ts'
import type { Gateway } from './gateway.ts'
import type { Line } from './line.ts'
import { delivered, passed } from './work-queue.ts'

/** The dialogue as far as the recipients, and no further: about a second and a half. */
export function begun(at: number, visit: Talk, offered: Mail): Line[] {
  return [
    ...connect(at, visit),
    startTls(at + 0.4, visit),
    ...mailFrom(at + 1, visit, offered),
    ...rcptTo(at + 1.4, visit, offered),
  ]
}

/** Accepted, scanned without a finding, and queued for delivery: five seconds. */
export function taken(at: number, gateway: Gateway, peer: Peer, letter: Mail): Line[] {
  return [...injected(at, talk(gateway, peer), letter), ...passed(at + 3, letter)]
}

/** The same, and delivered to the mail server inside, which calls it by `internalId`. */
export function arrived(at: number, gateway: Gateway, peer: Peer, letter: Mail, internalId: number): Line[] {
  return [...taken(at, gateway, peer, letter), ...delivered(at + 5, gateway, letter, internalId)]
}
