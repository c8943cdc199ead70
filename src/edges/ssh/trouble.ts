import type { Gap, GapKind } from '../../diagnosis/evidence.ts'

/** What the world did not oblige with. Thrown only inside this folder and turned into a Gap at its edge. */
export class Trouble extends Error {
  readonly kind: GapKind

  constructor(kind: GapKind, detail: string) {
    super(detail)
    this.kind = kind
  }
}

const byCode: Readonly<Record<string, readonly [GapKind, string]>> = {
  ECONNREFUSED: ['refused', 'nothing accepts connections on that port'],
  EHOSTUNREACH: ['unreachable', 'no way to the host'],
  ENETUNREACH: ['unreachable', 'no way to the network'],
  ENOTFOUND: ['unreachable', 'the host name is not in the DNS'],
  EAI_AGAIN: ['unreachable', 'the host name could not be looked up'],
  ETIMEDOUT: ['timeout', 'no answer'],
  ECONNRESET: ['refused', 'the connection was reset'],
  EPIPE: ['refused', 'the connection was closed'],
}

/** Texts of ssh2 and of servers, in the order in which they are tried; matched without regard to case. */
const byText: readonly (readonly [text: string, kind: GapKind, detail: string])[] = [
  ['timed out while waiting for handshake', 'timeout', 'connected, but no SSH server answered in time'],
  ['keepalive timeout', 'timeout', 'the connection fell silent'],
  ['authentication methods failed', 'login', 'the login was refused'],
  ['no matching', 'refused', ''],
  ['connection lost before handshake', 'refused', 'the connection was closed before the SSH handshake'],
  ['channel open failure', 'refused', 'no further session was allowed'],
  ['unable to exec', 'refused', 'running a command was refused'],
  ['not connected', 'refused', 'the connection was closed'],
  ['no response from server', 'refused', 'the connection was closed'],
]

/** One line of at most 160 characters: control characters, which a terminal would obey, become blanks. */
export function oneLine(text: string): string {
  const plain = [...text].map((character) => (character < ' ' || character === '\x7f' ? ' ' : character)).join('')
  const short = plain.replaceAll(/ {2,}/g, ' ').trim()
  return short.length > 160 ? `${short.slice(0, 159)}…` : short
}

/**
 * What an error of a connection means, as a Gap. The one table for that: a code of the system first, then the words of
 * ssh2. An error that is in neither is told by its first line; no error here holds a secret, since none is built with
 * one.
 */
export function gapOf(error: unknown, where: string): Gap {
  if (error instanceof Trouble) return { where, kind: error.kind, detail: oneLine(error.message) }
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = byCode[code]
  if (known) return { where, kind: known[0], detail: known[1] }
  const lower = message.toLowerCase()
  for (const [text, kind, detail] of byText) {
    if (lower.includes(text)) return { where, kind, detail: detail || oneLine(message) }
  }
  return { where, kind: 'unreachable', detail: oneLine(message) }
}

/** The same gaps, each told once. */
export function eachOnce(gaps: readonly Gap[]): Gap[] {
  const known = new Map(gaps.map((gap) => [`${gap.kind} ${gap.detail}`, gap]))
  return [...known.values()]
}
