import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Gap } from '../../diagnosis/evidence.ts'
import type { Budget, Needle, RawLine, Search, SearchResult } from '../../gather/ports.ts'
import { readHeader } from '../logs/header.ts'
import { byAge, isLive, type ListedFile, stateOf } from '../logs/rolled.ts'
import { holds, sieveFor } from '../logs/sieve.ts'
import type { Allowance, Asking } from './ask.ts'
import { type Host, type HostAnswer, together } from './host.ts'
import { fixedStrings } from './host-command.ts'
import type { openFolder } from './host-folder.ts'
import type { Kept } from './kept.ts'
import { rememberLives } from './lives.ts'

type Hit = readonly [number: number, text: string]

/** The lines that one search met, by file and number: a line may come as a hit and as one of the first of its file. */
type Hits = Map<string, Map<number, string>>

/**
 * Searches the files of a folder whose time covers the question, or only those of them in which the ids that are looked
 * for can be. What was found in files that are written to no more is kept, packed.
 */
export function openHostSearch(
  { where, now }: Asking,
  folder: ReturnType<typeof openFolder>,
  kept: Kept,
): (asked: Search, budget: Budget) => Promise<Omit<SearchResult, 'utcOffset'>> {
  const lives = rememberLives(now)

  return async ({ needles, window }, budget) => {
    const { tooBroad } = fixedStrings(needles)
    let scanned = 0
    let hits: Hits = new Map()
    /** What was looked for in which file. */
    let keys = new Map<string, string>()

    /** Looks for needles in files of a host; null where all that is there is known already. */
    const look = (
      host: Host,
      files: readonly ListedFile[],
      some: readonly Needle[],
      allowance: Allowance,
    ): Promise<HostAnswer> | null => {
      const { strings, ...how } = fixedStrings(some)
      const key = JSON.stringify(some)
      const byName = new Map(files.map((file) => [file.name, file]))
      const take = (name: string, number: number, text: string) => {
        const own = hits.get(name) ?? new Map<number, string>()
        hits.set(name, own)
        own.set(number, text)
        const file = byName.get(name)
        if (file) lives.note(file, text)
      }
      const open: ListedFile[] = []
      for (const file of files) {
        const packed = isLive(file) ? null : kept.get(`hits ${stateOf(file)} ${key}`)
        keys.set(file.name, key)
        if (!packed) open.push(file)
        else
          for (const [number, text] of JSON.parse(inflateRawSync(packed).toString()) as Hit[])
            take(file.name, number, text)
      }
      if (open.length === 0 || strings.length === 0) return null
      const sieve = sieveFor(some)
      return host.search(open, { strings, ...how, sieve }, allowance, (file, number, raw) => {
        const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw
        scanned += 1
        if (readHeader(text) === null) {
          if (allowance.lines <= 0 || !holds(sieve, text)) return
          allowance.lines -= 1
        }
        take(file, number, text)
      })
    }

    const answer = await folder.read(
      window,
      (host, files) => {
        const allowance: Allowance = { ...budget }
        hits = new Map()
        keys = new Map()
        const ids = needles.filter((needle) => 'id' in needle)
        const others = needles.filter((needle) => !('id' in needle))
        const narrowed = lives.narrow(ids, files)
        if (!narrowed) return look(host, files, needles, allowance)
        const apart = others.length > 0 ? files.filter((file) => !narrowed.near.includes(file)) : []
        const first = [look(host, narrowed.near, needles, allowance), look(host, apart, others, allowance)]
        const further = () => {
          const far = narrowed.far()
          return look(host, far.files, far.needles, allowance)
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
    for (const file of answer.files) {
      if (isLive(file) || answer.gaps.length > 0 || !answer.done.has(file.name)) continue
      const text = JSON.stringify([...(hits.get(file.name) ?? [])] satisfies Hit[])
      kept.set(`hits ${stateOf(file)} ${keys.get(file.name)}`, deflateRawSync(text, { level: 1 }))
    }
    const broad = tooBroad.map((what): Gap => ({ where, kind: 'too-broad', detail: what.slice(0, 100) }))
    const lines = linesOf(hits)
    return { lines, gaps: [...answer.gaps, ...broad], scanned: Math.max(scanned, lines.length) }
  }
}

function linesOf(hits: Hits): RawLine[] {
  const lines: RawLine[] = []
  for (const file of [...hits.keys()].sort(byAge)) {
    const own = [...(hits.get(file) ?? [])]
    for (const [number, text] of own.sort(([a], [b]) => a - b)) lines.push({ text, file, number })
  }
  return lines
}
