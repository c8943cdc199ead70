import type { Needle } from '../../gather/ports.ts'
import { isLive, type ListedFile, readName, stemOf } from '../logs/rolled.ts'
import { messageOf } from '../logs/stamp.ts'

/** What is remembered of one id: in which files it was named, and in which it began and ended. */
interface Life {
  readonly named: Set<string>
  readonly begun: Set<string>
  readonly ended: Set<string>
}

/** Where to look for some ids first, and where then. */
export interface Narrowed {
  readonly near: readonly ListedFile[]
  /** Asked once the near files were read: what is left to be looked for, and where. */
  far(): { readonly files: readonly ListedFile[]; readonly needles: readonly Needle[] }
}

/** Remembers in which files of a log ids were met, so that those far from them need not be read. */
export interface Lives {
  note(file: ListedFile, line: string): void
  /**
   * Null where any of the files, given by age, may hold them: there are none, one was not met of late, or hardly less
   * would be read.
   */
  narrow(needles: readonly Needle[], files: readonly ListedFile[]): Narrowed | null
}

const mostIds = 200_000
/** Two steps are worth it where they read less than so much of all. */
const worthwhile = 0.6
/** What was met longer ago may stand elsewhere: a file that is copied and cut off keeps its number and not its lines. */
const rememberedMs = 120_000

/** Ids as lines name them, whatever else they say. */
export const named = /\b(MID|ICID|DCID):? (\d{1,15})\b/g

/** `New SMTP ICID 7 interface`, `Start MID 5 ICID 7`: C1, L1 and D1 of the log grammar; nothing of an id is before. */
export const begins = /^(?:New SMTP (ICID|DCID) (\d+) interface|Start (MID) (\d+) ICID) /
/** `ICID 7 close`: nothing of a connection is after. Of a message something may be, days after it was finished. */
export const ends = /^(ICID|DCID) (\d+) close\b/i

/**
 * An id lives from the line that begins it to the one that ends it, and its lines are in the files in between. So where
 * both were seen no other file can hold it; where one was not, the files on that side are read as well. Holds whatever
 * the order of files and ids, and also where ids start anew: an id is looked for round the places that named it.
 */
export function rememberLives(now: () => number): Lives {
  const lives = new Map<string, Life>()
  const sizes = new Map<string, number>()
  let since = now()

  const forget = () => {
    lives.clear()
    sizes.clear()
    since = now()
  }

  const lifeOf = (id: string): Life => {
    const life = lives.get(id) ?? { named: new Set(), begun: new Set(), ended: new Set() }
    if (lives.size >= mostIds) forget()
    lives.set(id, life)
    return life
  }

  /** The first and the last place among the files where an id was named, and on which sides more may be. */
  const around = (needle: Needle, keys: readonly (string | null)[]) => {
    const life = 'id' in needle ? lives.get(`${needle.kind} ${needle.id}`) : undefined
    const placesOf = (some: Iterable<string>) => [...some].map((key) => keys.indexOf(key)).filter((at) => at >= 0)
    const places = placesOf(life?.named ?? [])
    if (!life || places.length === 0) return null
    const [from, last] = [Math.min(...places), Math.max(...places)]
    const endless = needle.kind === 'mid'
    return {
      from,
      // Lines of one second are not in order, and may be parted by the turn to the next file.
      to: endless ? keys.length - 1 : Math.min(last + 1, keys.length - 1),
      before: !placesOf(life.begun).some((at) => at <= from),
      after: !endless && !placesOf(life.ended).some((at) => at >= last),
    }
  }

  return {
    note(file, line) {
      const key = keyOf(file)
      if (key === null) return
      if (now() - since > rememberedMs) forget()
      sizes.set(key, Math.max(file.bytes, sizes.get(key) ?? 0))
      for (const [, word = '', id] of line.matchAll(named)) {
        lifeOf(`${word.toLowerCase()} ${id}`).named.add(key)
      }
      const message = messageOf(line) ?? ''
      const [, word, id, mid, number] = message.match(begins) ?? []
      if (word ?? mid) lifeOf(`${(word ?? mid)?.toLowerCase()} ${id ?? number}`).begun.add(key)
      const [, ended, which] = message.match(ends) ?? []
      if (ended) lifeOf(`${ended.toLowerCase()} ${which}`).ended.add(key)
    },
    narrow(needles, files) {
      if (needles.length === 0) return null
      const keys = files.map(keyOf)
      const shrank = files.some(({ bytes }, at) => bytes < (sizes.get(keys[at] ?? '') ?? 0))
      if (shrank || now() - since > rememberedMs) forget()
      const near = new Set<number>()
      for (const needle of needles) {
        const life = around(needle, keys)
        if (!life) return null
        for (let at = life.from; at <= life.to; at++) near.add(at)
      }
      // A log that stands beside tells of the same ids in files of its own.
      const stems = new Set([...near].map((at) => stemOf(files[at]?.name ?? '')))
      for (const [at, { name }] of files.entries()) if (!stems.has(stemOf(name))) near.add(at)
      const bytesOf = (places: Iterable<number>) => [...places].reduce((sum, at) => sum + (files[at]?.bytes ?? 0), 0)
      if (bytesOf(near) > worthwhile * bytesOf(keys.keys())) return null
      const take = (places: ReadonlySet<number>) => files.filter((_, at) => places.has(at))
      return {
        near: take(near),
        far() {
          const places = new Set<number>()
          const left = needles.filter((needle) => {
            const life = around(needle, keys)
            const sides = [...keys.keys()].filter(
              (at) => (life?.before && at < life.from) || (life?.after && at > life.to),
            )
            for (const at of sides) places.add(at)
            return sides.length > 0
          })
          for (const at of near) places.delete(at)
          return { files: take(places), needles: left }
        },
      }
    },
  }
}

/** What stays the same of a file when it is rolled; null where nothing is known to. */
export function keyOf(file: ListedFile): string | null {
  if (file.id !== undefined) return file.id
  return !isLive(file) && readName(file.name).begun !== null ? file.name : null
}
