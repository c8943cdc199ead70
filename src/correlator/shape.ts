import type { Form } from './form.ts'
import { forms } from './forms/index.ts'
import { isDigit } from './text.ts'

/** Of a longer message only the beginning is looked at: its fixed words stand there. */
const looked = 600
const longest = 160

/** The fixed words of all templates: what they say is the gateway's. */
const known: ReadonlySet<string> = new Set(
  Object.values<Form>(forms)
    .flatMap(({ lines }) => lines)
    .flatMap((line) => line.replace(/\{[^}]*\}/g, ' ').split(/[\s"'()[\]<>{}:,;.|=]+/))
    .map((word) => word.toLowerCase()),
)

/** Words behind which a name, an address or a file may stand, as one word. */
const beforeName = new Set(
  'account address attachment by client domain file filename for from group host login name policy query recipient sender server session to url user username'.split(
    ' ',
  ),
)
/** Words behind which anything may stand, to the end. */
const beforeText = new Set(['subject', 'body'])

/**
 * The message without what is particular to it: digits are `#`; what stands in quotes or in pointed, square or curly
 * brackets is left out; and each word that could be somebody's is `*`: addresses, domains, paths, keys, words in other
 * letters than ASCII, what follows `user` or `from`. So lines of one form have one shape, and a shape can be shown to
 * others. Only a name that is a plain word among plain words is not known for one.
 */
export function shapeOf(message: string): string {
  let shape = ''
  let isName = false
  for (const word of withoutQuoted(message.slice(0, looked)).split(blanks)) {
    const [begin, end] = core(word)
    const plain = word.slice(begin, end)
    const key = plain.toLowerCase()
    if (shape !== '') shape += ' '
    shape += word.slice(0, begin) + shown(plain, key, isName) + word.slice(end)
    if (shape.length >= longest) break
    if (beforeText.has(key)) return `${shape} *`.slice(0, longest)
    // A sign between the word and the name is neither: `name = alice`.
    if (isWord(plain)) isName = beforeName.has(key)
  }
  return shape.slice(0, longest)
}

const blanks = /\s+/

/** Where a word begins and ends without the punctuation around it. */
function core(word: string): readonly [begin: number, end: number] {
  let begin = 0
  let end = word.length
  while (begin < end && word[begin] === '(') begin += 1
  while (end > begin && '):,;.!?'.includes(word[end - 1] as string)) end -= 1
  return [begin, end]
}

/** What is left of a word. `key` is the same in lower case. */
function shown(word: string, key: string, isName: boolean): string {
  if (known.has(key)) return word
  const sign = signIn(word)
  if (sign <= 0) return hidden(word, isName)
  const name = word.slice(0, sign)
  return `${name}${word[sign]}${hidden(word.slice(sign + 1), beforeName.has(name.toLowerCase()))}`
}

/** The place of the first `:` or `=` where only letters stand before it, and it is no address. */
function signIn(word: string): number {
  for (let at = 0; at < word.length; at += 1) {
    const char = word[at] as string
    if (char === ':' || char === '=') return word.includes('@') || word.includes('\\') ? -1 : at
    if (!isLetter(word.charCodeAt(at)) && char !== '_') return -1
  }
  return -1
}

function hidden(word: string, isName: boolean): string {
  if (isWord(word)) return isName || word.length > longestWord ? '*' : word
  let letters = false
  let digits = false
  let odd = false
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at)
    if (isLetter(code)) letters = true
    else if (isDigit(code)) digits = true
    else if (code < 33 || code > 126 || code === 64 || code === 92) odd = true
  }
  if (letters || odd) return '*'
  return digits ? word.replace(/\d+/g, '#') : word
}

const longestWord = 24

/** A word of letters, with `-`, `_` and apostrophes in it. */
function isWord(word: string): boolean {
  if (!isLetter(word.charCodeAt(0))) return false
  for (let at = 1; at < word.length; at += 1) {
    const code = word.charCodeAt(at)
    if (!isLetter(code) && code !== 45 && code !== 95 && code !== 39) return false
  }
  return true
}

/** Without what stands in quotes and brackets, which stay. One that is not closed reaches to the end. */
function withoutQuoted(text: string): string {
  let result = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const close = closingOf(text, at)
    if (close === '') continue
    result += text.slice(from, at + 1) + close
    at = closeOf(text, at + 1, close)
    from = at + 1
  }
  return result + text.slice(from)
}

/** What closes the quote or bracket that opens here; nothing where none does. */
function closingOf(text: string, at: number): string {
  switch (text.charCodeAt(at)) {
    case 34:
      return '"'
    case 39:
      return isInWord(text, at) ? '' : "'"
    case 60:
      return '>'
    case 91:
      return ']'
    case 123:
      return '}'
    default:
      return ''
  }
}

/** The place of what closes; a quote between letters does not. The end where nothing does. */
function closeOf(text: string, from: number, close: string): number {
  let at = text.indexOf(close, from)
  while (at >= 0 && isInWord(text, at)) at = text.indexOf(close, at + 1)
  return at < 0 ? text.length : at
}

/** `doesn't`: an apostrophe between letters quotes nothing. */
function isInWord(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 39 || at === 0) return false
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at + 1)]
  return (isLetter(before) || isDigit(before)) && (isLetter(after) || isDigit(after))
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}
