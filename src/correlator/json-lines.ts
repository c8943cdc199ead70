import type { Event } from './form.ts'
import { putEvent } from './json.ts'
import type { Delivery, Injection, Message } from './mail-log.ts'
import { putText, type Sheet } from './sheet.ts'
import type { Finished } from './streaming.ts'

/** Puts a value of the stream on a sheet, as one JSON object on a line of its own. */
export function putFinished(sheet: Sheet, finished: Finished): void {
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
