import { once } from 'node:events'
import { basename } from 'node:path'
import { correlateInBatches, type Finished } from './correlator/correlate.ts'
import type { Event } from './correlator/form.ts'
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
    const bytes: AsyncIterable<Uint8Array> = path === '-' ? input : await readFrom(path)
    const timeShown = timesShown()
    let text = ''
    for await (const batch of correlateInBatches(bytes, { file, ...zone })) {
      for (const finished of batch) {
        if (!options.summary || 'summary' in finished) text += `${JSON.stringify(shown(finished, timeShown))}\n`
      }
      if (text === '') continue
      if (!output.write(text)) await once(output, 'drain')
      text = ''
    }
    return 0
  } catch (error) {
    if (isClosedPipe(error)) return 0
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    if (code === null) throw error
    await print(errors, `${path}: cannot be read (${code})\n`)
    return 3
  }
}

/** What links to what is printed as ids: the objects themselves hold each other. */
function shown(finished: Finished, timeShown: (time: number) => string): unknown {
  if ('summary' in finished) return finished
  const { kind, gateway } = finished
  const timeline = finished.timeline.map((event) => eventShown(event, timeShown(event.line.time)))
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

function eventShown({ form, line, fields }: Event, time: string) {
  // A form may have a slot of any name (`level`), so the slots stand apart from what every line has.
  return { time, level: line.level, form, fields, line: line.number }
}

/** Writes times, each once where it comes again: many lines share a second, and a time costs as much as half a line. */
function timesShown(): (time: number) => string {
  let last = Number.NaN
  let text = ''
  return (time) => {
    if (time !== last) {
      last = time
      text = new Date(time).toISOString()
    }
    return text
  }
}
