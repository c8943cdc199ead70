import type { Gap } from '../../diagnosis/evidence.ts'
import type { HeaderLine } from '../logs/header.ts'
import { isSafeName, type Listing } from '../logs/listing.ts'
import { timesOf, watchEnds } from '../logs/reach.ts'
import { isLive, type ListedFile, stateOf } from '../logs/rolled.ts'
import { scanChunks } from '../logs/scan.ts'
import { type Sieve, sieveFor } from '../logs/sieve.ts'
import type { Allowance, Asking } from './ask.ts'
import type { FileChannel } from './file-channel.ts'
import type { Host, HostAnswer, TakeHit, Times } from './host.ts'
import type { Kept } from './kept.ts'
import { packing, unpacked, wholeLines } from './sftp-bytes.ts'
import { listFolder, readFile } from './sftp-read.ts'
import { gapOf } from './trouble.ts'

const mostKnown = 1_000
/** A file that takes more than this packed is read anew each time. */
const mostPacked = 64 * 1024 * 1024
const nothing = sieveFor([])

async function listingOf(channel: FileChannel, folder: string, ms: number): Promise<Listing> {
  const files: ListedFile[] = []
  const odd: string[] = []
  for (const { filename: name, attrs } of await listFolder(channel, folder, ms)) {
    if (name.startsWith('.') || attrs.isDirectory()) continue
    if (isSafeName(name)) files.push({ name, bytes: attrs.size, written: attrs.mtime * 1000 })
    else odd.push(name)
  }
  return { files, odd }
}

async function* from(kept: Buffer): AsyncGenerator<Buffer> {
  yield kept
}

/**
 * Files read over SFTP, for a host that lets nobody run commands: each is read whole, whatever is looked for, so its
 * bytes are kept packed.
 */
export function openSftp(asking: Asking, folder: string, kept: Kept): Host {
  const { session, where, now, seconds } = asking
  const knownTimes = new Map<string, Times>()

  const scan = async (channel: FileChannel, file: ListedFile, sieve: Sieve, take: TakeHit, left: () => number) => {
    const state = stateOf(file)
    const packed = isLive(file) ? null : kept.get(`bytes ${state}`)
    const read = packed
      ? null
      : packing(readFile(channel, `${folder}/${file.name}`, file.bytes, left), file.bytes, mostPacked)
    const bytes = unpacked(unpacked(packed ? from(packed) : (read?.chunks ?? from(Buffer.alloc(0)))))
    const watched = watchEnds(isLive(file) ? wholeLines(bytes) : bytes)
    const headers: HeaderLine[] = []
    const hit = (text: string, number: number, header: HeaderLine | null) => {
      if (header) headers.push(header)
      take(file.name, number, text)
      return true
    }
    const { beats, missing } = await scanChunks(watched.chunks, sieve, hit, () => left() <= 0, file.written)
    const all = await read?.packed()
    if (all && missing === null && !isLive(file)) kept.set(`bytes ${state}`, all)
    if (beats) {
      if (knownTimes.size >= mostKnown) knownTimes.clear()
      const ends = timesOf(...watched.ends(), file.written)
      const times = { ...ends, headers: headers.length > 0 ? headers : ends.headers, beats, states: null }
      knownTimes.set(state, times)
    }
    return missing
  }

  /** One channel for a step: the folder, what is to be read of it, the folder once more. */
  const step = async (
    allowance: Allowance,
    files: readonly ListedFile[],
    read: (channel: FileChannel, file: ListedFile, left: () => number) => Promise<string | null>,
  ): Promise<HostAnswer> => {
    const deadline = Math.min(allowance.deadline, now() + seconds * 1000)
    const left = () => deadline - now()
    const gaps: Gap[] = []
    const listings: Listing[] = []
    const problems = new Map<string, string>()
    const done = new Set<string>()
    let channel: FileChannel | null = null
    try {
      channel = await session.files(deadline)
      listings.push(await listingOf(channel, folder, left()))
      for (const file of files) {
        if (left() <= 0 || allowance.lines <= 0) {
          gaps.push({ where, kind: 'budget', detail: `${files.length - done.size} files were not read` })
          break
        }
        const missing = await read(channel, file, left)
        if (missing === null) done.add(file.name)
        else problems.set(file.name, missing)
      }
      if (files.length > 0) listings.push(await listingOf(channel, folder, left()))
    } catch (error) {
      gaps.push(gapOf(error, where))
    } finally {
      channel?.close()
    }
    const times = new Map(
      files.flatMap((file) => {
        const known = knownTimes.get(stateOf(file))
        return known ? [[file.name, known] as const] : []
      }),
    )
    return { gaps, listings, problems, done, times, refused: null }
  }

  return {
    list: (allowance) => step(allowance, [], async () => null),
    search: (files, { sieve }, allowance, take) =>
      step(allowance, files, (channel, file, left) => scan(channel, file, sieve, take, left)),
    reach: (files, allowance) =>
      step(allowance, files, async (channel, file, left) =>
        !isLive(file) && knownTimes.has(stateOf(file)) ? null : scan(channel, file, nothing, () => undefined, left),
      ),
  }
}
