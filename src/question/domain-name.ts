import { parse as parseDomain } from 'tldts'

/**
 * A host name in its ASCII form, or null. Labels of letters, digits, `-` and `_` (RFC 5321 section 2.3.5, and what is
 * seen in practice), at least two, at most 253 characters; the last is no number and not one of the endings that
 * files have (`report.pdf`), unless it is a public suffix.
 */
export function toDomain(text: string): string | null {
  if (text.length > 253 || !text.includes('.')) return null
  let ascii: string
  try {
    ascii = new URL(`http://${text}`).hostname
  } catch {
    return null
  }
  if (ascii.length > 253 || !/^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/.test(ascii)) return null
  const labels = ascii.split('.')
  if (labels.some((label) => label.length > 63 || label.startsWith('-') || label.endsWith('-'))) return null
  const last = labels.at(-1) ?? ''
  if (/^\d+$/.test(last) || last.length < 2) return null
  const { isIcann, isPrivate } = parseDomain(ascii)
  const reserved = ['example', 'test', 'invalid', 'localhost', 'local', 'internal', 'lan', 'corp', 'home', 'arpa']
  return isIcann || isPrivate || reserved.includes(last) ? ascii : null
}
