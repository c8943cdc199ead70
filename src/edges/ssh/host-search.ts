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
import { type Host, type HostAnswer, type States, type TakeHit, together } from './host.ts'
import { fixedStrings } from './host-command.ts'
import type { openFolder } from './host-folder.ts'
import type { Part } from './host-script.ts'
import type { Kept } from './kept.ts'
import { rememberLives } from './lives.ts'
import { nearness, rememberPlaces } from './places.ts'

/** `place`: the byte of the file at which it begins; null where that is not known. */
type Hit = readonly [number: number, text: string, place: number | null]

/** The lines that one search met, by file and number: a line may come as a hit and as one of the first of its file. */
type Hits = Map<string, Map<number, Hit>>

/** What was looked for together, in which files, and what was met. */
interface Look {
  readonly key: string
  readonly files: readonly ListedFile[]
  readonly hits: Hits
  /** The parts of each file that were read, where not all of it was. */
  readonly parts: Map<string, Part[]> | null
}

/** What is kept of one look in one file. */
interface Packed {
  readonly hits: readonly Hit[]
  readonly parts: readonly Part[] | null
}

/** The lines of a file in which the gateway tells of its own state, where they were read before; null where not. */
export type KnownStates = (file: ListedFile) => States | null

/**
 * Searches the files of a folder whose time covers the question, or only those of them in which the ids that are looked
 * for can be. What was found in files that are written to no more is kept, packed. `much`: from how many bytes on it is
 * worth looking near first.
 */
export function openHostSearch(
  { where, now }: Asking,
  folder: ReturnType<typeof openFolder>,
  kept: Kept,
  states: KnownStates,
  much?: number,
): (asked: Search, budget: Budget) => Promise<Omit<SearchResult, 'utcOffset'>> {
  const lives = rememberLives(now)
  const places = rememberPlaces(now, much)

  return async ({ needles, window, near: mayBeNear }, budget) => {
    const { tooBroad } = fixedStrings(needles)
    let scanned = 0
    let looks: Look[] = []
    let owed: readonly Needle[] = []

    /** Begins to look for needles in files: takes what is known of them, and tells which files are to be asked. */
    const begin = (key: string, files: readonly ListedFile[], parts: Look['parts'] = null) => {
      const one: Look = { key, files, hits: new Map(), parts }
      looks.push(one)
      const byName = new Map(files.map((file) => [file.name, file]))
      const take: TakeHit = (name, number, text, place) => {
        const own = one.hits.get(name) ?? new Map<number, Hit>()
        one.hits.set(name, own)
        own.set(number, [number, text, place ?? null])
        const file = byName.get(name)
        if (file) lives.note(file, text)
        if (file && place !== undefined) places.note(file, text, { byte: place, number })
      }
      const open = files.filter((file) => {
        const packed = isLive(file) ? null : kept.get(`hits ${stateOf(file)} ${key}`)
        if (!packed) return true
        const known = JSON.parse(inflateRawSync(packed).toString()) as Packed
        for (const [number, text, place] of known.hits) take(file.name, number, text, place ?? undefined)
        if (known.parts) parts?.set(file.name, [...known.parts])
        return false
      })
      return { open, take }
    }

    /** Takes of what a host found the lines that hold a needle, as far as the budget goes. */
    const sifting = (some: readonly Needle[], allowance: Allowance, take: TakeHit) => {
      const sieve = sieveFor(some)
      const sift: TakeHit = (file, number, raw, place) => {
        const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw
        scanned += 1
        if (readHeader(text) === null) {
          if (allowance.lines <= 0 || !holds(sieve, text)) return
          allowance.lines -= 1
        }
        take(file, number, text, place)
      }
      return { sieve, sift }
    }

    /** Looks for needles in files of a host; null where all that is there is known already. */
    const look = (
      host: Host,
      files: readonly ListedFile[],
      some: readonly Needle[],
      allowance: Allowance,
    ): Promise<HostAnswer> | null => {
      const { open, take } = begin(JSON.stringify(some), files)
      if (open.length === 0 || fixedStrings(some).lines.length === 0) return null
      const { sieve, sift } = sifting(some, allowance, take)
      return host.search(open, { needles: some, sieve }, allowance, sift)
    }

    /** Looks for ids round the places where they were met; null where it is not worth it. */
    const lookNear = (
      host: Host,
      files: readonly ListedFile[],
      ids: readonly Needle[],
      allowance: Allowance,
      how: (typeof nearness)[number],
    ) => {
      const near = host.searchNear && mayBeNear ? places.near(ids, files, how) : null
      if (!host.searchNear || !near) return null
      const parts = new Map<string, Part[]>()
      const key = `near ${JSON.stringify([near.needles, how])}`
      const listed = near.files.map(({ file }) => file)
      const { open, take } = begin(key, listed, parts)
      const unread = near.files.filter(({ file }) => open.includes(file))
      const { sift } = sifting(near.needles, allowance, take)
      const whole = (file: string, part: Part) => parts.set(file, [...(parts.get(file) ?? []), part])
      const answer = unread.length > 0 ? host.searchNear(unread, near.needles, allowance, sift, whole) : null
      return { answer, owed: () => near.owed(parts) }
    }

    /** Looks for what a gateway says of its own state, where that is not known yet. */
    const lookForStates = (host: Host, files: readonly ListedFile[], some: readonly Needle[], allowance: Allowance) => {
      if (some.length === 0) return null
      const sieve = sieveFor(some)
      const hits: Hits = new Map()
      const unread = files.filter((file) => {
        const known = states(file)
        const own = known?.filter(({ text }) => holds(sieve, text)) ?? []
        if (own.length > 0) hits.set(file.name, new Map(own.map(({ number, text }) => [number, [number, text, null]])))
        return known === null
      })
      looks.push({ key: '', files: [], hits, parts: null })
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
        const near = ids.length > 0 ? lookNear(host, files, ids, allowance, nearness[0]) : null
        const narrowed = near ? null : lives.narrow(ids, files)
        if (near) {
          first.push(near.answer, others.length > 0 ? look(host, files, others, allowance) : null)
        } else if (!narrowed) {
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
        /** The connections whose begin or end was not there: farther away, before they are owed. */
        const farther = () => {
          owed = near?.owed() ?? []
          const left = owed.filter(({ kind }) => kind !== 'mid')
          const second = left.length > 0 ? lookNear(host, files, left, allowance, nearness[1]) : null
          const told = () => {
            if (second) owed = [...owed.filter((needle) => !left.includes(needle)), ...second.owed()]
          }
          told()
          return second?.answer?.finally(told) ?? null
        }
        if (asked.length === 0) return near ? farther() : further()
        return Promise.all(asked).then(async (answers) => {
          const isCut = answers.some(({ gaps }) => gaps.length > 0)
          if (near && isCut) owed = ids
          const more = isCut ? null : await (near ? farther() : further())
          return together(more ? [...answers, more] : answers)
        })
      },
      budget.deadline,
    )
    for (const { key, files, hits, parts } of answer.gaps.length > 0 ? [] : looks) {
      for (const file of files) {
        if (isLive(file) || !answer.done.has(file.name)) continue
        const own: Packed = { hits: [...(hits.get(file.name)?.values() ?? [])], parts: parts?.get(file.name) ?? null }
        kept.set(`hits ${stateOf(file)} ${key}`, deflateRawSync(JSON.stringify(own), { level: 1 }))
      }
    }
    const broad = tooBroad.map((what): Gap => ({ where, kind: 'too-broad', detail: what.slice(0, 100) }))
    const lines = linesOf(looks)
    return { lines, gaps: [...answer.gaps, ...broad], scanned: Math.max(scanned, lines.length), owed }
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
    const own = [...(all.get(file)?.values() ?? [])]
    for (const [number, text] of own.sort(([a], [b]) => a - b)) lines.push({ text, file, number })
  }
  return lines
}
