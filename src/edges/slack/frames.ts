import type { SocketModeReceiver } from '@slack/bolt'
import * as z from 'zod'
import { readJson } from './json.ts'
import type { SlackLog } from './log.ts'

type SocketClient = SocketModeReceiver['client']

/** What Socket Mode sends with an envelope; an `events_api` one without an inner event throws in the client. */
const ENVELOPE = z.object({ envelope_id: z.string(), type: z.string() })
const EVENT = z.object({ payload: z.object({ event: z.object({ type: z.string() }) }) })

/**
 * Stands before the client's own frame handler. An `app_rate_limited` notice or a malformed frame makes that handler
 * throw where nobody catches, which ends the process unacknowledged (SLACK.md 1.9 #3, mended in socket-mode 3.1.1). Here
 * it is acknowledged, logged and gone; every other frame goes on to the client, whatever it then throws caught.
 */
export function guardFrames(client: SocketClient, log: SlackLog): void {
  const handlers = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const strange = strangeEnvelope(data, isBinary)
    if (strange !== null) {
      log.warn({ type: strange.type }, 'Slack sent an event without content')
      client.websocket?.send(JSON.stringify({ envelope_id: strange.envelope_id }), () => {})
      return
    }
    for (const handler of handlers) {
      Promise.resolve()
        .then(() => handler.call(client, data, isBinary))
        .catch((error: unknown) => log.error({ err: error }, 'a frame of Slack was not understood'))
    }
  })
}

/** The envelope of an events frame that holds no event; null for every other frame. */
function strangeEnvelope(data: unknown, isBinary: boolean): z.infer<typeof ENVELOPE> | null {
  if (isBinary || typeof data !== 'string') return null
  const frame = readJson(data)
  const envelope = ENVELOPE.safeParse(frame)
  if (!envelope.success || envelope.data.type !== 'events_api') return null
  return EVENT.safeParse(frame).success ? null : envelope.data
}
