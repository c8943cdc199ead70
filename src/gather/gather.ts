import { candidatesOf } from '../checks/candidates.ts'
import { withCache } from '../checks/lookups.ts'
import type { Resolver } from '../checks/resolver.ts'
import { type AllOptions, type GatheredLine, newGathering } from '../correlator/correlate-all.ts'
import type { MailLog } from '../correlator/mail-log.ts'
import type { Candidate, Coverage, Evidence, Gap } from '../diagnosis/evidence.ts'
import { asksAboutOurMail } from '../diagnosis/whither.ts'
import type { Question } from '../question/question.ts'
import { runChecks } from './checks.ts'
import { needlesExplaining, needlesNamed } from './named.ts'
import { domainOf, firstNeedles, searchable } from './needles.ts'
import type { LogSource, Needle, Ports, Progress } from './ports.ts'
import { isInside, relevantSteps, sortByWindow } from './relevant.ts'
import { type Gathered, type SearchPlan, searchGateway } from './search.ts'
import type { Settings } from './settings.ts'
import { inTurns } from './turns.ts'

/** How far back before the window the last good deliveries are looked for. */
const historyReach = 7 * 24 * 3_600_000

/**
 * Collects the evidence for a question: logs of every gateway side by side, where the sender sends from, and the checks
 * that the stage reached calls for. What could not be found out is in `gaps`; it rejects only for a bug.
 */
export async function gather(
  question: Question,
  ports: Ports,
  settings: Settings,
  progress: Progress,
): Promise<Evidence> {
  const deadline = ports.clock.now() + settings.limits.seconds * 1000
  const sources = ports.sources.filter(
    ({ gateway }) => question.gateways.length === 0 || question.gateways.includes(gateway),
  )
  // All parts of one answer rest on the same lookups, and a name server that is silent is waited for once.
  const resolver = ports.resolver && withCache(ports.resolver)
  // Mail of our own people comes from inside, whatever our domain publishes.
  const isOurs = asksAboutOurMail(question, settings.ours.domains)
  const candidates = sendingAddresses(question, isOurs ? null : resolver, progress)
  const gathered = await Promise.all(
    sources.map((source) => oneGateway(source, question, settings, candidates, deadline, progress)),
  )
  const { known, gaps } = await candidates
  const log = mergeLogs(gathered.map(({ found }) => found.log))
  const narrow = searchable(known).narrow
  const { attempts, seen } = await inTurns(relevantSteps(log, question, narrow, settings.ours.domains))
  const sorted = sortByWindow(attempts, question)
  const checks = await runChecks(question, sorted.attempts, { ...ports, resolver }, settings, progress)
  return {
    asked: {
      about: question.about,
      recipient: question.recipient,
      window: question.window,
      windowStated: question.windowStated,
      now: question.now,
    },
    ours: settings.ours,
    log,
    ...sorted,
    candidates: [...known, ...seen],
    checks,
    coverage: gathered.map(({ coverage }) => coverage),
    gaps: [...gathered.flatMap(({ found, coverageGaps }) => [...found.gaps, ...coverageGaps]), ...gaps],
  }
}

interface Sending {
  readonly known: readonly Candidate[]
  readonly gaps: readonly Gap[]
}

async function sendingAddresses(question: Question, resolver: Resolver | null, progress: Progress): Promise<Sending> {
  const { about } = question
  if ('ip' in about) return { known: [{ range: about.ip, from: 'asked', path: about.ip }], gaps: [] }
  const domain = domainOf(about)
  if (!domain || !resolver) return { known: [], gaps: [] }
  const step = { id: 'candidates', slots: { about: domain } }
  progress({ ...step, state: 'running', key: 'working.candidates' })
  const { candidates: known, notEnumerable, unanswered } = await candidatesOf(domain, resolver)
  const gaps: Gap[] = notEnumerable.map(({ term, path }) => ({ where: term, kind: 'not-enumerable', detail: path }))
  for (const wide of searchable(known).wide.slice(0, 3)) {
    gaps.push({ where: wide.range, kind: 'too-broad', detail: wide.path })
  }
  const silent = unanswered.map(({ name, types }): Gap => {
    return { where: name, kind: 'dns', detail: `no answer to ${types.join(', ')}` }
  })
  gaps.push(...silent.slice(0, 3))
  const [first] = silent
  if (first && known.length === 0) {
    progress({ id: step.id, state: 'failed', key: 'gap.dns', slots: { where: first.where, detail: first.detail } })
  } else {
    const key = known.length > 0 ? 'working.candidatesDone' : 'working.candidatesNone'
    progress({ id: step.id, state: 'done', key, slots: { about: domain, count: known.length } })
  }
  return { known, gaps }
}

interface OneGateway {
  readonly found: Gathered
  readonly coverage: Coverage
  readonly coverageGaps: readonly Gap[]
}

async function oneGateway(
  source: LogSource,
  question: Question,
  settings: Settings,
  candidates: Promise<Sending>,
  deadline: number,
  progress: Progress,
): Promise<OneGateway> {
  const { gateway } = source
  const { limits } = settings
  const { domains } = settings.ours
  const id = `gateway:${gateway}`
  progress({ id, state: 'running', key: 'working.gateway', slots: { gateway } })
  const budget = { lines: limits.lines, bytes: limits.bytes, deadline }
  const own = Object.hasOwn(settings.zones, gateway) ? settings.zones[gateway] : undefined
  const timeZone = own ?? question.timeZone
  let narrow: readonly Candidate[] = []
  const later = candidates.then(({ known }): readonly Needle[] => {
    narrow = searchable(known).narrow
    return narrow.map(({ range }) => ({ kind: 'ip', range }))
  })
  // A bug in there is told where the search comes to it; until then it must not end the process.
  later.catch(() => {})
  const window = { from: question.window.from - historyReach, to: Math.max(question.window.to, question.now) }
  const [found, told] = await Promise.all([
    searchGateway(source, {
      first: firstNeedles(question.about),
      later,
      window,
      focus: question.window,
      budget,
      limits,
      read: readerOf(gateway, { timeZone, referenceTime: question.now, retold: true }),
      named: async (log, isNarrowed) => {
        await inTurns(relevantSteps(log, question, narrow, domains))
        return needlesNamed(log, question, narrow, { gateway, isNarrowed, domains })
      },
      explaining: (log) => needlesExplaining(log, question, narrow, domains),
    }),
    source.coverage(question.window, budget, question.timeZone),
  ])
  const relevant = (await inTurns(relevantSteps(found.log, question, narrow, domains))).attempts
  const attempts = relevant.filter((attempt) => isInside(attempt, question)).length
  const failed = found.gaps.find(({ kind }) => kind !== 'budget' && kind !== 'narrowed' && kind !== 'partial')
  if (failed && found.log.summary.lines === 0) {
    progress({ id, state: 'failed', key: 'working.gatewayFailed', slots: { gateway, detail: failed.detail } })
  } else {
    progress({ id, state: 'done', key: 'working.gatewayDone', slots: { gateway, lines: found.scanned, attempts } })
  }
  const { coverage } = told
  return {
    found,
    coverage: {
      ...coverage,
      timeZone,
      lines: Math.max(coverage.lines, found.scanned),
      unrecognised: found.log.summary.unrecognised,
    },
    coverageGaps: told.gaps.filter((gap) => !found.gaps.some(({ kind }) => kind === gap.kind)),
  }
}

/** Reads what a gateway's searches bring, each line once, and correlates it with all that came before. */
function readerOf(gateway: string, clock: AllOptions): SearchPlan['read'] {
  const all: GatheredLine[] = []
  let offset: number | null = null
  let gathering = newGathering(clock)
  return async (found, utcOffset) => {
    let more: readonly GatheredLine[] = found.map((line) => ({ ...line, gateway }))
    // Once the gateway's clock is known, nothing is read again.
    if (offset === null) all.push(...more)
    if (offset === null && utcOffset !== null) {
      offset = utcOffset
      gathering = newGathering({ ...clock, utcOffset })
      more = all.splice(0)
    }
    await inTurns(gathering.add(more))
    return inTurns(gathering.mailLog())
  }
}

function mergeLogs(logs: readonly MailLog[]): MailLog {
  const [only] = logs
  if (only && logs.length === 1) return only
  const sum = (of: (log: MailLog) => number) => logs.reduce((total, log) => total + of(log), 0)
  return {
    injections: logs.flatMap(({ injections }) => injections),
    messages: logs.flatMap(({ messages }) => messages),
    deliveries: logs.flatMap(({ deliveries }) => deliveries),
    loose: logs.flatMap(({ loose }) => loose),
    summary: {
      lines: sum(({ summary }) => summary.lines),
      recognised: sum(({ summary }) => summary.recognised),
      unrecognised: sum(({ summary }) => summary.unrecognised),
      continuations: sum(({ summary }) => summary.continuations),
      shapes: logs
        .flatMap(({ summary }) => summary.shapes)
        .sort((a, b) => b.count - a.count)
        .slice(0, 50),
    },
  }
}
