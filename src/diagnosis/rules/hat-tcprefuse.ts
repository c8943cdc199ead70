import { lastTaken, takenSlots } from '../before.ts'
import { refusalLines } from '../connection.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'hat-tcprefuse',
  stage: 0,
  cites: ['hat-decision (A3, A3b)', 'CAUSES 11'],
  evidence: 'seen',
  past: 'let-in',
  texts: {
    headline: { default: "Our gateway turned the sender's server away before a word was said." },
    summary: {
      default:
        '{server} was turned away {count:once|# times}, {count:at|last at} {lastAt}: sender group *{group}* refuses at TCP level (rule {match}, reputation {sbrs}). Its server sees no reply at all and keeps trying for days.',
      changed:
        '{server} was turned away {count:once|# times}, {count:at|last at} {lastAt}: sender group *{group}* refuses at TCP level (rule {match}, reputation {sbrs}). Its server sees no reply at all and keeps trying for days. What changed: mail of this sender was last taken at {takenAt}, from {takenServer} with reputation {takenSbrs}.',
    },
    steps: {
      move: 'If the sender is welcome: Mail Policies > HAT Overview, move the address to another sender group above {group}, and commit.',
      reject:
        'Change the access of {group} from TCPREFUSE to REJECT: then a refused sender learns it at once, with a 554 reply, instead of after days.',
      cleanUp: 'Find out why the address has a bad name, and ask for a review at talosintelligence.com.',
    },
    note: {
      subject: 'Your server {ip} cannot connect to {ourDomain}',
      body: 'Hello,\n\nyour server {server} tried to connect to our mail gateway and was turned away at TCP level, {count:once|# times} {period}. On your side this looks like a refused or reset connection to port 25 ({ourMx}). It is a decision about that address. Please check its reputation at talosintelligence.com and look for mail leaving it that you did not send; then tell us.',
    },
    meaning:
      'TCPREFUSE is the hardest answer of the Host Access Table: the connection is cut without any SMTP reply. The sending server cannot tell it from a network fault, so it retries until its own queue gives up. The log line has ICID 0, because no connection was ever opened.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) => refusalLines(attempt, 'tcprefuse'))
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    const before = lastTaken(evidence, last.attempt.time, last.attempt.ip)
    const decision = last.events.findLast(({ form }) => form === 'hat-decision')
    const match = decision?.form === 'hat-decision' ? decision.fields.match : undefined
    return found({
      cause: 'hat-tcprefuse',
      certainty: 'proven',
      proofs,
      variant: before === null ? 'default' : 'changed',
      slots: { match: match ?? '?', ...(before !== null && takenSlots(before)) },
      nextSteps: [
        { who: 'us', step: 'move', command: 'Mail Policies > HAT Overview' },
        { who: 'us', step: 'reject' },
        { who: 'sender', step: 'cleanUp' },
      ],
      note: true,
    })
  },
})
