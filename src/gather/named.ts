import { said } from '../correlator/form.ts'
import type { MailLog } from '../correlator/mail-log.ts'
import { namedIds } from '../correlator/wanted.ts'
import type { Attempt } from '../diagnosis/attempts.ts'
import { inRange, isNamed } from '../diagnosis/concerns.ts'
import type { Candidate } from '../diagnosis/evidence.ts'
import { endedForTls } from '../diagnosis/failed-tls.ts'
import { destinationsOf } from '../diagnosis/next-hop.ts'
import type { Question } from '../question/question.ts'
import { destinationOpenings, domainOf } from './needles.ts'
import type { Needle } from './ports.ts'
import { attemptsIn, concerning, day, isInside, type Relevant, relevantIn } from './relevant.ts'
import { stateNeedles } from './state-needles.ts'

/** Most domains of ours that one mail's recipients are in; more would cost more than they tell. */
const mostDestinations = 5
/** Deliveries that failed for TLS before a mail was named on them: the latest tell enough. */
const mostEnded = 5
/**
 * Of what came before the time asked about, the latest so many mails and as many refused connections are read whole: that
 * is enough to see what changed, and a daily sender's week is not worth reading.
 */
const mostBefore = 30
/**
 * So many connections are read first of an address that only the log ties to the sender: where mail of others is among
 * them it is a mailing service's, and none of its other connections is worth reading.
 */
const sampled = 20

/** Of which gateway the log is, whether the first search there was narrowed, and the domains that are ours. */
interface Naming {
  readonly gateway: string
  readonly isNarrowed: boolean
  readonly domains?: readonly string[]
}

/**
 * What to ask a gateway for next: the ids that belong to what was found, and the addresses it came from. Those not where
 * the search was narrowed: there is more of the sender's mail by name than can be told. Then the recipient that was asked
 * about is looked for, whose mail may not be among the part that was handed over.
 */
export function needlesNamed(
  log: MailLog,
  question: Question,
  narrow: readonly Candidate[],
  { gateway, isNarrowed, domains = [] }: Naming,
): readonly Needle[] {
  const { attempts, seen } = relevantIn(log, question, narrow, domains)
  const needles: Needle[] = isNarrowed ? [] : seen.map(({ range }) => ({ kind: 'ip', range }))
  // A connection refused before MAIL FROM knows no address, but its host may carry the domain's name.
  const domain = domainOf(question.about)
  if (domain && 'address' in question.about && !attempts.some((attempt) => isInside(attempt, question))) {
    needles.push({ kind: 'text', text: domain, labels: true })
  }
  if (attempts.some((attempt) => isInside(attempt, question) && destinationsOf(attempt).length > 0)) {
    const ended = endedForTls(log, gateway).slice(-mostEnded)
    needles.push(...ended.map(({ dcid }): Needle => ({ kind: 'dcid', id: dcid })))
  }
  const seeds = new Set<unknown>()
  if (isNarrowed) {
    needles.push(...recipientNeedles(question))
    for (const { message } of unreadMailTo(log, question)) seeds.add(message)
  }
  const isRead = worthReading(log, attempts, question, narrow)
  for (const attempt of halfRead(log, question, narrow)) if (isRead(attempt)) seeds.add(attempt.message)
  for (const { injection, message, by } of sampling(attempts.filter(isRead), seen)) {
    if (message) seeds.add(message)
    // A connection's other mail is followed only where the connection itself is the sender's.
    if (injection && (!message || by === 'host' || by === 'ip')) seeds.add(injection)
  }
  const own = namedIds(log, (item) => seeds.has(item)).get(gateway)
  if (!own) return needles
  return [...latestLast([idsOf('icid', own.icids), idsOf('mid', own.mids), idsOf('dcid', own.dcids)]), ...needles]
}

/** The one address asked about; a whole domain is in too many lines, and is the first thing looked for without a sender. */
function recipientNeedles({ about, recipient }: Question): readonly Needle[] {
  if (recipient === null || !recipient.includes('@') || 'recipient' in about) return []
  return [{ kind: 'text', text: recipient }]
}

/** Mails in the time asked about that a line ties to the recipient, and whose sender was not read yet. */
function unreadMailTo(log: MailLog, question: Question): readonly Attempt[] {
  const { recipient } = question
  if (recipient === null) return []
  return unreadIn(log).filter((attempt) => isInside(attempt, question) && isNamed(attempt, recipient))
}

/** Mails of which only lines in the middle were read. */
function unreadIn(log: MailLog): readonly Attempt[] {
  return attemptsIn(log).filter(({ message }) => message && said(message.timeline, 'message-start').length === 0)
}

/**
 * Mails of the sender whose recipients were not read yet: a line such as `Bounced: … From: <…> To: <…>` names one, and
 * the mail may be for others too.
 */
function halfRead(log: MailLog, question: Question, narrow: readonly Candidate[]): readonly Relevant[] {
  if (question.recipient === null) return []
  return concerning(unreadIn(log), { ...question, recipient: null }, narrow)
}

/** Tells which attempts are to be read whole: those that are told, and the latest of what came before them. */
function worthReading(
  log: MailLog,
  attempts: readonly Relevant[],
  question: Question,
  narrow: readonly Candidate[],
): (attempt: Attempt) => boolean {
  const { window, recipient } = question
  const isEmpty = !attempts.some((attempt) => isInside(attempt, question))
  // Whom a mail is for is known only once it was read.
  if (isEmpty && recipient !== null) return () => true
  const all = recipient === null ? attempts : concerning(attemptsIn(log), { ...question, recipient: null }, narrow)
  const before = all.filter(({ time }) => time < window.from)
  const mails = before.filter(({ message }) => message !== null)
  const refused = before.filter(({ message }) => message === null)
  const latest = new Set([...mails.slice(-mostBefore), ...refused.slice(-mostBefore)].map(thingOf))
  const lastDay = isEmpty ? (before.at(-1)?.time ?? 0) - day : Number.POSITIVE_INFINITY
  return (attempt) =>
    isInside(attempt, question) ||
    (isEmpty && attempt.time >= window.to) ||
    (attempt.time < window.from && attempt.time > lastDay) ||
    latest.has(thingOf(attempt))
}

function thingOf(attempt: Attempt): unknown {
  return attempt.message ?? attempt.injection ?? attempt
}

/** Leaves out connections from an address that the log gave away, until a few of them were read. */
function sampling(attempts: readonly Relevant[], seen: readonly Candidate[]): readonly Relevant[] {
  const leftOut = new Set<Relevant>()
  for (const { range } of seen) {
    const from = attempts.filter(({ by, ip }) => by === 'ip' && ip !== null && inRange(ip, range))
    const isBare = ({ injection, message }: Relevant) => !message && (injection?.timeline.length ?? 0) <= 1
    if (from.slice(-sampled).every(isBare)) for (const one of from.slice(0, -sampled)) leftOut.add(one)
  }
  return leftOut.size === 0 ? attempts : attempts.filter((attempt) => !leftOut.has(attempt))
}

/**
 * What a gateway says of its own state and of the servers behind it, where that may explain what was found. Each is one
 * more thing to look for, so they are asked for only then.
 */
export function needlesExplaining(
  log: MailLog,
  question: Question,
  narrow: readonly Candidate[],
  domains: readonly string[] = [],
): readonly Needle[] {
  const inside = relevantIn(log, question, narrow, domains).attempts.filter((attempt) => isInside(attempt, question))
  const destinations = [...new Set(inside.flatMap(destinationsOf))].slice(0, mostDestinations)
  const needles = destinations.flatMap((destination) =>
    destinationOpenings.map((opening): Needle => ({ kind: 'text', text: `${opening}${destination}`, labels: true })),
  )
  return [...needles, ...stateNeedles(inside)]
}

function idsOf(kind: 'icid' | 'mid' | 'dcid', ids: ReadonlySet<number>): readonly Needle[] {
  return [...ids].sort((a, b) => a - b).map((id) => ({ kind, id }))
}

/** The kinds count apart from each other, so the latest of each are put to the end side by side. */
function latestLast(kinds: readonly (readonly Needle[])[]): readonly Needle[] {
  return kinds
    .flatMap((ids) => ids.map((needle, place) => ({ needle, fromEnd: ids.length - place })))
    .sort((a, b) => b.fromEnd - a.fromEnd)
    .map(({ needle }) => needle)
}
