import { domainToASCII } from 'node:url'

const longestName = 253
const longestLabel = 63

/**
 * The name as it is asked for: its case as given, without its last dot, internationalised names in their ASCII form
 * (punycode). Null where no query can be made of it: empty labels, labels over 63 or names over 253 characters
 * (RFC 1035 section 2.3.4), control characters. Any other ASCII may stand in a label: SPF macros make such names.
 */
export function toQueryName(name: string): string | null {
  const bare = name.endsWith('.') ? name.slice(0, -1) : name
  if (/\p{Cc}/u.test(bare)) {
    return null
  }
  const ascii = /^[ -~]*$/.test(bare) ? bare : domainToASCII(bare)
  const labels = ascii.split('.')
  const fits = labels.every((label) => label.length > 0 && label.length <= longestLabel)
  return fits && ascii.length <= longestName && /^[ -~]+$/.test(ascii) ? ascii : null
}

/** A name out of an answer: without its last dot, the root as `''`, and what is not printable ASCII as `\DDD`. */
export function fromWireName(name: string): string {
  const bare = name.endsWith('.') ? name.slice(0, -1) : name
  return bare.replace(/[^!-~]/gu, (char) => `\\${String(char.codePointAt(0) ?? 0).padStart(3, '0')}`)
}

/** Whether two names are the same name (RFC 4343: case does not count). */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
