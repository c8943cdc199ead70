import type { Needle } from '../../gather/ports.ts'
import type { Allowance, Asking } from './ask.ts'
import type { HostAnswer, TakeHit } from './host.ts'
import { fixedStrings } from './host-command.ts'
import { blockBytes, type FileParts, type Part, searchPartsCommand } from './host-script.ts'
import { allOf, step } from './host-step.ts'
import { bytesOf, type NearFile } from './places.ts'

interface Hit {
  readonly number: number
  /** The byte of the stream at which it begins. */
  readonly place: number
  readonly text: string
}

/** Less than this is read by one command. */
const muchBytes = 100_000_000

/**
 * Searches parts of files for ids. A line that is torn at the edge of a part is none; and a part counts only where a line
 * that was known before stands at the same place in it, by which its lines are numbered: `whole` is told those. What
 * could not be read is no Gap: it is owed, and searched for once more.
 */
export async function searchNear(
  asking: Asking,
  folder: string,
  files: readonly NearFile[],
  needles: readonly Needle[],
  allowance: Allowance,
  take: TakeHit,
  whole: (file: string, part: Part) => void,
): Promise<HostAnswer> {
  const { lines } = fixedStrings(needles)
  const reads = inTwo(files).map(async (some) => {
    const hits = new Map<string, Hit[]>()
    const keep: TakeHit = (file, number, text, place) => {
      const own = hits.get(file) ?? []
      hits.set(file, own)
      if (place !== undefined) own.push({ number, place, text })
    }
    const command = searchPartsCommand(folder, some.map(wordsOf))
    const listed = some.map(({ file }) => file)
    const read = await step(asking, command, listed, allowance, keep, `${lines.join('\n')}\n`)
    for (const near of some) {
      const { name } = near.file
      for (const { part, hits: placed } of placedIn(near, hits.get(name) ?? [])) {
        whole(name, part)
        for (const { number, text, place } of placed) take(name, number, text, place)
      }
    }
    return { ...read, problems: new Map() }
  })
  return allOf(await Promise.all(reads))
}

/** The parts of a file one after the other, and where each begins in the stream of them. */
function streamed({ file, parts }: NearFile) {
  let next = 0
  return parts.map((part) => {
    const start = next
    const begins = part.from * blockBytes
    const bytes = Math.min(part.count * blockBytes, Math.max(0, file.bytes - begins))
    next += bytes
    return { part, start, begins, bytes, shift: begins - start }
  })
}

function wordsOf(near: NearFile): FileParts {
  const places = streamed(near).flatMap(({ begins, bytes, shift }) => {
    const own = [...near.known.keys()].filter((place) => place >= begins && place < begins + bytes)
    return own.map((place) => place - shift)
  })
  return { name: near.file.name, parts: near.parts, places }
}

/** The parts of a file that count, each with the whole lines among its hits, by their places and numbers in the file. */
export function placedIn(
  near: NearFile,
  hits: readonly Hit[],
): readonly { readonly part: Part; readonly hits: readonly Hit[] }[] {
  const { known } = near
  return streamed(near).flatMap(({ part, start, begins, bytes, shift }) => {
    const own = hits.filter(
      ({ place, text }) => place >= start + (begins > 0 ? 1 : 0) && place + Buffer.byteLength(text) < start + bytes,
    )
    const anchor = own.find(({ place }) => known.has(place + shift))
    if (!anchor) return []
    const before = (known.get(anchor.place + shift) ?? 0) - anchor.number
    const placed = own.map((hit) => ({ text: hit.text, number: hit.number + before, place: hit.place + shift }))
    return [{ part, hits: placed }]
  })
}

interface Group {
  readonly files: NearFile[]
  bytes: number
}

/** Two groups with about as much to read. */
function inTwo(files: readonly NearFile[]): readonly (readonly NearFile[])[] {
  const sorted = [...files].sort((a, b) => bytesOf(b.parts) - bytesOf(a.parts))
  const groups: [Group, Group] = [
    { files: [], bytes: 0 },
    { files: [], bytes: 0 },
  ]
  for (const near of sorted) {
    const group = groups[0].bytes <= groups[1].bytes ? groups[0] : groups[1]
    group.files.push(near)
    group.bytes += bytesOf(near.parts)
  }
  const [first, second] = groups
  if (second.files.length === 0 || first.bytes + second.bytes < muchBytes) return [sorted]
  return [first.files, second.files]
}
