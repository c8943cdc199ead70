import type { About, Window } from '../correlator/ids.ts'
import type { PassedOver } from './passed-over.ts'

/** What was asked, once understood. Serialisable. */
export interface Question {
  readonly about: About
  readonly recipient: string | null
  readonly window: Window
  /** False where the asker named no time and the window is the default. */
  readonly windowStated: boolean
  /** Names of gateways; empty means every one that is configured. */
  readonly gateways: readonly string[]
  /** BCP 47 tag of a language there are texts for. */
  readonly language: string
  /** IANA zone in which the asker reads and writes times. */
  readonly timeZone: string
  readonly now: number
  /** Words of the question that the answer leaves out of account, and says so. Not there where there are none. */
  readonly passedOver?: readonly PassedOver[]
}
