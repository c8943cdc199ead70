import type { Event } from '../../correlator/form.ts'
import { authenticationFailed, spfFailed } from '../abort.ts'
import { dispositions, found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { brokenSignatures } from '../signature.ts'
import { heldIn } from '../stopped.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'dkim-broken',
  stage: 3,
  cites: ['dkim (F4b, F4c)', 'dmarc (F5)', 'RFC 6376', 'CHECKS S20', 'CAUSES 47'],
  evidence: 'seen',
  texts: {
    headline: {
      default: "The mail's DKIM signature did not hold, so it failed the sender's rules against forgery.",
      noKey:
        "The key for the mail's DKIM signature is not in the DNS, so it failed the sender's rules against forgery.",
    },
    summary: {
      default:
        '{server} sent mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). Its signature of {signer} (selector {selector}) failed: {detail}. Something changed the mail after it was signed: a forwarder, a footer, a relay in front of us.',
      noKey:
        '{server} sent mail from {mailFrom} to {rcptTo}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). The key of {signer} with the selector {selector} is not in the DNS: {detail}.',
    },
    clear: 'DKIM: the signature of {signer} was verified.',
    steps: {
      sender: 'Find out what changes the mail after it is signed, and sign last.',
      publish: 'Publish the key {selector} of {signer} in the DNS again, or sign with one that is there.',
      relay:
        'If mail of several senders fails so: see whether a relay in front of our gateway adds a footer or rewrites headers.',
    },
    note: {
      subject: 'The DKIM signature of your mail to {ourDomain} fails',
      body: 'Hello,\n\nmail from {mailFrom}, sent to us by {server}, {count:at|last at} {lastAt}, has a DKIM signature of {signer} (selector {selector}) that fails: {detail}. Please check whether the key is in the DNS, and whether a forwarder, a footer or a gateway changes the mail after it is signed.',
    },
    meaning:
      'DKIM signs a mail with a key of the sending domain. If the mail is changed afterwards (body hash did not verify) or the key is not in the DNS (no key for signature), the signature fails, and DMARC may fail with it.',
  },
  examine(evidence) {
    const refused = proofsOf(evidence, (attempt) =>
      authenticationFailed(attempt).length > 0 ? brokenSignatures(attempt) : [],
    )
    const held = dispositions(evidence, isHeldForIt).filter(({ attempt }) => brokenSignatures(attempt).length > 0)
    const proofs = refused.length > 0 ? refused : held
    const last = proofs.at(-1)
    const line = last && brokenSignatures(last.attempt).at(-1)
    if (!last || !line) {
      const good = evidence.attempts
        .flatMap((attempt) => told(attempt, 'dkim'))
        .findLast(({ fields }) => fields.result === 'pass')
      return good ? { outcome: 'clear', slots: { signer: good.fields.signer ?? '?' } } : { outcome: 'not-applicable' }
    }
    const noKey = /no key/i.test(line.fields.detail)
    const relay = noKey ? [] : [{ who: 'us', step: 'relay' } as const]
    return found({
      cause: 'dkim-broken',
      // That the signature failed is told; that the mail was stopped for it, only to the sender.
      certainty: 'likely',
      proofs,
      variant: noKey ? 'noKey' : 'default',
      slots: {
        signer: line.fields.signer ?? '?',
        selector: line.fields.selector ?? '?',
        detail: line.fields.detail,
      },
      nextSteps: [{ who: 'sender', step: noKey ? 'publish' : 'sender' }, ...relay],
      note: true,
      // Where SPF failed as well, the signature was not the only thing that was missing.
      ...(spfFailed(last.attempt).length > 0 && { aside: true as const }),
    })
  },
})

function isHeldForIt(event: Event): boolean {
  return /\bD(MARC|KIM)\b/i.test(heldIn(event)?.reason ?? '')
}
