import { type IpRange, isInRange } from './ip.ts'

// Whether a line holds what is looked for, as a whole: example.com is in `a@example.com` and in `mx.example.com`, but
// not in `notexample.com` or `example.com.evil.test`. Without regard to case.

/** Whether the text holds the domain, or a name under it. `domain` is in its ASCII form, without a dot at its end. */
export function holdsDomain(text: string, domain: string): boolean {
  return holds(text, domain, (before) => !isLabelCode(before))
}

/** Whether the text holds the address. */
export function holdsAddress(text: string, address: string): boolean {
  return holds(text, address, (before) => !isLocalCode(before))
}

function holds(text: string, wanted: string, mayFollow: (before: number) => boolean): boolean {
  if (wanted === '') return false
  const haystack = text.toLowerCase()
  const needle = wanted.toLowerCase()
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    if ((at === 0 || mayFollow(haystack.charCodeAt(at - 1))) && endsDomain(haystack, at + needle.length)) return true
  }
  return false
}

/** Whether a domain may end here: no label goes on, and none follows a dot. Before an `@` it was a local part. */
function endsDomain(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (at === text.length) return true
  if (isLabelCode(code) || code === 64) return false
  return code !== 46 || at + 1 === text.length || !isLabelCode(text.charCodeAt(at + 1))
}

/** Letters, digits, `-`, `_`, and everything beyond ASCII, which may be a letter of another label. */
function isLabelCode(code: number): boolean {
  return isAlphanumeric(code) || code === 45 || code === 95 || code > 127
}

/** What an unquoted local part is mostly made of (RFC 5322 atext and the dot, without the signs that logs put around). */
function isLocalCode(code: number): boolean {
  return isLabelCode(code) || code === 46 || code === 43 || code === 38 || code === 35 || code === 37
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

/** Whether the text holds an address, IPv4 or IPv6, that lies in the range. A network (`192.0.2.0/24`) is none. */
export function holdsIp(text: string, range: IpRange): boolean {
  let at = 0
  while (at < text.length) {
    if (!isIpCode(text.charCodeAt(at))) {
      at += 1
      continue
    }
    const start = at
    while (at < text.length && isIpCode(text.charCodeAt(at))) at += 1
    if (at - start > 2 && standsAlone(text, start, at) && isInRange(ipOf(text, start, at), range)) return true
  }
  return false
}

/** Hex digits, `.` and `:`. */
function isIpCode(code: number): boolean {
  return (code >= 48 && code <= 58) || code === 46 || (code >= 97 && code <= 102) || (code >= 65 && code <= 70)
}

function standsAlone(text: string, start: number, end: number): boolean {
  const after = text.charCodeAt(end)
  if (isLabelCode(after) || (after === 47 && isAlphanumeric(text.charCodeAt(end + 1)))) return false
  const before = text.charCodeAt(start - 1)
  // `[IPv6:2001:db8::1]` of RFC 5321: the 6 is taken for the address's first group, the letters before it are not.
  return start === 0 || !isLabelCode(before) || text.slice(Math.max(0, start - 3), start + 2).toLowerCase() === 'ipv6:'
}

/** Without what a sentence or a port puts behind it: `192.0.2.7:`, `192.0.2.7.`, `192.0.2.7:25`. */
function ipOf(text: string, start: number, end: number): string {
  let ip = text.slice(start, end)
  if (start > 0 && isLabelCode(text.charCodeAt(start - 1))) ip = ip.slice(2)
  while (ip.endsWith('.') || (ip.endsWith(':') && !ip.endsWith('::'))) ip = ip.slice(0, -1)
  const colon = ip.indexOf(':')
  return ip.indexOf('.') >= 0 && colon > 0 && colon === ip.lastIndexOf(':') ? ip.slice(0, colon) : ip
}

const idWords = {
  icid: ['icid', 'esaicid'],
  mid: ['mid', 'esamid', 'message', 'rewritten to'],
  dcid: ['dcid', 'esadcid'],
} as const

/** Whether the text names this id as a whole number: `MID 7`, `(ICID 7)`, `DCID: 7`, `Message 7`; never `MID 77`. */
export function holdsId(text: string, kind: 'icid' | 'mid' | 'dcid', id: number): boolean {
  const digits = String(id)
  for (let at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
    if (isAlphanumeric(text.charCodeAt(at + digits.length))) continue
    let end = at
    while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === ':' || text[end - 1] === '=')) end -= 1
    if (end === at) continue
    const before = text.slice(Math.max(0, end - 13), end).toLowerCase()
    for (const word of idWords[kind]) {
      if (before.endsWith(word) && !isAlphanumeric(before.charCodeAt(before.length - word.length - 1))) return true
    }
  }
  return false
}
