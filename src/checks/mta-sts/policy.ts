/** A policy file of RFC 8461 section 3.2. */
export interface StsPolicy {
  readonly mode: 'enforce' | 'testing' | 'none'
  readonly mx: readonly string[]
  /** Seconds for which senders hold on to it. */
  readonly maxAge: number
}

const longestAge = 31_557_600

/** Reads a policy file; where it cannot be read, why not, in plain words. Unknown fields are passed over, as they must be. */
export function parsePolicy(text: string): StsPolicy | { readonly reason: string } {
  const fields = new Map<string, string>()
  const mx: string[] = []
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (line.trim() === '') continue
    if (colon <= 0) return { reason: 'a line without a colon' }
    const name = line.slice(0, colon).trim()
    const value = line.slice(colon + 1).trim()
    if (name === 'mx') mx.push(value.toLowerCase())
    else if (!fields.has(name)) fields.set(name, value)
  }
  const mode = fields.get('mode')
  const age = fields.get('max_age') ?? ''
  if (fields.get('version') !== 'STSv1') return { reason: 'no version: STSv1' }
  if (mode !== 'enforce' && mode !== 'testing' && mode !== 'none') return { reason: 'no mode that there is' }
  if (!/^\d{1,10}$/.test(age) || Number(age) > longestAge) return { reason: 'no max_age that there is' }
  if (mode !== 'none' && mx.length === 0) return { reason: 'no mx line' }
  return { mode, mx, maxAge: Number(age) }
}

/** Section 4.1: a pattern is a host name, or `*.` and a domain, where the star stands for exactly one label. */
export function matchesPattern(host: string, pattern: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  if (!pattern.startsWith('*.')) return name === pattern.replace(/\.$/, '')
  const dot = name.indexOf('.')
  return dot > 0 && name.slice(dot + 1) === pattern.slice(2).replace(/\.$/, '')
}
