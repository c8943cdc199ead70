import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { policiesOf, traceStep, traceText } from '../steps.ts'
import { stopOf, stopSlots } from '../stopped.ts'
import { told } from '../story.ts'

const engines: ReadonlySet<string> = new Set(['case', 'antispam', 'anti-spam', 'brightmail', 'cloudmark', 'ims'])

import { leavesUs } from '../whither.ts'

export const rule = defineRule({
  cause: 'spam-drop',
  stage: 4,
  cites: ['message-dropped (X1)', 'case-verdict (V1)', 'CAUSES 56'],
  evidence: 'seen',
  texts: {
    headline: { default: 'Our gateway took the mail for spam and threw it away.' },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken, judged as spam and dropped at {stoppedAt} ({id}). It cannot be brought back, and the sender was not told.',
    },
    clear: 'Spam: the verdict was {verdict}.',
    steps: {
      abused:
        'Find out first whether the account or machine of {mailFrom} is abused: what else left from there today? If so, lock it before anything is sent again.',
      policy:
        'Let the policy quarantine spam instead of dropping it: Mail Policies > {table} Mail Policies > {policy} > Anti-Spam; then commit.',
      report:
        'If it was no spam: have the sender send it again, and report it as a false positive to the vendor (Submission and Tracking Portal), with all its headers.',
      resend: 'Send it again, plainer: fewer links and pictures, from the usual server.',
      trace: traceText,
    },
    note: {
      subject: 'Your mail to {ourDomain} of {lastAt} was taken for spam',
      body: 'Hello,\n\nyour mail from {mailFrom} of {lastAt} was accepted by our gateway and then stopped, because its content was taken for spam. Please send it again, with fewer links and pictures, and tell us when, so that we can look for it.',
    },
    meaning:
      'The anti-spam engine (CASE) gives each mail a verdict: positive, suspect, marketing or negative. The mail policy says what happens then; with Drop the mail is thrown away after it was accepted.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, (event) => engines.has(stopOf(event)?.by ?? ''))
    const last = proofs.at(-1)
    if (last === undefined) {
      const verdict = evidence.attempts
        .flatMap((attempt) => told(attempt, 'case-verdict'))
        .findLast(({ fields }) => fields.engine === 'CASE' && /negative/i.test(fields.verdict))
      return verdict ? { outcome: 'clear', slots: { verdict: verdict.fields.verdict } } : { outcome: 'not-applicable' }
    }
    const verdicts = told(last.attempt, 'case-verdict').filter(({ fields }) => /positive/i.test(fields.verdict))
    // Spam of our own people is mostly not theirs.
    const leaves = leavesUs(evidence, last)
    return found({
      cause: 'spam-drop',
      certainty: 'proven',
      proofs: [...proofs.slice(0, -1), { ...last, events: [...verdicts, ...last.events] }],
      slots: {
        ...stopSlots(last.events),
        policy: told(last.attempt, 'policy-match').at(-1)?.fields.policy ?? '?',
      },
      nextSteps: [
        ...(leaves ? [{ who: 'us', step: 'abused' } as const] : []),
        { who: 'us', step: 'report' },
        { who: 'us', step: 'policy', command: policiesOf(last.attempt, 'Mail Policies') },
        ...(leaves ? [] : [{ who: 'sender', step: 'resend' } as const]),
        traceStep([last.attempt]),
      ],
      note: !leaves,
    })
  },
})
