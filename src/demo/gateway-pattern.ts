/** One place of a pattern: the character codes that fit there, or null for any. */
type Place = ReadonlySet<number> | null

function closing(pattern: string, open: number): number {
  const first = pattern[open + 1] === '^' ? open + 2 : open + 1
  return pattern.indexOf(']', first + 1)
}

function classOf(body: string): Set<number> {
  const fits = new Set<number>()
  for (let i = 0; i < body.length; i++) {
    const low = body.charCodeAt(i)
    const high = body[i + 1] === '-' && i + 2 < body.length ? body.charCodeAt(i + 2) : low
    for (let code = low; code <= high && code - low < 256; code++) fits.add(code)
    if (high !== low) i += 2
  }
  return fits
}

function places(pattern: string): Place[] {
  const list: Place[] = []
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i] as string
    if (character === '.') {
      list.push(null)
      continue
    }
    const end = character === '[' ? closing(pattern, i) : -1
    if (end > 0) {
      list.push(classOf(pattern.slice(i + 1, end)))
      i = end
      continue
    }
    if (character === '\\' && i + 1 < pattern.length) i += 1
    list.push(new Set([pattern.charCodeAt(i)]))
  }
  return list
}

function fitsAt(line: string, at: number, pattern: readonly Place[]): boolean {
  for (let i = 0; i < pattern.length; i++) {
    const place = pattern[i]
    if (place?.has(line.charCodeAt(at + i)) === false) return false
  }
  return true
}

/**
 * Whether a line holds what a pattern of the portable subset describes: literal characters, `.` for any one, and
 * bracket classes with ranges. Everything else stands for itself. Each place of the line is tried once against each
 * place of the pattern, so no pattern is slow, and nothing typed ever becomes a regular expression.
 */
export function matcher(pattern: string, ignoreCase: boolean): (line: string) => boolean {
  const wanted = places(ignoreCase ? pattern.toLowerCase() : pattern)
  return (line) => {
    const text = ignoreCase ? line.toLowerCase() : line
    for (let at = 0; at + wanted.length <= text.length; at++) if (fitsAt(text, at, wanted)) return true
    return false
  }
}
