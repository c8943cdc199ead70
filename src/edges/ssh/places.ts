import type { Needle } from '../../gather/ports.ts'
import { type ListedFile, readName, stemOf } from '../logs/rolled.ts'
import { messageOf } from '../logs/stamp.ts'
import { blockBytes, type Part } from './host-script.ts'
import { begins, ends, keyOf, named } from './lives.ts'

/** Where a line stands in its file. */
interface Place {
  readonly byte: number
  readonly number: number
}

/** What is remembered of one id: where in one file it was named, and where it began and ended. */
interface Found {
  readonly key: string
  first: Place
  last: Place
  begun: number | null
  ended: number | null
  /** Named in other files too. */
  isScattered: boolean
}

/** Parts of a file to be read for ids that were met in them. */
export interface NearFile {
  readonly file: ListedFile
  /** In order, and apart from each other. */
  readonly parts: readonly Part[]
  /** Lines that stand in them, by the byte at which they begin: their numbers. In each part there is one. */
  readonly known: ReadonlyMap<number, number>
}

/** What to read round the places where ids were met. */
export interface Near {
  readonly files: readonly NearFile[]
  /** What is looked for there. */
  readonly needles: readonly Needle[]
  /** Asked once these parts of files, by their names, were read: of which of all more may stand elsewhere. */
  owed(read: ReadonlyMap<string, readonly Part[]>): readonly Needle[]
}

export interface Places {
  note(file: ListedFile, line: string, place: Place): void
  /** Null where it is not worth it: no place is known, or hardly less would be read than all. */
  near(needles: readonly Needle[], files: readonly ListedFile[], how: Nearness): Near | null
}

const mostIds = 200_000
const rememberedMs = 120_000
const megabyte = 1024 * 1024
/** How far round a place lines of an id are looked for, in bytes. */
interface Nearness {
  readonly before: number
  readonly after: Readonly<Record<'mid' | 'icid' | 'dcid', number>>
}

/** What a busy gateway writes in a few minutes, in which most connections end; and in an hour, for the others. */
export const nearness: readonly [Nearness, Nearness] = [
  { before: megabyte, after: { mid: megabyte, icid: megabyte, dcid: 3 * megabyte } },
  { before: 16 * megabyte, after: { mid: 0, icid: 48 * megabyte, dcid: 48 * megabyte } },
]
/** Nothing of an id is before its first line or after its last but what was written in the same second. */
const margin = megabyte / 8
/** An id with places farther apart than this is one of a mail that waited. */
const farthest = 16 * megabyte
/** Parts nearer to each other than this are read as one: to begin anew takes as long as to read so much. */
const joined = megabyte
/** It is worth a round trip of its own where it reads less than so much of all, and there is much. */
const worthwhile = 0.5
export const muchBytes = 200_000_000

/**
 * Remembers where in the files of a log ids were met. Nearly all lines of a connection or a mail stand close to each
 * other, so that of gigabytes a few megabytes tell most of it. What may stand elsewhere is told as owed: a connection or
 * a delivery whose begin and end were not both seen in the part that was read, and every mail. Nothing is near in files
 * of fewer bytes than `much`.
 */
export function rememberPlaces(now: () => number, much = muchBytes): Places {
  const found = new Map<string, Found>()
  let since = now()

  const ofNeedle = (needle: Needle) => ('id' in needle ? found.get(`${needle.kind} ${needle.id}`) : undefined)

  return {
    note(file, line, place) {
      const key = keyOf(file)
      if (key === null) return
      if (found.size >= mostIds || now() - since > rememberedMs) found.clear()
      if (found.size === 0) since = now()
      for (const [, word = '', id] of line.matchAll(named)) {
        const name = `${word.toLowerCase()} ${id}`
        const one: Found = found.get(name) ?? {
          key,
          first: place,
          last: place,
          begun: null,
          ended: null,
          isScattered: false,
        }
        found.set(name, one)
        if (one.key !== key) one.isScattered = true
        else if (place.byte < one.first.byte) one.first = place
        else if (place.byte > one.last.byte) one.last = place
      }
      const message = messageOf(line) ?? ''
      const [, word, id, mid, number] = message.match(begins) ?? []
      const begun = found.get(`${(word ?? mid ?? '').toLowerCase()} ${id ?? number}`)
      if (begun?.key === key) begun.begun = place.byte
      const [, ended = '', which] = message.match(ends) ?? []
      const end = found.get(`${ended.toLowerCase()} ${which}`)
      if (end?.key === key) end.ended = place.byte
    },

    near(needles, files, { before, after }) {
      if (now() - since > rememberedMs) found.clear()
      const byKey = new Map(files.filter(({ name }) => !readName(name).packed).map((file) => [keyOf(file), file]))
      const stretches = new Map<ListedFile, Stretch[]>()
      const sought: Needle[] = []
      for (const needle of needles) {
        const one = ofNeedle(needle)
        const file = one && byKey.get(one.key)
        if (!('id' in needle) || !file || one.isScattered || one.last.byte - one.first.byte > farthest) continue
        sought.push(needle)
        const own = stretches.get(file) ?? []
        stretches.set(file, own)
        own.push({
          from: Math.max(0, one.first.byte - (one.begun === null ? before : 2 * margin)),
          to: Math.min(file.bytes, one.last.byte + (one.ended === null ? after[needle.kind] : 2 * margin)),
          places: [one.first, one.last],
        })
      }
      const chosen = files.flatMap((file) => {
        const own = stretches.get(file)
        return own ? [nearFile(file, own)] : []
      })
      const all = files.reduce((sum, { bytes }) => sum + bytes, 0)
      const read = chosen.reduce((sum, { parts }) => sum + bytesOf(parts), 0)
      if (chosen.length === 0 || all < much || read > worthwhile * all) return null
      // A debug log that stands beside may tell of the same ids, at other places.
      const isAlone = new Set(files.map(({ name }) => stemOf(name))).size === 1
      const isWhole = (needle: Needle, read: ReadonlyMap<string, readonly Part[]>) => {
        const one = ofNeedle(needle)
        const file = one && byKey.get(one.key)
        if (!one || !file || !isAlone || needle.kind === 'mid' || one.isScattered) return false
        const { begun, ended, first, last } = one
        // Lines of one second are not in order.
        if (begun === null || ended === null || begun - margin > first.byte || ended + margin < last.byte) return false
        return (read.get(file.name) ?? []).some(({ from, count }) => {
          const [start, stop] = [from * blockBytes, (from + count) * blockBytes]
          return (start === 0 || first.byte - margin >= start) && last.byte + margin <= stop
        })
      }
      return { files: chosen, needles: sought, owed: (read) => needles.filter((needle) => !isWhole(needle, read)) }
    },
  }
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly places: readonly Place[]
}

function nearFile(file: ListedFile, stretches: readonly Stretch[]): NearFile {
  const known = new Map(stretches.flatMap(({ places }) => places.map(({ byte, number }) => [byte, number] as const)))
  const parts: { from: number; count: number }[] = []
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const first = Math.floor(from / blockBytes)
    const end = Math.ceil(to / blockBytes)
    const last = parts.at(-1)
    if (last && first - (last.from + last.count) <= joined / blockBytes)
      last.count = Math.max(last.count, end - last.from)
    else parts.push({ from: first, count: end - first })
  }
  return { file, parts, known }
}

/** How many bytes some parts of a file hold at most. */
export function bytesOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { count }) => sum + count * blockBytes, 0)
}
