import type { Evidence } from './evidence.ts'
import { listenerStops, stretchIn } from './gateway-state.ts'
import { strayMx } from './our-mx.ts'

/**
 * Whether something that was looked at explains better why nothing came: then `never-connected` is one possibility of
 * several. A rule of its own tells what it is.
 */
export function isSilenceExplained(evidence: Evidence): boolean {
  const { window } = evidence.asked
  return (
    strayMx(evidence)?.meant === true ||
    evidence.checks.some(({ key }) => key === 'R8.refused') ||
    stretchIn(listenerStops(evidence), window.from, window.to)?.end === null
  )
}
