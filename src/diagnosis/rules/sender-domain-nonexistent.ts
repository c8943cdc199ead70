import { domainPart } from '../concerns.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { commandDomain } from '../steps.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'sender-domain-nonexistent',
  stage: 2,
  cites: ['sender-refused (R1)', 'CHECKS S1, S6', 'CAUSES 32'],
  evidence: 'seen',
  texts: {
    headline: {
      default: 'Our gateway refused the sender address: the DNS says that its domain does not exist.',
      mended: 'Our gateway refused the sender address: its domain did not exist in the DNS then. It does now.',
    },
    summary: {
      default:
        '{server} wanted to send as {mailFrom}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). Our gateway looked up {domain}, was told that it does not exist, and refused the address before any mail was offered.',
      mended:
        '{server} wanted to send as {mailFrom}, {count:once|# times}, {count:at|last at} {lastAt} ({id}). Our gateway was told then that {domain} does not exist, and refused the address. Today it exists, so a new attempt should pass.',
    },
    clear: "Sender domain: {domain} exists, and the gateway took the sender's address.",
    steps: {
      publish:
        'Publish an MX or address record for {domain}, or send from a domain that exists: bounces must be returnable.',
      again: 'Send the mail again: the domain resolves now.',
      flush: 'If the gateway still refuses it, it may remember the old answer: empty its DNS cache.',
      check: 'Ask the DNS as the gateway does.',
      except:
        'If it cannot wait: add {mailFrom} to the sender verification exception table (Mail Policies > Exception Table), and commit.',
    },
    note: {
      subject: 'Your sender address is refused: {domain} does not exist',
      body: 'Hello,\n\nyour server {server} wanted to send mail as {mailFrom}, {count:once|# times}, {count:at|last at} {lastAt}. Our gateway refused that envelope sender because the DNS says that {domain} does not exist. Please check the spelling of the sender address in the system that sends, and publish an MX or address record for {domain}, so that bounces can be returned. Then send the mail again.',
    },
    noteByVariant: {
      mended: {
        subject: 'Please send again: {domain} resolves now',
        body: 'Hello,\n\nyour server {server} wanted to send mail as {mailFrom}, {count:once|# times}, {count:at|last at} {lastAt}. Our gateway refused that envelope sender because the DNS said then that {domain} does not exist. Today it resolves, so nothing need be changed: please send the mail again. If you changed nothing, see whether all name servers of {domain} give the same answer.',
      },
    },
    meaning:
      'Before it takes a mail the gateway checks that the domain of the envelope sender exists: MX first, then the addresses of the MX. If the DNS answers that there is no such name, the sender is refused for good (5xx), and no message is begun.',
  },
  examine(evidence) {
    const proofs = proofsOf(evidence, (attempt) =>
      told(attempt, 'sender-refused').filter(({ fields }) => /does not exist/i.test(fields.reason)),
    )
    const last = proofs.at(-1)?.attempt
    const senders = new Set(evidence.attempts.map(({ mailFrom }) => domainPart(mailFrom)))
    const exists = evidence.checks.find(({ key, subject }) => key === 'S1.ok' && senders.has(subject))
    if (last === undefined) {
      const taken = evidence.attempts.some(({ mid, mailFrom }) => mid !== null && domainPart(mailFrom) !== null)
      return exists && taken ? { outcome: 'clear', slots: { domain: exists.subject } } : { outcome: 'not-applicable' }
    }
    const domain = domainPart(last.mailFrom)
    const inCommand = commandDomain(domain)
    const mended = exists?.subject === domain
    return found({
      cause: 'sender-domain-nonexistent',
      certainty: 'proven',
      proofs,
      variant: mended ? 'mended' : 'default',
      slots: { domain: domain ?? '?' },
      nextSteps: [
        { who: 'sender', step: mended ? 'again' : 'publish' },
        { who: 'us', step: 'check', ...(inCommand !== null && { command: `dig mx ${inCommand}` }) },
        mended
          ? { who: 'us', step: 'flush', command: 'dnsflush' }
          : { who: 'us', step: 'except', command: 'Mail Policies > Exception Table' },
      ],
      note: true,
    })
  },
})
