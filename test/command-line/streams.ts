import { Readable, Writable } from 'node:stream'
import type { Screen, Streams } from '../../src/command-line/streams.ts'

/** Streams that read a text, and keep what is written to them. */
export function streamsOf(input = ''): { readonly streams: Streams; output(): string; errors(): string } {
  const [output, errors] = [kept(), kept()]
  return {
    streams: { input: Readable.from([Buffer.from(input)]), output: output.screen, errors: errors.screen },
    output: output.text,
    errors: errors.text,
  }
}

export function kept(): { readonly screen: Screen; text(): string } {
  let text = ''
  const screen = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString()
      done()
    },
  })
  return { screen, text: () => text }
}
