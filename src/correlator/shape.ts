import type { Form } from './form.ts'
import { forms } from './forms/index.ts'

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

const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", '<': '>', '[': ']', '{': '}' }

/**
 * The message without what is particular to it: digits are `#`; what stands in quotes or in pointed, square or curly
 * brackets is left out; and each word that could be somebody's is `*`: addresses, domains, paths, keys, words in other
 * letters than ASCII, what follows `user` or `from`. So lines of one form have one shape, and a shape can be shown to
 * others. Only a name that is a plain word among plain words is not known for one.
 */
export function shapeOf(message: string): string {
  const words: string[] = []
  let isName = false
  for (const word of withoutQuoted(message.slice(0, looked)).split(/\s+/)) {
    const plain = word.replace(/^[(]+/, '').replace(/[):,;.!?]+$/, '')
    const key = /[^=<>'"[\]{}|-]/.test(plain) ? plain.toLowerCase() : ''
    words.push(key === '' ? word : word.replace(plain, () => shown(plain, isName && !known.has(key))))
    if (beforeText.has(key)) return `${words.join(' ')} *`.slice(0, longest)
    // A sign between the word and the name is neither: `name = alice`.
    if (key !== '') isName = beforeName.has(key)
  }
  return words.join(' ').slice(0, longest)
}

/** What is left of a word. */
function shown(word: string, isName: boolean): string {
  if (/[@\\]/.test(word)) return '*'
  const [, key, sign, value] = /^([A-Za-z_]+)([:=])(.*)$/.exec(word) ?? []
  if (key && sign) return `${key}${sign}${hidden(value ?? '', beforeName.has(key.toLowerCase()))}`
  return known.has(word.toLowerCase()) ? word : hidden(word, isName)
}

function hidden(word: string, isName: boolean): string {
  if (/^[\d.,:/+-]*$/.test(word)) return word.replace(/\d+/g, '#')
  // Words in ASCII, and what brackets and quotes have left.
  return !isName && /^(?:[A-Za-z][A-Za-z'_-]{0,23}|[!-/:-@[-`{-~]*)$/.test(word) ? word : '*'
}

/** Without what stands in quotes and brackets, which stay. One that is not closed reaches to the end. */
function withoutQuoted(text: string): string {
  let result = ''
  let at = 0
  while (at < text.length) {
    const mark = text[at] as string
    const close = Object.hasOwn(closing, mark) && !isInWord(text, at) ? closing[mark] : undefined
    result += mark
    at += 1
    if (close === undefined) continue
    const end = closeOf(text, at, close)
    result += close
    at = end + 1
  }
  return result
}

/** `doesn't`: an apostrophe between letters quotes nothing. */
function isInWord(text: string, at: number): boolean {
  return text[at] === "'" && isLetterOrDigit(text[at - 1]) && isLetterOrDigit(text[at + 1])
}

/** The place of what closes; a quote between letters does not. The end where nothing does. */
function closeOf(text: string, from: number, close: string): number {
  let at = text.indexOf(close, from)
  while (at >= 0 && isInWord(text, at)) at = text.indexOf(close, at + 1)
  return at < 0 ? text.length : at
}

function isLetterOrDigit(char: string | undefined): boolean {
  return char !== undefined && /[A-Za-z\d]/.test(char)
}
