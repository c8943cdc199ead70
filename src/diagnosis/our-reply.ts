import type { Event } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import { dialogueOf } from './dialogue.ts'
import { told } from './story.ts'

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

/**
 * Lines of a header (`Name: value`, RFC 5322 section 2.2) that our side read as commands, in the midst of a mail: it had
 * stopped taking the content while the other side still sent some (grammar C10).
 */
export function headerAsCommands(attempt: Attempt): readonly Event[] {
  if (attempt.message === null) return []
  return told(attempt, 'unknown-command').filter(({ fields }) => /^[!-9;-~]+:(\s|$)/.test(fields.command.trim()))
}

/** Our refusal of the content, by the debug log or by what came of it: then the abort after it is explained. */
export function contentRefused(attempt: Attempt): boolean {
  return (
    headerAsCommands(attempt).length > 0 ||
    Object.values(contentReplies).some((says) => ourReplies(attempt, says).length > 0)
  )
}

/** Whether no mail came of the attempt: a fault in its dialogue may be the reason. */
export function cameToNothing({ fate }: Attempt): boolean {
  return fate === 'refused' || fate === 'aborted' || fate === 'open'
}
