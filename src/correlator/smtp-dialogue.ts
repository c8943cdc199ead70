import type { ConversationStep, SmtpStage } from './conversation.ts'

type Said = Pick<ConversationStep, 'stage' | 'text' | 'code'>

/** What must be remembered between two pieces of a dialogue. */
interface Course {
  /** Stages whose reply has not come: a client may send several commands at once (RFC 2920). */
  readonly waiting: SmtpStage[]
  stage: SmtpStage
  inBody: boolean
  /** Whether the last piece of the content ended its line: the lone dot may come in the next. */
  lineEnded: boolean
  /** After `334` the client's next line is a name or a password. */
  askedSecret: boolean
}

/**
 * A function that is told, piece by piece, what the server's and the client's side said, and gives what each piece holds:
 * commands, whole replies, content. It keeps commands and replies together by their order.
 */
export function speaker(): (side: 'server' | 'client', text: string) => readonly Said[] {
  const course: Course = { waiting: [], stage: 'banner', inBody: false, lineEnded: true, askedSecret: false }
  return (side, text) => {
    if (isTlsRecord(text)) return [{ stage: course.stage, text: '(encrypted)' }]
    if (side === 'server') return replies(text, course)
    return course.inBody ? content(text, course) : commands(text, course)
  }
}

/** A TLS record begins with its type, 20 to 23, and version 3 (RFC 8446, 5.1): nobody can read on from there. */
function isTlsRecord(text: string): boolean {
  const type = text.charCodeAt(0)
  return type >= 20 && type <= 23 && text.charCodeAt(1) === 3
}

function replies(text: string, course: Course): Said[] {
  const said: Said[] = []
  let lines: string[] = []
  for (const line of linesOf(text)) {
    lines.push(line)
    // `250-` goes on, `250 ` and `250` end a reply (RFC 5321, 4.2.1).
    if (/^\d{3}-/.test(line)) continue
    said.push(reply(lines, course))
    lines = []
  }
  if (lines.length > 0) said.push(reply(lines, course))
  return said
}

function reply(lines: readonly string[], course: Course): Said {
  const code = /^\d{3}(?![0-9])/.exec(lines[0] ?? '')?.[0]
  const waited = course.waiting.shift()
  // A log may leave the content out: then the reply to it follows `354` at once.
  if (waited === undefined && course.inBody) {
    course.stage = 'body'
    course.inBody = false
  }
  const stage = waited ?? course.stage
  course.askedSecret = code === '334'
  if (code === '334') course.waiting.unshift('auth')
  if (code === '354') {
    course.inBody = true
    course.lineEnded = true
  }
  return { stage, text: lines.join('\n'), ...(code !== undefined && { code: Number(code) }) }
}

function commands(text: string, course: Course): Said[] {
  const said: Said[] = []
  for (const line of linesOf(text)) {
    if (course.askedSecret) {
      course.askedSecret = false
      said.push({ stage: 'auth', text: '(credentials)' })
      continue
    }
    const stage = stageOf(line)
    course.waiting.push(stage)
    if (stage !== 'other') course.stage = stage
    said.push({ stage, text: stage === 'auth' ? withoutSecret(line) : line })
  }
  return said
}

/** `AUTH PLAIN AGFsaWNl…` carries the password: only the mechanism is kept. */
function withoutSecret(line: string): string {
  const [verb = '', mechanism = '', secret] = line.split(/\s+/, 3)
  return secret === undefined ? line : `${verb} ${mechanism} (credentials)`
}

const verbs: Readonly<Record<string, SmtpStage>> = {
  HELO: 'ehlo',
  EHLO: 'ehlo',
  LHLO: 'ehlo',
  STARTTLS: 'starttls',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
  QUIT: 'quit',
}

function stageOf(line: string): SmtpStage {
  const verb = /^[A-Za-z]{4,8}(?=\s|$)/.exec(line)?.[0].toUpperCase() ?? ''
  return Object.hasOwn(verbs, verb) ? (verbs[verb] ?? 'other') : 'other'
}

/** Content up to the lone dot, and the commands that may follow it in the same piece. */
function content(text: string, course: Course): Said[] {
  course.stage = 'body'
  const end = endOfContent(text, course.lineEnded)
  const body = end === null ? text : text.slice(0, end.from)
  course.lineEnded = text.endsWith('\n')
  const said: Said[] = body === '' ? [] : [{ stage: 'body', text: body.replace(/[\r\n]{1,2}$/, '') }]
  if (end === null) return said
  course.inBody = false
  course.waiting.push('body')
  return [...said, { stage: 'body', text: '.' }, ...commands(text.slice(end.to), course)]
}

function endOfContent(text: string, atLineStart: boolean): { readonly from: number; readonly to: number } | null {
  const dot = /^\.\r?\n/.exec(text)
  if (dot && atLineStart) return { from: 0, to: dot[0].length }
  const found = /\n\.\r?\n/.exec(text)
  return found ? { from: found.index + 1, to: found.index + found[0].length } : null
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line !== '')
}
