import type { Attempt } from '../attempts.ts'
import { byContentFilter, isForLink, linksMatched, worstLink } from '../judged-link.ts'
import { dispositions, found, type Proof } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { policiesOf } from '../steps.ts'
import { heldIn, stopOf } from '../stopped.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'reputation-filter',
  stage: 5,
  cites: ['url-reputation (V19)', 'sdr-verdict (F6b, F6c)', 'message-dropped (X5)', 'CAUSES 63'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: {
      default: 'A content filter of ours stopped the mail because of a link in it.',
      held: 'A content filter of ours holds the mail because of a link in it.',
      domain: 'The sender domain has a bad reputation, and a content filter of ours stopped the mail.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} ({id}) holds a link with the reputation {score}, which met the condition “{condition}”; the content filter *{filter}* stopped it at {stoppedAt}.',
      held: 'The mail from {mailFrom} to {rcptTo} ({id}) holds a link with the reputation {score}, which met the condition “{condition}”; it is in quarantine since {stoppedAt} ({filter}).',
      domain:
        'The mail from {mailFrom} to {rcptTo} ({id}): the reputation of its sender domain is {score}, and the content filter *{filter}* stopped it at {stoppedAt}. By itself that reputation stops nothing; whether the filter goes by it stands in its conditions.',
    },
    steps: {
      read: 'Read the conditions of the filter and see whether the verdict is right; make an exception for this sender or link if not: Mail Policies > {table} Content Filters.',
      review: 'If the link or the domain is harmless: ask for review at talosintelligence.com.',
      release:
        'If the mail is harmless: release it from the quarantine: Monitor > Policy, Virus and Outbreak Quarantines.',
      resend: 'Send the mail again without the link, once it is known which one it was.',
    },
    note: {
      subject: 'Your mail to {ourDomain} was stopped because of a link or domain in it',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was stopped by our content screening, because of the reputation of a link or of the sender domain. Please look whether the site or domain was abused, ask for review at talosintelligence.com if it was not, and send the mail again without the link meanwhile.',
    },
    meaning:
      'The gateway knows a reputation for links and for sender domains. It does nothing with it by itself; content filters can drop, hold or change mail by it, and name the condition that was met.',
  },
  examine(evidence) {
    const stopped = dispositions(evidence, byContentFilter)
    const links = stopped.filter(({ attempt, events }) => events.some((event) => isForLink(attempt, event)))
    const domains = stopped.filter(({ attempt }) => badDomain(attempt).length > 0)
    const proofs = links.length > 0 ? links : domains
    const last = proofs.at(-1)
    const event = last?.events.at(-1)
    if (!last || !event) return { outcome: 'not-applicable' }
    const link = worstLink(last.attempt)
    const held = heldIn(event)
    return found({
      cause: 'reputation-filter',
      certainty: links.length > 0 ? 'proven' : 'likely',
      proofs: proofs.map(withReason),
      variant: links.length === 0 ? 'domain' : held ? 'held' : 'default',
      slots: {
        score: link?.fields.score ?? badDomain(last.attempt).at(-1)?.fields.level ?? '?',
        condition: link?.fields.condition ?? '?',
        filter: held?.reason ?? stopOf(event)?.filter ?? '?',
        stoppedAt: event.line.time,
      },
      nextSteps: [
        { who: 'us', step: 'read', command: policiesOf(last.attempt, 'Content Filters') },
        { who: 'sender', step: 'review' },
        held ? { who: 'us', step: 'release' } : { who: 'sender', step: 'resend' },
      ],
      note: true,
    })
  },
})

function badDomain(attempt: Attempt) {
  const bad = /^(poor|weak|awful|tainted|untrusted|questionable)/i
  return told(attempt, 'sdr-verdict').filter(({ fields }) => bad.test(fields.level.trim()))
}

function withReason(proof: Proof): Proof {
  return { ...proof, events: [...linksMatched(proof.attempt), ...badDomain(proof.attempt), ...proof.events] }
}
