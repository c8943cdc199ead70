import type { Attempt } from '../attempts.ts'
import { withDialogue } from '../dialogue.ts'
import { cameToNothing } from '../our-reply.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { debugLogStep, debugLogText } from '../steps.ts'
import { told } from '../story.ts'

/** Commands of SMTP extensions that the gateway does not offer (RFC 3030, 1985, 4468; vendors' own); `X-Name:` is a header. */
const extensions =
  /^(BDAT|BURL|ETRN|TURN|ATRN|XCLIENT|XFORWARD|XEXCH50|XEXPS|X-[A-Z0-9-]+|SAML|SOML|SEND|EXPN|VERB)(?=\s|$)/i

export const rule = defineRule({
  cause: 'unsupported-verbs',
  stage: 1,
  cites: ['unknown-command (C10)', '500 #5.5.1 command not recognized', 'CAUSES 29'],
  evidence: 'documented',
  past: 'received',
  texts: {
    headline: { default: "The sender's server uses an SMTP command that our gateway does not know, and gives up." },
    summary: {
      default:
        '{server} sent `{command}`, {count:once|# times}, {count:at|last at} {lastAt} ({id}); our gateway does not offer that command, and no mail came of the connection. A proper server falls back to what was offered in the EHLO answer.',
    },
    steps: {
      fallBack:
        'Let the sending server use only what our EHLO answer offers (switch off CHUNKING/BDAT or the like for us), and look whether a device in between changes that answer.',
      debugLog: debugLogText,
    },
    note: {
      subject: 'Your server {ip} uses a command that {ourDomain} does not offer',
      body: 'Hello,\n\nyour server {server} sent us the SMTP command {command}, which our EHLO answer does not offer, {count:once|# times}, {count:at|last at} {lastAt}, and then sent no mail. Please let it use only what is offered, for example by switching that extension off for mail to {ourDomain}, and check whether a device on the way alters the EHLO answer.',
    },
    meaning:
      'A server may only use the SMTP extensions that the other one offers in its EHLO answer. A command that is not offered is answered with 500; a server that cannot go on without it gives up.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, lines)
    const last = proofs.at(-1)
    const event = last?.events.at(-1)
    if (!last || event?.form !== 'unknown-command') return { outcome: 'not-applicable' }
    return found({
      cause: 'unsupported-verbs',
      certainty: 'likely',
      proofs: withDialogue(proofs),
      slots: { command: event.fields.command.trim().split(/\s/)[0] ?? '?' },
      nextSteps: [{ who: 'sender', step: 'fallBack' }, debugLogStep([last.attempt], evidence.candidates)],
      note: true,
    })
  },
})

function lines(attempt: Attempt) {
  if (!cameToNothing(attempt)) return []
  const unknown = told(attempt, 'unknown-command')
  return unknown.every(({ fields }) => extensions.test(fields.command.trim())) ? unknown : []
}
