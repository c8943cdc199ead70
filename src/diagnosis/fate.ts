import { type Event, said } from '../correlator/form.ts'
import type { Injection, Message } from '../correlator/mail-log.ts'
import type { Attempt, Fate } from './attempts.ts'
import { isRecipient } from './concerns.ts'
import { type Standing, standingsOf } from './standing.ts'
import { familyOf } from './story.ts'

/** What became of one mail for one recipient, and the line that says so. */
export interface RecipientFate {
  readonly rcptTo: string
  readonly fate: Fate
  /** The last disposition; null where none was read. */
  readonly event: Event | null
  /** The message under whose number it happened. */
  readonly message: Message
}

const nothing: Standing = { fate: 'open', event: null }

/**
 * The fate of each recipient of a mail, by the last disposition line of the message that carries them at the end.
 * `Message finished … done` is none (grammar, trap 6), a hand-over to the external quarantine is no delivery, and a
 * recipient refused in the dialogue has no RID (trap 9). Recipients named again in a split child have left the parent
 * (trap 5).
 */
export function recipientFates(message: Message): RecipientFate[] {
  const fates: RecipientFate[] = []
  for (const member of familyOf(message)) {
    for (const event of refusals(member)) {
      fates.push({ rcptTo: event.fields.rcptTo, fate: 'refused', event, message: member })
    }
    const moved = movedOn(member)
    if (moved === 'all') continue
    const standings = standingsOf(member)
    for (const { rid, rcptTo } of member.recipients) {
      if (moved.has(rcptTo.toLowerCase())) continue
      fates.push({ rcptTo, message: member, ...(standings.get(rid) ?? standings.get(null) ?? nothing) })
    }
  }
  return fates
}

/** Recipients that go on under another number: all of them, unless the message was only split. */
function movedOn(message: Message): 'all' | ReadonlySet<string> {
  const moved = new Set<string>()
  for (const child of message.became) {
    if (child.origin?.how === 'generated') continue
    if (child.origin?.how !== 'split') return 'all'
    for (const { rcptTo } of child.recipients) moved.add(rcptTo.toLowerCase())
  }
  return moved
}

function refusals({ timeline }: Message) {
  return [...said(timeline, 'recipient-refused'), ...said(timeline, 'bounce-refused')]
}

/**
 * One word for a whole mail. Where its recipients differ, the best that came of it: a mail that reached one of them did
 * arrive, and `recipients` says who did not get it.
 */
export function fateOf(message: Message, recipients: readonly RecipientFate[]): Fate {
  const fates = new Set(recipients.map(({ fate }) => fate))
  for (const fate of bestFirst) if (fates.has(fate)) return fate
  return wholeFate(message).fate
}

/** How it stands with a mail of which no recipient was read: its lines may still name RIDs, and the best of them counts. */
export function wholeFate(message: Message): Standing {
  const last = familyOf(message).findLast(({ became }) => became.length === 0) ?? message
  const standings = standingsOf(last)
  const single = [...standings].flatMap(([rid, standing]) => (rid === null ? [] : [standing]))
  for (const fate of bestFirst) {
    const best = single.find((standing) => standing.fate === fate)
    if (best) return best
  }
  return standings.get(null) ?? nothing
}

/** The fates of the recipients asked about; of all, where none was asked about or it is known by another name. */
export function fatesFor(recipient: string | null, fates: readonly RecipientFate[]): readonly RecipientFate[] {
  const named = recipient === null ? [] : fates.filter(({ rcptTo }) => isRecipient(rcptTo, recipient))
  return named.length > 0 ? named : fates
}

/** What became of a mail for whom it was asked about, and how many of them it reached. */
export interface Reach {
  readonly fate: Fate
  readonly reached: number
  readonly count: number
}

/** The same of an attempt for a recipient, who is an address or a domain; for all that it names, where that is null. */
export function reachFor(recipient: string | null, { fate, recipients = [] }: Told): Reach {
  const fates = fatesFor(recipient, recipients)
  const best = bestFirst.find((one) => fates.some((told) => told.fate === one)) ?? fate
  const addresses = (told: readonly RecipientFate[]) => new Set(told.map(({ rcptTo }) => rcptTo.toLowerCase())).size
  const reached = addresses(fates.filter((told) => told.fate === 'delivered'))
  return { fate: best, reached, count: addresses(fates) }
}

type Told = Pick<Attempt, 'fate' | 'recipients'>

const bestFirst: readonly Fate[] = [
  'delivered',
  'deferred',
  'queued',
  'open',
  'quarantined',
  'bounced',
  'dropped',
  'aborted',
  'refused',
]

/** What came of a connection on which no message was begun. */
export function injectionFate({ timeline }: Injection): Fate {
  const forms = new Set(timeline.map(({ form }) => form))
  const verb = said(timeline, 'hat-decision').at(-1)?.fields.action.toUpperCase()
  if (verb === 'REJECT' || verb === 'TCPREFUSE') return 'refused'
  if (refusedBy.some((form) => forms.has(form))) return 'refused'
  return endedBy.some((form) => forms.has(form)) ? 'aborted' : 'open'
}

const refusedBy = [
  'delayed-reject',
  'receiving-failed',
  'injection-tls-required',
  'smtp-auth-failed',
  'smtp-auth-required',
] as const satisfies readonly Event['form'][]

const endedBy = [
  'injection-lost',
  'injection-close',
  'injection-lost-before-command',
  'injection-idle',
  'injection-too-long',
  'injection-killed',
  'injection-tls-failed',
] as const satisfies readonly Event['form'][]
