import type { Gap } from '../diagnosis/evidence.ts'
import { fill } from './fill.ts'
import type { Line } from './reply.ts'
import type { Speech } from './speech.ts'
import { offsetInWords } from './when.ts'

interface GatewayHealth {
  readonly ok: boolean
  readonly version: string | null
  readonly utcOffset: number | null
  readonly gaps: readonly Gap[]
}

/** How one gateway stands, in a line: what it is, or what is wrong with it. */
export function gatewayHealth(gateway: string, health: GatewayHealth, speech: Speech): Line {
  const { ok, version, utcOffset, gaps } = health
  const gap = gaps[0]
  if (!ok && gap) return fill(speech.gap(gap.kind), { where: gateway, detail: gap.detail }, speech)
  const offset = utcOffset === null ? '?' : offsetInWords(utcOffset)
  return fill(speech.ui('statusOk'), { gateway, version: version ?? '', offset }, speech)
}
