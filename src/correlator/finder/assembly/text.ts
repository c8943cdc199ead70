import { ends, mostTexts, prints } from './layout'
import { isDigit, note } from './number'

/**
 * Of so many places of a list, leaves those where a text stands that is to be told, and gives their number; notes those
 * that are to be noted. Halves of bytes let much through: first it is asked whether the three bytes are a fingerprint.
 */
export function textsAt(list: usize, count: usize, from: usize, to: usize): usize {
  const last = list + (count << 2)
  let likely = list
  for (let next = list; next < last; next += 4) {
    const place = load<u32>(next)
    store<u32>(likely, place)
    likely += usize(bucketsAt(place as usize) !== 0) << 2
  }
  let kept = list
  for (let next = list; next < likely; next += 4) {
    const place = load<u32>(next) as usize
    if (!holds(bucketsAt(place), place, from, to)) continue
    store<u32>(kept, place as u32)
    kept += 4
  }
  return (kept - list) >> 2
}

/** The buckets of which the three bytes at a place are a fingerprint. */
function bucketsAt(place: usize): u8 {
  const hash = ((load<u32>(place) | 0x202020) & 0xffffff) * 0x9e3779b1
  return load<u8>(prints + ((hash >> 18) as usize))
}

/** Whether a text of one of these buckets stands in [from, to) with its fingerprint at `place`. */
export function holds(may: u8, place: usize, from: usize, to: usize): bool {
  let hit = false
  let left = may as u32
  while (left) {
    const bucket = ctz(left) as usize
    left &= left - 1
    const end = load<u32>(ends + (bucket << 2), 4) as usize
    for (let entry = load<u32>(ends + (bucket << 2)) as usize; entry < end; entry += 32) {
      const start = place - (load<u32>(entry, 8) as usize)
      if (((load<u32>(start) | 0x20202020) & load<u32>(entry, 20)) !== load<u32>(entry, 16)) continue
      const length = load<u32>(entry, 4) as usize
      if (start < from || start + length > to) continue
      if (!isSame(load<u32>(entry) as usize, start, length)) continue
      const how = load<u32>(entry, 12)
      if (how === 1 && !standsAlone(start, start + length, from, to)) continue
      if (load<u32>(entry, 24) && isOfRecipient(start, from)) continue
      // What is to be noted may stand where something else was found.
      if (how < 2) hit = true
      else noteWord(how, start + length, to)
    }
  }
  return hit
}

/** Whether a place is behind `0 To: <`, `> To: <` or `] Response '` in its line: what stands there is no sender's. */
function isOfRecipient(place: usize, from: usize): bool {
  for (let at = place; at > from + 12; at--) {
    const code = load<u8>(at - 1)
    if (code === 10) return false
    if (code === 60 && load<u32>(at - 6) === 0x3a6f5420 && load<u8>(at - 2) === 32 && isDigit(load<u8>(at - 7)))
      return true
    if (code !== 39 || load<u32>(at - 12) !== 0x6552205d) continue
    if (load<u32>(at - 8) === 0x6e6f7073 && load<u32>(at - 4) === 0x27206573) return true
  }
  return false
}

const longestWord: usize = 255

/** Notes a text, and the text with the host name behind it, if one is there. A dot at its end is none of it. */
function noteWord(text: u32, from: usize, to: usize): void {
  note(text)
  let hash = text
  let named = text
  const end = min(to, from + longestWord)
  for (let at = from; at < end; at++) {
    const code = lower(load<u8>(at))
    if (!inLabel(code) && code !== 46) break
    hash = (hash ^ code) * 0x01000193
    if (code !== 46) named = hash
  }
  if (named !== text) note(max<u32>(named, 2 + (mostTexts as u32)))
}

function isSame(letter: usize, start: usize, length: usize): bool {
  for (let at: usize = 0; at < length; at++) {
    if (load<u8>(letter + at) !== lower(load<u8>(start + at))) return false
  }
  return true
}

/** Whether the code can stand in a label of a host name: a letter, a digit, a hyphen or an underscore. */
function inLabel(code: u8): bool {
  return lower(code) - 97 < 26 || code - 48 < 10 || code === 45 || code === 95
}

/** Whether the labels in [start, end) are whole, and none follows: `a.example.com` and `%40example.com` hold `example.com`. */
function standsAlone(start: usize, end: usize, from: usize, to: usize): bool {
  if (end < to) {
    const after = load<u8>(end)
    if (inLabel(after)) return false
    if (after === 46 && end + 1 < to && inLabel(load<u8>(end + 1))) return false
  }
  if (start === from || !inLabel(load<u8>(start - 1))) return true
  // A letter that is escaped: %40 or =40 for an at sign, \n, \r or \t for a line's end in a subject.
  if (start - from >= 3 && load<u8>(start - 2) === 52 && load<u8>(start - 1) === 48) {
    const sign = load<u8>(start - 3)
    if (sign === 37 || sign === 61) return true
  }
  const last = load<u8>(start - 1)
  return start - from >= 2 && load<u8>(start - 2) === 92 && (last === 110 || last === 114 || last === 116)
}

/** A letter of ASCII in lower case, all else as it is. */
export function lower(code: u8): u8 {
  return code - 65 < 26 ? code | 32 : code
}
