import { correlateAll } from '../../src/correlator/correlate.ts'
import type { Event } from '../../src/correlator/form.ts'
import type { MailLog } from '../../src/correlator/mail-log.ts'

/** Log lines from messages: `10:00:05 ICID 7 close`, or with the stamp of the line before where there is none. */
export function stamped(messages: readonly string[]): string[] {
  let time = '10:00:00'
  return messages.map((message) => {
    const match = /^(\d\d:\d\d:\d\d) (.*)$/s.exec(message)
    time = match?.[1] ?? time
    return `Fri Nov 20 ${time} 2026 Info: ${match?.[2] ?? message}`
  })
}

/** What such messages of one gateway tell. */
export function told(messages: readonly string[], gateway = 'esa1'): MailLog {
  return correlateAll(stamped(messages).map((text, at) => ({ gateway, file: 'mail.current', number: at + 1, text })))
}

/** The form of each event, in order: a timeline at a glance. */
export function formsOf(timeline: readonly Event[]): string[] {
  return timeline.map(({ form }) => form)
}

/** Who has which messages, deliveries, origins: the links of a log at a glance. */
export function links(log: MailLog): { readonly injections: readonly string[]; readonly messages: readonly string[] } {
  return {
    injections: log.injections.map(({ icid, messages }) => `${icid}: ${messages.map(({ mid }) => mid)}`),
    messages: log.messages.map(({ mid, injection, deliveries, became, origin, recipients }) =>
      [
        mid,
        injection ? `icid ${injection.icid}` : '',
        recipients.length > 0 ? `to ${recipients.map(({ rid, rcptTo }) => `${rid}=${rcptTo}`)}` : '',
        deliveries.length > 0 ? `dcid ${deliveries.map(({ dcid }) => dcid)}` : '',
        became.length > 0 ? `became ${became.map((message) => message.mid)}` : '',
        origin ? `${origin.how} from ${origin.message.mid}` : '',
      ]
        .filter(Boolean)
        .join(' '),
    ),
  }
}

/** The same bytes in pieces. */
export function* cut(bytes: Uint8Array, size: number): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
