import { hopProofs, hopSlots, leavesUs } from '../next-hop.ts'
import { found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { traceStep, traceText } from '../steps.ts'

export const rule = defineRule({
  cause: 'next-hop-refuses',
  stage: 6,
  cites: ['delivery-bounced (B4, B6)', 'grammar, trap 22', 'CAUSES 73'],
  evidence: 'seen',
  texts: {
    headline: {
      default: 'Our gateway took the mail, but the mail server inside refused it, and the sender got it back.',
      unknown: 'Our gateway took the mail, but the mail server inside does not know the recipient.',
      outbound: "The recipient's mail server refused our mail, and it went back to its sender.",
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). At {triedAt} the next server answered {code} “{reply}”, and our gateway returned the mail to its sender.',
      unknown:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). At {triedAt} the next server answered {code} “{reply}”, and our gateway returned the mail to its sender.',
      outbound:
        'The mail from {mailFrom} to {rcptTo} was offered to the server of the recipient at {triedAt} ({id}). It answered {code} “{reply}”, and our gateway returned the mail to its sender.',
    },
    steps: {
      askThem:
        'If the address is right, ask the administrator of the recipient why their server answered so; give them the time and their reply, word for word.',
      mend: 'Mend what the next server complains of: no such mailbox, a connector that does not let our gateway in, a size limit, a transport rule.',
      earlier:
        'Let the gateway know the recipients itself (LDAP accept query on the listener): then a wrong address is refused at once.',
      trace: traceText,
    },
    note: {
      subject: 'Your mail to {rcptTo} came back',
      body: 'Hello,\n\nyour mail from {mailFrom} to {rcptTo} of {lastAt} was accepted by our gateway and refused by the mail server behind it: {code} {reply}. Please check the address; if it is right, send the mail again when we tell you that the fault is mended.',
    },
    meaning:
      'Bounced: the next server answered with a 5xx code, which means never. The gateway gives the mail up at once and returns it to the sender. The text in the brackets is that server’s own.',
  },
  examine(evidence) {
    const proofs = hopProofs(evidence, 'refuses')
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const slots = hopSlots(proofs)
    // On its way out it is their server that refuses, and ours that asks.
    const outbound = leavesUs(evidence, last)
    const unknown = /\b5\.1\.(1|10)\b|not found|no such|unknown|does not exist/i.test(String(slots.reply ?? ''))
    return found({
      cause: 'next-hop-refuses',
      certainty: 'proven',
      proofs,
      variant: outbound ? 'outbound' : unknown ? 'unknown' : 'default',
      slots,
      nextSteps: [
        { who: 'us', step: outbound ? 'askThem' : 'mend' },
        ...(unknown && !outbound ? [{ who: 'us', step: 'earlier' } as const] : []),
        traceStep([last.attempt]),
      ],
      note: !outbound,
    })
  },
})
