import type { Event } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import { dialogueOf } from './dialogue.ts'

/**
 * The lines of the injection debug log in which our side answered this attempt with a reply that says so; none where no
 * such log was read. A reply is ours word for word, so it proves what the mail log leaves out.
 */
export function ourReplies(attempt: Attempt, says: RegExp): readonly Event[] {
  const dialogue = dialogueOf(attempt)
  if (dialogue?.conversation.weAre !== 'server') return []
  const said = dialogue.conversation.steps.filter(
    ({ who, code, text }) => who === 'us' && code !== undefined && says.test(text),
  )
  return said.map(({ event }) => event)
}

/** Our replies to the content that rules of their own speak of. */
export const contentReplies = {
  header: /message header size exceeds limit/i,
  lineEnding: /\bbare (?:cr|lf|carriage|line ?feed|newline)\b|invalid line ending/i,
} as const

/** Our refusal of the content, where the debug log has it and a rule speaks of it: then the abort after it is explained. */
export function contentRefused(attempt: Attempt): boolean {
  return Object.values(contentReplies).some((says) => ourReplies(attempt, says).length > 0)
}

/** Whether no mail came of the attempt: a fault in its dialogue may be the reason. */
export function cameToNothing({ fate }: Attempt): boolean {
  return fate === 'refused' || fate === 'aborted' || fate === 'open'
}
