import * as z from 'zod'
import { type CommandContext, defineCommand } from '../src/answering/command.ts'
import { isReply, understood } from '../src/answering/investigate.ts'
import { mostWatches, watchSlots } from '../src/answering/watching.ts'
import type { Question } from '../src/question/question.ts'
import { asksToWait } from '../src/question/waiting.ts'
import type { Action, Reply, Section } from '../src/reply/reply.ts'
import { speak } from '../src/reply/speech.ts'

export const command = defineCommand({
  name: 'watch',
  summary: 'tells in the thread when the next mail of a sender comes, for a day',
  usage: '<who it is from> [to <recipient>] | stop',
  examples: ['watch example.com to bob@example.org', 'watch stop'],
  standsAlone: true,
  args: z.string().max(4_000, 'that is too long for a question'),

  async run(words, context) {
    const { watches, now, timeZone, answerIn, language } = context
    const own = speak(answerIn ?? language, timeZone, now)
    if (watches === undefined) return told(own.ui('watchNowhere'), { status: 2 })
    if (/^stop\b/i.test(words)) {
      const ended = await watches.end()
      if (ended === null) return told(own.ui('watchNone'), { whisper: true })
      return told(own.say('watchStopped', watchSlots(ended.question, ended.until, own)))
    }
    const question = waitedFor(words, context)
    if (isReply(question)) return question
    const speech = speak(question.language, timeZone, now)
    const watch = await watches.begin(question)
    if (watch === null) return told(speech.say('watchTooMany', { count: mostWatches }), { whisper: true })
    const minutes = Math.max(1, Math.round(watches.every / 60_000))
    const headline = speech.say('watchStarted', { minutes, ...watchSlots(question, watch.until, speech) })
    const kept: Section = { kind: 'context', role: 'kept', lines: [[speech.ui('watchKept')]] }
    const stop: Action = { id: 'unwatch', label: speech.ui('actionUnwatch'), ask: 'watch stop' }
    return told(headline, { sections: [kept], actions: [stop] })
  },
})

/** What the words name; where they name nothing (`watch`, `tell me when it arrives`), what the thread asked before. */
function waitedFor(words: string, context: CommandContext): Question | Reply {
  const read = understood(words, context)
  const { previous, now } = context
  if (!isReply(read) || previous === null || (words !== '' && !asksToWait(words))) return read
  const question = { ...previous, now }
  context.understood(question)
  return question
}

function told(headline: string, more: Partial<Reply> = {}): Reply {
  return {
    tone: 'none',
    headline,
    sections: [],
    actions: [],
    json: { version: 1, watch: headline },
    status: 0,
    ...more,
  }
}
