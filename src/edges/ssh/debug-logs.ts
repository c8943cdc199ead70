import type { Gap } from '../../diagnosis/evidence.ts'
import type { Needle, RawLine } from '../../gather/ports.ts'
import type { Allowance, Answered } from './ask.ts'
import { debugPatternsFor } from './pattern.ts'

/** Ids beyond so many patterns are asked for in groups: a debug log is small, and asked beside the mail log. */
const mostPatterns = 8

/**
 * The lines of injection debug logs that belong to the connections looked for. Such a log is there for a few days and
 * may be deleted at any time, so what goes wrong with it is a Gap of a kind that takes nothing from the mail log.
 */
export async function searchDebugLogs(
  gateway: string,
  logs: readonly string[],
  needles: readonly Needle[],
  allowance: Allowance,
  grep: (pattern: string, log: string, allowance: Allowance) => Promise<Answered>,
): Promise<{ readonly lines: readonly RawLine[]; readonly gaps: readonly Gap[] }> {
  const lines: RawLine[] = []
  const gaps: Gap[] = []
  for (const log of logs) {
    for (const pattern of debugPatternsFor(needles, mostPatterns)) {
      if (allowance.lines <= 0 || allowance.bytes <= 0) return { lines, gaps }
      const answer = await grep(pattern, log, allowance)
      lines.push(...answer.lines.map((text) => ({ text, file: log, number: null })))
      gaps.push(
        ...answer.gaps.map(({ detail }): Gap => ({ where: gateway, kind: 'debug-log', detail: `${log}: ${detail}` })),
      )
      if (!answer.goOn) break
    }
  }
  return { lines, gaps }
}
