import type { Attempt } from '../attempts.ts'
import { cameToNothing, contentReplies, headerAsCommands, ourReplies } from '../our-reply.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { debugLogStep, debugLogText } from '../steps.ts'
import { told as toldOf } from '../story.ts'

export const rule = defineRule({
  cause: 'header-too-big',
  stage: 3,
  cites: ['552 #5.3.4 message header size exceeds limit', 'receiving-failed (D5)', 'CAUSES 49'],
  evidence: 'seen',
  past: 'received',
  texts: {
    headline: {
      default: 'The header of the mail is longer than our gateway takes.',
      perhaps: 'Our gateway stopped taking the mail in the middle of its header: it may be too long.',
    },
    summary: {
      perhaps:
        '{server} sent mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). Our gateway ended the content while lines of the header were still coming, and read those as commands. A header that is too long does that (by default more than 1,000 lines); so does any other refusal of the content.',
      default:
        '{server} sent mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). Our gateway refused it because its header is too long (552, by default more than 1,000 lines). Trying again does not help.',
    },
    steps: {
      shorten:
        'Look for what makes the header grow: a list of hundreds of recipients in To or Cc, a loop that adds a line at each hop, or a program that writes its own data there.',
      raise: 'If it must pass: raise the maximum header size of the listener: `listenerconfig`, SETUP; then `commit`.',
      debugLog: debugLogText,
    },
    note: {
      subject: 'The header of your mail to {ourDomain} is too long',
      body: 'Hello,\n\nyour server {server} sent us mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt}. Its header (not its content) is longer than our gateway takes, so it was refused (552). Usually a long list of recipients in To or Cc, or a line that is added at each hop, is the reason. Please shorten it and send the mail again.',
    },
    meaning:
      'The lines before the content of a mail are its header. The gateway takes a limited number of them (1,000 by default) and refuses more with 552 message header size exceeds limit; the rest of the mail may then look like bad commands.',
  },
  examine(evidence) {
    const told = proofsOf(evidence, lines)
    const proofs = told.length > 0 ? told : proofsOf(evidence, headerAsCommands)
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const said = ourReplies(last.attempt, contentReplies.header).length > 0
    const debugLog = [debugLogStep([last.attempt], evidence.candidates)]
    return found({
      cause: 'header-too-big',
      // The reply was seen word for word; how the mail log words it was not.
      certainty: said ? 'proven' : told.length > 0 ? 'likely' : 'possible',
      ...(told.length === 0 && { variant: 'perhaps' }),
      proofs,
      nextSteps: [
        // Where it is not told, that is found out first.
        ...(told.length === 0 ? debugLog : []),
        { who: 'sender', step: 'shorten' },
        { who: 'us', step: 'raise', command: 'listenerconfig' },
        ...(told.length > 0 && !said ? debugLog : []),
      ],
      // The note says that the header is too long.
      note: told.length > 0,
    })
  },
})

function lines(attempt: Attempt) {
  if (!cameToNothing(attempt)) return []
  const failed = toldOf(attempt, 'receiving-failed').filter(({ fields }) => /\bheader\b/i.test(fields.reason))
  return [...failed, ...ourReplies(attempt, contentReplies.header)]
}
