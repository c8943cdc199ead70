import { dig } from './gateway-dig.ts'
import { matcher } from './gateway-pattern.ts'

/** What a command of the stand-in may read. */
export interface CliWorld {
  readonly name: string
  readonly version: string
  /** Texts by file name. `mail.current` belongs to the log `mail_logs`, `amp/amp.current` to the log `amp`. */
  readonly files: ReadonlyMap<string, string>
  /** What a `grep` that finds nothing prints; the vendor's own words are not documented. */
  readonly noMatch: string
  readonly mayRead: boolean
  /** Zone text that its `dig` answers from; null where it has none. */
  readonly zone: string | null
  /** A command that it says it does not know. */
  readonly unknown: string | null
}

const refusal = 'You do not have permission to run this command.\n'

/** Splits what was typed at each `;` outside quotes, and each command into its words. */
export function commandsOf(typed: string): string[][] {
  const commands: string[][] = [[]]
  let word: string | null = null
  let quote = ''
  for (let i = 0; i < typed.length; i++) {
    const character = typed[i] as string
    if (quote) {
      if (character === quote) quote = ''
      else if (character === '\\' && quote === '"' && i + 1 < typed.length) word += typed[++i] as string
      else word += character
      continue
    }
    if (character === '"' || character === "'") {
      quote = character
      word ??= ''
      continue
    }
    if (character !== ';' && !/\s/.test(character)) {
      word = (word ?? '') + character
      continue
    }
    if (word !== null) commands.at(-1)?.push(word)
    word = null
    if (character === ';') commands.push([])
  }
  if (word !== null) commands.at(-1)?.push(word)
  return commands.filter((words) => words.length > 0)
}

function stampOf(file: string): string {
  return file.match(/@(\d{8}T\d{6})/)?.[1] ?? (file.endsWith('.current') ? '~' : '')
}

/** The files of a log subscription, the oldest first, or null where there is no such log. */
function linesOf(log: string, world: CliWorld): string[] | null {
  const names = [...world.files.keys()].filter(
    (name) => (name.includes('/') ? name.split('/')[0] : 'mail_logs') === log,
  )
  if (names.length === 0) return null
  names.sort((a, b) => (stampOf(a) < stampOf(b) ? -1 : 1))
  const lines: string[] = []
  for (const name of names) lines.push(...(world.files.get(name) ?? '').split('\n').filter((line) => line !== ''))
  return lines
}

interface Options {
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  readonly rest: readonly string[]
}

function optionsOf(words: readonly string[], valued: string): Options {
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const rest: string[] = []
  for (let i = 1; i < words.length; i++) {
    const word = words[i] as string
    if (!/^-[A-Za-z]$/.test(word)) rest.push(word)
    else if (valued.includes(word.slice(1))) values.set(word.slice(1), words[++i] ?? '')
    else flags.add(word.slice(1))
  }
  return { flags, values, rest }
}

function noLog(log: string): string {
  return `"${log}" is not the name of a log subscription.\n`
}

function grep(words: readonly string[], world: CliWorld): string {
  const { flags, values, rest } = optionsOf(words, 'eC')
  const pattern = values.get('e') ?? rest[0]
  const log = values.has('e') ? rest[0] : rest[1]
  if (!pattern || !log) return 'usage: grep [-C count] [-e regex] [-i] [-p] [-t] [regex] log_name\n'
  const lines = linesOf(log, world)
  if (!lines) return noLog(log)
  const hits = lines.filter(matcher(pattern, flags.has('i')))
  return hits.length > 0 ? `${hits.join('\n')}\n` : world.noMatch
}

function idsIn(line: string): Set<string> {
  const ids = new Set<string>()
  for (const [, word, id] of line.matchAll(/\b(MID|ICID|DCID) ([1-9]\d{0,14})\b/g)) ids.add(`${word} ${id}`)
  return ids
}

/** Every line of a message, of the connection it came by, and of those it left by. */
function trail(mid: string, lines: readonly string[]): string[] {
  const connections = new Set<string>()
  for (const line of lines) {
    const ids = idsIn(line)
    if (ids.has(`MID ${mid}`)) for (const id of ids) if (!id.startsWith('MID')) connections.add(id)
  }
  return lines.filter((line) => {
    const ids = [...idsIn(line)]
    if (ids.includes(`MID ${mid}`)) return true
    return !ids.some((id) => id.startsWith('MID')) && ids.some((id) => connections.has(id))
  })
}

/** The layout of the list of ids is not documented; one `MID n` a line is a guess. */
function findevent(words: readonly string[], world: CliWorld): string {
  const { flags, values, rest } = optionsOf(words, 'mfts')
  const [how, wanted] = [...values][0] ?? []
  const log = rest[0]
  if (!how || !wanted || !log) return 'usage: findevent [-i] [-f from | -s subject | -t to] | -m mid log_name\n'
  const lines = linesOf(log, world)
  if (!lines) return noLog(log)
  if (how === 'm')
    return (
      trail(wanted, lines)
        .map((line) => `${line}\n`)
        .join('') || world.noMatch
    )
  const word = { f: ' From: ', t: ' To: ', s: ' Subject ' }[how] ?? ''
  const fits = matcher(wanted, flags.has('i'))
  const mids = new Set<string>()
  for (const line of lines) {
    const at = line.indexOf(word)
    const mid = line.match(/ MID ([1-9]\d{0,14}) /)?.[1]
    if (at > 0 && mid && fits(line.slice(at + word.length))) mids.add(mid)
  }
  return [...mids].map((mid) => `MID ${mid}\n`).join('') || world.noMatch
}

function version(world: CliWorld): string {
  return [
    'Current Version',
    '===============',
    'Product: Cisco C100V Email Security Virtual Appliance',
    'Model: C100V',
    `Version: ${world.version}`,
    `Hostname: ${world.name}`,
    'Serial #: 4200C0FFEE00-DEMO',
    '',
  ].join('\n')
}

function unknownCommand(name: string): string {
  return `Unknown command or missing feature key: ${name}\n`
}

/** What the command line answers to one string, which may hold several commands with `;` between them. */
export function answer(typed: string, world: CliWorld): string {
  let text = ''
  for (const words of commandsOf(typed)) {
    const name = (words[0] as string).toLowerCase()
    if (name === 'clustermode') continue
    if (name === world.unknown) {
      text += unknownCommand(name)
      continue
    }
    if (name === 'version') text += version(world)
    else if (name === 'help') text += 'clustermode  exit  findevent  grep  help  tail  version\n'
    else if (['grep', 'findevent', 'tail'].includes(name) && !world.mayRead) text += refusal
    else if (name === 'grep') text += grep(words, world)
    else if (name === 'findevent') text += findevent(words, world)
    else if (name === 'dig' && world.zone !== null) text += dig(words, world.zone)
    else if (name === 'tail') text += 'tail never ends by itself, so this gateway does not offer it; use grep.\n'
    else text += unknownCommand(words[0] as string)
  }
  return text
}
