import type { GapKind } from '../../diagnosis/evidence.ts'
import { gapOf, Trouble } from './trouble.ts'

/** Keeps a host that does not let one in from being tried again and again. */
export interface Circuit {
  /** Throws what went wrong before, where it is too early to try again. */
  check(): void
  /** Told that a connection could not be made, after so many milliseconds. */
  failed(error: unknown, tookMs: number): void
  worked(): void
}

/**
 * How long to wait after a failure, in milliseconds: at first, and at most, since each refused login in a row doubles
 * it. A gateway locks a user after a few; a host key that is another one is no matter of minutes; a dead host costs each
 * question its whole time.
 */
const rests: Readonly<Partial<Record<GapKind, readonly [first: number, most: number]>>> = {
  login: [60_000, 3_600_000],
  'host-key': [60_000, 60_000],
  unreachable: [5_000, 5_000],
  refused: [5_000, 5_000],
  timeout: [5_000, 15_000],
}

/** What fails within the same question is told as it failed, not as a thing of the past. */
const sameQuestionMs = 1_000
/** A host that was given less time than this to answer proves nothing by its silence. */
const fairMs = 5_000

/** Closed at first: anything may be tried. `now` in milliseconds. */
export function openCircuit(now: () => number): Circuit {
  let broken: { readonly at: number; readonly until: number; readonly error: unknown } | null = null
  let inARow = 0
  return {
    check() {
      if (!broken || now() >= broken.until) return
      if (now() - broken.at < sameQuestionMs) throw broken.error
      const { kind, detail } = gapOf(broken.error, '')
      throw new Trouble(kind, `not tried again for ${inWords(broken.until - now())}: ${detail}`)
    },
    failed(error, tookMs) {
      const { kind } = gapOf(error, '')
      const rest = rests[kind]
      if (!rest || (kind === 'timeout' && tookMs < fairMs)) return
      const ms = Math.min(rest[0] * 2 ** inARow, rest[1])
      inARow = Math.min(inARow + 1, 20)
      broken = { at: now(), until: now() + ms, error }
    },
    worked() {
      broken = null
      inARow = 0
    },
  }
}

function inWords(ms: number): string {
  return ms < 90_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} min`
}
