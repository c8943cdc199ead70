import { domainPart } from '../concerns.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { commandDomain } from '../steps.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'sender-domain-unresolvable',
  stage: 2,
  cites: ['sender-refused (R2)', 'CHECKS S4, S5', 'CAUSES 33'],
  evidence: 'seen',
  texts: {
    headline: { default: "Our gateway put the mail off: the DNS gave no answer about the sender's domain." },
    summary: {
      default:
        '{server} wanted to send as {mailFrom}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). The look-up of {domain} failed or ran out of time, so the address was refused for the moment (4xx); the sender tries again.',
    },
    steps: {
      check:
        'Ask the DNS as the gateway does. If many domains fail, mend our resolver; if only this one, its name servers are at fault.',
      flush: 'Once it is mended, empty the cache of the gateway.',
      mend: 'Check that all name servers of {domain} answer, over TCP too, and that its DNSSEC signatures are valid.',
    },
    note: {
      subject: 'Your domain {domain} does not resolve for us',
      body: 'Hello,\n\nyour server {server} wanted to send mail as {mailFrom}, {count:once|# times}, {count:at|last at} {lastAt}. Our gateway could not resolve {domain}: the look-up failed or timed out, so the mail was put off with a temporary error. Please check that all name servers of {domain} answer (over TCP too) and that its DNSSEC signatures are valid. Your server should try again by itself.',
    },
    meaning:
      'Before it takes a mail the gateway looks up the domain of the envelope sender. A look-up that fails (SERVFAIL) or gets no answer says nothing about the domain, so the sender is refused for the moment only.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) =>
      told(attempt, 'sender-refused').filter(({ fields }) => /could not be resolved/i.test(fields.reason)),
    )
    const last = proofs.at(-1)?.attempt
    if (last === undefined) return { outcome: 'not-applicable' }
    const domain = domainPart(last.mailFrom)
    const inCommand = commandDomain(domain)
    return found({
      cause: 'sender-domain-unresolvable',
      certainty: 'proven',
      proofs,
      slots: { domain: domain ?? '?' },
      nextSteps: [
        { who: 'us', step: 'check', ...(inCommand !== null && { command: `dig mx ${inCommand}` }) },
        { who: 'sender', step: 'mend' },
        { who: 'us', step: 'flush', command: 'dnsflush' },
      ],
      note: true,
    })
  },
})
