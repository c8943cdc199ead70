import type { Cef } from './cef.ts'

/** What an engine found, by the key that tells it. */
const verdicts: readonly (readonly [key: string, engine: string])[] = [
  ['ESAASVerdict', 'anti-spam'],
  ['ESAGMVerdict', 'graymail'],
  ['ESAAVVerdict', 'antivirus'],
  ['ESAAMPVerdict', 'file reputation'],
  ['ESAOFVerdict', 'outbreak filters'],
  ['ESAMFVerdict', 'message filters'],
  ['ESACFVerdict', 'content filters'],
  ['ESADLPVerdict', 'data loss prevention'],
  ['ESADMARCVerdict', 'DMARC'],
  ['ESADKIMVerdict', 'DKIM'],
]

/** Values that call for no word: nothing was found, or nothing was looked for. */
const quiet = new Set(
  '- CLEAN NEGATIVE NONE NOT_EVALUATED NO_MATCH NO_TRIGGER PASS SKIPPED UNKNOWN'.split(' ').concat('', 'NOT EVALUATED'),
)

/** What the mail log has no line for, in the words of the reason. */
const limits: readonly (readonly [key: string, what: string])[] = [
  ['ESARateLimitedIP', 'this address sent more than is allowed'],
  ['ESADHASource', 'this address named too many unknown recipients'],
  ['ESAMsgTooBigFromSender', 'the message was too big'],
]

const acts: Readonly<Record<string, string>> = {
  ABORTED: 'it was not received whole',
  BOUNCED: 'it was sent back',
  DELIVERED: 'it was delivered',
  DQ: 'it was held for a while',
  DROPPED: 'it was dropped',
  QUARANTINED: 'it was put into a quarantine',
}

/**
 * A line of the consolidated event log in plain words: which message, what became of it, and what was found. The values
 * come from the log as they are, senders' texts among them: whoever shows the sentence escapes it.
 */
export function sumUp({ fields, labelled }: Cef): string {
  const found = verdicts.flatMap(([key, engine]) => (isNews(fields[key]) ? [`${engine} ${fields[key]}`] : []))
  const reasons = limits.flatMap(([key, what]) => (isNews(fields[key]) ? [`${what} (${fields[key]})`] : []))
  const from = fields.suser === '' ? ' from nobody (a bounce)' : fields.suser ? ` from ${fields.suser}` : ''
  const to = fields.duser ? ` to ${fields.duser}` : ''
  const sentences = [`The gateway summed up the message${from}${to}`, ending(fields), ...reasons]
  if (fields.ESASenderGroup) sentences.push(`sender group ${fields.ESASenderGroup}`)
  if (labelled.MailPolicy) sentences.push(`mail policy ${labelled.MailPolicy}`)
  if (found.length > 0) sentences.push(`found: ${found.join(', ')}`)
  return `${sentences.filter(Boolean).join('; ')}.`
}

function ending({ act, ESAFinalActionDetails: details }: Readonly<Record<string, string>>): string {
  if (!act) return details ?? ''
  const words = Object.hasOwn(acts, act) ? acts[act] : `what became of it: ${act}`
  return details ? `${words} (${details})` : `${words}`
}

function isNews(value: string | undefined): boolean {
  return value !== undefined && !quiet.has(value.toUpperCase())
}
