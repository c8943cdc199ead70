import { allStateTexts, type Needle } from '../../gather/ports.ts'
import { readBeat } from '../logs/header.ts'
import { headersOf, isNoMailLog } from '../logs/reach.ts'
import { type ListedFile, readName } from '../logs/rolled.ts'
import { readStamp } from '../logs/stamp.ts'
import type { Asking } from './ask.ts'
import type { Host, States, TakeHit, Times } from './host.ts'
import { fixedStrings, isExact } from './host-command.ts'
import { searchNear } from './host-near.ts'
import { listCommand, reachCommand, searchCommand } from './host-script.ts'
import { allOf, type Read, step, type TakeTurn } from './host-step.ts'

/** A line that was half written when it was searched, as far as the last lines of its file tell; null where it was whole. */
function halfOf(text: string, tail: readonly string[]): string | null {
  const last = tail.at(-1)
  if (last === `${text}#`) return text
  if (tail.includes(text)) return null
  return tail.find((line) => line.length > text.length && line.startsWith(text)) ?? null
}

function timesOf(lines: readonly { readonly number: number; readonly text: string }[], written: number): Times {
  const stamps = (some: typeof lines) =>
    some.map(({ text }) => readStamp(text, written)).filter((time) => time !== null)
  const headers = headersOf(lines.map(({ text }) => text))
  const beats = lines.map(({ text }) => readBeat(text, written)).filter((beat) => beat !== null)
  // The first line of a file may carry a later time than those after it (H2 of the log grammar).
  const all = stamps(lines)
  return {
    first: all.length > 0 ? Math.min(...stamps(lines.slice(0, 20))) : null,
    last: all.length > 0 ? Math.max(...stamps(lines.slice(-20))) : null,
    headers,
    beats,
    beside: isNoMailLog(lines.map(({ text }) => text)),
    states: statesIn(lines),
  }
}

/** More of them in a file are left to a search that looks for few. */
const mostStates = 2_000

/** A line that was half written when it was read is left for the next time. Null where there are too many. */
function statesIn(lines: States): States | null {
  const end = lines.findLast(({ number, text }) => number === 0 && text.endsWith('#'))?.text.slice(0, -1) ?? ''
  const states = lines
    .filter(({ number, text }) => number > 0 && allStateTexts.some((state) => text.includes(state)))
    .map(({ number, text }) => ({ number, text: text.replace(/\r$/, '') }))
  if (states.length > mostStates) return null
  return end !== '' && states.at(-1)?.text.endsWith(end) ? states.slice(0, -1) : states
}

/** Fewer bytes than this are read by one command, on one processor of the host. */
const muchBytes = 200_000_000
/** How much more a packed file is to read than it has bytes. */
const packedTimes = 8

/**
 * Files in two groups of about as many bytes, to be read side by side: as many commands as a session runs at once. One
 * group where there is little to read.
 */
export function inGroups(files: readonly ListedFile[]): readonly (readonly ListedFile[])[] {
  const sorted = [...files].sort((a, b) => costOf(b) - costOf(a))
  const groups = [new Set<ListedFile>(), new Set<ListedFile>()] as const
  const costs = [0, 0]
  for (const file of sorted) {
    const least = (costs[0] ?? 0) <= (costs[1] ?? 0) ? 0 : 1
    groups[least].add(file)
    costs[least] = (costs[least] ?? 0) + costOf(file)
  }
  if (groups[1].size === 0 || !areMuch(files)) return [files]
  return groups.map((group) => files.filter((file) => group.has(file)))
}

function areMuch(files: readonly ListedFile[]): boolean {
  return files.reduce((sum, file) => sum + costOf(file), 0) >= muchBytes
}

function costOf({ name, bytes }: ListedFile): number {
  return bytes * (readName(name).packed ? packedTimes : 1)
}

interface OneCommand {
  readonly files: readonly ListedFile[]
  readonly needles: readonly Needle[]
}

/** Two commands by files leave one of them waiting where a single file holds more than this of all. */
const mostOfAll = 0.7

/**
 * Shares a search out among two commands at most: by files, or where one of them holds most, by what is looked for, since
 * each kind is looked for by itself. Packed files are unpacked once instead, which takes longer than any search.
 */
export function commandsFor(files: readonly ListedFile[], needles: readonly Needle[]): readonly OneCommand[] {
  const kinds = [true, false].map((exact) => needles.filter((needle) => isExact(needle) === exact))
  const isPlain = files.every(({ name }) => readName(name).packed === null)
  const costs = files.map(costOf)
  const isUneven = Math.max(...costs) > mostOfAll * costs.reduce((sum, cost) => sum + cost, 0)
  if (isPlain && isUneven && areMuch(files) && kinds.every((some) => fixedStrings(some).lines.length > 0)) {
    return kinds.map((some) => ({ files, needles: some }))
  }
  return inGroups(files).map((group) => ({ files: group, needles }))
}

/** Files searched with the host's own programs, so that only what fits is sent: one round trip a step. */
export function openShell(asking: Asking, folder: string): Host {
  const names = (files: readonly ListedFile[]) => files.map(({ name }) => name)
  const inEach = async (files: readonly ListedFile[], run: (group: readonly ListedFile[]) => Promise<Read>) =>
    allOf(await Promise.all(inGroups(files).map(run)))
  return {
    list: (allowance) => step(asking, listCommand(folder), [], allowance, () => undefined, ''),
    async search(files, { needles }, allowance, take) {
      const reads = commandsFor(files, needles).map(async (one) => {
        // The last hit of each search waits until it is known to be a whole line.
        const held: Parameters<TakeHit>[] = []
        let last: Parameters<TakeHit> | null = null
        const keep: TakeHit = (...hit) => {
          if (last) take(...last)
          last = hit
        }
        const turn: TakeTurn = (_, tail) => {
          if (last && halfOf(last[2], tail) === null) held.push(last)
          last = null
        }
        const { lines, which } = fixedStrings(one.needles)
        const command = searchCommand(folder, names(one.files), which)
        const read = await step(asking, command, one.files, allowance, keep, `${lines.join('\n')}\n`, turn)
        for (const hit of held) if (read.done.has(hit[0])) take(...hit)
        return read
      })
      return allOf(await Promise.all(reads))
    },
    searchNear: (files, needles, allowance, take, whole) =>
      searchNear(asking, folder, files, needles, allowance, take, whole),
    async reach(files, allowance) {
      const lines = new Map<string, { readonly number: number; readonly text: string }[]>()
      const keep: TakeHit = (file, number, text) => {
        const own = lines.get(file) ?? []
        lines.set(file, own)
        own.push({ number, text })
      }
      const read = await inEach(files, (group) =>
        step(asking, reachCommand(folder, names(group)), group, allowance, keep, ''),
      )
      const times = new Map<string, Times>()
      for (const { name, written } of files) {
        const own = [...(lines.get(name) ?? []), ...(read.tails.get(name) ?? []).map((text) => ({ number: 0, text }))]
        const first = own.filter(({ number }) => number === 1).slice(0, 1)
        if (read.done.has(name))
          times.set(name, timesOf([...first, ...own.filter((line) => line !== first[0])], written))
      }
      return { ...read, times }
    },
  }
}
