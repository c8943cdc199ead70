import type { Evidence } from './evidence.ts'
import { listenerStops, stretchIn } from './gateway-state.ts'
import { checksThat, ofEveryListener } from './our-fault.ts'
import { strayMx } from './our-mx.ts'

/**
 * Whether something that was looked at explains better why nothing came: then `never-connected` is one possibility of
 * several. A rule of its own tells what it is.
 */
export function isSilenceExplained(evidence: Evidence): boolean {
  const { window } = evidence.asked
  return (
    strayMx(evidence)?.meant === true ||
    checksThat(evidence, 'R4.near', 'R6.bogus', 'R12.enforced', 'R13.mismatch', 'R14.mismatch').length > 0 ||
    ['R9.busy', 'R9.silent'].some((key) => ofEveryListener(evidence, key).length > 0) ||
    (checksThat(evidence, 'R8.ok').length === 0 && ofEveryListener(evidence, 'R8.refused').length > 0) ||
    stretchIn(listenerStops(evidence), window.from, window.to)?.end === null
  )
}
