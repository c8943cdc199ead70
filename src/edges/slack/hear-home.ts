import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import { reasonOf } from './call.ts'
import type { HearPorts } from './hear.ts'
import { openThread } from './hear-command.ts'
import { openForm } from './hear-shortcut.ts'
import { homeView } from './home.ts'
import { LISTENS } from './listens.ts'
import { postMessage } from './send.ts'

type HomeArgs = AllMiddlewareArgs & SlackEventMiddlewareArgs<'app_home_opened'>
type ActionArgs = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction>

/**
 * Somebody looks at the bot: at its own page, which is drawn anew, or at the direct message, above which questions to try
 * are offered (the agent view: for the whole conversation, without a thread; SLACK.md 1.4). Slack tells of each look, so
 * what fails here is only logged.
 */
export async function homeOpened(ports: HearPorts, { event, client, body }: HomeArgs): Promise<void> {
  if (!(await ports.seen.first(body.event_id))) return
  const { user, channel } = event
  ports.running.start(`home ${user}`, async () => {
    try {
      if (event.tab === 'messages') await suggest(ports, client, user, channel)
      else await publish(ports, client, user, channel)
    } catch (error) {
      ports.log.warn({ reason: reasonOf(error), tab: event.tab ?? 'home' }, 'what somebody looks at was not drawn')
    }
  })
}

async function publish(ports: HearPorts, client: HomeArgs['client'], user: string, channel: string): Promise<void> {
  const reads = await ports.askers.readsOf(client, user)
  const speech = ports.desk.speechFor(reads)
  await ports.desk.home({ asker: user, ...reads }, async (home) => {
    await client.views.publish({ user_id: user, view: homeView(home, speech, channel) })
  })
}

async function suggest(ports: HearPorts, client: HomeArgs['client'], user: string, channel: string): Promise<void> {
  const speech = ports.desk.speechFor(await ports.askers.mannersOf(client, user))
  const prompts = [
    {
      title: speech.ui('promptWhy'),
      message: speech.say('askWhyTo', { about: 'example.com', recipient: 'bob@example.org' }),
    },
    { title: speech.ui('promptDns'), message: 'dns example.com' },
    { title: speech.ui('promptProbe'), message: 'probe' },
    { title: speech.ui('promptStatus'), message: 'status' },
  ]
  await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title: speech.ui('promptsTitle'), prompts })
}

/** A button on App Home: the form, or a question asked again, in the direct message. Unknown ones are let go. */
export async function pressedAtHome(ports: HearPorts, args: ActionArgs): Promise<void> {
  const { action, body, client } = args
  const user = body.user.id
  if (!(await ports.seen.first(body.trigger_id))) return
  if (action.action_id === LISTENS.home.ask) return await openForm(ports, client, user, body.trigger_id)
  const isAgain = action.action_id.startsWith(`${LISTENS.home.again}_`)
  const text = isAgain && action.type === 'button' ? (action.value ?? '') : ''
  const channel = body.view?.private_metadata ?? ''
  if (text === '' || channel === '') return
  const place = { client, channel, threadTs: null }
  openThread(ports, {
    user,
    text,
    place,
    alone: async (message) => {
      await postMessage(place, message, ports.log)
    },
  })
}
