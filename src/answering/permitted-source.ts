import type { Gap } from '../diagnosis/evidence.ts'
import type { LogSource } from '../gather/ports.ts'

/**
 * The gateways as one question may see them: those it may search, noting in `used` which it did; and of the others that
 * they were not searched, a gap, so that nobody takes their silence for an absence.
 */
export function permittedSources(
  sources: readonly LogSource[],
  gateways: readonly string[] | null,
  used: Set<string>,
): readonly LogSource[] {
  return sources.map((source) =>
    gateways === null || gateways.includes(source.gateway) ? noting(source, used) : closed(source.gateway),
  )
}

function noting(source: LogSource, used: Set<string>): LogSource {
  const { gateway } = source
  const open = source.resolver?.bind(source)
  const note = () => void used.add(gateway)
  return {
    gateway,
    search(search, budget) {
      note()
      return source.search(search, budget)
    },
    coverage(window, budget, timeZone) {
      note()
      return source.coverage(window, budget, timeZone)
    },
    health(deadline) {
      note()
      return source.health(deadline)
    },
    ...(open && {
      resolver(deadline: number) {
        note()
        return open(deadline)
      },
    }),
    close: async () => {},
  }
}

function closed(gateway: string): LogSource {
  const gaps: readonly Gap[] = [{ where: gateway, kind: 'not-permitted', detail: '' }]
  const coverage = { gateway, from: null, to: null, complete: false, lines: 0, unrecognised: 0, gaps: [] }
  return {
    gateway,
    search: async () => ({ lines: [], gaps, utcOffset: null, scanned: 0 }),
    coverage: async () => ({ coverage, gaps }),
    health: async () => ({ ok: false, version: null, utcOffset: null, gaps }),
    close: async () => {},
  }
}
