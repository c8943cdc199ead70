import type { MxRecord, RecordType, TlsaRecord } from '../checks/resolver.ts'
import type { Trouble, Zone, ZoneRecord } from './zone.ts'

const types: readonly RecordType[] = ['A', 'AAAA', 'MX', 'TXT', 'PTR', 'NS', 'SOA', 'CNAME', 'TLSA']
const troubleKinds: ReadonlyMap<string, Trouble['kind']> = new Map([
  ['$SLOW', 'slow'],
  ['$SERVFAIL', 'servfail'],
  ['$SILENT', 'silent'],
  ['$TCPONLY', 'tcponly'],
  ['$BOGUS', 'bogus'],
  ['$SIGNED', 'signed'],
])

/**
 * Reads zone text: one record a line as in a master file (RFC 1035 section 5), `name [ttl] [IN] TYPE data`, comments
 * with `;`, TXT in quotes. Every name is whole, with or without its last dot; a line that begins with white space goes
 * on with the name before. A SOA needs only its first name. No parentheses, no relative names.
 * Lines for trouble: `$SLOW name ms [TYPE]`, `$SERVFAIL name [TYPE]`, `$SILENT name [TYPE]`, `$TCPONLY name [TYPE]`,
 * `$BOGUS name [TYPE]`, `$SIGNED name [TYPE]` (DNSSEC that does not hold, or does), where `*.name` means all names under it; `$TTL seconds` sets the time to live of the lines after it.
 * Throws with the number of the line that is no such thing.
 */
export function parseZone(text: string): Zone {
  const records = new Map<string, ZoneRecord[]>()
  const troubles: Trouble[] = []
  let defaultTtl = 300
  let owner = ''
  for (const [index, line] of text.split('\n').entries()) {
    const words = splitWords(line)
    const first = words[0]
    if (first === undefined) {
      continue
    }
    if (first === '$TTL') {
      defaultTtl = Number(words[1])
      continue
    }
    if (first.startsWith('$')) {
      troubles.push(readTrouble(words, index + 1))
      continue
    }
    const sameOwner = /^\s/.test(line) && owner !== ''
    owner = sameOwner ? owner : plainName(first)
    const record = readRecord(owner, sameOwner ? words : words.slice(1), defaultTtl)
    if (!record) {
      throw new Error(`Zone line ${index + 1} is no record: ${line.trim()}`)
    }
    records.set(owner, [...(records.get(owner) ?? []), record])
  }
  return { records, troubles }
}

function readTrouble(words: readonly string[], line: number): Trouble {
  const kind = troubleKinds.get(words[0] ?? '')
  const name = words[1]
  const rest = words.slice(2)
  const ms = kind === 'slow' ? Number(rest.shift()) : 0
  const type = rest[0] === undefined ? null : types.find((known) => known === rest[0])
  if (!kind || name === undefined || Number.isNaN(ms) || type === undefined) {
    throw new Error(`Zone line ${line} is no directive: ${words.join(' ')}`)
  }
  return { kind, name: plainName(name), type, ms }
}

function readRecord(name: string, words: readonly string[], defaultTtl: number): ZoneRecord | null {
  const rest = [...words]
  let ttl = defaultTtl
  if (rest[0] !== undefined && /^\d+$/.test(rest[0])) {
    ttl = Number(rest.shift())
  }
  if (rest[0]?.toUpperCase() === 'IN') {
    rest.shift()
  }
  const type = types.find((known) => known === rest[0]?.toUpperCase())
  const data = rest.slice(1)
  const [one, two] = data
  if (type === undefined || one === undefined) {
    return null
  }
  switch (type) {
    case 'TXT':
      return { name, type, ttl, data }
    case 'MX':
      return two === undefined ? null : { name, type, ttl, data: mxData(one, two) }
    case 'TLSA':
      return data.length < 4 ? null : { name, type, ttl, data: tlsaData(data) }
    case 'A':
    case 'AAAA':
      return { name, type, ttl, data: one }
    default:
      return { name, type, ttl, data: one.replace(/\.$/, '') }
  }
}

function mxData(priority: string, exchange: string): MxRecord {
  return { priority: Number(priority), exchange: exchange.replace(/\.$/, '') }
}

function tlsaData(data: readonly string[]): TlsaRecord {
  const [usage, selector, matchingType, ...certificate] = data
  return {
    usage: Number(usage),
    selector: Number(selector),
    matchingType: Number(matchingType),
    certificate: certificate.join('').toLowerCase(),
  }
}

function plainName(text: string): string {
  return text.toLowerCase().replace(/\.$/, '')
}

/** Words of one line: white space parts them, `;` ends them, quotes hold them together; `\"`, `\\` and `\DDD` escape. */
function splitWords(line: string): readonly string[] {
  const words: string[] = []
  let text = ''
  let quoted = false
  let inQuotes = false
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? ''
    if (char === '\\') {
      const code = /^\d{3}/.exec(line.slice(at + 1, at + 4))?.[0]
      text += code === undefined ? (line[at + 1] ?? '') : String.fromCharCode(Number(code))
      at += code === undefined ? 1 : 3
    } else if (char === '"') {
      inQuotes = !inQuotes
      quoted = true
    } else if (!inQuotes && (char === ';' || /\s/.test(char))) {
      if (text !== '' || quoted) {
        words.push(text)
      }
      text = ''
      quoted = false
      if (char === ';') {
        return words
      }
    } else {
      text += char
    }
  }
  if (text !== '' || quoted) {
    words.push(text)
  }
  return words
}
