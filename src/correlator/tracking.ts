import { compileForms } from './dispatch.ts'
import type { Form } from './form.ts'
import { trackingRows } from './tracking-rows.ts'

const grammar = compileForms(
  trackingRows.map(([tracking], row): Form => ({ name: String(row), lines: [tracking], says: '', samples: [] })),
)

/**
 * The date and time before a sentence: `20 Nov 2026 10:00:05 (GMT +01:00)` on the page, `2026-11-20T10:00:05Z` in the
 * API. It is left away: the sentences of one message stand in their order.
 */
const stamp =
  /^\s*(?:\d{1,2} [A-Z][a-z]{2} \d{4},? \d\d:\d\d:\d\d(?: ?\([A-Z]{3}[^)]{0,10}\))?|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]{0,7}Z?)[\s:]+/

/**
 * Turns sentences of message tracking into the message part of the mail log's own lines, so that they give the same
 * facts. Null for what is no such sentence; those that the log has no line for stay as they are, for forms of their own.
 * Recipients are numbered per message in the order in which they are named, since tracking does not tell their RID.
 * Never throws.
 */
export function translateTracking(sentences: readonly string[]): readonly (string | null)[] {
  const recipients = new Map<unknown, string[]>()
  return sentences.map((sentence) => {
    const text = sentence.replace(stamp, '').trim()
    const known = grammar.recognise(text)
    const log = known && trackingRows[Number(known.form)]?.[1]
    if (!log) return ownForm.test(text) ? text : null
    const { fields } = known
    const named = typeof fields.rcptTo === 'string' ? fields.rcptTo.split(/,\s*/) : []
    const numbers = named.map((rcptTo) => numberOf(rcptTo.toLowerCase(), fields.mid, recipients))
    const values: Readonly<Record<string, unknown>> = {
      ...fields,
      rid: numbers[0],
      rids: numbers.join(', '),
      engine: dotless(fields.engine),
      verdict: verdictOf(fields.verdict),
    }
    return log.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => String(values[name] ?? ''))
  })
}

const ownForm =
  /^(?:Incoming connection \(ICID \d{1,15}\)|Message \d{1,15}) (?:has sender_group|Sender Domain|direction):/

function numberOf(rcptTo: string, mid: unknown, recipients: Map<unknown, string[]>): number {
  const known = recipients.get(mid) ?? []
  recipients.set(mid, known)
  const at = known.indexOf(rcptTo)
  return at >= 0 ? at : known.push(rcptTo) - 1
}

/** `engine: CASE. Interim verdict: definitely negative.`: a full stop of the sentence, not of the word. */
function dotless(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\.$/, '') : ''
}

/** Tracking writes `Positive` where the log has `positive`; `CLEAN` and `SKIPPED` are the same in both. */
function verdictOf(value: unknown): string {
  const verdict = dotless(value)
  return /^[A-Z][a-z]/.test(verdict) ? verdict.toLowerCase() : verdict
}
