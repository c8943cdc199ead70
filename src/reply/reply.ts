/** A piece of a line of text. A plain string is drawn as it is, whatever is in it: edges escape, nobody else does. */
export type Inline =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  | { readonly link: string; readonly url: string }

export type Line = readonly Inline[]

export type Tone = 'red' | 'yellow' | 'green' | 'white' | 'none'

export type Section =
  | {
      readonly kind: 'text'
      readonly role: string
      readonly title?: string
      readonly lines: readonly Line[]
      readonly folded?: boolean
    }
  | {
      readonly kind: 'list'
      readonly role: string
      readonly title?: string
      readonly items: readonly Line[]
      readonly folded?: boolean
    }
  | {
      readonly kind: 'table'
      readonly role: string
      readonly title?: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly folded?: boolean
    }
  /** Log lines and the like, to be shown letter by letter. */
  | {
      readonly kind: 'lines'
      readonly role: string
      readonly title?: string
      readonly lines: readonly string[]
      readonly folded?: boolean
    }
  /** A text to be pasted elsewhere as it stands. */
  | {
      readonly kind: 'draft'
      readonly role: string
      readonly title: string
      readonly subject: string
      /** What stands before the subject, in the language of the text; `Subject: ` where it is not there. */
      readonly subjectLabel?: string
      readonly body: string
      readonly folded?: boolean
    }
  /** Small print: what was searched. */
  | { readonly kind: 'context'; readonly role: string; readonly lines: readonly Line[]; readonly folded?: boolean }

/** What a person can press after the answer: the edge knows how, the words are the language's. */
export interface Action {
  readonly id: 'widen' | 'again' | 'lines' | 'note' | 'probe' | 'watch' | 'unwatch'
  readonly label: string
  /** A question in words, as if typed, for those that ask anew. */
  readonly ask?: string
}

/** An answer in one language, drawn by an edge in Slack, on a terminal or as JSON. Serialisable. */
export interface Reply {
  readonly tone: Tone
  /** The verdict in one sentence, alone in a notification. */
  readonly headline: string
  readonly sections: readonly Section[]
  readonly actions: readonly Action[]
  /** Asked under an answer: was it right? `about` is kept with what is said: the verdict, in ids. */
  readonly rating?: { readonly asked: string; readonly right: string; readonly wrong: string; readonly about: string }
  /** Longer evidence, as a file in the thread. */
  readonly file?: { readonly name: string; readonly title: string; readonly text: string }
  /** What `--json` prints. */
  readonly json: unknown
  /** 0 answered, 2 not understood or misused, 3 nothing could be read. */
  readonly status: 0 | 2 | 3
  /** Shown to the asker alone. */
  readonly whisper?: boolean
}
