import { listenerFull, overLimit } from '../connection-limit.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'connection-limit-host',
  stage: 1,
  cites: ['receiving-failed (C7)', 'connection-limit (C8)', 'CAUSES 19'],
  evidence: 'seen',
  past: 'sender-taken',
  texts: {
    headline: { default: "The sender's server opened more connections at once than our gateway allows it." },
    summary: {
      default:
        '{server} was put off {count:once|# times}, {count:at|last at} {lastAt} ({id}): it had as many connections open as one address may. This is a refusal for the moment; the sender tries again.',
      max: '{server} was put off {count:once|# times}, {count:at|last at} {lastAt} ({id}): it already had {max} {max:connection|connections} open, which is the limit for one address. This is a refusal for the moment; the sender tries again.',
    },
    steps: {
      raise:
        'If the sender is a regular service: raise the connections per address in the mail flow policy of {group}, or move {ip} to a group with a higher limit, and commit.',
      fewer: 'Open fewer connections at once to us; what was put off will be sent again by itself.',
    },
    note: {
      subject: 'Too many connections at once from {ip}',
      body: 'Hello,\n\nyour server {server} opened more connections at once to our gateway than we allow one address, {count:once|# times}, {count:at|last at} {lastAt}. The mail was put off, not refused for good. Please let the server open fewer connections to {ourDomain} at a time, and tell us if this is a regular service, so that we can raise the limit.',
    },
    meaning:
      'A mail flow policy limits how many connections one address may have open at once. One more is answered with a temporary error, and the sender tries again later.',
  },
  examine(evidence) {
    const full = new Set(listenerFull(evidence).map(({ attempt }) => attempt))
    const proofs = proofsOf(evidence, overLimit).filter(({ attempt }) => !full.has(attempt))
    const last = proofs.at(-1)?.attempt
    if (last === undefined) return { outcome: 'not-applicable' }
    const max = told(last, 'connection-limit').at(-1)?.fields.max
    return found({
      cause: 'connection-limit-host',
      // The failure alone may also be the limit of the whole listener (C7); the warning beside it names the address (C8).
      certainty: max === undefined ? 'likely' : 'proven',
      proofs,
      variant: max === undefined ? 'default' : 'max',
      slots: { max: max ?? 0 },
      nextSteps: [
        { who: 'sender', step: 'fewer' },
        { who: 'us', step: 'raise', command: 'Mail Policies > Mail Flow Policies' },
      ],
      note: true,
    })
  },
})
