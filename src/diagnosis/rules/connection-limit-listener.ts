import { listenerFull } from '../connection-limit.ts'
import { found } from '../proof.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  cause: 'connection-limit-listener',
  stage: 1,
  cites: ['receiving-failed (C7)', 'CAUSES 20'],
  evidence: 'documented',
  past: 'sender-taken',
  texts: {
    headline: { default: 'Our gateway had as many connections open as it can take at once, and put servers off.' },
    summary: {
      default:
        'Connections from {addresses} different addresses were put off within minutes, last {server} at {lastAt} ({id}): the limit was reached, and no line says that it was the limit of one address. That fits the limit of the whole listener. The senders try again.',
    },
    steps: {
      gauge: 'See how many connections are open now (Current inbound connections), and who holds them.',
      raise:
        'If the load is real: raise the maximum of concurrent connections of the listener (Network > Listeners; up to 300 is advised), or add a gateway, and commit.',
    },
    note: {
      subject: 'Mail to {ourDomain} was put off for a while',
      body: 'Hello,\n\nour mail gateway had too many connections open and put mail off, {count:once|# times}, {count:at|last at} {lastAt}. Your server tries again by itself, and you need not do anything. If a mail was returned to you, please send it again.',
    },
    meaning:
      'A listener takes a limited number of connections at once, over all senders. When they are used up, any further one gets a temporary error, whoever it is, and comes back later.',
  },
  examine(evidence) {
    const proofs = listenerFull(evidence)
    const last = proofs.at(-1)
    if (last === undefined) return { outcome: 'not-applicable' }
    return found({
      cause: 'connection-limit-listener',
      certainty: 'likely',
      proofs,
      slots: { addresses: new Set(proofs.map(({ attempt }) => attempt.ip)).size },
      nextSteps: [
        { who: 'us', step: 'gauge', command: 'status detail' },
        { who: 'us', step: 'raise', command: 'Network > Listeners' },
      ],
      note: true,
    })
  },
})
