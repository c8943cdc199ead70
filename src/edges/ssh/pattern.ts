import type { Needle } from '../../gather/ports.ts'
import { fixedHextets, rangeOf } from '../logs/sieve.ts'
import { idPatterns } from './id-pattern.ts'

/** What is asked of a gateway's grep for some needles, and the needles that cannot be asked for. */
export interface Patterns {
  readonly patterns: readonly string[]
  readonly tooBroad: readonly string[]
}

const longest = 180

/**
 * The longest part of a text that can be asked for: letters, digits, `@`, `_` and `-` as they are, `.` as `[.]`, any
 * other character as `.`. Valid in every dialect of grep, without a quote, a blank or a backslash. A character beyond
 * ASCII may be one byte or several over there, so the text is parted at it. Empty where too little is left.
 */
export function textPattern(text: string): string {
  let best = ''
  for (const part of text.split(/[^\x20-\x7e]+/)) {
    let pattern = ''
    for (const character of part) {
      if (pattern.length >= longest) break
      pattern += character === '.' ? '[.]' : /[A-Za-z0-9@_-]/.test(character) ? character : '.'
    }
    const trimmed = pattern.replace(/^[.-]+/, '').replace(/(?:(?<!\[)\.)+$/, '')
    if (trimmed.length > best.length) best = trimmed
  }
  return (best.match(/[A-Za-z0-9@_-]|\[\.\]/g) ?? []).length < 3 ? '' : best
}

/** The octets or hextets that every address of a range begins with. Empty for a range wider than /16, or /32 in IPv6. */
export function rangePattern(range: string): string {
  const parsed = rangeOf(range)
  if (!parsed) return ''
  if (parsed[0] === 'ipv4') {
    const fixed = parsed[1].octets.slice(0, Math.floor(parsed[2] / 8))
    if (fixed.length < 2) return ''
    return fixed.join('[.]') + (fixed.length < 4 ? '[.]' : '')
  }
  if (parsed[2] === 128) return parsed[1].toString().replaceAll(':', '.')
  const fixed = fixedHextets(parsed[1], parsed[2])
  return fixed.length < 2 ? '' : `${fixed.join('.')}.`
}

/**
 * What is asked for before an id. Ids of six digits and more are rare enough alone. Shorter ones stand after a `D`
 * (`MID 123`, `ESAMID=123`), an `e` (`Message 123`) or a colon (`MID: 123`) and one character more; one or two digits after a colon are in every
 * line's time, so the colon is left out there.
 */
function lead(digits: number): string {
  if (digits >= 6) return ''
  return digits >= 3 ? '[de:].' : '[de].'
}

type IdNeedle = Extract<Needle, { readonly id: number }>

/** Those that are no part of another: what finds `mx.example.com` is found by `example.com` too. */
function widest(patterns: ReadonlySet<string>): string[] {
  return [...patterns].filter((one) => ![...patterns].some((other) => other !== one && one.includes(other)))
}

/**
 * Patterns for `grep -i -e`, few enough to be asked one by one: with more ids than `most` allows, those that share
 * their first digits are asked for together, and the lines of other ids are sifted out on our side.
 */
export function patternsFor(needles: readonly Needle[], most: number): Patterns {
  const texts = new Set<string>()
  const ips = new Set<string>()
  const tooBroad: string[] = []
  const ids: IdNeedle[] = []
  for (const needle of needles) {
    if ('id' in needle) {
      ids.push(needle)
      continue
    }
    const pattern = needle.kind === 'text' ? textPattern(needle.text) : rangePattern(needle.range)
    if (pattern) (needle.kind === 'text' ? texts : ips).add(pattern)
    else tooBroad.push(needle.kind === 'text' ? needle.text : needle.range)
  }
  const found = idPatterns(
    ids.map(({ id }) => id),
    most,
    lead,
  )
  return { patterns: [...widest(texts), ...widest(ips), ...found], tooBroad }
}

/** The end of `Info:`, `Debug:` or `Trace:`, and a blank. */
const level = '[oge]:.'

/**
 * What an injection debug log is asked for: its lines begin with the ICID alone, `Info: 7 Sent to '…'` or `Rcvd from`
 * (section 16 of the log grammar). What else such a pattern finds is sifted out on our side.
 */
export function debugPatternsFor(needles: readonly Needle[], most: number): readonly string[] {
  const ids = needles.filter((needle): needle is IdNeedle => needle.kind === 'icid')
  const found = idPatterns(
    ids.map(({ id }) => id),
    most,
    () => level,
  )
  return found.map((pattern) => `${pattern}.[rs]`)
}
