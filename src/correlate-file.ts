import { once } from 'node:events'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { correlate, type Finished } from './correlator/correlate.ts'
import type { Event } from './correlator/form.ts'
import { splitLines } from './edges/logs/lines.ts'
import { readFrom } from './edges/logs/scan.ts'
import { isClosedPipe, print, type Streams } from './streams.ts'

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
    const bytes = path === '-' ? input : await readFrom(path)
    const tooLong = { count: 0 }
    for await (const finished of correlate(linesOf(bytes, tooLong), { file, ...zone })) {
      if (options.summary && !('summary' in finished)) continue
      if (!output.write(`${JSON.stringify(shown(finished))}\n`)) await once(output, 'drain')
    }
    if (tooLong.count > 0) await print(errors, `${path}: ${tooLong.count} lines of over 1 MiB were passed over\n`)
    return 0
  } catch (error) {
    if (isClosedPipe(error)) return 0
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    if (code === null) throw error
    await print(errors, `${path}: cannot be read (${code})\n`)
    return 3
  }
}

async function* linesOf(bytes: Readable, tooLong: { count: number }): AsyncGenerator<string, void, undefined> {
  const lines: string[] = []
  const splitter = splitLines((line) => void lines.push(line))
  for await (const chunk of bytes) {
    splitter.push(chunk)
    yield* lines.splice(0)
  }
  const rest = splitter.rest()
  if (rest !== '') yield rest
  tooLong.count = splitter.passedOver()
}

/** What links to what is printed as ids: the objects themselves hold each other. */
function shown(finished: Finished): unknown {
  if ('summary' in finished) return finished
  const { kind, gateway } = finished
  const timeline = finished.timeline.map(eventShown)
  if (kind === 'injection') {
    return { kind, gateway, icid: finished.icid, mids: finished.messages.map(({ mid }) => mid), timeline }
  }
  if (kind === 'delivery') return { kind, gateway, dcid: finished.dcid, timeline }
  return {
    kind,
    gateway,
    mid: finished.mid,
    icid: finished.injection?.icid ?? null,
    recipients: finished.recipients.map(({ rid, rcptTo }) => ({ rid, rcptTo })),
    dcids: finished.deliveries.map(({ dcid }) => dcid),
    became: finished.became.map(({ mid }) => mid),
    origin: finished.origin ? { mid: finished.origin.message.mid, how: finished.origin.how } : null,
    timeline,
  }
}

function eventShown({ form, line, fields }: Event) {
  // A form may have a slot of any name (`level`), so the slots stand apart from what every line has.
  return { time: new Date(line.time).toISOString(), level: line.level, form, fields, line: line.number }
}
