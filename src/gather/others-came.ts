import type { CheckResult } from '../checks/check.ts'
import { checked } from '../checks/result.ts'
import { correlateAll } from '../correlator/correlate.ts'
import { said } from '../correlator/form.ts'
import type { Window } from '../correlator/ids.ts'
import type { LogSource } from './ports.ts'

/** What such a look may cost on one gateway; the latest of the time asked about are enough. */
const most = { lines: 500, bytes: 1_000_000, ms: 8_000 }
/** So shortly before the end: what came earlier may have come before the door was shut. */
const latest = 900_000

/** What a connection that was let in says, of any sender. `RELAY` is our own mail, on its way out. */
const letIn = 'ACCEPT SG'

/** Whether a check says that no listener of ours greeted the probe as it should (R8, R9). */
export function nobodyGreets(checks: readonly CheckResult[]): boolean {
  const has = (...keys: readonly string[]) => checks.some(({ key }) => keys.includes(key))
  return has('R8.refused', 'R9.busy', 'R9.silent') && !has('R9.ok', 'R9.slow', 'R9.masked')
}

/**
 * Where our listeners turn this host away: whether they take mail of others all the same, by the log (R8). One result
 * for each gateway that let somebody in, in the last quarter of an hour of the time asked about; none where nothing was
 * found, which proves nothing.
 */
export async function othersCame(
  { from, to }: Window,
  sources: readonly LogSource[],
  now: number,
  zoneOf: (gateway: string) => string,
): Promise<readonly CheckResult[]> {
  const window = { from: Math.max(from, Math.min(to, now) - latest), to: Math.min(to, now) }
  const budget = { lines: most.lines, bytes: most.bytes, deadline: now + most.ms }
  const search = { needles: [{ kind: 'text', text: letIn } as const], window, focus: window }
  const results = await Promise.all(
    sources.map(async (source): Promise<readonly CheckResult[]> => {
      const { gateway } = source
      const { lines, utcOffset } = await source.search(search, budget)
      const { injections } = correlateAll(
        lines.map((line) => ({ ...line, gateway })),
        { timeZone: zoneOf(gateway), referenceTime: now, ...(utcOffset === null ? {} : { utcOffset }) },
      )
      const times = injections.flatMap(({ timeline }) => said(timeline, 'hat-decision').map(({ line }) => line.time))
      const inside = times.filter((time) => time >= window.from && time < window.to)
      const otherAt = Math.max(...inside)
      return inside.length === 0 ? [] : [checked('ok', 'R8.others', gateway, { otherAt }, [])]
    }),
  )
  return results.flat()
}
