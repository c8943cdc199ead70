import type { Gap } from '../../diagnosis/evidence.ts'
import type { Needle } from '../../gather/ports.ts'
import { splitLines } from '../logs/lines.ts'
import { fixedHextets, rangeOf } from '../logs/sieve.ts'
import type { Allowance, Asking } from './ask.ts'
import { gapOf, oneLine } from './trouble.ts'

/** What a log host said to one command. */
export interface CommandAnswer {
  readonly gaps: readonly Gap[]
  /** The first line that it said beside its answer. */
  readonly errors: string
  /** Whether the command came to an end of its own, or could not be started: nothing was cut off. */
  readonly ended: boolean
  readonly status: number | null
}

/** Between single quotes, for any shell. What would need more than that is a bug, since names are checked before. */
export function quoted(path: string): string {
  if (!/^[A-Za-z0-9@._+=,/-]+$/.test(path)) throw new Error('a path for a shell held an unsafe character')
  return `'${path}'`
}

/**
 * Runs a command on a log host and hands over each line. Only an exit status seen before the close, and one that
 * `good` holds, is a whole answer; all else is a Gap, and a torn last line is dropped.
 */
export async function askHost(
  { session, where, now, seconds }: Asking,
  command: string,
  good: readonly number[],
  allowance: Allowance,
  take: (line: string) => void,
  stdin?: string,
): Promise<CommandAnswer> {
  const splitter = splitLines((line) => {
    if (allowance.lines > 0) take(line)
  })
  try {
    const { end, status, errors } = await session.run(command, {
      deadline: Math.min(allowance.deadline, now() + seconds * 1000),
      quietMs: 0,
      stdin: stdin ?? '',
      take(chunk) {
        allowance.bytes -= chunk.length
        splitter.push(chunk)
        return allowance.bytes <= 0 || allowance.lines <= 0 ? 'stop' : 'more'
      },
    })
    const said = oneLine(errors.split('\n')[0] ?? '')
    const gap = (kind: Gap['kind'], detail: string): CommandAnswer => ({
      gaps: [{ where, kind, detail }],
      errors: said,
      ended: end === 'closed',
      status,
    })
    if (end === 'stopped') return gap('budget', 'an answer was cut off')
    if (end === 'deadline') return gap('timeout', 'a command did not end in time')
    if (end === 'dropped') return gap('partial', 'the connection was lost in the middle of an answer')
    if (status === null) return gap('partial', 'a command ended without an exit status')
    if (status === 126 || status === 127) return gap('role', `the host cannot run a command: "${said}"`)
    if (!good.includes(status)) return gap('partial', `a command ended with status ${status}: "${said}"`)
    return { gaps: [], errors: said, ended: true, status }
  } catch (error) {
    const refused = error instanceof Error && error.message.startsWith('Unable to exec')
    return { gaps: [gapOf(error, where)], errors: '', ended: refused, status: null }
  }
}

/** The lines that every file has, whatever is looked for. */
const headers = ['Begin Logfile', 'End Logfile', 'Time offset from UTC:', ' SN: ']

const debugVerbs = ['Sent', 'Rcvd', 'Received']

/**
 * What `grep -F -f -` is given for some needles, one a line, and the needles that are too broad. Nothing of it reaches
 * a shell. It is broader than the needles; the exact sifting is done on our side.
 */
export function fixedStrings(needles: readonly Needle[]): {
  readonly strings: readonly string[]
  readonly tooBroad: readonly string[]
} {
  const strings = new Set(headers)
  const tooBroad: string[] = []
  for (const needle of needles) {
    if (needle.kind === 'text') {
      const parts = needle.text.split(/[^\x20-\x7e]+/).sort((a, b) => b.length - a.length)
      const longest = parts[0]?.slice(0, 500) ?? ''
      if (longest.trim().length < 3) tooBroad.push(needle.text)
      else strings.add(longest)
    } else if (needle.kind === 'ip') {
      const prefix = prefixOf(needle.range)
      if (prefix) strings.add(prefix)
      else tooBroad.push(needle.range)
    } else {
      const words = needle.kind === 'mid' ? ['MID', 'Message', 'rewritten to'] : [needle.kind]
      for (const word of words) strings.add(`${word} ${needle.id}`)
      strings.add(`${needle.kind}: ${needle.id}`)
      // The lines of a debug log begin with the number alone.
      if (needle.kind !== 'mid') for (const said of debugVerbs) strings.add(`: ${needle.id} ${said}`)
    }
  }
  return { strings: [...strings], tooBroad }
}

function prefixOf(range: string): string {
  const parsed = rangeOf(range)
  if (!parsed) return ''
  if (parsed[0] === 'ipv4') {
    const fixed = parsed[1].octets.slice(0, Math.floor(parsed[2] / 8))
    if (fixed.length < 2) return ''
    return fixed.join('.') + (fixed.length < 4 ? '.' : '')
  }
  if (parsed[2] === 128) return parsed[1].toString()
  const fixed = fixedHextets(parsed[1], parsed[2])
  return fixed.length < 2 ? '' : `${fixed.join(':')}:`
}
