/** Columns that one code point takes: none for marks that sit on the letter before, two for East Asian ones and emoji. */
function columnsOf(letter: string): 0 | 1 | 2 {
  if (/^[\x20-\x7e]$/.test(letter)) return 1
  if (/^\p{M}$/u.test(letter)) return 0
  return wide.test(letter) ? 2 : 1
}

/** Unicode's East Asian Width W and F (UAX 11), by block: Hangul, CJK, kana, full width, and what draws as an emoji. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$|^\p{Emoji_Presentation}$/u

/** Escape sequences of ours, which take no room. Foreign text has none left when it comes here. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what begins a sequence
const styles = /\u001b\[\d+m/g

/** How many columns a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0
  for (const letter of text.replace(styles, '')) width += columnsOf(letter)
  return width
}

/** At most so many columns of a text, with `…` where something was left out. */
export function cutTo(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let kept = ''
  let width = 0
  for (const letter of text) {
    width += columnsOf(letter)
    if (width > columns - 1) break
    kept += letter
  }
  return `${kept}…`
}

/**
 * A text in lines of at most so many columns: the first begins with `first`, the others with `next`. A line ends at a
 * space, or beside an East Asian letter, which is followed by no space. A longer word stays whole, to be copied whole.
 */
export function wrap(text: string, columns: number, first = '', next = first): string {
  const lines: string[] = []
  let line = first
  let width = widthOf(first)
  let empty = true
  let gap = ''
  for (const piece of text.match(pieces) ?? []) {
    if (piece.trim() === '') {
      gap = piece
      continue
    }
    const taken = widthOf(gap) + widthOf(piece)
    if (!empty && width + taken > columns) {
      lines.push(line)
      line = next + piece
      width = widthOf(line)
    } else {
      line += (empty ? '' : gap) + piece
      width += empty ? widthOf(piece) : taken
    }
    empty = false
    gap = ''
  }
  return [...lines, line].join('\n')
}

/**
 * Spaces; or one East Asian letter, or a run of anything else, each with the brackets that may not end a line before it
 * and what may not begin one behind it.
 */
const pieces =
  / +|[（「『【〈《]*(?:[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|[^ \u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]+)[、。，．・：；？！」』）】〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*/gu
