import type { Way } from '../way.ts'
import { doorWays } from './door.ts'
import { envelopeWays } from './envelope.ts'
import { onwardWays } from './onward.ts'
import { queueWays } from './queue.ts'
import { severalWays, silentWays } from './several.ts'

/** Every way a mail can fare that incidents are composed of, in the order of how far it comes. */
export const ways: readonly Way[] = [
  ...silentWays,
  ...doorWays,
  ...envelopeWays,
  ...queueWays,
  ...onwardWays,
  ...severalWays,
]
