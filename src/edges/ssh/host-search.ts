import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Gap } from '../../diagnosis/evidence.ts'
import {
  allStateTexts,
  type Budget,
  type Needle,
  type RawLine,
  type Search,
  type SearchResult,
} from '../../gather/ports.ts'
import { readHeader } from '../logs/header.ts'
import { byAge, isLive, type ListedFile, stateOf } from '../logs/rolled.ts'
import { holds, sieveFor } from '../logs/sieve.ts'
import type { Allowance, Asking } from './ask.ts'
import { type Host, type HostAnswer, type States, together } from './host.ts'
import { fixedStrings } from './host-command.ts'
import type { openFolder } from './host-folder.ts'
import type { Kept } from './kept.ts'
import { rememberLives } from './lives.ts'

type Hit = readonly [number: number, text: string]

/** The lines that one search met, by file and number: a line may come as a hit and as one of the first of its file. */
type Hits = Map<string, Map<number, string>>

/** What was looked for together, in which files, and what was met. */
interface Look {
  readonly key: string
  readonly files: readonly ListedFile[]
  readonly hits: Hits
}

/** The lines of a file in which the gateway tells of its own state, where they were read before; null where not. */
export type KnownStates = (file: ListedFile) => States | null

/**
 * Searches the files of a folder whose time covers the question, or only those of them in which the ids that are looked
 * for can be. What was found in files that are written to no more is kept, packed.
 */
export function openHostSearch(
  { where, now }: Asking,
  folder: ReturnType<typeof openFolder>,
  kept: Kept,
  states: KnownStates,
): (asked: Search, budget: Budget) => Promise<Omit<SearchResult, 'utcOffset'>> {
  const lives = rememberLives(now)

  return async ({ needles, window }, budget) => {
    const { tooBroad } = fixedStrings(needles)
    let scanned = 0
    let looks: Look[] = []

    /** Looks for needles in files of a host; null where all that is there is known already. */
    const look = (
      host: Host,
      files: readonly ListedFile[],
      some: readonly Needle[],
      allowance: Allowance,
    ): Promise<HostAnswer> | null => {
      const one: Look = { key: JSON.stringify(some), files, hits: new Map() }
      looks.push(one)
      const byName = new Map(files.map((file) => [file.name, file]))
      const take = (name: string, number: number, text: string) => {
        const own = one.hits.get(name) ?? new Map<number, string>()
        one.hits.set(name, own)
        own.set(number, text)
        const file = byName.get(name)
        if (file) lives.note(file, text)
      }
      const open: ListedFile[] = []
      for (const file of files) {
        const packed = isLive(file) ? null : kept.get(`hits ${stateOf(file)} ${one.key}`)
        if (!packed) open.push(file)
        else
          for (const [number, text] of JSON.parse(inflateRawSync(packed).toString()) as Hit[])
            take(file.name, number, text)
      }
      if (open.length === 0 || fixedStrings(some).lines.length === 0) return null
      const sieve = sieveFor(some)
      return host.search(open, { needles: some, sieve }, allowance, (file, number, raw) => {
        const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw
        scanned += 1
        if (readHeader(text) === null) {
          if (allowance.lines <= 0 || !holds(sieve, text)) return
          allowance.lines -= 1
        }
        take(file, number, text)
      })
    }

    /** Looks for what a gateway says of its own state, where that is not known yet. */
    const lookForStates = (host: Host, files: readonly ListedFile[], some: readonly Needle[], allowance: Allowance) => {
      if (some.length === 0) return null
      const sieve = sieveFor(some)
      const hits: Hits = new Map()
      const unread = files.filter((file) => {
        const known = states(file)
        const own = known?.filter(({ text }) => holds(sieve, text)) ?? []
        if (own.length > 0) hits.set(file.name, new Map(own.map(({ number, text }) => [number, text])))
        return known === null
      })
      looks.push({ key: '', files: [], hits })
      return unread.length === 0 ? null : look(host, unread, some, allowance)
    }

    const answer = await folder.read(
      window,
      (host, files) => {
        const allowance: Allowance = { ...budget }
        looks = []
        const ids = needles.filter((needle) => 'id' in needle)
        const others = needles.filter((needle) => !('id' in needle) && !isState(needle))
        const first = [lookForStates(host, files, needles.filter(isState), allowance)]
        const narrowed = lives.narrow(ids, files)
        if (!narrowed) {
          if (ids.length + others.length > 0) first.push(look(host, files, [...ids, ...others], allowance))
        } else {
          const apart = others.length > 0 ? files.filter((file) => !narrowed.near.includes(file)) : []
          first.push(look(host, narrowed.near, [...ids, ...others], allowance), look(host, apart, others, allowance))
        }
        const further = () => {
          const far = narrowed?.far()
          return far ? look(host, far.files, far.needles, allowance) : null
        }
        const asked = first.filter((one) => one !== null)
        if (asked.length === 0) return further()
        return Promise.all(asked).then(async (answers) => {
          const more = answers.some(({ gaps }) => gaps.length > 0) ? null : await further()
          return together(more ? [...answers, more] : answers)
        })
      },
      budget.deadline,
    )
    for (const { key, files, hits } of answer.gaps.length > 0 ? [] : looks) {
      for (const file of files) {
        if (isLive(file) || !answer.done.has(file.name)) continue
        const text = JSON.stringify([...(hits.get(file.name) ?? [])] satisfies Hit[])
        kept.set(`hits ${stateOf(file)} ${key}`, deflateRawSync(text, { level: 1 }))
      }
    }
    const broad = tooBroad.map((what): Gap => ({ where, kind: 'too-broad', detail: what.slice(0, 100) }))
    const lines = linesOf(looks)
    return { lines, gaps: [...answer.gaps, ...broad], scanned: Math.max(scanned, lines.length) }
  }
}

/** Whether it is something that a gateway says of its own state. */
export function isState(needle: Needle): boolean {
  return needle.kind === 'text' && !needle.labels && allStateTexts.includes(needle.text)
}

function linesOf(looks: readonly Look[]): RawLine[] {
  const all: Hits = new Map()
  for (const { hits } of looks) {
    for (const [file, own] of hits) all.set(file, new Map([...(all.get(file) ?? []), ...own]))
  }
  const lines: RawLine[] = []
  for (const file of [...all.keys()].sort(byAge)) {
    const own = [...(all.get(file) ?? [])]
    for (const [number, text] of own.sort(([a], [b]) => a - b)) lines.push({ text, file, number })
  }
  return lines
}
