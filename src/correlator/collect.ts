import type { Core, Listening, OpenThing } from './core.ts'
import type { Event } from './form.ts'
import type { Delivery, Injection, MailLog } from './mail-log.ts'
import type { OpenMessage } from './open.ts'
import { summaryOf } from './unrecognised.ts'

/** What a core opens, gathered: its `listening` goes into the core, the `mailLog` comes out. */
export interface Collector {
  readonly listening: Listening
  readonly messages: readonly OpenMessage[]
  mailLog(core: Core): MailLog
}

/** Keeps everything a core opens, in the order of opening. */
export function collector(): Collector {
  const injections: Injection[] = []
  const messages: OpenMessage[] = []
  const deliveries: Delivery[] = []
  const loose: Event[] = []

  function opened(thing: OpenThing): void {
    if (thing.kind === 'message') messages.push(thing)
    else if (thing.kind === 'injection') injections.push(thing)
    else deliveries.push(thing)
  }

  return {
    messages,
    listening: { opened, completed: () => {}, loose: (event) => void loose.push(event) },
    mailLog: (core) => ({ injections, messages, deliveries, loose, summary: summaryOf(core.tally) }),
  }
}
