import { said } from '../correlator/form.ts'
import type { MailLog } from '../correlator/mail-log.ts'
import { namedIds } from '../correlator/wanted.ts'
import { type Attempt, attemptsOf, concerns, withoutOutbound } from '../diagnosis/attempts.ts'
import { domainPart, inRange, isUnder, type Way } from '../diagnosis/concerns.ts'
import type { Candidate, Evidence } from '../diagnosis/evidence.ts'
import { endedForTls } from '../diagnosis/failed-tls.ts'
import { destinationsOf } from '../diagnosis/next-hop.ts'
import type { Question } from '../question/question.ts'
import { destinationOpenings, domainOf } from './needles.ts'
import type { Needle } from './ports.ts'
import { stateNeedles } from './state-needles.ts'

const day = 24 * 3_600_000

/** Addresses taken from the log: the latest. */
const mostSeen = 5

/** An attempt that belongs to the question, and by what it was found to. */
export type Relevant = Attempt & { readonly by: Way }

/** The attempts in a log that belong to the question, in order of time, and the addresses the log gave away. */
export interface Found {
  readonly attempts: readonly Relevant[]
  readonly seen: readonly Candidate[]
}

/**
 * Finds what belongs to the question: by name first; then by address, in the ranges known from the DNS and at the
 * addresses from which mail of this sender was seen to come.
 */
export function relevantIn(log: MailLog, question: Question, narrow: readonly Candidate[]): Found {
  const before = known.get(log)
  if (
    before?.question === question &&
    before.narrow.every((one) => narrow.includes(one)) &&
    before.narrow.length === narrow.length
  )
    return before.found
  const found = findRelevant(log, question, narrow)
  known.set(log, { question, narrow, found })
  return found
}

interface Known {
  readonly question: Question
  readonly narrow: readonly Candidate[]
  readonly found: Found
}

/** What was found in a log last: the same is asked for when the search ends, when it is told of, and for the answer. */
const known = new WeakMap<MailLog, Known>()

function findRelevant(log: MailLog, question: Question, narrow: readonly Candidate[]): Found {
  const all = attemptsOf(log)
  const byName = concerning(all, question, narrow)
  const seen = addressesSeen(byName, all, question, narrow)
  const attempts = seen.length > 0 ? concerning(all, question, [...narrow, ...seen]) : byName
  return { attempts: withoutOutbound(attempts), seen }
}

function concerning(all: readonly Attempt[], { about, recipient }: Question, ranges: readonly Candidate[]): Relevant[] {
  return all.flatMap((attempt) => {
    const way = concerns(attempt, about, recipient, ranges)
    return way ? [{ ...attempt, ...way }] : []
  })
}

/**
 * The addresses that mail of this sender came from, since a connection that is refused later names nobody. An address
 * from which mail of others came as well belongs to a mailing service: its connections may be anybody's.
 */
function addressesSeen(
  byName: readonly Relevant[],
  all: readonly Attempt[],
  { about }: Question,
  narrow: readonly Candidate[],
): readonly Candidate[] {
  const domain = domainOf(about)
  if (domain === null) return []
  const others = all.filter(({ mailFrom }) => mailFrom && !isUnder(domainPart(mailFrom), domain))
  const shared = new Set(others.map(({ ip }) => ip))
  const seen = new Map<string, Candidate>()
  for (const { ip, by, outbound, gateway, mid } of byName) {
    if (ip === null || outbound || shared.has(ip) || (by !== 'envelope' && by !== 'header-from')) continue
    if (narrow.some(({ range }) => inRange(ip, range))) continue
    seen.delete(ip)
    seen.set(ip, { range: ip, from: 'log', path: `${gateway} MID ${mid ?? '?'} → ${ip}` })
  }
  return [...seen.values()].slice(-mostSeen)
}

/** Most domains of ours that one mail's recipients are in; more would cost more than they tell. */
const mostDestinations = 5

/** Deliveries that failed for TLS before a mail was named on them: the latest tell enough. */
const mostEnded = 5

/**
 * Mails of the sender whose recipients were not read yet: a line such as `Bounced: … From: <…> To: <…>` names one, and
 * the mail may be for others too.
 */
function halfRead(log: MailLog, question: Question, narrow: readonly Candidate[]): readonly Relevant[] {
  if (question.recipient === null) return []
  const unread = attemptsOf(log).filter(
    ({ message }) => message && said(message.timeline, 'message-start').length === 0,
  )
  return concerning(unread, { ...question, recipient: null }, narrow)
}

/** What to ask a gateway for next: the ids that belong to what was found, and the addresses it came from. */
export function needlesNamed(
  log: MailLog,
  question: Question,
  narrow: readonly Candidate[],
  gateway: string,
): readonly Needle[] {
  const { attempts, seen } = relevantIn(log, question, narrow)
  const needles: Needle[] = seen.map(({ range }) => ({ kind: 'ip', range }))
  // A connection refused before MAIL FROM knows no address, but its host may carry the domain's name.
  const domain = domainOf(question.about)
  if (domain && 'address' in question.about && !attempts.some((attempt) => isInside(attempt, question))) {
    needles.push({ kind: 'text', text: domain, labels: true })
  }
  const seeds = new Set<unknown>()
  for (const { message } of halfRead(log, question, narrow)) seeds.add(message)
  for (const { injection, message, by } of attempts) {
    if (message) seeds.add(message)
    // A connection's other mail is followed only where the connection itself is the sender's.
    if (injection && (!message || by === 'host' || by === 'ip')) seeds.add(injection)
  }
  const destinations = new Set(attempts.filter((attempt) => isInside(attempt, question)).flatMap(destinationsOf))
  for (const destination of [...destinations].slice(0, mostDestinations)) {
    for (const opening of destinationOpenings) {
      needles.push({ kind: 'text', text: `${opening}${destination}`, labels: true })
    }
  }
  needles.push(...stateNeedles(attempts.filter((attempt) => isInside(attempt, question))))
  if (destinations.size > 0) {
    const ended = endedForTls(log, gateway).slice(-mostEnded)
    needles.push(...ended.map(({ dcid }): Needle => ({ kind: 'dcid', id: dcid })))
  }
  const own = namedIds(log, (item) => seeds.has(item)).get(gateway)
  if (!own) return needles
  return [...latestLast([idsOf('icid', own.icids), idsOf('mid', own.mids), idsOf('dcid', own.dcids)]), ...needles]
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

/** Whether an attempt was made in the time asked about. */
export function isInside({ time }: Attempt, { window }: Question): boolean {
  return time >= window.from && time < window.to
}

/**
 * Inside the window, and before it. Where the window holds nothing, the nearest attempts around it are told instead,
 * and that they are.
 */
export function sortByWindow(
  all: readonly Attempt[],
  question: Question,
): Pick<Evidence, 'attempts' | 'history' | 'widened'> {
  const { from, to } = question.window
  const attempts = all.filter((attempt) => isInside(attempt, question))
  const history = all.filter(({ time }) => time < from)
  if (attempts.length > 0 || all.length === 0) return { attempts, history, widened: false }
  const after = all.filter(({ time }) => time >= to)
  if (after.length > 0) return { attempts: after, history, widened: true }
  const last = history.at(-1)
  const lastDay = history.filter(({ time }) => last !== undefined && time > last.time - day)
  // Mail that arrived days ago is not the one that is missed now: then nothing came, and that is when something last did.
  if (!question.windowStated && lastDay.every(({ fate }) => fate === 'delivered')) {
    return { attempts: [], history, widened: false }
  }
  return { attempts: lastDay, history: history.filter((attempt) => !lastDay.includes(attempt)), widened: true }
}
