import type { Diagnosis } from '../diagnosis/diagnose.ts'
import type { Evidence } from '../diagnosis/evidence.ts'
import type { Finding } from '../diagnosis/rule.ts'
import { asksAboutOurMail } from '../diagnosis/whither.ts'
import type { PassedOver } from '../question/passed-over.ts'
import { type Again, aboutInWords } from './ask-again.ts'
import { attemptsTable } from './attempts-table.ts'
import { candidates } from './candidates.ts'
import { dialoguesBehind } from './dialogue.ts'
import { citesOf, evidenceFile, evidenceLines } from './evidence-lines.ts'
import { noteOf, noteTitle } from './note.ts'
import { passedOverLines } from './passed-over.ts'
import { onlyRecipient, recipientHeadline, whatDidNot, whoFrom } from './recipient.ts'
import type { Action, Reply, Section, Tone } from './reply.ts'
import { reputation } from './reputation.ts'
import { isGatewayGap, nothingRead, searched } from './searched.ts'
import { also, checks, happened, missing, next, notTold, ruledOut, underWayWords } from './sections.ts'
import type { Speech } from './speech.ts'
import { tellWords } from './told.ts'

/** What compose needs beside the diagnosis: whose words, whose clock, and how long it took. */
export interface Occasion {
  readonly speech: Speech
  readonly elapsedMs: number
  /** What the buttons ask. */
  readonly again: Again
  /** Words of the question that the answer leaves out of account. */
  readonly passedOver?: readonly PassedOver[]
  readonly json: unknown
}

/** Diagnosis × language → Reply. The verdict first, then what moves the reader on; what is long is folded. */
export function compose(evidence: Evidence, diagnosis: Diagnosis, occasion: Occasion): Reply {
  const { speech } = occasion
  const [leading, ...others] = diagnosis.findings
  const cites = citesOf(diagnosis.findings)
  const file = evidenceFile(cites, speech)
  const recipient = onlyRecipient(evidence)
  const told: readonly (Section | null)[] =
    recipient === null
      ? [
          happened(evidence, leading, speech),
          passedOverLines(occasion.passedOver ?? [], evidence, speech),
          attemptsTable(evidence, speech),
          missing(evidence.gaps, diagnosis.crashed, speech),
          next(leading, speech),
          reputation(evidence, leading, speech),
          ...(leading ? dialoguesBehind(leading, speech) : []),
          also(others, speech),
        ]
      : [
          whoFrom(speech),
          passedOverLines(occasion.passedOver ?? [], evidence, speech),
          attemptsTable(evidence, speech),
          missing(evidence.gaps, diagnosis.crashed, speech),
          whatDidNot(diagnosis, speech),
        ]
  const sections: (Section | null)[] = [
    ...told,
    evidenceLines(cites, speech),
    ...(recipient === null ? [ruledOut(diagnosis, speech), notTold(diagnosis, leading, speech)] : []),
    candidates(evidence, speech),
    checks(evidence.checks, speech),
    leading && recipient === null ? noteOf(leading, evidence, speech) : null,
    searched(evidence, speech, occasion.elapsedMs),
  ]
  return {
    tone: toneOf(evidence, leading),
    headline: headlineOf(evidence, leading, speech),
    sections: sections.filter((section) => section !== null),
    actions: actions(evidence, leading, occasion),
    ...(leading ? { rating: ratingOf(leading, speech) } : {}),
    ...(file ? { file } : {}),
    json: occasion.json,
    status: nothingRead(evidence) ? 3 : 0,
  }
}

/** Causes that are good news: nothing went wrong on our side of the way. */
const arrived: readonly string[] = ['delivered', 'arrived']

function toneOf(evidence: Evidence, leading: Finding | undefined): Tone {
  if (evidence.gaps.some(isGatewayGap)) return 'yellow'
  if (!leading || onlyRecipient(evidence) !== null) return 'white'
  // `delivered` is also the variant of what came under another name, and arrived.
  // It was delivered, and may lie where nobody looks.
  if (leading.variant === 'elsewhere') return 'yellow'
  if (arrived.includes(leading.cause) || leading.variant === 'delivered') return 'green'
  if (evidence.attempts.length === 0 || leading.cause === 'logs-incomplete') return 'white'
  // What is told beside the question, for want of an answer to it, has stopped no mail.
  if (leading.aside) return 'white'
  return leading.certainty === 'possible' ? 'yellow' : 'red'
}

function headlineOf(evidence: Evidence, leading: Finding | undefined, speech: Speech): string {
  if (nothingRead(evidence)) return speech.ui('nothingRead')
  const recipient = onlyRecipient(evidence)
  if (recipient !== null && evidence.attempts.length > 0) return recipientHeadline(evidence, recipient, speech)
  if (!leading && evidence.attempts.length === 0) {
    return speech.say('nothingFound', { about: aboutInWords(evidence.asked.about) })
  }
  if (!leading) return underWayWords(evidence, speech) ?? speech.ui('noVerdict')
  return tellWords(leading, 'headline', speech)
}

function ratingOf({ cause, certainty }: Finding, speech: Speech): NonNullable<Reply['rating']> {
  const about = `${cause} ${certainty}`
  return { asked: speech.ui('rightAsked'), right: speech.ui('right'), wrong: speech.ui('wrong'), about }
}

const week = 7 * 24 * 3_600_000

/** What an asker does next, the likeliest first. Nobody waits for what came, or has its number already. */
function actions(evidence: Evidence, leading: Finding | undefined, { speech, again }: Occasion): readonly Action[] {
  const { window, about } = evidence.asked
  const isAwaited = !(
    'mid' in about ||
    'icid' in about ||
    'messageId' in about ||
    'recipient' in about ||
    arrived.includes(leading?.cause ?? '')
  )
  const nobodyCame = evidence.attempts.length === 0
  const wanted: readonly (Action | false)[] = [
    window.to - window.from < week && { id: 'widen', label: speech.ui('actionWiden'), ask: again.week },
    { id: 'again', label: speech.ui('actionAgain'), ask: again.same },
    (leading?.cites.length ?? 0) > 0 && { id: 'lines', label: speech.ui('actionLines'), ask: again.lines },
    leading?.note === true && { id: 'note', label: speech.ui(noteTitle(leading)), ask: again.note },
    nobodyCame &&
      !asksAboutOurMail(evidence.asked, evidence.ours.domains) && {
        id: 'probe',
        label: speech.ui('actionProbe'),
        ask: 'probe',
      },
    isAwaited && { id: 'watch', label: speech.ui('actionWatch'), ask: again.watch },
  ]
  return wanted.filter((action) => action !== false)
}
