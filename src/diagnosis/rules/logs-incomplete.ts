import { absenceSlots, forOthers } from '../absence.ts'
import { isCovered, uncovered } from '../before.ts'
import { found } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { cutShort } from '../waiting.ts'

export const rule = defineRule({
  cause: 'logs-incomplete',
  stage: 8,
  cites: ['CHECKS R22', 'grammar, trap 27', 'CAUSES 82'],
  evidence: 'seen',
  texts: {
    headline: {
      default: 'Nothing was found, but the logs do not hold the whole time asked about.',
      others: 'Mail of {sender} came for others, and none for {recipient}; the logs do not hold the whole time.',
      ended: 'Nothing was found: the log ends at {endsAt}, before the time asked about.',
      none: 'Nothing can be said: no log could be read for that time.',
      cut: 'Our gateway was taking the mail when the log that was read ends: what became of it is not in there.',
    },
    summary: {
      default:
        'No attempt of this sender is in what could be read. {missing} {missingCount:does|do} not prove to hold all of {fromAt} to {toAt}, so the mail may have come and left no line that is still there.',
      others:
        '{others} {others:mail|mails} of {sender} came, the last at {otherAt} for {otherRcptTo}; none in what could be read named {recipient}. {missing} {missingCount:does|do} not prove to hold all of {fromAt} to {toAt}.',
      ended:
        '{missing} {missingCount:holds|hold} lines to {endsAt} only; the time asked about is {fromAt} to {toAt}. Ask again about a time before that.',
      none: 'No gateway gave log lines for {fromAt} to {toAt}. Whether the mail came is not known.',
      cut: 'The mail from {mailFrom} to {rcptTo} came at {lastAt} ({id}). The log of {missing} ends at {endsAt}, with the mail still on its way.',
    },
    clear: 'Coverage: the logs of {gateways} hold the whole time asked about.',
    steps: {
      unreadable:
        'Mend what stands under Missing, or name a file of the text mail log (mail_logs); its lines begin with a time. Then ask again.',
      again: 'Ask again about a time that the logs hold, or when the gateway answers.',
      older:
        'If older files were moved away (FTP, SCP or syslog push), search them there; keep more of them from now on: System Administration > Log Subscriptions > mail_logs.',
      askSender:
        'Send the log line of the attempt, with its time in UTC and our reply: it settles whether the mail reached us.',
    },
    note: {
      subject: 'Your mail to {ourDomain}: please send us the log line',
      body: 'Hello,\n\nwe look for mail of yours to {ourDomain} between {fromAt} and {toAt}, and our own logs do not hold all of that time any more. Please send us the log line of the attempt: its queue id, the time in UTC, your outgoing address, the address your server connected to, and what came back.',
    },
    meaning:
      'Log files are rolled and the oldest are deleted (ten files are kept by default), a gateway may not answer, or its log may have stopped. Where the time asked about is not proved whole, an absence proves nothing.',
  },
  examine(evidence) {
    const { attempts, coverage, asked } = evidence
    if (attempts.length > 0) return cutShort(evidence)
    if (isCovered(evidence)) {
      return { outcome: 'clear', slots: { gateways: coverage.map(({ gateway }) => gateway) } }
    }
    const missing = uncovered(evidence).map(({ gateway }) => gateway)
    const nothing = coverage.every(({ from }) => from === null)
    const others = forOthers(evidence)
    const endsAt = Math.max(0, ...coverage.map(({ to }) => to ?? 0))
    return found({
      cause: 'logs-incomplete',
      certainty: 'likely',
      proofs: [],
      variant: nothing ? 'none' : others ? 'others' : endsAt > 0 && endsAt <= asked.window.from ? 'ended' : 'default',
      slots: {
        ...absenceSlots(evidence),
        ...others,
        endsAt,
        missing: missing.length > 0 ? missing : coverage.map(({ gateway }) => gateway),
        missingCount: Math.max(1, missing.length),
        fromAt: asked.window.from,
        toAt: asked.window.to,
      },
      nextSteps: [
        { who: 'us', step: nothing ? 'unreadable' : 'again' },
        { who: 'us', step: 'older', command: 'System Administration > Log Subscriptions' },
        { who: 'sender', step: 'askSender' },
      ],
      note: !nothing,
    })
  },
})
