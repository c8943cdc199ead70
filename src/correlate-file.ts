import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { stderr, stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { correlate, type Finished } from './correlator/correlate.ts'
import type { Event } from './correlator/form.ts'

/**
 * Prints each injection, message and delivery of a log as one JSON object a line, as they are finished, and the summary
 * last. `-` is standard input; a name that ends in `.gz` is unpacked. Gives the exit status.
 */
export async function correlateFile(
  path: string,
  options: { readonly summary?: boolean; readonly timezone?: string },
): Promise<number> {
  const raw = path === '-' ? stdin : createReadStream(path, { highWaterMark: 1 << 20 })
  const bytes = path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw
  if (bytes !== raw) raw.on('error', (error) => bytes.destroy(error))
  const lines = createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })
  try {
    const file = path === '-' ? 'stdin' : basename(path)
    for await (const finished of correlate(lines, {
      file,
      ...(options.timezone ? { timeZone: options.timezone } : {}),
    })) {
      if (options.summary && !('summary' in finished)) continue
      if (!stdout.write(`${JSON.stringify(shown(finished))}\n`))
        await new Promise((resolve) => stdout.once('drain', resolve))
    }
    return 0
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!code) throw error
    stderr.write(`${path}: cannot be read (${code})\n`)
    return 3
  }
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
  return { time: new Date(line.time).toISOString(), level: line.level, form, ...fields, line: line.number }
}
