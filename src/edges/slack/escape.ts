/**
 * Controls that a sender could use to forge what is read: C0 and C1 (all but tab and line feed), the bidirectional
 * overrides, isolates and marks, zero-width characters and tags that hide text, line separators, and half surrogates, which
 * no encoder takes.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{Surrogate}/gu

/**
 * The same text with every character that draws nothing or turns the text around written out (`\u{202e}`), so that a
 * hostile Subject looks like what it is. In: any text. Out: safe for `rich_text`, `raw_text` and `plain_text`, where
 * Slack knows no markup (SLACK.md 2, "Escaping and parsing"). A carriage return before a line feed goes away.
 */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(HIDDEN, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`)
}

/**
 * `cut` of `visible`, without reading more of a long text than it shows (a line feed may stand for two characters of
 * the text, and nothing else gets shorter).
 */
export function shown(text: string, max: number): string {
  return cut(visible(text.slice(0, 2 * max + 2)), max)
}

/** For mrkdwn and the top-level `text`: `visible`, with exactly `&`, `<` and `>` escaped. Not for `rich_text`. */
export function escapeText(text: string): string {
  return visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** How Slack counts: in code points, so that an emoji is one. */
export function countChars(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/**
 * At most `max` characters (UTF-16 units, which is never more than Slack counts), cut at the end of a line, a sentence
 * or a word where one lies in the last third, and ended with `…`. Never cuts a surrogate pair. `max` is at least 1.
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const room = text.slice(0, Math.max(0, max - 1))
  const floor = Math.floor(room.length * (2 / 3))
  const ends = [room.lastIndexOf('\n'), room.lastIndexOf('. ') + 1, room.lastIndexOf(' ')]
  const at = ends.find((end) => end > floor) ?? room.length
  const whole = isHighSurrogate(room.charCodeAt(at - 1)) ? at - 1 : at
  return `${room.slice(0, whole).trimEnd()}…`
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
