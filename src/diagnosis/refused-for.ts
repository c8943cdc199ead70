import type { NextStep } from './rule.ts'
import type { Whither } from './whither.ts'

/**
 * What a server complains of that refuses our mail for good: no such `unknown` recipient; our `address` (a block list, a
 * reputation); our `names` (SPF, DKIM, DMARC, a sender domain that it does not find); the `size`; a `full` mailbox.
 */
export type RefusedFor = 'unknown' | 'address' | 'names' | 'size' | 'full'

/**
 * By its words, and by its enhanced status code where the words say nothing (RFC 3463; RFC 7372 for 5.7.20 to 5.7.29).
 * Null where they point at none of these: then only whoever runs it knows. It is the other house's text, so it decides no
 * more than who is asked first.
 */
export function refusedFor(reply: string): RefusedFor | null {
  const found = signs.find(([, words]) => words.test(reply))
  return found?.[0] ?? null
}

const signs: readonly (readonly [RefusedFor, RegExp])[] = [
  [
    'names',
    /\b(?:spf|dkim|dmarc)\b|\b5\.7\.2\d\b|\bunauthenticated\b|not authenticated|\b5\.1\.[78]\b|\bsender (?:address|domain|verif)/i,
  ],
  [
    'address',
    /\bblock ?list|\bblack ?list|\bblocklisted|\bdnsbl\b|\brbl\b|spamhaus|\bsbl|\breputation\b|\blisted (?:at|in|by|on)\b|\bbanned\b|\b5\.7\.(?:5\d\d|60[67])\b|\bblocked using\b/i,
  ],
  ['full', /\b5\.2\.2\b|\bover ?quota\b|\bquota exceeded\b|mailbox (?:is )?full/i],
  [
    'size',
    /\b5\.[23]\.[34]\b|(?:message|mail) (?:is )?too (?:large|big)|size (?:limit|exceeds)|exceeds (?:the )?(?:maximum )?size/i,
  ],
  ['unknown', /\b5\.1\.(?:1|10)\b|not found|no such|\bunknown\b|does not exist|no mailbox/i],
]

/** Who must act then, by the keys of the rule's steps: of mail on its way in, it is we in any case. */
export function refusedSteps(way: Whither, why: RefusedFor | null): readonly NextStep[] {
  if (way === 'out') return [outside[why ?? 'other']]
  if (way === 'onward') return [{ who: 'us', step: 'passedOn' }]
  const mend: NextStep = { who: 'us', step: 'mend' }
  return why === 'unknown' ? [mend, { who: 'us', step: 'earlier' }] : [mend]
}

const outside: Readonly<Record<RefusedFor | 'other', NextStep>> = {
  unknown: { who: 'sender', step: 'correct' },
  address: { who: 'us', step: 'ourAddress' },
  names: { who: 'us', step: 'ourNames' },
  size: { who: 'sender', step: 'smaller' },
  full: { who: 'sender', step: 'full' },
  other: { who: 'us', step: 'askThem' },
}
