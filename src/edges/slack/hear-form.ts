import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import { readForm } from './ask-form.ts'
import { reasonOf } from './call.ts'
import type { HearPorts } from './hear.ts'
import { openThread } from './hear-command.ts'
import { askInThread } from './hear-shortcut.ts'
import type { Message } from './message.ts'
import { postMessage, whisper } from './send.ts'

/**
 * A form that was filled in: where a field names nothing, Slack keeps the form open and shows why; else it is asked, in
 * the thread of the post the form was opened on, or in a new one in the channel that was chosen.
 */
export async function formSent(
  ports: HearPorts,
  args: AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>,
): Promise<void> {
  const { ack, body, client, view } = args
  const user = body.user.id
  const reads = await ports.askers.mannersOf(client, user)
  const sent = readForm(view)
  if (sent === null) {
    await ack({ response_action: 'errors', errors: { sender: ports.desk.speechFor(reads).ui('olderButton') } })
    return
  }
  const asking = ports.desk.asking(sent.form, reads)
  if (asking.kind === 'wrong') {
    await ack({ response_action: 'errors', errors: { [asking.field]: asking.words } })
    return
  }
  await ack()
  if (!(await ports.seen.first(`form ${view.id} ${view.hash}`))) return
  const { text, shown } = asking
  const { to } = sent
  const inPerson = (message: Message) => sayDirectly(ports, client, user, message)
  if (typeof to !== 'string') {
    const alone = (message: Message) =>
      whisper({ client, ...to }, user, message, ports.log).catch(() => inPerson(message))
    return askInThread(ports, { user, text, thread: to, client, alone })
  }
  const alone = inPerson
  openThread(ports, { user, text, shown, place: { client, channel: to, threadTs: null }, alone })
}

/** A form has no place of its own in which something could be said: the asker is told in a direct message. */
async function sayDirectly(
  ports: HearPorts,
  client: AllMiddlewareArgs['client'],
  user: string,
  message: Message,
): Promise<void> {
  try {
    await postMessage({ client, channel: user, threadTs: null }, message, ports.log)
  } catch (error) {
    ports.log.warn({ reason: reasonOf(error) }, 'the asker could not be told')
  }
}
