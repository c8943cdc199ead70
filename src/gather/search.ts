import type { Window } from '../correlator/ids.ts'
import type { MailLog } from '../correlator/mail-log.ts'
import type { Gap } from '../diagnosis/evidence.ts'
import { openings } from './needles.ts'
import type { Budget, LogSource, Needle, RawLine } from './ports.ts'
import type { Limits } from './settings.ts'

/** What one gateway gave for a question. */
export interface Gathered {
  readonly gateway: string
  readonly log: MailLog
  readonly gaps: readonly Gap[]
  readonly scanned: number
  readonly utcOffset: number | null
}

/** How a gateway is searched. The functions are the correlator's; they come in so that this loop stays one thought. */
export interface SearchPlan {
  readonly first: readonly Needle[]
  /** Known only once DNS has answered. */
  readonly later: Promise<readonly Needle[]>
  readonly window: Window
  /** What is asked about, within the window. */
  readonly focus: Window
  readonly budget: Budget
  readonly limits: Limits
  /** Correlates these lines with all that it was given before. `utcOffset`: the gateway's clock, once it is known. */
  read(found: readonly RawLine[], utcOffset: number | null): Promise<MailLog> | MailLog
  /**
   * The ids that the log names and that belong to the question; the latest at the end. `isNarrowed`: there was so much
   * that only a part of it was handed over.
   */
  named(log: MailLog, isNarrowed: boolean): Promise<readonly Needle[]> | readonly Needle[]
  /** What may explain what was found, though it names none of it. Asked for once nothing is named any more. */
  explaining(log: MailLog): readonly Needle[]
}

/**
 * Searches one gateway: by text, by address, and then by every id that the lines found name, until nothing is named
 * that has not been asked for, or a limit is reached. A source may look for ids near the places where they were met;
 * what it owes is asked for once nothing is named any more. What a limit cut off is a Gap. Never rejects for what the world
 * does, since a LogSource does not.
 */
export async function searchGateway(source: LogSource, plan: SearchPlan): Promise<Gathered> {
  const asked = new Set<string>()
  const isFresh = freshness()
  let lines = 0
  const gaps: Gap[] = []
  let scanned = 0
  let bytes = 0
  let utcOffset: number | null = null
  const nothing = await plan.read([], utcOffset)
  let log = nothing
  let addressesAsked = false
  /** Ids that were looked for near only, by keyOf. */
  const owed = new Map<string, Needle>()
  let searches = 0

  for (let round = 0; ; round++) {
    const isNew = (needle: Needle) => !asked.has(keyOf(needle))
    const left = (round === 0 ? plan.first : await plan.named(log, isNarrowed(gaps))).filter(isNew)
    // What is over the limit stays named, so it comes up again in the next round.
    const most = Math.max(plan.limits.ids, source.idsAtOnce ?? 0)
    const needles = left.slice(-most)
    if (!addressesAsked && round > 0) {
      const addresses = (await plan.later).filter(isNew)
      needles.push(...addresses)
      left.push(...addresses)
      addressesAsked = true
    }
    const isRest = needles.length === 0 && owed.size > 0
    if (isRest) needles.push(...[...owed.values()].slice(-most))
    if (needles.length === 0) needles.push(...plan.explaining(log).filter(isNew))
    if (needles.length === 0) break
    const spent = lines >= plan.budget.lines || bytes >= plan.budget.bytes
    if (spent || searches >= plan.limits.rounds || round >= mostNear * plan.limits.rounds) {
      const count = left.length + owed.size || needles.length
      gaps.push({ where: source.gateway, kind: 'budget', detail: `${count} ids and addresses not looked up` })
      break
    }
    for (const needle of needles) asked.add(keyOf(needle))
    if (isRest) for (const needle of needles) owed.delete(keyOf(needle))
    const result = await source.search(
      { needles, window: plan.window, focus: plan.focus, openings, ...(!isRest && { near: true }) },
      { lines: plan.budget.lines - lines, bytes: plan.budget.bytes - bytes, deadline: plan.budget.deadline },
    )
    for (const needle of result.owed ?? []) owed.set(keyOf(needle), needle)
    if (!result.owed) searches += 1
    utcOffset ??= result.utcOffset
    scanned = Math.max(scanned, result.scanned)
    gaps.push(...result.gaps.filter((gap) => !gaps.some((known) => known.kind === gap.kind)))
    const found = result.lines.filter(isFresh())
    lines += found.length
    bytes += found.reduce((sum, { text }) => sum + text.length, 0)
    if (found.length > 0) {
      // Two of them at once would take twice the memory.
      log = nothing
      log = await plan.read(found, utcOffset)
    }
    if (result.gaps.some(({ kind }) => fatal.has(kind)) && result.lines.length === 0) break
  }
  return { gateway: source.gateway, log, gaps, scanned: Math.max(scanned, lines), utcOffset }
}

/**
 * Gives for each answer what tells its fresh lines: the same line comes back from several rounds. Two equal lines of one
 * answer that have no numbers are two lines of the log.
 */
function freshness(): () => (line: RawLine) => boolean {
  const numbers = new Map<string, Set<number>>()
  const most = new Map<string, number>()
  return () => {
    const counts = new Map<string, number>()
    return ({ file, number, text }) => {
      if (number === null) {
        const same = `${file}\n${text}`
        const count = (counts.get(same) ?? 0) + 1
        counts.set(same, count)
        if (count <= (most.get(same) ?? 0)) return false
        most.set(same, count)
        return true
      }
      const known = numbers.get(file) ?? new Set()
      numbers.set(file, known)
      const size = known.size
      return known.add(number).size > size
    }
  }
}

/** Searches near the places where ids were met cost next to nothing, and are as many for each of the others at most. */
const mostNear = 3

function isNarrowed(gaps: readonly Gap[]): boolean {
  return gaps.some(({ kind, read }) => kind === 'budget' && read !== undefined)
}

/** After these there is no point in asking the same gateway again for this question. */
const fatal: ReadonlySet<Gap['kind']> = new Set([
  'unreachable',
  'refused',
  'timeout',
  'host-key',
  'login',
  'role',
  'no-log',
  'unreadable',
])

function keyOf(needle: Needle): string {
  if (needle.kind === 'text') return `text ${needle.text}`
  if (needle.kind === 'ip') return `ip ${needle.range}`
  return `${needle.kind} ${needle.id}`
}
