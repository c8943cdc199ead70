import type { Person } from './post.ts'

/** A piece of what a person typed, as Slack's composer understands it. */
export type TypedPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mention'; readonly user: string }
  | { readonly kind: 'link'; readonly url: string; readonly text: string }

/**
 * Splits typed text into what Slack's composer makes of it: mentions of people by name, mail addresses, addresses of
 * pages and bare domains. A word is taken whole, so the work is linear in the text's length.
 */
export function readTyped(text: string, people: Iterable<Person>): readonly TypedPiece[] {
  const byName = new Map([...people].map((person) => [`@${person.name.toLowerCase()}`, person.id]))
  const pieces: TypedPiece[] = []
  for (const word of text.split(/(\s+)/u)) {
    const { before, core, after } = withoutPunctuation(word)
    const piece = readWord(core, byName)
    if (piece === null) {
      addText(pieces, word)
      continue
    }
    addText(pieces, before)
    pieces.push(piece)
    addText(pieces, after)
  }
  return pieces
}

/** The `text` of the message event: markup for what was recognised, the rest with `&`, `<` and `>` escaped. */
export function slackText(pieces: readonly TypedPiece[]): string {
  return pieces.map(pieceText).join('')
}

/** The `rich_text` block that Slack fastens to what a person typed. */
export function typedBlock(pieces: readonly TypedPiece[], blockId: string) {
  return {
    type: 'rich_text',
    block_id: blockId,
    elements: [{ type: 'rich_text_section', elements: pieces.map(pieceElement) }],
  }
}

/** The three escapes of Slack's markup, and no others. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function pieceText(piece: TypedPiece): string {
  if (piece.kind === 'mention') return `<@${piece.user}>`
  if (piece.kind === 'link') return `<${escapeMarkup(piece.url)}|${escapeMarkup(piece.text)}>`
  return escapeMarkup(piece.text)
}

function pieceElement(piece: TypedPiece) {
  if (piece.kind === 'mention') return { type: 'user', user_id: piece.user }
  if (piece.kind === 'link') return { type: 'link', url: piece.url, text: piece.text }
  return { type: 'text', text: piece.text }
}

const opening = '("\'“‘<['
const closing = ')"\'”’>].,;:?!'

function withoutPunctuation(word: string): { before: string; core: string; after: string } {
  let start = 0
  let end = word.length
  while (start < end && opening.includes(word.charAt(start))) start += 1
  while (end > start && closing.includes(word.charAt(end - 1))) end -= 1
  return { before: word.slice(0, start), core: word.slice(start, end), after: word.slice(end) }
}

const scheme = /^https?:\/\/[^\s<>|]+$/iu
const address = /^[^\s@<>|"\\]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/iu
/** A bare name is only linked where its last label looks like a top-level domain: letters alone. */
const domain = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/iu

function readWord(word: string, byName: ReadonlyMap<string, string>): TypedPiece | null {
  const user = byName.get(word.toLowerCase())
  if (user !== undefined) return { kind: 'mention', user }
  if (scheme.test(word)) return { kind: 'link', url: word, text: word }
  if (address.test(word)) return { kind: 'link', url: `mailto:${word}`, text: word }
  if (domain.test(word)) return { kind: 'link', url: `http://${word}`, text: word }
  return null
}

function addText(pieces: TypedPiece[], text: string): void {
  if (text === '') return
  const last = pieces.at(-1)
  if (last?.kind === 'text') {
    pieces[pieces.length - 1] = { kind: 'text', text: last.text + text }
    return
  }
  pieces.push({ kind: 'text', text })
}
