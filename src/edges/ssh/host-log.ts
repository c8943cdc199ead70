import type { Window } from '../../correlator/ids.ts'
import type { Gap } from '../../diagnosis/evidence.ts'
import type { Budget, Health, LogSource, RawLine, Search, SearchResult } from '../../gather/ports.ts'
import { coverageOf, type Span } from '../logs/coverage.ts'
import { type HeaderLine, offsetAt, readHeader, toUtc } from '../logs/header.ts'
import { fits, readListing } from '../logs/listing.ts'
import { byAge, covering, type ListedFile, readName } from '../logs/rolled.ts'
import { holds, sieveFor } from '../logs/sieve.ts'
import type { Surroundings } from '../sources/source.ts'
import type { Allowance, Asking } from './ask.ts'
import { askHost, fixedStrings, quoted } from './host-command.ts'
import type { Login } from './login.ts'
import { openSession } from './session.ts'

export interface HostLogConfig extends Login {
  readonly folder: string
  /** Which files of the folder; `*` stands for anything. */
  readonly files: string
  readonly timeZone?: string | undefined
  readonly seconds: number
}

interface Listed {
  readonly files: readonly ListedFile[]
  readonly gaps: readonly Gap[]
}

type TakeHit = (file: string, number: number, text: string) => void

/** A search takes some rounds, and the list of files hardly changes between them. */
const listKeptMs = 10_000

/**
 * Log files on a Unix host, searched over there with `grep` so that only what fits is sent. One command a step for plain
 * files and one for packed ones, both of which end by themselves.
 */
export function openHostLog(gateway: string, config: HostLogConfig, surroundings: Surroundings): LogSource {
  const session = openSession(config, surroundings)
  const now = () => surroundings.now()
  const asking: Asking = { session, where: gateway, now, seconds: config.seconds, quietMs: 0 }
  const folder = config.folder.replace(/\/+$/, '')
  let kept: { readonly at: number; readonly listed: Listed } | null = null

  const list = async (deadline: number): Promise<Listed> => {
    if (kept && now() - kept.at < listKeptMs) return kept.listed
    const allowance: Allowance = { lines: 100_000, bytes: 10_000_000, deadline }
    const lines: string[] = []
    const command = `env LC_ALL=C TZ=UTC0 ls -lnL ${quoted(`${folder}/`)}`
    const answer = await askHost(asking, command, [0], allowance, (line) => lines.push(line))
    const { files, odd } = readListing(lines.join('\n'), now())
    const gaps = [...answer.gaps]
    const say = (detail: string) => gaps.push({ where: gateway, kind: 'unreadable', detail })
    const ours = files.filter(({ name }) => fits(name, config.files))
    const readable = ours.filter(({ name }) => [null, 'gz'].includes(readName(name).packed))
    const passedOver = odd.filter((name) => fits(name, config.files)).length
    if (passedOver > 0) say(`${passedOver} files with unusual characters in their names were passed over`)
    if (readable.length < ours.length) say(`${ours.length - readable.length} files are packed in a way not read here`)
    if (ours.length === 0 && gaps.length === 0) {
      gaps.push({ where: gateway, kind: 'no-log', detail: `no file ${config.files} in ${folder}` })
    }
    const listed = { files: readable, gaps }
    if (answer.gaps.length === 0) kept = { at: now(), listed }
    return listed
  }

  const grep = async (
    files: readonly ListedFile[],
    options: string,
    strings: readonly string[],
    allowance: Allowance,
    take: TakeHit,
  ): Promise<readonly Gap[]> => {
    const hit = (line: string) => {
      const name = line.slice(folder.length + 1, line.indexOf(':', folder.length + 1))
      const from = folder.length + name.length + 2
      const colon = line.indexOf(':', from)
      const number = Number(line.slice(from, colon))
      if (line.startsWith(`${folder}/`) && colon > 0 && Number.isInteger(number))
        take(name, number, line.slice(colon + 1))
    }
    const ask = async (program: string, some: readonly ListedFile[]) => {
      if (some.length === 0) return []
      const paths = some.map(({ name }) => quoted(`${folder}/${name}`)).join(' ')
      const command = `env LC_ALL=C ${program} -F -i -a -n -H ${options}-f - -- ${paths}`
      return (await askHost(asking, command, [0, 1], allowance, hit, `${strings.join('\n')}\n`)).gaps
    }
    const packed = files.filter(({ name }) => readName(name).packed === 'gz')
    const plain = files.filter(({ name }) => readName(name).packed === null)
    const gaps = (await Promise.all([ask('grep', plain), ask('zgrep', packed)])).flat()
    // A file that was rolled since it was listed has another name now.
    if (gaps.some(({ kind }) => kind === 'partial')) kept = null
    return gaps
  }

  const search = async ({ needles, window }: Search, budget: Budget): Promise<SearchResult> => {
    const { files, gaps: listGaps } = await list(budget.deadline)
    const { strings, tooBroad } = fixedStrings(needles)
    const allowance: Allowance = { ...budget }
    const sieve = sieveFor(needles)
    const lines: (RawLine & { readonly number: number })[] = []
    const headers: HeaderLine[] = []
    let scanned = 0
    const gaps = await grep(covering(files, window), '', strings, allowance, (file, number, raw) => {
      const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw
      scanned += 1
      const header = readHeader(text)
      if (header) headers.push(header)
      else if (!holds(sieve, text)) return
      else allowance.lines -= 1
      lines.push({ text, file, number })
    })
    lines.sort((a, b) => (a.file === b.file ? a.number - b.number : byAge(a.file, b.file)))
    const broad = tooBroad.map((what): Gap => ({ where: gateway, kind: 'too-broad', detail: what.slice(0, 100) }))
    const utcOffset = offsetAt(
      headers.sort((a, b) => a.at - b.at),
      window.to,
      config.timeZone,
    )
    return { lines, gaps: [...listGaps, ...broad, ...gaps], utcOffset, scanned }
  }

  /** The headers of the files that cover a window; each command stops early in each file. */
  const headersIn = async (files: readonly ListedFile[], deadline: number) => {
    const found = new Map<string, HeaderLine[]>()
    const allowance: Allowance = { lines: 10_000, bytes: 10_000_000, deadline }
    const gaps = await grep(files, '-m 3 ', fixedStrings([]).strings, allowance, (file, _number, text) => {
      const header = readHeader(text)
      if (header) found.set(file, [...(found.get(file) ?? []), header])
    })
    return { found, gaps }
  }

  const coverage = async (window: Window, budget: Budget) => {
    const listed = await list(budget.deadline)
    const files = covering(listed.files, window)
    const { found, gaps: headerGaps } = await headersIn(files, budget.deadline)
    const gaps = [...listed.gaps, ...headerGaps]
    const all = [...found.values()].flat().sort((a, b) => a.at - b.at)
    const spans: Span[] = []
    for (const [place, { name, written }] of files.entries()) {
      const own = found.get(name) ?? []
      const begun = own.find(({ kind }) => kind === 'begin')?.at ?? readName(name).begun
      const from =
        begun === null ? files[place - 1]?.written : toUtc(own.length > 0 ? own : all, begun, config.timeZone)
      if (from !== undefined && from <= written) spans.push({ from, to: written })
    }
    return { coverage: coverageOf(gateway, { spans, whole: gaps.length === 0 }, window, now()), gaps }
  }

  const health = async (deadline: number): Promise<Health> => {
    const listed = await list(deadline)
    const newest = [...listed.files].sort((a, b) => byAge(a.name, b.name)).slice(-2)
    const { found, gaps: headerGaps } = await headersIn(newest, deadline)
    const gaps = [...listed.gaps, ...headerGaps]
    const headers = [...found.values()].flat().sort((a, b) => a.at - b.at)
    const version = headers.filter((header) => header.kind === 'version').at(-1)?.version ?? null
    return { ok: gaps.length === 0, version, utcOffset: offsetAt(headers, now(), config.timeZone), gaps }
  }

  return { gateway, search, coverage, health, close: () => session.close() }
}
