import { candidatesOf } from '../checks/candidates.ts'
import type { CheckResult } from '../checks/check.ts'
import { judgeListener } from '../checks/listener/listener.ts'
import { ourChecks, senderChecks } from '../checks/run.ts'
import { correlateAll } from '../correlator/correlate.ts'
import type { MailLog } from '../correlator/mail-log.ts'
import { namedIds } from '../correlator/wanted.ts'
import { type Attempt, attemptsOf, concerns } from '../diagnosis/attempts.ts'
import type { Way } from '../diagnosis/concerns.ts'
import type { Candidate, Coverage, Evidence, Gap } from '../diagnosis/evidence.ts'
import type { Question } from '../question/question.ts'
import { domainOf, firstNeedles, searchable } from './needles.ts'
import type { LogSource, Needle, Ports, Progress } from './ports.ts'
import { type Gathered, searchGateway } from './search.ts'
import type { Settings } from './settings.ts'

const day = 24 * 3_600_000

/** How far back before the window the last good deliveries are looked for. */
const historyReach = 7 * day

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
  const candidates = sendingAddresses(question, ports, progress)
  const gathered = await Promise.all(
    sources.map((source) => oneGateway(source, question, settings, candidates, deadline, progress)),
  )
  const { known, gaps } = await candidates
  const log = mergeLogs(gathered.map(({ found }) => found.log))
  const narrow = searchable(known).narrow
  const relevant = relevantAttempts(log, question, narrow)
  const sorted = sortByWindow(relevant, question)
  const checks = await runChecks(question, sorted.attempts, ports, settings, deadline, progress)
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
    candidates: known,
    checks,
    coverage: gathered.map(({ coverage }) => coverage),
    gaps: [...gathered.flatMap(({ found, coverageGaps }) => [...found.gaps, ...coverageGaps]), ...gaps],
  }
}

interface Sending {
  readonly known: readonly Candidate[]
  readonly gaps: readonly Gap[]
}

async function sendingAddresses(question: Question, ports: Ports, progress: Progress): Promise<Sending> {
  const { about } = question
  if ('ip' in about) return { known: [{ range: about.ip, from: 'asked', path: about.ip }], gaps: [] }
  const domain = domainOf(about)
  if (!domain || !ports.resolver) return { known: [], gaps: [] }
  const step = { id: 'candidates', slots: { about: domain } }
  progress({ ...step, state: 'running', key: 'working.candidates' })
  const { candidates: known, notEnumerable } = await candidatesOf(domain, ports.resolver)
  const gaps: Gap[] = notEnumerable.map(({ term, path }) => ({ where: term, kind: 'not-enumerable', detail: path }))
  for (const wide of searchable(known).wide.slice(0, 3)) {
    gaps.push({ where: wide.range, kind: 'too-broad', detail: wide.path })
  }
  const key = known.length > 0 ? 'working.candidatesDone' : 'working.candidatesNone'
  progress({ id: step.id, state: 'done', key, slots: { about: domain, count: known.length } })
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
  const id = `gateway:${gateway}`
  progress({ id, state: 'running', key: 'working.gateway', slots: { gateway } })
  const budget = { lines: limits.lines, bytes: limits.bytes, deadline }
  const timeZone = settings.zones[gateway] ?? question.timeZone
  let narrow: readonly Candidate[] = []
  const later = candidates.then(({ known }): readonly Needle[] => {
    narrow = searchable(known).narrow
    return narrow.map(({ range }) => ({ kind: 'ip', range }))
  })
  const window = { from: question.window.from - historyReach, to: Math.max(question.window.to, question.now) }
  const [found, told] = await Promise.all([
    searchGateway(source, {
      first: firstNeedles(question.about),
      later,
      window,
      budget,
      limits,
      read: (lines, utcOffset) =>
        correlateAll(
          lines.map((line) => ({ ...line, gateway })),
          { timeZone, referenceTime: question.now, ...(utcOffset === null ? {} : { utcOffset }) },
        ),
      named: (log) => needlesNamed(log, question, narrow, gateway),
    }),
    source.coverage(question.window, budget),
  ])
  const attempts = relevantAttempts(found.log, question, narrow).length
  const failed = found.gaps.find(({ kind }) => kind !== 'budget' && kind !== 'partial')
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
      lines: Math.max(coverage.lines, found.scanned),
      unrecognised: found.log.summary.unrecognised,
    },
    coverageGaps: told.gaps.filter((gap) => !found.gaps.some(({ kind }) => kind === gap.kind)),
  }
}

/** The ids to ask for next. A connection's other mail is only followed where the connection itself is the sender's. */
function needlesNamed(
  log: MailLog,
  question: Question,
  narrow: readonly Candidate[],
  gateway: string,
): readonly Needle[] {
  const relevant = relevantAttempts(log, question, narrow)
  // A connection refused before MAIL FROM knows no address, but its host may carry the domain's name.
  const domain = domainOf(question.about)
  if (relevant.length === 0 && domain && 'address' in question.about) return [{ kind: 'text', text: domain }]
  const seeds = new Set<unknown>()
  for (const { injection, message, by } of relevant) {
    if (message) seeds.add(message)
    if (injection && (!message || by === 'host' || by === 'ip')) seeds.add(injection)
  }
  const ids = namedIds(log, (item) => seeds.has(item))
  const own = ids.get(gateway)
  if (!own) return []
  return [
    ...[...own.icids].map((id): Needle => ({ kind: 'icid', id })),
    ...[...own.mids].map((id): Needle => ({ kind: 'mid', id })),
    ...[...own.dcids].map((id): Needle => ({ kind: 'dcid', id })),
  ].sort((a, b) => ('id' in a && 'id' in b ? a.id - b.id : 0))
}

type Relevant = Attempt & { readonly by: Way }

function relevantAttempts(log: MailLog, question: Question, narrow: readonly Candidate[]): readonly Relevant[] {
  const found: Relevant[] = []
  for (const attempt of attemptsOf(log)) {
    if (attempt.outbound) continue
    const way = concerns(attempt, question.about, question.recipient, narrow)
    if (way) found.push({ ...attempt, ...way })
  }
  return found
}

/**
 * Inside the window, and before it. Where the window holds nothing, the nearest attempts around it are told instead,
 * and that they are.
 */
function sortByWindow(all: readonly Attempt[], question: Question): Pick<Evidence, 'attempts' | 'history' | 'widened'> {
  const { from, to } = question.window
  const attempts = all.filter(({ time }) => time >= from && time < to)
  const history = all.filter(({ time }) => time < from)
  if (attempts.length > 0 || all.length === 0) return { attempts, history, widened: false }
  const after = all.filter(({ time }) => time >= to)
  if (after.length > 0) return { attempts: after, history, widened: true }
  const last = history.at(-1)
  const lastDay = history.filter(({ time }) => last !== undefined && time > last.time - day)
  return { attempts: lastDay, history: history.filter((attempt) => !lastDay.includes(attempt)), widened: true }
}

/** Fates at which the mail was already ours: the sender's DNS explains nothing then. */
const pastTheDoor: ReadonlySet<Attempt['fate']> = new Set([
  'delivered',
  'dropped',
  'quarantined',
  'bounced',
  'deferred',
  'queued',
])

async function runChecks(
  question: Question,
  attempts: readonly Attempt[],
  ports: Ports,
  settings: Settings,
  deadline: number,
  progress: Progress,
): Promise<readonly CheckResult[]> {
  const last = attempts.at(-1)
  const domain = domainOf(question.about)
  const { resolver } = ports
  if (!resolver || (last && pastTheDoor.has(last.fate))) return []
  progress({ id: 'dns', state: 'running', key: 'working.dns', slots: {} })
  const ips = [...new Set(attempts.flatMap(({ ip }) => (ip ? [ip] : [])))].slice(-5)
  const recipientDomain = question.recipient?.split('@').at(-1)
  const ours =
    recipientDomain && isOurs(recipientDomain, settings.ours.domains)
      ? { ...settings.ours, domains: [recipientDomain] }
      : settings.ours
  const [sender, own, listeners] = await Promise.all([
    domain ? senderChecks(domain, ips, resolver) : [],
    last ? [] : ourChecks(ours, resolver),
    last ? [] : probeListeners(ports, settings, deadline),
  ])
  const checks = [...sender, ...own, ...listeners]
  progress({ id: 'dns', state: 'done', key: 'working.dnsDone', slots: { count: checks.length } })
  return checks
}

function isOurs(domain: string, ours: readonly string[]): boolean {
  return ours.some((own) => domain === own || domain.endsWith(`.${own}`))
}

async function probeListeners(ports: Ports, settings: Settings, deadline: number): Promise<readonly CheckResult[]> {
  const { probe } = ports
  if (!probe) return []
  const results = await Promise.all(
    settings.listeners.map((listener) => probe.probe(listener, null, Math.min(deadline, ports.clock.now() + 10_000))),
  )
  return results.flatMap((result) => judgeListener(result))
}

function mergeLogs(logs: readonly MailLog[]): MailLog {
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
      shapes: logs.flatMap(({ summary }) => summary.shapes).slice(0, 50),
    },
  }
}
