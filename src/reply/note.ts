import type { Evidence } from '../diagnosis/evidence.ts'
import type { Finding } from '../diagnosis/rule.ts'
import { fillPlain, type Writing } from './fill.ts'
import type { Section } from './reply.ts'
import type { Speech } from './speech.ts'
import { utcTime } from './when.ts'

const blank = '…'

/**
 * The note to the sender's administrator, to be pasted into a mail as it stands. Times are UTC: the reader sits
 * elsewhere. Null where the finding calls for none.
 */
export function noteOf(finding: Finding, evidence: Evidence, speech: Speech): Section | null {
  const text = finding.note ? speech.note(finding.cause) : null
  if (!text) return null
  // What is not known is left for the asker to fill in.
  const writing = { ...speech, time: (at: number) => utcTime(at, speech.language.locale), absent: blank }
  const { from, to } = evidence.asked.window
  const slots = {
    ourDomain: domainOf(evidence.asked.recipient ?? evidence.ours.domains[0] ?? addressee(finding) ?? blank),
    ourMx: evidence.ours.mxHosts,
    fromAt: from,
    toAt: to,
    ...finding.slots,
    period: periodOf(finding, speech, writing),
  }
  return {
    kind: 'draft',
    role: 'note',
    title: speech.ui('note'),
    subject: fillPlain(text.subject, slots, writing),
    body: fillPlain(text.body, slots, writing),
    folded: true,
  }
}

/** When it happened, as a clause: two ends, or the one time there was. */
function periodOf({ slots }: Finding, speech: Speech, writing: Writing): string {
  const once = slots.firstAt === slots.lastAt
  return fillPlain(speech.ui(once ? 'periodOnce' : 'period'), slots, writing)
}

function domainOf(mailbox: string): string {
  return mailbox.split('@').at(-1) ?? mailbox
}

/** Over logs alone nobody says what is ours; then the mail itself tells whom it was for. */
function addressee({ attempts }: Finding): string | undefined {
  return attempts.findLast(({ rcptTo }) => rcptTo.length > 0)?.rcptTo[0]
}
