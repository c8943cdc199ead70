import type { Working } from './answerer.ts'
import type { Reply } from './reply.ts'

/** What stands where something is hidden. */
const HIDDEN = '•••'

/**
 * An address anywhere in a text: the part before the `@`, quoted or not (RFC 5321 4.1.2), is a person; the domain is what
 * is asked about, and stays. A Message-ID has the same shape. Atoms end where a log line's own marks begin.
 */
const address = /(?:"(?:[^"\\\n]|\\.){1,64}"|[^\s"'<>()[\]{},;:@\\|`]{1,200})@(?=[\p{L}\p{N}[])/gu

/** Where a log line tells a subject: `Subject 'Re: you'`, `Subject "…"`, `Subject: …`, CEF's `ESASubject=…` or `msg='…'`. */
const subject = /(\bSubject:? ?)(["'])(.*?)\2(?=[\s,;)]|$)|(\bSubject: ?|\bESASubject=|\bmsg=)(.+?)(?=\s\w+=|$)/gimu

/** Shorter than this, a subject is a word that also stands for itself. */
const LEAST = 4

/**
 * The reply without the people in it: the part of each address before the `@`, and subjects wherever they stand, in
 * lines, tables, the file, the note and the JSON alike. The questions behind buttons stay whole: nobody sees them, and
 * they must still find the same mail.
 */
export function redact(reply: Reply): Reply {
  const found = new Set<string>()
  visit(reply, (text) => {
    for (const [, , , quoted, , bare] of text.matchAll(subject)) {
      const told = (quoted ?? bare ?? '').trim()
      if (told.length >= LEAST) found.add(told)
    }
  })
  const subjects = [...found].sort((a, b) => b.length - a.length)
  const { actions, ...rest } = reply
  return { ...hidden(rest, subjects), actions }
}

/** The same of what is being done. */
export function redactWorking(working: Working): Working {
  return hidden(working, [])
}

function hidden<Value>(value: Value, subjects: readonly string[]): Value {
  return map(value, (text) => {
    let left = text.replace(subject, (whole, before, mark, quoted, head) =>
      quoted === undefined ? `${head}${HIDDEN}` : whole.replace(whole.slice(before.length), `${mark}${HIDDEN}${mark}`),
    )
    for (const each of subjects) left = left.replaceAll(each, HIDDEN)
    return left.replace(address, `${HIDDEN}@`)
  }) as Value
}

function visit(value: unknown, see: (text: string) => void): void {
  map(value, (text) => {
    see(text)
    return text
  })
}

function map(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each) => map(each, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, map(each, change)]))
}
