import type { Event } from '../../correlator/form.ts'
import { noteToColleague } from '../outside-notes.ts'
import { dispositions, found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { heldIn, stopOf } from '../stopped.ts'
import { told } from '../story.ts'
import { leavesUs } from '../whither.ts'

export const rule = defineRule({
  cause: 'dlp-action',
  stage: 5,
  cites: ['dlp (V18)', 'quarantined (DLP violation) (Q5b)', 'message-dropped'],
  evidence: 'seen',
  past: 'queued',
  texts: {
    headline: {
      default: 'Our gateway dropped the mail: it holds data that must not leave.',
      held: 'Our gateway holds the mail: it holds data that must not leave.',
      heldUnnamed: 'Our gateway holds the mail: it holds data that must not leave.',
    },
    summary: {
      default:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). Data loss prevention found a violation (policy {dlpPolicy}, severity {severity}), and it was dropped at {stoppedAt}.',
      held: 'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). Data loss prevention found a violation (policy {dlpPolicy}, severity {severity}), and it is held in the quarantine *{quarantine}* since {stoppedAt}.',
      unnamed:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). Data loss prevention found a violation, and it was dropped at {stoppedAt}. The log does not name the policy.',
      heldUnnamed:
        'The mail from {mailFrom} to {rcptTo} was taken at {lastAt} ({id}). Data loss prevention found a violation, and it is held in the quarantine *{quarantine}* since {stoppedAt}. The log does not name the policy.',
    },
    steps: {
      look: 'Look at it and decide: Monitor > Policy, Virus and Outbreak Quarantines > {quarantine}.',
      without: 'Send it again without that data, or by a way that is meant for it (encrypted, a portal).',
      policy:
        'If such data may go to that recipient: change the DLP policy (Mail Policies > DLP Policy Manager), or send it encrypted.',
    },
    noteToColleague: noteToColleague['dlp-action'],
    meaning:
      'Data loss prevention looks for card numbers, health data and the like in mail that leaves. A violation can hold, drop or encrypt the mail; it is about our own outgoing mail.',
  },
  examine(evidence) {
    const proofs = dispositions(evidence, (event) => stopOf(event)?.by === 'dlp' || isDlpHold(event))
    const last = proofs.at(-1)
    const event = last?.events.at(-1)
    if (!last || !event) return { outcome: 'not-applicable' }
    const violation = told(last.attempt, 'dlp').at(-1)
    const held = heldIn(event)
    return found({
      cause: 'dlp-action',
      certainty: held || violation ? 'proven' : 'likely',
      proofs: [...proofs.slice(0, -1), { ...last, events: [...told(last.attempt, 'dlp'), ...last.events] }],
      variant: violation?.fields.policy === undefined ? (held ? 'heldUnnamed' : 'unnamed') : held ? 'held' : 'default',
      slots: {
        dlpPolicy: violation?.fields.policy ?? [],
        severity: violation?.fields.severity ?? [],
        quarantine: held?.quarantine ?? '?',
        stoppedAt: event.line.time,
      },
      nextSteps: [
        held ? { who: 'us', step: 'look' } : { who: 'sender', step: 'without' },
        { who: 'us', step: 'policy', command: 'Mail Policies > DLP Policy Manager' },
      ],
      note: leavesUs(evidence, last),
      noteTo: 'colleague',
    })
  },
})

function isDlpHold(event: Event): boolean {
  return /\bDLP\b/i.test(heldIn(event)?.reason ?? '')
}
