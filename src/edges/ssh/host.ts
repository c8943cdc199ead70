import type { Gap } from '../../diagnosis/evidence.ts'
import type { Needle } from '../../gather/ports.ts'
import type { HeaderLine } from '../logs/header.ts'
import type { Listing } from '../logs/listing.ts'
import type { ListedFile } from '../logs/rolled.ts'
import type { Sieve } from '../logs/sieve.ts'
import type { Allowance } from './ask.ts'
import type { Part } from './host-script.ts'
import type { NearFile } from './places.ts'
import { eachOnce } from './trouble.ts'

/**
 * Told each line of a file that may interest. Lines are numbered from 1. `place` is the byte of the file at which it
 * begins, where that is known.
 */
export type TakeHit = (file: string, number: number, text: string, place?: number) => void

/** Lines of a file in which the gateway tells of its own state. */
export type States = readonly { readonly number: number; readonly text: string }[]

/** What a file tells of the times it holds, by the log's own clock, read as UTC. */
export interface Times {
  readonly first: number | null
  readonly last: number | null
  readonly headers: readonly HeaderLine[]
  readonly beats: readonly number[]
  /** Whether it is no mail log, but one of those that stand beside it. */
  readonly beside: boolean
  /** The lines in which the gateway tells of its own state (`stateTexts`); null where they were not looked for. */
  readonly states: States | null
}

/** How one step on a log host ended. */
export interface HostAnswer {
  readonly gaps: readonly Gap[]
  /** The folder as it was before the step and after it; less where the step came to no end. */
  readonly listings: readonly Listing[]
  /** What could not be read of which file. */
  readonly problems: ReadonlyMap<string, string>
  /** Files that were read to their end. */
  readonly done: ReadonlySet<string>
  readonly times: ReadonlyMap<string, Times>
  /** The host's own words where it lets nobody take this way to its files; null where it does. */
  readonly refused: string | null
}

/** What is looked for: broadly over there, exactly here. */
export interface Wanted {
  readonly needles: readonly Needle[]
  readonly sieve: Sieve
}

/** A way to the files of one folder. Each step is one round trip, or for a way that reads whole files as few as it can. */
export interface Host {
  list(allowance: Allowance): Promise<HostAnswer>
  search(files: readonly ListedFile[], wanted: Wanted, allowance: Allowance, take: TakeHit): Promise<HostAnswer>
  reach(files: readonly ListedFile[], allowance: Allowance): Promise<HostAnswer>
  /** Searches parts of files for ids, where the host can; told which of them were read. */
  searchNear?(
    files: readonly NearFile[],
    needles: readonly Needle[],
    allowance: Allowance,
    take: TakeHit,
    whole: (file: string, part: Part) => void,
  ): Promise<HostAnswer>
}

/** Several answers of one step, each over files of its own. */
export function together(answers: readonly HostAnswer[]): HostAnswer {
  return {
    gaps: eachOnce(answers.flatMap(({ gaps }) => gaps)),
    listings: answers.flatMap(({ listings }) => listings),
    problems: new Map(answers.flatMap(({ problems }) => [...problems])),
    done: new Set(answers.flatMap(({ done }) => [...done])),
    times: new Map(answers.flatMap(({ times }) => [...times])),
    refused: answers.find(({ refused }) => refused !== null)?.refused ?? null,
  }
}
