import type { Attempt } from '../diagnosis/attempts.ts'
import type { Diagnosis } from '../diagnosis/diagnose.ts'
import type { Evidence } from '../diagnosis/evidence.ts'
import { reachFor } from '../diagnosis/fate.ts'
import type { Finding } from '../diagnosis/rule.ts'
import { asksAboutOurMail } from '../diagnosis/whither.ts'
import type { Line, Section } from './reply.ts'
import type { Speech } from './speech.ts'
import { tell, tellWords } from './told.ts'

/**
 * Whom a question is about that names a recipient of ours and no sender; null for any other. Mail of our own people to
 * another house is told like any mail, by what became of the latest.
 */
export function onlyRecipient({ asked, ours, attempts }: Evidence): string | null {
  if (!('recipient' in asked.about)) return null
  const allLeave = ours.domains.length === 0 && attempts.length > 0 && attempts.every(({ outbound }) => outbound)
  return allLeave || asksAboutOurMail(asked, ours.domains) ? null : asked.about.recipient
}

/** How much mail came for that recipient, and how much of it arrived: one sentence. */
export function recipientHeadline({ attempts }: Evidence, recipient: string, speech: Speech): string {
  const arrived = attempts.filter((attempt) => reachFor(recipient, attempt).fate === 'delivered').length
  return speech.say('mailsFor', { count: attempts.length, recipient, arrived, missed: attempts.length - arrived })
}

/** What no search by the recipient can show, and the question that would. */
export function whoFrom(speech: Speech): Section {
  return { kind: 'text', role: 'happened', lines: [[speech.ui('mailsForAsk')]] }
}

/** What stopped the mails that did not arrive, each reason in its own words; what arrived stands in the table. */
export function whatDidNot({ findings }: Diagnosis, speech: Speech): Section | null {
  const told = new Set<Attempt>()
  const stopped = findings.filter(({ cause, attempts, aside }) => {
    // The findings stand in order: the first that speaks of a mail is what happened to it.
    const news = attempts.filter((attempt) => !told.has(attempt))
    for (const attempt of attempts) told.add(attempt)
    return news.length > 0 && cause !== 'delivered' && !aside
  })
  if (stopped.length === 0) return null
  const items = stopped.map((finding): Line => sentences(finding, speech))
  return { kind: 'list', role: 'also', title: speech.ui('mailsForStopped'), items }
}

function sentences(finding: Finding, speech: Speech): Line {
  const headline = { bold: tellWords(finding, 'headline', speech) }
  return [headline, ' ', ...tell(finding, 'summary', speech), ' ', speech.ui(finding.certainty)]
}
