import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt'
import { plainMessage } from './answer.ts'
import type { HearPorts } from './hear.ts'
import { LISTENS } from './listens.ts'

type Args = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction>

/** What was pressed under an answer; null for any other button. */
export function ratingIn({ action }: Pick<Args, 'action'>): { readonly right: boolean; readonly about: string } | null {
  if (action.action_id !== LISTENS.rating || !('value' in action) || typeof action.value !== 'string') return null
  const [, said, about = ''] = /^(right|wrong) (.*)$/s.exec(action.value) ?? []
  return said === undefined ? null : { right: said === 'right', about }
}

/** Keeps whether an answer was right, and thanks whoever said so, alone. */
export async function rated(
  ports: HearPorts,
  args: Args,
  { channel, threadTs, post }: { readonly channel: string; readonly threadTs: string; readonly post: string },
  { right, about }: { readonly right: boolean; readonly about: string },
): Promise<void> {
  const asker = args.body.user.id
  await ports.desk.rate({ asker, thread: `${channel}:${threadTs}`, post, right, about })
  ports.log.info({ thread: `${channel}:${threadTs}`, right, about }, 'an answer was rated')
  const speech = ports.desk.speechFor(await ports.askers.mannersOf(args.client, asker))
  const { text, blocks } = plainMessage(speech.ui(right ? 'rightThanks' : 'wrongThanks'))
  await args.respond({ response_type: 'ephemeral', replace_original: false, text, blocks, thread_ts: threadTs })
}
