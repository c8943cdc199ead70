import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { correlateInBatches, type Finished } from './correlator/correlate.ts'
import type { Event } from './correlator/form.ts'
import { putEvent } from './correlator/json.ts'
import type { Delivery, Injection, Message } from './correlator/mail-log.ts'
import { newSheet, putText, type Sheet, takeSheet } from './correlator/sheet.ts'
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
    // Stamps of syslog's have no year (rows H6 to H8): the file was written after what stands in it.
    const referenceTime = path === '-' ? Date.now() : (await stat(path)).mtimeMs
    const sheet = newSheet()
    for await (const batch of correlateInBatches(bytes, { file, referenceTime, ...zone })) {
      for (const finished of batch) if (!options.summary || 'summary' in finished) putFinished(sheet, finished)
      if (sheet.length > 0 && !output.write(takeSheet(sheet))) await once(output, 'drain')
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

function putFinished(sheet: Sheet, finished: Finished): void {
  if ('summary' in finished) {
    putText(sheet, `${JSON.stringify(finished)}\n`)
    return
  }
  const head = JSON.stringify(headOf(finished))
  putText(sheet, `${head.slice(0, -1)},"timeline":[`)
  const { timeline } = finished
  for (let at = 0; at < timeline.length; at += 1) {
    if (at > 0) putText(sheet, ',')
    putEvent(sheet, timeline[at] as Event)
  }
  putText(sheet, ']}\n')
}

/** What links to what is printed as ids: the objects themselves hold each other. */
function headOf(finished: Injection | Message | Delivery): object {
  const { kind, gateway } = finished
  if (kind === 'injection') return { kind, gateway, icid: finished.icid, mids: finished.messages.map(({ mid }) => mid) }
  if (kind === 'delivery') return { kind, gateway, dcid: finished.dcid }
  return {
    kind,
    gateway,
    mid: finished.mid,
    icid: finished.injection?.icid ?? null,
    recipients: finished.recipients.map(({ rid, rcptTo }) => ({ rid, rcptTo })),
    dcids: finished.deliveries.map(({ dcid }) => dcid),
    became: finished.became.map(({ mid }) => mid),
    origin: finished.origin ? { mid: finished.origin.message.mid, how: finished.origin.how } : null,
  }
}
