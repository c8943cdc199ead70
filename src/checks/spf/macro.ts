import { type Address, formatAddress, nibbles } from '../address.ts'

export type MacroLetter = 's' | 'l' | 'o' | 'd' | 'i' | 'p' | 'v' | 'h' | 'c' | 'r' | 't'

export interface Macro {
  readonly letter: MacroLetter
  /** Written in upper case: what it stands for is percent-encoded. */
  readonly escaped: boolean
  /** How many parts are kept, counted from the right; null for all. */
  readonly keep: number | null
  readonly reversed: boolean
  readonly delimiters: string
}

/** Text with macros, as parsed: `text` is how it stands in the record. */
export interface MacroString {
  readonly text: string
  readonly parts: readonly (string | Macro)[]
  readonly endsInMacro: boolean
}

/** What macros are filled with (RFC 7208 section 7.2). */
export interface MacroFacts {
  readonly localPart: string
  /** The domain of the sender (`o`), and the one whose record is being read (`d`). */
  readonly senderDomain: string
  readonly domain: string
  readonly ip: Address
  readonly helo: string
  readonly receiver: string
  /** Seconds since the epoch. */
  readonly time: string
  /** The validated name of the address (`p`), looked up only where asked for. */
  readonly validatedName: (domain: string) => Promise<string>
}

const longestName = 253

/**
 * Reads a macro-string (RFC 7208 section 7.1). `inExplanation` allows spaces and the letters c, r and t, which stand in
 * explanation texts only. Gives what is wrong as `problem`.
 */
export function parseMacroString(text: string, inExplanation: boolean): MacroString | { readonly problem: string } {
  const parts: (string | Macro)[] = []
  let literal = ''
  let endsInMacro = false
  let at = 0
  while (at < text.length) {
    const char = text[at] ?? ''
    const next = text[at + 1]
    if (char !== '%') {
      if (!(char > ' ' && char <= '~') && !(inExplanation && char === ' ')) {
        return { problem: 'a character that is not printable ASCII' }
      }
      literal += char
      endsInMacro = false
      at += 1
    } else if (next === '%' || next === '_' || next === '-') {
      literal += next === '%' ? '%' : next === '_' ? ' ' : '%20'
      endsInMacro = true
      at += 2
    } else {
      const end = text.indexOf('}', at)
      const macro = next === '{' && end > 0 ? parseMacro(text.slice(at + 2, end), inExplanation) : null
      if (!macro) {
        return { problem: `a macro that is none: ${text.slice(at, end < 0 ? at + 2 : end + 1)}` }
      }
      parts.push(literal, macro)
      literal = ''
      endsInMacro = true
      at = end + 1
    }
  }
  parts.push(literal)
  return { text, parts: parts.filter((part) => part !== ''), endsInMacro }
}

/** Fills the macros in. Only `%{p}` needs a lookup. */
export async function expandMacros(macroString: MacroString, facts: MacroFacts): Promise<string> {
  let out = ''
  for (const part of macroString.parts) {
    out += typeof part === 'string' ? part : transform(part, await fillingOf(part.letter, facts))
  }
  return out
}

/**
 * Fills the macros of a domain-spec in: the last dot goes, and labels are dropped on the left until the name fits into
 * 253 characters (RFC 7208 section 7.3).
 */
export async function expandDomain(macroString: MacroString, facts: MacroFacts): Promise<string> {
  let name = (await expandMacros(macroString, facts)).replace(/\.$/, '')
  while (name.length > longestName && name.includes('.')) {
    name = name.slice(name.indexOf('.') + 1)
  }
  return name
}

function parseMacro(inside: string, inExplanation: boolean): Macro | null {
  const found = /^([slodipvhcrt])(\d{0,9})(r?)([.\-+,/_=]*)$/i.exec(inside)
  const letter = found?.[1]
  if (!found || letter === undefined) {
    return null
  }
  const lower = letter.toLowerCase() as MacroLetter
  const keep = found[2] ? Number(found[2]) : null
  if (keep === 0 || (!inExplanation && 'crt'.includes(lower))) {
    return null
  }
  return { letter: lower, escaped: letter !== lower, keep, reversed: found[3] !== '', delimiters: found[4] || '.' }
}

async function fillingOf(letter: MacroLetter, facts: MacroFacts): Promise<string> {
  switch (letter) {
    case 's':
      return `${facts.localPart}@${facts.senderDomain}`
    case 'l':
      return facts.localPart
    case 'o':
      return facts.senderDomain
    case 'd':
      return facts.domain
    case 'i':
      return facts.ip.family === 4 ? formatAddress(facts.ip) : nibbles(facts.ip).join('.').toUpperCase()
    case 'p':
      return facts.validatedName(facts.domain)
    case 'v':
      return facts.ip.family === 4 ? 'in-addr' : 'ip6'
    case 'h':
      return facts.helo
    case 'c':
      return formatAddress(facts.ip)
    case 'r':
      return facts.receiver
    case 't':
      return facts.time
  }
}

function transform(macro: Macro, value: string): string {
  const parts = [...splitAtAny(value, macro.delimiters)]
  if (macro.reversed) {
    parts.reverse()
  }
  const kept = macro.keep === null ? parts : parts.slice(-macro.keep)
  return macro.escaped ? percentEncode(kept.join('.')) : kept.join('.')
}

function splitAtAny(value: string, delimiters: string): string[] {
  const parts = ['']
  for (const char of value) {
    if (delimiters.includes(char)) {
      parts.push('')
    } else {
      parts[parts.length - 1] += char
    }
  }
  return parts
}

/** All but RFC 3986's unreserved characters are written as %XX, byte by byte of their UTF-8 form. */
function percentEncode(value: string): string {
  const wellFormed = value.replace(/[\ud800-\udfff]/gu, '\ufffd')
  return encodeURIComponent(wellFormed).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
