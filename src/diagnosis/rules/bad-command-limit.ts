import type { Attempt } from '../attempts.ts'
import { withDialogue } from '../dialogue.ts'
import { cameToNothing, headerAsCommands, ourReplies } from '../our-reply.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { debugLogStep, debugLogText } from '../steps.ts'
import { told } from '../story.ts'

/** Vendor note 118495: after the fourth command that is none the gateway hangs up. */
const limit = 4

export const rule = defineRule({
  cause: 'bad-command-limit',
  stage: 1,
  cites: ['unknown-command (C10)', '421 Exceeded bad SMTP command limit', 'vendor note 118495', 'CAUSES 28'],
  evidence: 'seen',
  past: 'received',
  texts: {
    headline: { default: "The sender's server sent lines that are no SMTP commands, and our gateway hung up." },
    summary: {
      default:
        '{server} sent what our gateway does not know as a command, {count:on one connection|on # connections}, {count:at|last at} {lastAt} ({id}), such as `{command}`; after a few of them the gateway ends the connection. Either no mail server speaks there, or it goes on sending the content after it was refused.',
    },
    steps: {
      askSender:
        'Say which software sends there, and what its log holds of that connection: a script, a device, or a server that speaks LMTP or sends on after a refusal.',
      debugLog: debugLogText,
    },
    note: {
      subject: 'Your server {ip} does not speak SMTP to {ourDomain}',
      body: 'Hello,\n\nyour server {server} connected to us and sent several lines that are no SMTP commands, {count:once|# times}, {count:at|last at} {lastAt}, so the connection was ended. Please look in the log of that server for what it sent: software that speaks another protocol (LMTP, HTTP), or that goes on with the content after it was refused, has this effect.',
    },
    meaning:
      'A server that sends several lines in a row that are no SMTP commands is cut off with 421 Exceeded bad SMTP command limit. It is no mail server, it speaks another protocol, or it went on sending the content after it was refused.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, lines)
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const said = proofs.some(({ attempt }) => ourReplies(attempt, exceeded).length > 0)
    const command = told(last.attempt, 'unknown-command').at(0)?.fields.command ?? '?'
    return found({
      cause: 'bad-command-limit',
      // Without the 421 itself the number of such lines only fits.
      certainty: said ? 'proven' : 'likely',
      proofs: withDialogue(proofs),
      slots: { command: command.length > 60 ? `${command.slice(0, 59)}…` : command },
      nextSteps: [{ who: 'sender', step: 'askSender' }, debugLogStep([last.attempt], evidence.candidates)],
      note: true,
    })
  },
})

const exceeded = /exceeded bad smtp command limit/i

function lines(attempt: Attempt) {
  // After a refusal in the middle of the content the rest of it looks like commands (grammar C10).
  if (!cameToNothing(attempt) || told(attempt, 'receiving-failed').length > 0) return []
  const said = ourReplies(attempt, exceeded)
  const bad = [...told(attempt, 'unknown-command'), ...told(attempt, 'bad-command-syntax')]
  if (said.length === 0 && headerAsCommands(attempt).length > 0) return []
  return said.length > 0 || bad.length >= limit ? [...bad, ...said] : []
}
