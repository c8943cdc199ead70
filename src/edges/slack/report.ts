import type { WebClient } from '@slack/web-api'
import type { Reply } from '../../reply/reply.ts'
import { answerMessage } from './blocks.ts'
import type { HearPorts } from './hear.ts'
import { postMessage, ThreadGone } from './send.ts'

/**
 * Says in a thread what somebody waits for there, and names them, since nobody may have the thread open. Rejects where it
 * could not be said now; a thread that is gone is nobody's any more, and counts as told.
 */
export async function report(
  { thread, asker }: { readonly thread: string; readonly asker: string },
  reply: Reply,
  client: WebClient,
  ports: Pick<HearPorts, 'pace' | 'log'>,
): Promise<void> {
  const [channel = '', threadTs = ''] = thread.split(':')
  const about = {
    event_type: 'postmaster_answer' as const,
    event_payload: { question: `watch ${thread}`, thread, status: 'watch' },
  }
  try {
    await ports.pace.turn(channel)
    await postMessage({ client, channel, threadTs }, answerMessage(reply, asker), ports.log, about)
  } catch (error) {
    if (!(error instanceof ThreadGone)) throw error
    ports.log.info({ channel }, 'the thread that waited for mail was deleted')
  }
}
