import type { Needle } from '../../gather/ports.ts'
import { messageOf } from '../logs/stamp.ts'
import type { Allowance, Answered } from './ask.ts'
import { textPattern } from './pattern.ts'

type Ask = (command: string, allowance: Allowance, keep: (line: string) => boolean) => Promise<Answered>

/** Messages whose lines are fetched, the latest: each is a command that reads the whole log. */
const mostMessages = 8

/** Envelope sender, envelope recipient, subject (TAC 117853). */
const places = ['-f', '-t', '-s']

/**
 * What `findevent` tells where a login may not use `grep`: the messages with a text in envelope or subject, and all lines
 * of each (TAC 117853, "help findevent"). It knows no connection that was refused before there was a message, and whether
 * it reads rolled files is not documented, so its lines are found things and its silence is none; the refusal of `grep`
 * stays a gap. Empty where it is not offered either.
 */
export async function findEvents(
  ask: Ask,
  log: string,
  needles: readonly Needle[],
  allowance: Allowance,
): Promise<readonly string[]> {
  const mids = new Set(needles.flatMap((needle) => (needle.kind === 'mid' ? [needle.id] : [])))
  for (const needle of needles) {
    const pattern = needle.kind === 'text' ? textPattern(needle.text) : ''
    for (const place of pattern ? places : []) {
      const answer = await ask(`findevent -i ${place} ${pattern} ${log}`, allowance, (line) => midIn(line) !== null)
      if (!answer.goOn) return []
      for (const line of answer.lines) mids.add(midIn(line) ?? 0)
    }
  }
  const lines: string[] = []
  for (const mid of [...mids].sort((a, b) => a - b).slice(-mostMessages)) {
    const answer = await ask(`findevent -m ${mid} ${log}`, allowance, (line) => messageOf(line) !== null)
    lines.push(...answer.lines)
    if (!answer.goOn) break
  }
  return lines
}

/** The layout of the list is not documented: `MID 123` anywhere in a line, or a line that is a number. */
function midIn(line: string): number | null {
  const id = line.match(/\bMID:? ([1-9]\d{0,14})\b/)?.[1] ?? line.match(/^ *([1-9]\d{0,14}) *$/)?.[1]
  return id === undefined ? null : Number(id)
}
