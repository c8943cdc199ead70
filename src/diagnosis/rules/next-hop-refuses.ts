import { domainPart } from '../concerns.ts'
import { hopProofs, hopSlots } from '../next-hop.ts'
import { noteToColleague, noteToRecipient } from '../outside-notes.ts'
import { found } from '../proof.ts'
import { refusedFor, refusedSteps } from '../refused-for.ts'
import { defineRule } from '../rule.ts'
import { traceStep, traceText } from '../steps.ts'
import { theirSlots } from '../their-server.ts'
import { whither } from '../whither.ts'

export const rule = defineRule({
  cause: 'next-hop-refuses',
  stage: 6,
  cites: ['delivery-bounced (B4, B6)', 'grammar, trap 22', 'CAUSES 73'],
  evidence: 'seen',
  past: 'handed-over',
  texts: {
    headline: {
      default: 'Our gateway took the mail, but the mail server inside refused it, and the sender got it back.',
      unknown: 'Our gateway took the mail, but the mail server inside does not know the recipient.',
      outbound: "The recipient's mail server refused our mail, and it went back to its sender.",
      outboundUnknown: "The recipient's mail server does not know that address, and our mail went back to its sender.",
      onward: 'Our gateway passed the mail on, but the server there refused it, and the sender got it back.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). At {triedAt} the next server answered {code} “{reply}”, and our gateway returned the mail to its sender.',
      outbound:
        'The mail from {mailFrom} to {rcptTo} was offered to the server of the recipient at {triedAt} ({id}). It answered {code} “{reply}”, and our gateway returned the mail to its sender.',
      unsaid:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}) and returned to its sender at {triedAt}: {status}, {reason}. That is our gateway’s own word for it; what the next server answered is not in this log.',
    },
    steps: {
      askThem:
        'If the address is right, ask the administrator of the recipient why their server answered so; give them the time and their reply, word for word.',
      correct: 'Check the address {rcptTo} with the recipient, and take the old one out of the address book.',
      ourAddress:
        'That server does not like our address. See whether it is on the list that the reply names, find out what left from it, and ask for its removal; the other domain cannot mend that.',
      ourNames:
        'That server does not believe that the mail is from {senderDomain}. `dns {senderDomain}` asks here: the domain must resolve, its SPF record must hold the address that the mail left from, and the gateway must sign with DKIM for it.',
      smaller: 'Send a link in place of the file, or split it: that server takes no mail of this size.',
      full: 'Reach the recipient another way: the mailbox takes nothing more. Send it again when there is room.',
      mend: 'Mend what the next server complains of: no such mailbox, a connector that does not let our gateway in, a size limit, a transport rule.',
      earlier:
        'Let the gateway know the recipients itself (LDAP accept query on the listener): then a wrong address is refused at once.',
      passedOn:
        'See whose server that is and whether the mail should go there: the alias or forward that sends it on to {rcptTo}. A server that checks SPF refuses what is passed on under the sender it came with.',
      trace: traceText,
    },
    note: {
      subject: 'Your mail to {rcptTo} came back',
      body: 'Hello,\n\nyour mail from {mailFrom} to {rcptTo} of {lastAt} was accepted by our gateway and refused by the mail server behind it: {code} {reply}. Please check the address; if it is right, send the mail again when we tell you that the fault is mended.',
    },
    noteToRecipient: noteToRecipient['next-hop-refuses'],
    noteToColleague: noteToColleague['next-hop-refuses'],
    meaning:
      'Bounced: the next server answered with a 5xx code, which means never. The gateway gives the mail up at once and returns it to the sender. The text in the brackets is that server’s own.',
  },
  examine(evidence) {
    const proofs = hopProofs(evidence, 'refuses')
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const [slots, way] = [hopSlots(proofs), whither(evidence, last)]
    const why = refusedFor(String(slots.reply ?? ''))
    // The consolidated event log has not the other server's words: nobody can be written to about them.
    const isUnsaid = slots.code === ''
    const isOurFault = way === 'out' && ['address', 'names'].includes(why ?? '')
    return found({
      cause: 'next-hop-refuses',
      certainty: 'proven',
      proofs,
      variant: isUnsaid ? 'unsaid' : why === 'unknown' && way !== 'onward' ? 'unknown' : 'default',
      way,
      slots: { ...theirSlots(last), ...slots, senderDomain: domainPart(last.attempt.mailFrom) ?? [] },
      nextSteps: [...refusedSteps(way, why), traceStep([last.attempt])],
      note: way !== 'onward' && !isOurFault && !isUnsaid,
      ...(way === 'out' && !isOurFault && { noteTo: why === null ? 'recipient' : 'colleague' }),
    })
  },
})
