import type { Readable } from 'node:stream'
import { readFrom } from '../edges/logs/scan.ts'

/** Beyond that nobody reads an answer; what takes the text says that it is too much. */
const mostCharacters = 1_000_000

/**
 * The text of files, unpacked where they are packed, or of standard input where `-` is named; or why one cannot be read,
 * in words. No more is read than any command takes.
 */
export async function textOf(
  paths: readonly string[],
  input: Readable,
): Promise<{ readonly words: string } | { readonly unread: string }> {
  let words = ''
  for (const path of paths) {
    try {
      const decoder = new TextDecoder()
      for await (const chunk of path === '-' ? input : await readFrom(path)) {
        words += decoder.decode(chunk, { stream: true })
        if (words.length > mostCharacters) return { words }
      }
      words += `${decoder.decode()}\n`
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : null
      if (code === null) throw error
      return { unread: `${path}: cannot be read (${code})` }
    }
  }
  return { words }
}
