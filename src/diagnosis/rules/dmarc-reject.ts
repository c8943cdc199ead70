import { alignment, authenticationFailed, dmarcFailed } from '../abort.ts'
import { domainPart } from '../concerns.ts'
import { inOurName, inOurNameSteps } from '../in-our-name.ts'
import { dispositions, found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { heldIn } from '../stopped.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'dmarc-reject',
  stage: 3,
  cites: ['dmarc (F5)', 'dmarc-verification (F5b)', 'RFC 7489', 'CHECKS S18 to S20', 'CAUSES 46'],
  evidence: 'seen',
  texts: {
    headline: {
      default: "Our gateway refused it: it fails the sender's own rules against forgery (DMARC).",
      held: "Our gateway holds it: it fails the sender's own rules against forgery (DMARC).",
      ours: 'Our gateway refused a mail that came from outside in our own name, {domain}: nothing proves it ours (DMARC).',
      oursBefore:
        'Our gateway refused a mail that came from outside in our own name, {domain}: nothing proves it ours (DMARC).',
    },
    summary: {
      default:
        '{server} sent {count} {count:mail|mails} with {domain} in its From, {count:at|last at} {lastAt} ({id}). DMARC failed (SPF aligned: {spf}, DKIM aligned: {dkim}), and the transfer ended there. The server is either not one that {domain} allows, or the mail was forwarded or changed on its way.',
      held: '{server} sent {count} {count:mail|mails} with {domain} in its From, {count:at|last at} {lastAt} ({id}). DMARC failed (SPF aligned: {spf}, DKIM aligned: {dkim}), and the mail was put into a quarantine.',
      ours: '{server} sent {count} {count:mail|mails} with our own domain {domain} in its From, {count:at|last at} {lastAt} ({id}). DMARC failed (SPF aligned: {spf}, DKIM aligned: {dkim}), and the transfer ended there. Either somebody forges us, or it is ours after all: from a service that our own DNS does not name, or by way of a list or forwarder.',
      oursBefore:
        '{server} sent {count} {count:mail|mails} with our own domain {domain} in its From, {count:at|last at} {lastAt} ({id}). DMARC failed (SPF aligned: {spf}, DKIM aligned: {dkim}), and the transfer ended there. We took mail in our name from that server before, last at {takenAt}: that speaks for a service of ours, and proves none.',
    },
    clear: 'DMARC: passed for {domain}.',
    steps: {
      ...inOurNameSteps,
      mend: 'Allow {ip} in the SPF record of {domain}, or sign with a DKIM key of {domain}. If the mail is forwarded, let the forwarder keep the signature whole.',
      except:
        'If the mail is known to be good: exempt the sender in Mail Policies > DMARC (bypass for the address), and commit.',
    },
    note: {
      subject: 'Your mail with {domain} as sender fails DMARC',
      body: 'Hello,\n\nmail from {mailFrom}, sent to us by {server}, {count:at|last at} {lastAt}, failed DMARC for {domain}: SPF aligned: {spf}, DKIM aligned: {dkim}. We follow the policy that {domain} publishes. If {ip} is a server of yours or of a service that sends for you, please add it to the SPF record of the envelope sender domain, and sign with DKIM for {domain}. If the mail was forwarded, the forwarder must not change it.',
    },
    meaning:
      'DMARC lets the owner of a domain say what to do with mail that carries its name in From but passes neither SPF nor DKIM for that name. Our gateway checks it and follows the policy: refuse (550), hold, or let pass.',
  },
  examine(evidence) {
    const refused = proofsOf(evidence, (attempt) => {
      const failed = authenticationFailed(attempt).length > 0 ? dmarcFailed(attempt) : []
      return failed.length > 0 ? [...failed, ...told(attempt, 'receiving-aborted')] : []
    })
    const held = dispositions(evidence, (event) => /\bDMARC\b/i.test(heldIn(event)?.reason ?? ''))
    const proofs = refused.length > 0 ? refused : held
    const last = proofs.at(-1)?.attempt
    if (last === undefined) {
      const passed = evidence.attempts.flatMap((attempt) => told(attempt, 'dmarc')).at(-1)?.fields
      const good = passed !== undefined && /^pass/i.test(passed.result)
      return good ? { outcome: 'clear', slots: { domain: passed.domain } } : { outcome: 'not-applicable' }
    }
    const verdict = told(last, 'dmarc').at(-1)?.fields
    const domain = verdict?.domain.toLowerCase() ?? domainPart(last.mailFrom)
    const ours = refused.length > 0 ? inOurName(evidence, last, domain) : null
    return found({
      cause: 'dmarc-reject',
      // The line gives the verdict; that it was refused for it is told to the sender only, never to the log.
      certainty: refused.length > 0 ? 'likely' : 'proven',
      proofs,
      variant: ours?.variant ?? (refused.length > 0 ? 'default' : 'held'),
      slots: {
        domain: domain ?? '?',
        spf: alignment(verdict?.spfAligned),
        dkim: alignment(verdict?.dkimAligned),
        ...ours?.slots,
      },
      nextSteps: ours?.nextSteps ?? [
        { who: 'sender', step: 'mend' },
        { who: 'us', step: 'except', command: 'Mail Policies > DMARC' },
      ],
      note: ours === null,
    })
  },
})
