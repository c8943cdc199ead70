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
