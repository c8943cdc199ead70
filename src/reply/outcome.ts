import type { Attempt } from '../diagnosis/attempts.ts'
import { reachFor } from '../diagnosis/fate.ts'
import type { Speech } from './speech.ts'

/**
 * What became of an attempt, in a word or two. It is told for the recipient asked about, an address or a domain; for all
 * of them, where that is null. A mail that only some of them got is not simply `delivered`.
 */
export function outcomeInWords(attempt: Attempt, recipient: string | null, speech: Speech): string {
  const { fate, reached, count } = reachFor(recipient, attempt)
  const isForSome = fate === 'delivered' && reached < count
  return isForSome ? speech.say('deliveredToSome', { reached, count }) : speech.ui(fate)
}
