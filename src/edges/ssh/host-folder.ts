import type { Window } from '../../correlator/ids.ts'
import type { Gap } from '../../diagnosis/evidence.ts'
import { fits, type Listing } from '../logs/listing.ts'
import { areSame, covering, type ListedFile, readName } from '../logs/rolled.ts'
import { canUnpack } from '../logs/unpack.ts'
import type { Asking } from './ask.ts'
import type { Host, HostAnswer } from './host.ts'
import { openSftp } from './host-sftp.ts'
import { openShell } from './host-shell.ts'
import type { Kept } from './kept.ts'
import { sharing } from './sharing.ts'

/** What one reading of the files of a window gave. */
export interface FolderAnswer {
  readonly files: readonly ListedFile[]
  readonly gaps: readonly Gap[]
  readonly done: ReadonlySet<string>
  readonly times: HostAnswer['times']
}

/** Does something with files of a host; null where nothing needs to be asked of it. */
type Reading = (host: Host, files: readonly ListedFile[]) => Promise<HostAnswer> | null

/** So often the files are rolled over at most while they are read, before that is told as a gap. */
const tries = 3
/** Where nothing needs to be asked of the host, its list of files is good for so long. */
const listKeptMs = 10_000
const none: HostAnswer = {
  gaps: [],
  listings: [],
  problems: new Map(),
  done: new Set(),
  times: new Map(),
  refused: null,
}

/**
 * The files of a folder on a log host. Each step tells the folder as it is before and after, so files that are rolled
 * over meanwhile are neither missed nor read twice: the step is then done once more.
 */
export function openFolder(asking: Asking, config: { folder: string; files: string }, kept: Kept) {
  const { where, now } = asking
  const folder = config.folder.replace(/\/+$/, '')
  const shell = openShell(asking, folder)
  let host = shell
  let listed: { readonly at: number; readonly listing: Listing } | null = null
  const sharedList = sharing<Listing | { readonly gaps: readonly Gap[] }>()

  const allowance = (deadline: number) => ({ lines: 100_000, bytes: 10_000_000, deadline })

  /** Does a step, by commands or, once the host has refused them, over SFTP. */
  const step = async (act: (host: Host) => Promise<HostAnswer> | null): Promise<HostAnswer> => {
    const answer = (await act(host)) ?? none
    const last = answer.listings.at(-1)
    if (last) listed = { at: now(), listing: last }
    if (answer.refused === null || host !== shell) return answer
    host = openSftp(asking, folder, kept)
    const other = await step(act)
    if (other.listings.length > 0) return other
    host = shell
    const detail = `the host runs no commands: "${answer.refused}"`
    return { ...other, gaps: [{ where, kind: 'role', detail }, ...other.gaps] }
  }

  const chosen = ({ files, odd, skew = 0 }: Listing, window: Window) => {
    const gaps: Gap[] = []
    const say = (detail: string) => gaps.push({ where, kind: 'unreadable', detail })
    const ours = files.filter(({ name }) => fits(name, config.files))
    const readable = ours.filter(({ name }) => host === shell || canUnpack(readName(name).packed))
    const passedOver = odd.filter((name) => fits(name, config.files)).length
    if (passedOver > 0) say(`${passedOver} files with unusual characters in their names were passed over`)
    if (readable.length < ours.length) say(`${ours.length - readable.length} files are packed in a way not read here`)
    if (ours.length === 0) gaps.push({ where, kind: 'no-log', detail: `no file ${config.files} in ${folder}` })
    // Times of files are by the clock of the host: where that is wrong, more files are taken rather than fewer.
    const wider = { from: window.from + Math.min(0, skew), to: window.to + Math.max(0, skew) }
    return { files: covering(readable, wider), gaps }
  }

  const read = async (window: Window, reading: Reading, deadline: number): Promise<FolderAnswer> => {
    for (let left = tries; ; left--) {
      const listing = listed?.listing ?? (await sharedList('', () => list(deadline)))
      if ('gaps' in listing) return { files: [], gaps: listing.gaps, done: new Set(), times: new Map() }
      const { files, gaps } = chosen(listing, window)
      const was = host
      let asked = false
      const answer = await step((by) => {
        const under = files.length === 0 ? null : reading(by, files)
        asked = under !== null
        return under
      })
      const age = listed ? now() - listed.at : 0
      if (!asked && age > listKeptMs) {
        listed = null
        continue
      }
      const before = files.map(({ name }) => name)
      const moved = answer.listings.some((one) => !areSame(files, chosen(one, window).files))
      // Another way to the files tells another listing, without the numbers by which a file is known.
      if ((moved || was !== host) && left > 1) continue
      const problems = [...answer.problems].filter(([name]) => before.includes(name))
      const told = problems.map(([name, problem]): Gap => ({ where, kind: 'partial', detail: `${name}: ${problem}` }))
      if (moved)
        told.push({ where, kind: 'partial', detail: 'the log was rolled over again and again while it was read' })
      return { files, gaps: [...gaps, ...answer.gaps, ...told], done: answer.done, times: answer.times }
    }
  }

  const list = async (deadline: number): Promise<Listing | { readonly gaps: readonly Gap[] }> => {
    const answer = await step((by) => by.list(allowance(deadline)))
    const listing = answer.listings.at(-1)
    if (listing && answer.gaps.length === 0) return listing
    listed = null
    const gaps = answer.gaps
    return { gaps: gaps.length > 0 ? gaps : [{ where, kind: 'partial', detail: 'the list of files did not come' }] }
  }

  return { read, readsWhole: () => host !== shell }
}
