import type { WebClient } from '@slack/web-api'
import { answerAsked, plainMessage } from './answer.ts'
import type { HearPorts } from './hear.ts'
import type { Message } from './message.ts'
import type { KeptQuestion } from './questions.ts'
import { type Place, postAbout, postMessage, updated, whisper } from './send.ts'

/** A question older than this has been asked again, or is of no use any more. */
const WORTH_ANSWERING_MS = 15 * 60_000
/** A question that ended two processes is not what ends the third. */
const MOST_TRIES = 2

/**
 * Takes up what an earlier process was at when it was killed: the question is answered, in the post that already says
 * that it is looked at; one too old, or begun too often, is closed with a word. One that has its answer is left alone.
 */
export function takeUp(left: readonly KeptQuestion[], client: WebClient, ports: HearPorts): void {
  for (const question of left) {
    const { channel, threadTs, ask } = question
    const place = { client, channel, threadTs }
    ports.running.start(ask.thread, async (signal) => {
      const there = await postAbout(place, question.id)
      const post = there === 'not known' ? null : there
      if (post?.isFinal === true) return await ports.questions.end(question.id)
      ports.log.info({ tries: question.tries }, 'a question was left unanswered by an earlier process')
      if (question.tries >= MOST_TRIES || ports.now() - question.since > WORTH_ANSWERING_MS) {
        return await close(question, place, post?.ts ?? null, ports)
      }
      const { askingTs } = question
      const whisperTo = whisperFor(question, place, ports)
      const asked = { ask, place, askingTs, whisper: whisperTo, left: { question, postTs: post?.ts ?? null } }
      await answerAsked(ports, asked, signal)
    })
  }
}

/** Slack shows a whisper in a thread only where the thread is open, so one to a first question is beside it. */
function whisperFor(
  question: KeptQuestion,
  place: Place,
  ports: HearPorts,
): ((message: Message) => Promise<void>) | null {
  if (question.channel.startsWith('D')) return null
  const beside = question.askingTs === question.threadTs ? { ...place, threadTs: null } : place
  return (message) => whisper(beside, question.ask.asker, message, ports.log)
}

/** The last word where there is no answer. A post among people that did not name the bot gets none. */
async function close(question: KeptQuestion, place: Place, postTs: string | null, ports: HearPorts): Promise<void> {
  const about = {
    event_type: 'postmaster_answer' as const,
    event_payload: { question: question.id, thread: question.ask.thread, status: 'restarted' },
  }
  const manners = await ports.askers.mannersOf(place.client, question.ask.asker)
  const message = plainMessage(ports.desk.speechFor(manners).ui('restarted'))
  const isThere = postTs !== null && (await updated(place, postTs, message, ports.log, about))
  if (!isThere && question.ask.addressed) await postMessage(place, message, ports.log, about)
  await ports.questions.end(question.id)
}
