import { isIPv4 } from 'node:net'
import type { Gap } from '../../diagnosis/evidence.ts'
import type { Needle } from '../../gather/ports.ts'
import { fixedHextets, rangeOf } from '../logs/sieve.ts'
import type { Allowance, Asking } from './ask.ts'
import { openAnswer } from './packed-answer.ts'
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
 * Runs a command on a log host and hands over each line, also where the host packs them. Only an exit status seen before
 * the close, and one that `good` holds, is a whole answer; all else is a Gap, and a torn last line is dropped. The
 * budget is one of unpacked bytes.
 */
export async function askHost(
  { session, where, now, seconds }: Asking,
  command: string,
  good: readonly number[],
  allowance: Allowance,
  take: (line: string) => void,
  stdin?: string,
): Promise<CommandAnswer> {
  let left = allowance.bytes
  let stopped = false
  const lines = openAnswer(
    (line) => {
      if (allowance.lines > 0) take(line)
    },
    (bytes) => {
      allowance.bytes -= bytes
      stopped = allowance.bytes <= 0 || allowance.lines <= 0
      return !stopped
    },
  )
  try {
    const { end, status, errors } = await session.run(command, {
      deadline: Math.min(allowance.deadline, now() + seconds * 1000),
      quietMs: 0,
      stdin: stdin ?? '',
      take(chunk) {
        // What is moved counts as well: bytes that unpack to nothing come to an end too.
        left -= chunk.length
        return lines.push(chunk) && left > 0 ? 'more' : 'stop'
      },
      ready: () => lines.ready(),
    })
    const { problem } = await lines.done()
    const said = oneLine(errors.split('\n')[0] ?? '')
    const gap = (kind: Gap['kind'], detail: string): CommandAnswer => ({
      gaps: [{ where, kind, detail }],
      errors: said,
      ended: end === 'closed',
      status,
    })
    if (end === 'stopped' || stopped) return gap('budget', 'an answer was cut off')
    if (end === 'deadline') return gap('timeout', 'a command did not end in time')
    if (end === 'dropped') return gap('partial', 'the connection was lost in the middle of an answer')
    if (problem !== null) return gap('partial', `a packed answer is damaged: "${oneLine(problem)}"`)
    if (status === null) return gap('partial', 'a command ended without an exit status')
    if (status === 126 || status === 127) return gap('role', `the host cannot run a command: "${said}"`)
    if (!good.includes(status)) return gap('partial', `a command ended with status ${status}: "${said}"`)
    return { gaps: [], errors: said, ended: true, status }
  } catch (error) {
    const refused = error instanceof Error && error.message.startsWith('Unable to exec')
    return { gaps: [gapOf(error, where)], errors: '', ended: refused, status: null }
  }
}

/** What a host is asked to look for. */
export interface FixedStrings {
  /** One a line, its first letter its kind: `a` a text in any case, `m`, `i` and `d` before ids, `v` an address or its beginning. */
  readonly lines: readonly string[]
  /** The kinds among them: `t`, `n`, and `v` or, where no address is the beginning of others, `w`. */
  readonly which: string
  readonly tooBroad: readonly string[]
}

/** Whether what is looked for is written one way only, so that case need not be regarded. */
export function isExact(needle: Needle): boolean {
  return needle.kind === 'ip' ? !needle.range.includes(':') : needle.kind !== 'text'
}

/**
 * What to look for on a host. Nothing of it reaches a shell but as data. It is broader than the needles; the exact
 * sifting is done on our side.
 */
export function fixedStrings(needles: readonly Needle[]): FixedStrings {
  const lines = new Set<string>()
  const tooBroad: string[] = []
  const kinds = new Set<string>()
  const add = (kind: string, line: string) => {
    kinds.add(kind)
    lines.add(line)
  }
  for (const needle of needles) {
    if (needle.kind === 'text') {
      const parts = needle.text.split(/[^\x20-\x7e]+/).sort((a, b) => b.length - a.length)
      const longest = parts[0]?.slice(0, 500) ?? ''
      if (longest.trim().length < 3) tooBroad.push(needle.text)
      else add('t', `a${longest}`)
    } else if (needle.kind === 'ip') {
      const prefixes = prefixesOf(needle.range)
      if (prefixes.length === 0) tooBroad.push(needle.range)
      for (const prefix of prefixes) {
        if (isExact(needle)) add(isIPv4(prefix) ? 'w' : 'v', `v${prefix}`)
        else add('t', `a${prefix}`)
      }
    } else add('n', `${needle.kind.charAt(0)} ${needle.id}`)
  }
  if (kinds.has('v')) kinds.delete('w')
  return { lines: [...lines], which: [...kinds].sort().join(''), tooBroad }
}

/** So many addresses of a range are asked for one by one rather than with all that begin alike. */
const mostAlone = 64

/** What the addresses of a range begin with; none where that is next to nothing. */
function prefixesOf(range: string): readonly string[] {
  const parsed = rangeOf(range)
  if (!parsed) return []
  if (parsed[0] === 'ipv4') {
    const [, address, bits] = parsed
    const fixed = address.octets.slice(0, Math.floor(bits / 8))
    if (fixed.length < 2) return []
    const count = 2 ** (32 - bits)
    if (fixed.length < 3 || count > mostAlone) return [`${fixed.join('.')}.`]
    const [a, b, c, d = 0] = address.octets
    const first = d - (d % count)
    return Array.from({ length: count }, (_, n) => `${a}.${b}.${c}.${first + n}`)
  }
  if (parsed[2] === 128) return [parsed[1].toString()]
  const fixed = fixedHextets(parsed[1], parsed[2])
  return fixed.length < 2 ? [] : [`${fixed.join(':')}:`]
}
