import type { Event } from './form.ts'
import { putEvent } from './json.ts'
import type { Delivery, Injection, Message } from './mail-log.ts'
import { putCode, putText, type Sheet } from './sheet.ts'
import type { Finished } from './streaming.ts'

/** Puts a value of the stream on a sheet, as one JSON object on a line of its own. */
export function putFinished(sheet: Sheet, finished: Finished): void {
  if ('summary' in finished) {
    putText(sheet, `${JSON.stringify(finished)}\n`)
    return
  }
  putText(sheet, `${headOf(finished)},"timeline":[`)
  const { timeline } = finished
  for (let at = 0; at < timeline.length; at += 1) {
    if (at > 0) putCode(sheet, comma)
    putEvent(sheet, timeline[at] as Event)
  }
  putText(sheet, ']}\n')
}

const comma = 44

/**
 * What links to what is printed as ids: the objects themselves hold each other. There are so many of these that the text
 * is put together here; it is what `JSON.stringify` makes of the object, without its end.
 */
function headOf(finished: Injection | Message | Delivery): string {
  const { kind, gateway } = finished
  const head = `{"kind":"${kind}","gateway":${JSON.stringify(gateway)}`
  if (kind === 'injection') return `${head},"icid":${finished.icid},"mids":[${midsOf(finished.messages)}]`
  if (kind === 'delivery') return `${head},"dcid":${finished.dcid}`
  const { mid, injection, recipients, deliveries, became, origin } = finished
  const named = recipients.map(({ rid, rcptTo }) => `{"rid":${rid},"rcptTo":${JSON.stringify(rcptTo)}}`)
  const from = origin ? `{"mid":${origin.message.mid},"how":"${origin.how}"}` : 'null'
  return `${head},"mid":${mid},"icid":${injection?.icid ?? 'null'},"recipients":[${named}],"dcids":[${deliveries.map(
    ({ dcid }) => dcid,
  )}],"became":[${midsOf(became)}],"origin":${from}`
}

function midsOf(messages: readonly Message[]): string {
  return messages.map(({ mid }) => mid).join()
}
