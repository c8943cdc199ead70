import { authenticationFailed, dmarcFailed, spfFailed } from '../abort.ts'
import { domainPart } from '../concerns.ts'
import { inOurName, inOurNameSteps } from '../in-our-name.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'spf-reject',
  stage: 3,
  cites: ['spf (F3)', 'RFC 7208 section 8.4', 'CHECKS S9 to S12', 'CAUSES 45'],
  evidence: 'seen',
  texts: {
    headline: {
      default: "It looks as if our gateway refused it: the sender's server is not one that its domain allows (SPF).",
      ours: 'It looks as if our gateway refused a mail that came from outside in our own name, {domain}: our SPF record does not allow that server.',
      oursBefore:
        'It looks as if our gateway refused a mail that came from outside in our own name, {domain}: our SPF record does not allow that server.',
    },
    summary: {
      default:
        '{server} sent {count} {count:mail|mails} as {mailFrom}, {count:at|last at} {lastAt} ({id}). SPF says that {domain} forbids that address (Fail), and the transfer ended there. The log does not say that SPF was the reason.',
      ours: '{server} sent {count} {count:mail|mails} as {mailFrom}, {count:at|last at} {lastAt} ({id}). Our own SPF record for {domain} forbids that address (Fail), and the transfer ended there. Either somebody forges us, or a service of ours is missing in that record. The log does not say that SPF was the reason.',
      oursBefore:
        '{server} sent {count} {count:mail|mails} as {mailFrom}, {count:at|last at} {lastAt} ({id}). Our own SPF record for {domain} forbids that address (Fail), and the transfer ended there. We took mail in our name from that server before, last at {takenAt}: that speaks for a service of ours, and proves none. The log does not say that SPF was the reason.',
    },
    clear: 'SPF: passed for {address}.',
    steps: {
      askReply:
        'Look in the log of the sending server for our error: it names SPF, or the DMARC policy, or neither. That tells which it was.',
      ...inOurNameSteps,
      publish: 'Add {ip} to the SPF record of {domain}, or send by way of a server that is in it.',
      check:
        'See what the mail flow policy of {group} does on SPF Fail: Mail Policies > Mail Flow Policies > SPF/SIDF Verification.',
    },
    note: {
      subject: 'Your mail from {ip} fails SPF for {domain}',
      body: 'Hello,\n\nyour server {server} sent us mail as {mailFrom}, {count:once|# times}, {count:at|last at} {lastAt}. The SPF record of {domain} does not allow that address (result: fail), and the mail was not taken. If {ip} is a server of yours, please add it to the SPF record of {domain}; if the mail was forwarded, the forwarder should use an envelope sender of its own.',
    },
    meaning:
      'SPF is the list of addresses that a domain says may send for it. A mail flow policy may refuse mail when the result is Fail. A forwarded mail fails too, since the forwarder is not on the list.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) => {
      const failed = authenticationFailed(attempt).length > 0 ? spfFailed(attempt) : []
      return failed.length > 0 ? [...failed, ...told(attempt, 'receiving-aborted')] : []
    })
    const last = proofs.at(-1)?.attempt
    if (last === undefined) {
      const passed = evidence.attempts
        .flatMap((attempt) => told(attempt, 'spf'))
        .findLast(({ fields }) => fields.result.toLowerCase() === 'pass')
      return passed ? { outcome: 'clear', slots: { address: passed.fields.address } } : { outcome: 'not-applicable' }
    }
    const domain = domainPart(spfFailed(last).at(-1)?.fields.address ?? last.mailFrom)
    const ours = inOurName(evidence, last, domain)
    const isUnsure = dmarcFailed(last).length > 0
    return found({
      cause: 'spf-reject',
      // Where DMARC failed as well, either may have been the reason, and DMARC speaks first.
      certainty: isUnsure ? 'possible' : 'likely',
      proofs,
      ...(ours && { variant: ours.variant }),
      slots: { domain: domain ?? '?', ...ours?.slots },
      nextSteps: ours?.nextSteps ?? [
        ...(isUnsure ? [{ who: 'sender', step: 'askReply' } as const] : []),
        { who: 'sender', step: 'publish' },
        { who: 'us', step: 'check', command: 'Mail Policies > Mail Flow Policies' },
      ],
      note: ours === null,
    })
  },
})
