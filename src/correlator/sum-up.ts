import type { Cef } from './cef.ts'

/** The words in which a consolidated event is told. `{value}` is filled. */
export interface SumUpWords {
  readonly message: string
  readonly from: string
  /** The sender of a bounce, who has no address. */
  readonly fromNobody: string
  readonly to: string
  readonly group: string
  readonly policy: string
  readonly found: string
  /** What became of it, by `act`. */
  readonly acts: Readonly<Record<'ABORTED' | 'BOUNCED' | 'DELIVERED' | 'DQ' | 'DROPPED' | 'QUARANTINED', string>>
  /** An `act` that is not among them. */
  readonly act: string
  /** What an engine found, by the key that tells it. */
  readonly engines: Readonly<Record<(typeof verdicts)[number], string>>
  /** What the mail log has no line for, in the words of the reason. */
  readonly limits: Readonly<Record<(typeof limits)[number], string>>
  readonly between: string
  readonly end: string
}

const verdicts = [
  'ESAASVerdict',
  'ESAGMVerdict',
  'ESAAVVerdict',
  'ESAAMPVerdict',
  'ESAOFVerdict',
  'ESAMFVerdict',
  'ESACFVerdict',
  'ESADLPVerdict',
  'ESADMARCVerdict',
  'ESADKIMVerdict',
] as const
const limits = ['ESARateLimitedIP', 'ESADHASource', 'ESAMsgTooBigFromSender'] as const

/** Values that call for no word: nothing was found, or nothing was looked for. */
const quiet = new Set(
  '- CLEAN NEGATIVE NONE NOT_EVALUATED NO_MATCH NO_TRIGGER PASS SKIPPED UNKNOWN'.split(' ').concat('', 'NOT EVALUATED'),
)

const english: SumUpWords = {
  message: 'The gateway summed up the message',
  from: ' from {value}',
  fromNobody: ' from nobody (a bounce)',
  to: ' to {value}',
  group: 'sender group {value}',
  policy: 'mail policy {value}',
  found: 'found: {value}',
  acts: {
    ABORTED: 'it was not received whole',
    BOUNCED: 'it was sent back',
    DELIVERED: 'it was delivered',
    DQ: 'it was held for a while',
    DROPPED: 'it was dropped',
    QUARANTINED: 'it was put into a quarantine',
  },
  act: 'what became of it: {value}',
  engines: {
    ESAASVerdict: 'anti-spam',
    ESAGMVerdict: 'graymail',
    ESAAVVerdict: 'antivirus',
    ESAAMPVerdict: 'file reputation',
    ESAOFVerdict: 'outbreak filters',
    ESAMFVerdict: 'message filters',
    ESACFVerdict: 'content filters',
    ESADLPVerdict: 'data loss prevention',
    ESADMARCVerdict: 'DMARC',
    ESADKIMVerdict: 'DKIM',
  },
  limits: {
    ESARateLimitedIP: 'this address sent more than is allowed',
    ESADHASource: 'this address named too many unknown recipients',
    ESAMsgTooBigFromSender: 'the message was too big',
  },
  between: '; ',
  end: '.',
}

/**
 * A line of the consolidated event log in plain words: which message, what became of it, and what was found. The values
 * come from the log as they are, senders' texts among them: whoever shows the sentence escapes it.
 */
export function sumUp({ fields, labelled }: Cef, words: SumUpWords = english): string {
  const put = (text: string, value: string) => text.replace('{value}', () => value)
  const found = verdicts.flatMap((key) => (isNews(fields[key]) ? [`${words.engines[key]} ${fields[key]}`] : []))
  const reasons = limits.flatMap((key) => (isNews(fields[key]) ? [`${words.limits[key]} (${fields[key]})`] : []))
  const from = fields.suser === '' ? words.fromNobody : fields.suser ? put(words.from, fields.suser) : ''
  const to = fields.duser ? put(words.to, fields.duser) : ''
  const sentences = [`${words.message}${from}${to}`, ending(fields, words), ...reasons]
  if (fields.ESASenderGroup) sentences.push(put(words.group, fields.ESASenderGroup))
  if (labelled.MailPolicy) sentences.push(put(words.policy, labelled.MailPolicy))
  if (found.length > 0) sentences.push(put(words.found, found.join(', ')))
  return `${sentences.filter(Boolean).join(words.between)}${words.end}`
}

function ending({ act, ESAFinalActionDetails: details }: Readonly<Record<string, string>>, words: SumUpWords): string {
  if (!act) return details ?? ''
  const known = Object.hasOwn(words.acts, act) ? words.acts[act as keyof SumUpWords['acts']] : null
  const told = known ?? words.act.replace('{value}', () => act)
  return details ? `${told} (${details})` : told
}

function isNews(value: string | undefined): boolean {
  return value !== undefined && !quiet.has(value.toUpperCase())
}
