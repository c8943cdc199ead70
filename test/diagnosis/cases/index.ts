import { afterwardsCases } from './afterwards.ts'
import { beforeConnectionCases } from './before-connection.ts'
import { connectionCases } from './connection.ts'
import { deliveryCases } from './delivery.ts'
import { dialogueCases } from './dialogue.ts'
import { droppedCases } from './dropped.ts'
import { envelopeCases } from './envelope.ts'
import { hatCases } from './hat.ts'
import { heldCases } from './held.ts'
import { limitsCases } from './limits.ts'
import { lookAlikeCases } from './look-alikes.ts'
import { otherLogsCases } from './other-logs.ts'
import { ourSideCases } from './our-side.ts'
import { outboundCases } from './outbound.ts'
import { passedCases } from './passed.ts'
import type { RuleCase } from './rule-case.ts'
import { transferCases } from './transfer.ts'

/** All cases of all rules, by the stage of the mail. */
export const cases: readonly RuleCase[] = [
  ...beforeConnectionCases,
  ...ourSideCases,
  ...hatCases,
  ...connectionCases,
  ...dialogueCases,
  ...envelopeCases,
  ...limitsCases,
  ...transferCases,
  ...droppedCases,
  ...heldCases,
  ...deliveryCases,
  ...afterwardsCases,
  ...outboundCases,
  ...otherLogsCases,
  ...passedCases,
  ...lookAlikeCases,
]
