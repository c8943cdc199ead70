import { domainPart } from '../concerns.ts'
import type { Evidence } from '../evidence.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { commandDomain } from '../steps.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'sender-domain-unresolvable',
  stage: 2,
  cites: ['sender-refused (R2)', 'CHECKS S4, S5', 'CAUSES 33'],
  evidence: 'seen',
  past: 'sender-taken',
  texts: {
    headline: {
      default: "Our gateway put the mail off: the DNS gave no answer about the sender's domain.",
      mended: "Our gateway put the mail off: the DNS gave no answer then about the sender's domain. It does now.",
    },
    summary: {
      default:
        '{server} wanted to send as {mailFrom}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). The look-up of {domain} failed or ran out of time, so the address was refused for the moment (4xx); the sender tries again.',
      mended:
        '{server} wanted to send as {mailFrom}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). The look-up of {domain} failed or ran out of time, so the address was refused for the moment (4xx). Asked for this answer, {domain} resolves: it did not then, or our gateway asks a resolver that fails. The sender tries again.',
    },
    steps: {
      check:
        'Ask the DNS as the gateway does. If many domains fail, mend our resolver; if only this one, its name servers are at fault.',
      flush: 'Once it is mended, empty the cache of the gateway.',
      compare:
        'Ask the DNS as the gateway does. If it answers there too, the fault is over; if not, mend our resolver.',
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
    const mended = resolvesNow(evidence, domain)
    const inCommand = commandDomain(domain)
    return found({
      cause: 'sender-domain-unresolvable',
      certainty: 'proven',
      proofs,
      variant: mended ? 'mended' : 'default',
      slots: { domain: domain ?? '?' },
      nextSteps: [
        {
          who: 'us',
          step: mended ? 'compare' : 'check',
          ...(inCommand !== null && { command: `dig mx ${inCommand}` }),
        },
        ...(mended ? [] : [{ who: 'sender', step: 'mend' } as const]),
        { who: 'us', step: 'flush', command: 'dnsflush' },
      ],
      note: !mended,
    })
  },
})

/** Whether it exists, and neither its name servers nor its signatures are in doubt: those fail again at any time. */
function resolvesNow({ checks }: Evidence, domain: string | null): boolean {
  const own = checks.filter(({ subject }) => subject === domain)
  const doubtful = own.some(({ id, key, status }) => /^S[45]$/.test(id) && key !== 'S4.none' && status !== 'ok')
  return own.some(({ key }) => key === 'S1.ok') && !doubtful
}
