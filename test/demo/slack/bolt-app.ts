import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import type { SlackStandIn } from '../../../src/demo/slack/index.ts'

/** A Bolt app over Socket Mode that is pointed at the stand-in by configuration alone. Not yet started. */
export function boltApp(slack: Pick<SlackStandIn, 'apiUrl' | 'botToken' | 'appToken'>) {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  })
  return new App({
    token: slack.botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    convoStore: false,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  })
}
