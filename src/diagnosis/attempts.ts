import { parseAddress } from '../checks/address.ts'
import { type Event, type EventOfForm, said } from '../correlator/form.ts'
import type { Injection, MailLog, Message } from '../correlator/mail-log.ts'
import { atOnce, inSteps, type Steps } from '../correlator/steps.ts'
import { fateOf, injectionFate, type RecipientFate, recipientFates } from './fate.ts'
import { familyOf, storyOf } from './story.ts'

export { concerns, withoutOutbound } from './concerns.ts'

export type Fate =
  | 'refused'
  | 'aborted'
  | 'dropped'
  | 'quarantined'
  | 'delivered'
  | 'bounced'
  | 'deferred'
  | 'queued'
  | 'open'

/** One try of a sender to bring one mail: a message, or a connection that never became one. */
export interface Attempt {
  readonly gateway: string
  readonly time: number
  readonly ip: string | null
  readonly host: string | null
  readonly verified: boolean | null
  readonly icid: number | null
  readonly mid: number | null
  readonly mailFrom: string | null
  /** Accepted and refused recipients that were named. */
  readonly rcptTo: readonly string[]
  readonly senderGroup: string | null
  /** A number, or null where the log gives none (`None`, `rfc1918`, `not enabled`). */
  readonly sbrs: number | null
  readonly fate: Fate
  readonly injection: Injection | null
  readonly message: Message | null
  /** What became of it recipient by recipient; not there where no recipient was named. */
  readonly recipients?: readonly RecipientFate[]
  /** The lines of this attempt that stand under no message and belong to it alone (a refused sender, ICID 0). */
  readonly lines?: readonly Event[]
  /** True for mail on its way out: relayed (HAT `RELAY`) or matched in the outbound table. Grammar, trap 25. */
  readonly outbound?: true
}

/**
 * All that was tried, in order of time: one attempt for each message that came in from outside, with what it became
 * (rewritten, split, reinjected) told under it, and one for each connection or refused sender that never became a
 * message. Copies, notices and bounces made on the gateway are none (grammar, traps 3 and 4).
 */
export function attemptsOf(log: MailLog): Attempt[] {
  return atOnce(attemptSteps(log))
}

/** The same step by step. */
export function* attemptSteps(log: MailLog): Steps<Attempt[]> {
  const attempts: Attempt[] = []
  yield* inSteps(log.messages, atATime, (message) => {
    if (cameIn(message)) attempts.push(messageAttempt(message))
  })
  yield* inSteps(log.injections, atATime, (injection) => attempts.push(...injectionAttempts(injection)))
  for (const event of said(log.loose, 'hat-decision')) attempts.push(refusedBeforeConnection(event))
  return attempts.sort((one, other) => one.time - other.time)
}

/** Messages or connections that are looked at in one step. */
const atATime = 20

function cameIn(message: Message): boolean {
  if (message.origin !== undefined) return false
  const start = said(message.timeline, 'message-start').at(0)
  if (start !== undefined) return start.fields.icid !== 0
  return message.timeline.length > 0 && said(message.timeline, 'alert-message').length === 0
}

function messageAttempt(message: Message): Attempt {
  const injection = message.injection ?? null
  const story = storyOf(injection, message)
  const recipients = recipientFates(message)
  const start = said(message.timeline, 'message-start').at(0) ?? message.timeline.at(0) ?? story.at(0)
  const relayed = said(story, 'incoming-relay').at(-1)
  const senders = said(message.timeline, 'envelope-sender')
  const peer = peerOf(message.gateway, injection?.timeline ?? message.timeline)
  return {
    ...peer,
    // A relay of ours stands in front: its address is not the sender's (grammar A14).
    ...(relayed && { ip: relayed.fields.ip, host: null, verified: null, sbrs: score(relayed.fields.sbrs) }),
    time: start?.line.time ?? 0,
    icid: injection?.icid ?? null,
    mid: message.mid,
    mailFrom:
      senders.at(0)?.fields.mailFrom ?? said(story, 'message-ready').at(0)?.fields.mailFrom ?? onTheWayOut(story),
    rcptTo: [...new Set(recipients.map(({ rcptTo }) => rcptTo))],
    fate: fateOf(message, recipients),
    injection,
    message,
    ...(recipients.length > 0 && { recipients }),
    ...((peer.outbound || inOutboundTable(message)) && { outbound: true }),
  }
}

function inOutboundTable(message: Message): boolean {
  return familyOf(message).some(({ timeline }) =>
    said(timeline, 'policy-match').some(({ fields }) => fields.table?.toLowerCase() === 'outbound'),
  )
}

function injectionAttempts(injection: Injection): Attempt[] {
  if (injection.icid === 0) return said(injection.timeline, 'hat-decision').map(refusedBeforeConnection)
  const peer = peerOf(injection.gateway, injection.timeline)
  const common = { ...peer, icid: injection.icid, mid: null, injection, message: null } as const
  const attempts: Attempt[] = []
  for (const event of injection.timeline) {
    if (event.form !== 'sender-refused' && event.form !== 'sender-invalid') continue
    const mailFrom = event.form === 'sender-refused' ? event.fields.mailFrom : null
    attempts.push({ ...common, time: event.line.time, mailFrom, rcptTo: [], fate: 'refused', lines: [event] })
  }
  attempts.push(...delayedRejects(injection).map((told) => ({ ...common, ...told, fate: 'refused' as const })))
  if (attempts.length > 0 || injection.messages.length > 0) return attempts
  const time = injection.timeline.at(0)?.line.time
  if (time === undefined) return []
  return [{ ...common, time, mailFrom: null, rcptTo: [], fate: injectionFate(injection) }]
}

/** The HAT refuses, and listens on to learn for whom (grammar A5 to A7): one attempt for each sender named. */
function delayedRejects(injection: Injection): Pick<Required<Attempt>, 'time' | 'mailFrom' | 'rcptTo' | 'lines'>[] {
  const told: { time: number; mailFrom: string; rcptTo: string[]; lines: Event[] }[] = []
  for (const event of injection.timeline) {
    if (event.form === 'delayed-reject-sender') {
      told.push({ time: event.line.time, mailFrom: event.fields.mailFrom, rcptTo: [], lines: [event] })
    }
    if (event.form === 'delayed-reject-recipient') {
      told.at(-1)?.rcptTo.push(event.fields.rcptTo)
      told.at(-1)?.lines.push(event)
    }
  }
  return told
}

/** TCPREFUSE has ICID 0 and no connection line: `match` alone may name the address (grammar A3). */
function refusedBeforeConnection(event: EventOfForm<'hat-decision'>): Attempt {
  const { match, senderGroup, sbrs } = event.fields
  return {
    gateway: event.line.gateway,
    time: event.line.time,
    ip: match !== undefined && parseAddress(match) !== null ? match : null,
    host: null,
    verified: null,
    icid: null,
    mid: null,
    mailFrom: null,
    rcptTo: [],
    senderGroup,
    sbrs: score(sbrs),
    fate: 'refused',
    injection: null,
    message: null,
    lines: [event],
  }
}

type Peer = Pick<Attempt, 'gateway' | 'ip' | 'host' | 'verified' | 'senderGroup' | 'sbrs' | 'outbound'>

/** The sender as a line about a failed delivery names it, where no line before that was read. */
function onTheWayOut(story: readonly Event[]): string | null {
  const failed = [...said(story, 'delivery-bounced'), ...said(story, 'delivery-delayed')]
  return failed.find(({ fields }) => fields.mailFrom !== undefined)?.fields.mailFrom ?? null
}

function peerOf(gateway: string, timeline: readonly Event[]): Peer {
  const start = said(timeline, 'injection-start').at(0)?.fields
  const early = said(timeline, 'injection-lost-before-command').at(0)?.fields
  const hat = said(timeline, 'hat-decision').at(-1)?.fields
  const named = start?.host !== undefined && start.host.toLowerCase() !== 'unknown'
  return {
    gateway,
    ip: start?.ip ?? early?.ip ?? said(timeline, 'delayed-reject-sender').at(0)?.fields.ip ?? debuggedPeer(timeline),
    host: named ? (start?.host?.toLowerCase() ?? null) : null,
    verified: start?.verified === undefined ? null : start.verified.toLowerCase() === 'yes',
    senderGroup: hat?.senderGroup ?? null,
    sbrs: score(hat?.sbrs ?? said(timeline, 'reputation-score').at(-1)?.fields.sbrs),
    ...(hat?.action.toUpperCase() === 'RELAY' && { outbound: true }),
  }
}

/** A debug log alone tells who it was that was spoken to, and nothing else of the connection. */
function debuggedPeer(timeline: readonly Event[]): string | null {
  const ip = timeline.find(({ form }) => form === 'injection-debug-sent' || form === 'injection-debug-received')
  return ip && 'ip' in ip.fields && ip.fields.ip !== undefined ? ip.fields.ip : null
}

function score(text: string | undefined): number | null {
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null
}
