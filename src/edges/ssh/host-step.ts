import type { Gap } from '../../diagnosis/evidence.ts'
import { type Listing, readListing } from '../logs/listing.ts'
import type { ListedFile } from '../logs/rolled.ts'
import type { Allowance, Asking } from './ask.ts'
import { type HostAnswer, type TakeHit, together } from './host.ts'
import { askHost } from './host-command.ts'
import { readPrinted } from './host-printed.ts'
import { oneLine } from './trouble.ts'

/** How one of the scripts ended. */
export interface Read extends HostAnswer {
  /** The last lines of files that may still be written to; the very last with a `#` after it. */
  readonly tails: ReadonlyMap<string, readonly string[]>
}

/** Told when one search in a file is over, with the last lines that the file had then. */
export type TakeTurn = (file: string, tail: readonly string[]) => void

/** Runs one of the scripts over some files and takes its answer apart. */
export async function step(
  asking: Asking,
  command: string,
  asked: readonly ListedFile[],
  allowance: Allowance,
  take: TakeHit,
  stdin?: string,
  turn: TakeTurn = () => undefined,
): Promise<Read> {
  const listings: string[][] = []
  const tails = new Map<string, string[]>()
  const problems = new Map<string, string>()
  const done = new Set<string>()
  const words: string[] = []
  let file: string | null = null
  let hello = false
  let ended = false
  let isPlaced = false
  let skew = 0
  const answer = await askHost(
    asking,
    command,
    [0],
    allowance,
    (line) => {
      const printed = readPrinted(line, isPlaced)
      if (!hello) {
        hello = printed.kind === 'hello'
        if (!hello && words.length < 5) words.push(line)
      } else if (printed.kind === 'placed') isPlaced = true
      else if (printed.kind === 'clock') skew = printed.at - asking.now()
      else if (printed.kind === 'listing') {
        listings.push([])
        file = null
      } else if (printed.kind === 'file') file = printed.name
      else if (printed.kind === 'turn' && file !== null) {
        turn(file, tails.get(file) ?? [])
        tails.delete(file)
      } else if (printed.kind === 'end') ended = true
      else if (file === null) listings.at(-1)?.push(line)
      else if (printed.kind === 'searched') {
        if (printed.problem) problems.set(file, printed.problem)
        else done.add(file)
      } else if (printed.kind === 'hit' && printed.number > 0)
        take(file, printed.number, printed.text, printed.place ?? undefined)
      else if (printed.kind === 'hit') {
        const tail = tails.get(file) ?? []
        tails.set(file, tail)
        tail.push(printed.text)
      }
    },
    stdin,
  )
  const refused = !hello && answer.ended ? oneLine(words[0] ?? answer.errors) || 'no commands are run' : null
  const gaps: Gap[] = refused === null ? [...answer.gaps] : []
  if (answer.status === 9) gaps.splice(0, 1, { where: asking.where, kind: 'no-log', detail: answer.errors })
  if (refused === null && gaps.length === 0 && !ended) {
    gaps.push({ where: asking.where, kind: 'partial', detail: 'an answer came without its end' })
  }
  for (const { name } of gaps.length === 0 && refused === null ? asked : []) {
    if (!done.has(name) && !problems.has(name)) problems.set(name, 'what was found in it did not come')
  }
  // A listing counts only where something stands after it.
  if (!ended && file === null) listings.pop()
  const now = asking.now()
  return {
    gaps,
    listings: listings.map((lines): Listing => ({ ...readListing(lines.join('\n'), now + skew), skew })),
    problems,
    done,
    times: new Map(),
    refused,
    tails,
  }
}

/** Several answers of one step, each over files of its own. */
export function allOf(reads: readonly Read[]): Read {
  return { ...together(reads), tails: new Map(reads.flatMap(({ tails }) => [...tails])) }
}
