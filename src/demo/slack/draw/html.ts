/** Markup that is safe to send to a browser. Only `html`, `raw` and `join` make it. */
export interface Html {
  readonly markup: string
}

type Piece = Html | string | number | null | undefined | false

/**
 * A template of markup. Whatever is put in is escaped, unless it is itself `Html`; nothing at all stands for null,
 * undefined and false. Values of attributes have to stand in double quotes.
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly (Piece | readonly Html[])[]): Html {
  let markup = strings[0] ?? ''
  for (const [index, piece] of pieces.entries()) {
    markup += (isList(piece) ? join(piece) : drawn(piece)).markup + (strings[index + 1] ?? '')
  }
  return { markup }
}

/** Markup that another library has made and escaped. */
export function raw(markup: string): Html {
  return { markup }
}

export function join(pieces: readonly Html[]): Html {
  return { markup: pieces.map((piece) => piece.markup).join('') }
}

function isList(piece: Piece | readonly Html[]): piece is readonly Html[] {
  return Array.isArray(piece)
}

function drawn(piece: Piece): Html {
  if (piece === null || piece === undefined || piece === false) return { markup: '' }
  return typeof piece === 'object' ? piece : { markup: escapeHtml(String(piece)) }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? character)
}
