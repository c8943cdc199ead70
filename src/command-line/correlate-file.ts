import { createReadStream } from 'node:fs'
import { type FileHandle, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { correlateInThreads } from '../edges/logs/correlate-threads.ts'
import { openLog, unpackedFrom } from '../edges/logs/scan.ts'
import { isClosedPipe, print, type Screen, type Streams } from './streams.ts'

/**
 * Prints each injection, message and delivery of a log as one JSON object a line, as they are finished, and the summary
 * last. `-` is standard input; a file that gzip packed is unpacked. Gives the exit status: 3 where the log cannot be
 * read, or not to its end.
 */
export async function correlateFile(
  path: string,
  options: { readonly summary?: boolean; readonly timezone?: string },
  { input, output, errors }: Streams,
): Promise<number> {
  const zone = options.timezone ? { timeZone: options.timezone } : {}
  const file = path === '-' ? 'stdin' : basename(path)
  try {
    const log = path === '-' ? input : await logOf(path)
    // Stamps of syslog's have no year (rows H6 to H8): the file was written after what stands in it.
    const referenceTime = path === '-' ? Date.now() : (await stat(path)).mtimeMs
    const clock = { referenceTime, ...zone }
    await correlateInThreads({ log, file, clock, summary: options.summary === true }, (told) => written(output, told))
    return 0
  } catch (error) {
    if (isClosedPipe(error)) return 0
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    if (code === null) throw error
    await print(errors, `${path}: cannot be read (${code})\n`)
    return 3
  }
}

/** A file as it stands, or what is unpacked of it. A pipe with a name can only be read once, from its beginning on. */
async function logOf(path: string): Promise<FileHandle | Readable> {
  const about = await stat(path)
  if (about.isFIFO()) return createReadStream(path)
  const { handle, packing } = await openLog(path)
  return packing === null ? handle : unpackedFrom(path, handle, packing)
}

/** Resolves once nothing of it is needed any more. */
function written(output: Screen, told: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(told, (error) => (error ? reject(error) : resolve()))
  })
}
