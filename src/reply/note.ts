import type { Evidence } from '../diagnosis/evidence.ts'
import type { Finding } from '../diagnosis/rule.ts'
import { fillPlain, type Writing } from './fill.ts'
import type { Section } from './reply.ts'
import type { Speech } from './speech.ts'
import { dayInUtc, utcClock, utcTime } from './when.ts'

const blank = '…'

/** What stands in a note for a name of ours that nobody told us: not to be overlooked, and the same in every language. */
const ownDomain = 'OUR-DOMAIN'
const ownHost = 'OUR-MX-HOST'

/** Languages that can say a time without its day; French and Dutch put a word for the day before it (`le 20 novembre`). */
const clockAlone: ReadonlySet<string> = new Set(['en', 'ja'])

/**
 * The note to the sender's administrator (or whom else the finding names), to be pasted into a mail as it stands. Times are UTC: the reader sits
 * elsewhere. Null where the finding calls for none.
 */
export function noteOf(finding: Finding, evidence: Evidence, speech: Speech): Section | null {
  const text = finding.note ? speech.note(finding) : null
  if (!text) return null
  // What is not known is left for the asker to fill in.
  // Each text says a day once: the second time on it is told by the clock alone.
  const writing = (): Writing => {
    let day = ''
    return {
      ...speech,
      absent: blank,
      time(at: number) {
        const same = dayInUtc(at) === day && clockAlone.has(speech.language.tag)
        day = dayInUtc(at)
        return same ? utcClock(at, speech.language.locale) : utcTime(at, speech.language.locale)
      },
    }
  }
  const { from, to } = evidence.asked.window
  const slots = {
    ourDomain: domainOf(toWhom(finding, evidence)),
    ourMx: evidence.ours.mxHosts.length > 0 ? evidence.ours.mxHosts : ownHost,
    fromAt: from,
    toAt: to,
    ...finding.slots,
    ...(finding.slots.testHost === '?' && { testHost: ownHost }),
    period: periodOf(finding, speech, writing()),
  }
  const subject = fillPlain(text.subject, slots, writing())
  const body = fillPlain(text.body, slots, writing())
  const unfilled = `${subject}\n${body}`.includes('OUR-')
  return {
    kind: 'draft',
    role: 'note',
    title: speech.ui(unfilled ? 'noteUnfilled' : noteTitle(finding)),
    subject,
    subjectLabel: speech.ui('noteSubject'),
    body,
    folded: true,
  }
}

/** What stands above a note: whom it is for. */
export function noteTitle({ noteTo }: Finding): 'note' | 'noteToRecipient' | 'noteToColleague' {
  if (noteTo === undefined) return 'note'
  return noteTo === 'recipient' ? 'noteToRecipient' : 'noteToColleague'
}

/** Whose domain the mail went to: ours, but for mail of our own people. */
function toWhom(finding: Finding, { asked, ours }: Evidence): string {
  const named = addressee(finding)
  const leaves = finding.noteTo === 'colleague' ? named : undefined
  return asked.recipient ?? leaves ?? ours.domains[0] ?? named ?? ownDomain
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
