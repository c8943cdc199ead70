import type { GapKind } from '../../diagnosis/evidence.ts'
import { readStamp } from '../logs/stamp.ts'
import { oneLine } from './trouble.ts'

const pager = '-Press Any Key For More-'

/** Whether the text after the last line end is the pager waiting for a key. */
export function isPager(rest: string): boolean {
  return rest.endsWith(pager)
}

/** A line without what the pager left before it: a carriage return, about 25 blanks, a carriage return. */
export function withoutPager(line: string): string {
  const start = line.startsWith(pager) ? pager.length : 0
  return line.slice(start).replace(/^\r {20,30}\r/, '')
}

/**
 * Whether the text after the last line end looks like a question (`[Y]> `) or the command line's own prompt
 * (`esa1.example.com> `, `(Machine esa1.example.com)> `). A log line cut in its middle may look so too: only silence
 * after it tells.
 */
export function isPrompt(rest: string): boolean {
  if (!rest.endsWith('> ') || rest.length > 1000) return false
  if (rest.endsWith(']> ')) return rest.includes('[')
  return /^\r?(?:\((?:Machine|Group|Cluster) [^()]{1,200}\)|[A-Za-z0-9][\w.-]{0,200})> $/.test(rest)
}

/**
 * Whether a gateway of a cluster offers to switch to the mode that a command needs (user guide 9.1.2, p. 39-15: "a
 * warning message and the opportunity to switch"), yes being what a mere return would say. The words are not documented
 * further, so both must be there, the switch and the mode. It holds for this command alone and changes nothing.
 */
export function isModeQuestion(said: string): boolean {
  return /\b(?:switch|change)\b.{0,60}\b(?:cluster|group|machine)\b.{0,20}\bmode\b.{0,10}\? \[Y(?:es)?\]> $/is.test(
    said.slice(-500),
  )
}

/** What the command line says instead of log lines, as far as its words are known; the vendor documents none of them. */
const refusals: readonly (readonly [words: RegExp, kind: GapKind, told: string])[] = [
  [/^unknown command/i, 'role', 'the gateway does not know the command, or this login may not use it'],
  [/permission|privilege|not authori[sz]ed|not allowed|access denied/i, 'role', 'this login may not read the log'],
  [/restricted to|not available in .{0,20}mode/i, 'role', 'the gateway wants another mode for this command'],
  [
    /\blog\b.{0,60}(?:not|no such|unknown|invalid)|(?:no such|unknown|invalid|not).{0,60}\blog\b/i,
    'no-log',
    'no such log',
  ],
  [/^usage:/i, 'role', 'the gateway did not take the command'],
]

export interface Refusal {
  readonly kind: GapKind
  readonly detail: string
}

/**
 * What an answer without one log line in it means: null for "no match", in either of its shapes (nothing at all, or a
 * sentence), otherwise the gateway's refusal with its own words.
 */
export function refusalIn(lines: readonly string[]): Refusal | null {
  const said = lines.filter((line) => line.trim() !== '')
  if (said.length === 0 || said.some((line) => readStamp(line) !== null)) return null
  if (said.length === 1 && /^no (?:results|match|matches)\b/i.test(said[0] ?? '')) return null
  for (const line of said) {
    const short = line.slice(0, 200)
    for (const [words, kind, told] of refusals) {
      if (words.test(short)) return { kind, detail: `${told}: "${oneLine(short)}"` }
    }
  }
  return {
    kind: 'partial',
    detail: `the gateway answered with something else than log lines: "${oneLine(said[0] ?? '')}"`,
  }
}
