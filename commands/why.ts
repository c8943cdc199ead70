import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import { diagnose } from '../src/diagnosis/diagnose.ts'
import { gather } from '../src/gather/gather.ts'
import { parseQuestion } from '../src/question/parse.ts'
import { askAgain } from '../src/reply/ask-again.ts'
import { compose } from '../src/reply/compose.ts'
import { toJson } from '../src/reply/json.ts'
import { notUnderstood } from '../src/reply/not-understood.ts'
import { speak } from '../src/reply/speech.ts'

export const command = defineCommand({
  name: 'why',
  summary: 'tells why mail did not arrive, or where it went',
  usage: '<who it is from> [to <recipient>] [when]',
  examples: ["why didn't mail from example.com arrive?", 'why alice@example.com to bob@example.org since yesterday'],
  fallback: true,
  args: z.string().max(4_000, 'that is too long for a question'),

  async run(ask, context) {
    const { ports, settings, now, timeZone, language, previous, window } = context
    const started = ports.clock.now()
    const gateways = ports.sources.map(({ gateway }) => gateway)
    const understood = parseQuestion(ask, {
      now,
      timeZone,
      language,
      previous,
      window,
      gateways,
      domains: settings.ours.domains,
    })
    if (understood.kind === 'not-understood')
      return notUnderstood(ask, understood, speak(context.answerIn ?? understood.language, timeZone, now))
    const question = context.answerIn ? { ...understood.question, language: context.answerIn } : understood.question
    context.understood(question)

    const evidence = await gather(question, ports, settings, context.progress)
    const diagnosis = diagnose(evidence)

    const speech = speak(question.language, timeZone, now)
    const elapsedMs = ports.clock.now() - started
    const asked = {
      ask: 'why',
      gateways: question.gateways.length > 0 ? question.gateways : gateways,
      language: speech.language.tag,
    }
    const again = askAgain(question, speech)
    return compose(evidence, diagnosis, {
      speech,
      elapsedMs,
      ask: again.same,
      askWeek: again.week,
      json: toJson(evidence, diagnosis, asked, speech, elapsedMs),
    })
  },
})
