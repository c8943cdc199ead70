import { isCovered } from '../before.ts'
import { incomplete } from '../incomplete.ts'
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
      narrowed: 'Nothing was found in the part that was searched: too many lines name that sender.',
      narrowedOthers:
        'Mail of {sender} came for others, and none for {recipient} in the part that was searched: there was too much of it.',
      limit: 'Nothing was found, but the search stopped at its limit before all was looked at.',
      cut: 'Our gateway was taking the mail when the log that was read ends: what became of it is not in there.',
    },
    summary: {
      default:
        'Nothing of that mail is in what could be read. {missing} {missingCount:does|do} not prove to hold all of {fromAt} to {toAt}, so the mail may have come and left no line that is still there.',
      others:
        '{others} {others:mail|mails} of {sender} came, the last at {otherAt} for {otherRcptTo}; none in what could be read named {recipient}. {missing} {missingCount:does|do} not prove to hold all of {fromAt} to {toAt}.',
      ended:
        '{missing} {missingCount:holds|hold} lines to {endsAt} only; the time asked about is {fromAt} to {toAt}. Ask again about a time before that.',
      none: 'No gateway gave log lines for {fromAt} to {toAt}. Whether the mail came is not known.',
      narrowed:
        'The logs hold the whole time asked about ({fromAt} to {toAt}), but so many lines name {sender} that only the latest were read, from {readFromAt} to {readToAt}. An attempt before that is not in this answer.',
      narrowedOthers:
        'The logs hold the whole time asked about ({fromAt} to {toAt}), but so many lines name {sender} that only the latest were read, from {readFromAt} to {readToAt}: {others} {others:mail|mails}, the last at {otherAt} for {otherRcptTo}. Mail before that is not in this answer.',
      limit:
        'The logs of {missing} hold the whole time asked about ({fromAt} to {toAt}), but not all of it was looked at. An attempt in the rest is not in this answer.',
      cut: 'The mail from {mailFrom} to {rcptTo} came at {lastAt} ({id}). The log of {missing} ends at {endsAt}, with the mail still on its way.',
    },
    clear: 'Coverage: the logs of {gateways} hold the whole time asked about.',
    steps: {
      unreadable:
        'Mend what stands under Missing, or name a file of the text mail log (mail_logs); its lines begin with a time. Then ask again.',
      again: 'Ask again about a time that the logs hold, or when the gateway answers.',
      narrower:
        'Ask again about the time before {readFromAt}, a few hours at once; or name one address of the sender in place of {sender}.',
      less: 'Ask again about less time, or name one address of the sender in place of {sender}.',
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
    const { attempts, coverage } = evidence
    if (attempts.length > 0) return cutShort(evidence)
    if (isCovered(evidence)) {
      return { outcome: 'clear', slots: { gateways: coverage.map(({ gateway }) => gateway) } }
    }
    return incomplete(evidence)
  },
})
