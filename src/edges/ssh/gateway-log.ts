import type { Gap } from '../../diagnosis/evidence.ts'
import type { Budget, Health, LogSource, RawLine, Search, SearchResult } from '../../gather/ports.ts'
import { offsetAt } from '../logs/header.ts'
import { holds, sieveFor } from '../logs/sieve.ts'
import { inOrder } from '../logs/stamp.ts'
import type { Surroundings } from '../sources/source.ts'
import { type Allowance, type Answered, type Asking, ask } from './ask.ts'
import { searchDebugLogs } from './debug-logs.ts'
import { findEvents } from './find-event.ts'
import { gatewayResolver } from './gateway-dns.ts'
import { openReach } from './gateway-reach.ts'
import type { Login } from './login.ts'
import { patternsFor } from './pattern.ts'
import { refusalIn } from './prompt.ts'
import { openSession } from './session.ts'
import { sharing } from './sharing.ts'
import { eachOnce } from './trouble.ts'

export interface GatewayLogConfig extends Login {
  /** The name of the log subscription. */
  readonly log: string
  /** Names of injection debug log subscriptions, searched for the same connections. */
  readonly debugLogs?: readonly string[] | undefined
  readonly timeZone?: string | undefined
  readonly seconds: number
}

/** Ids are asked for with so many patterns at most, where that is possible: each reads the whole log over there. */
const mostPatterns = 8

/**
 * The log of a gateway, read with the gateway's own `grep` over SSH. Patterns are portable and broad; what does not
 * hold a needle exactly is sifted out here. `quietMs`: after how long a silence a question is taken for one.
 */
export function openGatewayLog(
  gateway: string,
  config: GatewayLogConfig,
  surroundings: Surroundings,
  quietMs = 1_000,
): LogSource {
  const session = openSession(config, surroundings)
  const now = () => surroundings.now()
  const asking: Asking = { session, where: gateway, now, seconds: config.seconds, quietMs }
  const shared = sharing<SearchResult>()

  const command = (text: string, allowance: Allowance, keep: (line: string) => boolean) =>
    ask(asking, text, allowance, keep)
  const grep = (pattern: string, allowance: Allowance, keep: (line: string) => boolean, log = config.log) =>
    command(`grep -i -e ${pattern} ${log}`, allowance, keep)

  const { headersBy, coverage } = openReach(gateway, config.timeZone, grep, now)

  const raw = (text: string): RawLine => ({ text, file: config.log, number: null })

  const fetch = async ({ needles, window }: Search, budget: Budget): Promise<SearchResult> => {
    const { patterns, tooBroad } = patternsFor(needles, mostPatterns)
    const sieve = sieveFor(needles)
    const allowance: Allowance = { ...budget }
    const gaps: Gap[] = tooBroad.map((what) => ({ where: gateway, kind: 'too-broad', detail: what.slice(0, 100) }))
    const headers = headersBy(budget.deadline)
    let goOn = true
    const answers: Answered[] = await Promise.all(
      patterns.map(async (pattern, place) => {
        // The first two start at once; the others wait until it is known whether the gateway answers at all.
        if (place > 1) await headers
        if (!goOn || allowance.lines <= 0) return { lines: [], came: 0, gaps: [], goOn }
        const answer = await grep(pattern, allowance, (line) => holds(sieve, line))
        goOn &&= answer.goOn
        return answer
      }),
    )
    const head = await headers
    gaps.push(...head.gaps, ...answers.flatMap((answer) => answer.gaps))
    const debug = await searchDebugLogs(gateway, goOn ? (config.debugLogs ?? []) : [], needles, allowance, (...asked) =>
      grep(asked[0], asked[2], (line) => holds(sieve, line), asked[1]),
    )
    gaps.push(...debug.gaps)
    const refused = answers.some((answer) => answer.gaps.some(({ kind }) => kind === 'role'))
    const events = refused ? await findEvents(command, config.log, needles, allowance) : []
    const found = merged([...answers.map((answer) => answer.lines), events])
    return {
      lines: inOrder([...[...head.lines, ...found].map(raw), ...debug.lines]),
      gaps: eachOnce(gaps),
      utcOffset: offsetAt(head.read, window.to, config.timeZone),
      scanned: answers.map(({ came }) => came).reduce((sum, came) => sum + came, 0),
    }
  }

  const search = (asked: Search, budget: Budget): Promise<SearchResult> =>
    shared(JSON.stringify([asked, budget.lines, budget.bytes]), () => fetch(asked, budget))

  const health = async (deadline: number): Promise<Health> => {
    const answer = await command('version', { lines: 100, bytes: 100_000, deadline }, () => true)
    const version = versionIn(answer.lines)
    const refusal = version === null ? refusalIn(answer.lines) : null
    if (!answer.goOn || refusal) {
      const gaps = [...answer.gaps, ...(refusal ? [{ where: gateway, ...refusal }] : [])]
      return { ok: false, version, utcOffset: null, gaps }
    }
    const { read, gaps } = await headersBy(deadline)
    const utcOffset = offsetAt(read, now(), config.timeZone)
    const all = eachOnce([...answer.gaps, ...gaps])
    return { ok: all.length === 0, version, utcOffset, gaps: all }
  }

  const refused = { reason: null }
  const resolver = (deadline: number) => gatewayResolver(asking, deadline, refused)

  return { gateway, search, coverage, health, resolver, close: () => session.close() }
}

function versionIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const version = line.match(/^Version: (\S{1,40})/)?.[1]
    if (version) return version
  }
  return null
}

/** The lines of several answers: a line of two answers once, a line that one answer holds twice twice. */
function merged(answers: readonly (readonly string[])[]): string[] {
  const lines: string[] = []
  const known = new Map<string, number>()
  for (const answer of answers) {
    const here = new Map<string, number>()
    for (const line of answer) {
      const count = (here.get(line) ?? 0) + 1
      here.set(line, count)
      if (count <= (known.get(line) ?? 0)) continue
      known.set(line, count)
      lines.push(line)
    }
  }
  return lines
}
