import type { Socket } from 'node:net'

/** A reply of the other side: its code, and its lines without the code. Null where it is no SMTP reply at all. */
export interface SmtpReply {
  readonly kind: 'reply'
  readonly code: number | null
  readonly lines: readonly string[]
}

export type Heard = SmtpReply | { readonly kind: 'timeout' } | { readonly kind: 'closed'; readonly detail: string }

export interface Dialogue {
  /** The next reply, or how the waiting for it ended. `deadline` is in milliseconds since the epoch. */
  hear(deadline: number): Promise<Heard>
  say(line: string): void
  /** Stops listening. Gives what was sent but not yet heard: after STARTTLS there must be none. */
  leave(): string
}

const mostCharacters = 64 * 1024
const mostLines = 100
const longestLine = 1000

/**
 * Speaks SMTP over a socket (RFC 5321 section 4.2). What the other side sends is bounded: 100 lines and 64 KiB a reply,
 * 1000 characters a line are kept; control characters become `?`.
 */
export function openDialogue(socket: Socket): Dialogue {
  let held = ''
  let ended: Heard | null = null
  let changed = () => {}

  function onData(chunk: Buffer): void {
    held += chunk.toString('latin1')
    if (held.length > mostCharacters || held.split('\n', mostLines + 1).length > mostLines) {
      held = ''
      onEnd('sends more than a reply may hold')
      socket.destroy()
    }
    changed()
  }
  function onEnd(detail: string): void {
    ended ??= { kind: 'closed', detail }
    changed()
  }
  const onError = (error: Error) => onEnd('code' in error ? String(error.code) : error.message)
  const onClose = () => onEnd('the connection was closed')
  socket.on('data', onData)
  socket.on('error', onError)
  socket.on('close', onClose)

  function hear(deadline: number): Promise<Heard> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => end({ kind: 'timeout' }), Math.max(0, deadline - Date.now()))
      function end(heard: Heard): void {
        clearTimeout(timer)
        changed = () => {}
        resolve(heard)
      }
      changed = () => {
        const found = takeReply(held)
        if (found) {
          held = held.slice(found.length)
          end(found.reply)
        } else if (ended) {
          end(ended)
        }
      }
      changed()
    })
  }

  return {
    hear,
    say(line) {
      socket.write(`${line}\r\n`)
    },
    leave() {
      // The error listener stays: a socket without one throws its errors at the process.
      socket.off('data', onData)
      socket.off('close', onClose)
      return held
    },
  }
}

/** The first whole reply in what was received, and how many characters it takes. Null where it is not all there yet. */
function takeReply(held: string): { readonly reply: SmtpReply; readonly length: number } | null {
  const lines: string[] = []
  let at = 0
  while (true) {
    const end = held.indexOf('\n', at)
    if (end < 0) {
      return null
    }
    const line = printable(held.slice(at, end).replace(/\r$/, ''))
    at = end + 1
    const found = /^([2-5]\d\d)([ -]|$)/.exec(line)
    if (!found) {
      return { reply: { kind: 'reply', code: null, lines: [...lines, line] }, length: at }
    }
    const code = Number(found[1])
    lines.push(line.slice(4))
    if (found[2] !== '-') {
      return { reply: { kind: 'reply', code, lines }, length: at }
    }
  }
}

function printable(line: string): string {
  return line.slice(0, longestLine).replace(/[^ -~]/g, '?')
}
