import { lastTaken, takenSlots } from '../before.ts'
import { refusalLines } from '../connection.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { addresses } from '../steps.ts'

export const rule = defineRule({
  cause: 'hat-reject-reputation',
  stage: 1,
  cites: ['hat-decision (A2)', 'delayed-reject (A5 to A7)', 'CAUSES 12'],
  evidence: 'seen',
  past: 'let-in',
  texts: {
    headline: { default: "Our gateway refused it: the sender's server has a bad reputation." },
    summary: {
      default:
        '{server} tried {count:once|# times}, {count:at|last at} {lastAt}, and was refused before any mail was offered: sender group *{group}*, reputation *{sbrs}*.',
      changed:
        '{server} tried {count:once|# times}, {count:at|last at} {lastAt}, and was refused before any mail was offered: sender group *{group}*, reputation *{sbrs}*. What changed: mail of this sender was last taken at {takenAt}, from {takenServer} with reputation {takenSbrs}.',
    },
    steps: {
      cleanUp:
        'Look for mail leaving {ip} that nobody meant to send, then ask for a review at talosintelligence.com. The note below says so.',
      exempt:
        'If this cannot wait: Mail Policies > HAT Overview, add {ip} to a sender group *above* {group}, for a day, and commit.',
      exemptMany:
        'If this cannot wait: Mail Policies > HAT Overview, add the address to a sender group *above* {group}, for a day, and commit.',
    },
    note: {
      subject: 'Your mail to {ourDomain} is refused: {ip}',
      body: 'Hello,\n\nmail from your server {server} to {ourDomain} was refused at connection, {count:once|# times} {period}, with a 554 reply, because of the reputation of that address. Please look for mail leaving the server that you did not send, check whether the address is on a block list, then ask for a review at talosintelligence.com. Until the reputation recovers your mail from this address will be refused; mail from another server of yours is judged on its own.',
    },
    meaning:
      'The gateway scores every address that connects (SBRS, −10 to +10, from the history of what the address sent). Below a limit the Host Access Table refuses the connection with a 554 reply, before sender and recipient are known. It is about the sending server, not about one mail.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) => refusalLines(attempt, 'reputation'))
    const last = proofs.at(-1)?.attempt
    if (last === undefined) return { outcome: 'not-applicable' }
    const before = lastTaken(evidence, last.time, last.ip)
    return found({
      cause: 'hat-reject-reputation',
      certainty: 'proven',
      proofs,
      variant: before === null ? 'default' : 'changed',
      slots: before === null ? {} : takenSlots(before),
      nextSteps: [
        { who: 'sender', step: 'cleanUp' },
        {
          who: 'us',
          step: addresses([last]).length > 0 ? 'exempt' : 'exemptMany',
          command: 'Mail Policies > HAT Overview',
        },
      ],
      note: true,
    })
  },
})
