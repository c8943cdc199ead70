import process from 'node:process'
import type { Readable, Writable } from 'node:stream'

/** What the command line reads from and writes to. */
export interface Streams {
  readonly input: Readable
  readonly output: Screen
  readonly errors: Screen
}

/** A stream that may be a terminal. */
export type Screen = Writable & { readonly isTTY?: boolean; readonly columns?: number }

export const processStreams: Streams = { input: process.stdin, output: process.stdout, errors: process.stderr }

/** Writes, and waits until the text is out: a pipe would lose the end of a long answer when the process ends. */
export function print(screen: Screen, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    screen.write(text, (error) => {
      // Who reads us may have read enough (`postmaster … | head`).
      if (error && !isClosedPipe(error)) reject(error)
      else resolve()
    })
  })
}

export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}
