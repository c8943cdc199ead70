import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import { diagnose } from '../src/diagnosis/diagnose.ts'
import { gather } from '../src/gather/gather.ts'
import { parseQuestion } from '../src/question/parse.ts'
import { dialoguesIn } from '../src/reply/dialogue.ts'
import { toJson } from '../src/reply/json.ts'
import { notUnderstood } from '../src/reply/not-understood.ts'
import type { Section } from '../src/reply/reply.ts'
import { nothingRead, searched } from '../src/reply/searched.ts'
import { missing } from '../src/reply/sections.ts'
import { speak } from '../src/reply/speech.ts'
import { wayFile, wayOf } from '../src/reply/way.ts'

const mostTold = 5

export const command = defineCommand({
  name: 'trace',
  summary: 'tells the way of each message line by line',
  usage: '<MID, Message-ID, address, domain or IP> [when]',
  examples: ['trace MID 9931411', 'trace alice@example.com yesterday'],
  args: z
    .string()
    .min(1, 'name a MID, a Message-ID, an address, a domain or an IP address')
    .max(4_000, 'that is too long'),

  async run(words, context) {
    const { ports, settings, now, timeZone, language, answerIn, previous, window } = context
    const started = ports.clock.now()
    const gateways = ports.sources.map(({ gateway }) => gateway)
    const reading = { now, timeZone, language, previous, window, gateways, domains: settings.ours.domains }
    const understood = parseQuestion(words, reading)
    if (understood.kind === 'not-understood') {
      return notUnderstood(words, understood, speak(answerIn ?? understood.language, timeZone, now))
    }
    const question = { ...understood.question, language: answerIn ?? understood.question.language }
    context.understood(question)

    const evidence = await gather(question, ports, settings, context.progress)

    const speech = speak(question.language, timeZone, now)
    const { attempts, gaps } = evidence
    const told = attempts.slice(-mostTold)
    const elapsedMs = ports.clock.now() - started
    const asked = {
      ask: 'trace',
      gateways: question.gateways.length > 0 ? question.gateways : gateways,
      language: speech.language.tag,
    }
    const shown = speech.say('traceShown', { shown: told.length })
    const sections: (Section | null)[] = [
      attempts.length > told.length ? { kind: 'text', role: 'shown', lines: [[shown]] } : null,
      missing(gaps, [], speech),
      ...told.flatMap((attempt) => [wayOf(attempt, told.length > 1, speech), ...dialoguesIn(attempt, speech)]),
      searched(evidence, speech, elapsedMs),
    ]
    const file = wayFile(told, speech)
    const found = speech.say(told.length > 0 ? 'traceHeadline' : 'traceNone', { count: attempts.length })
    return {
      tone: 'none',
      headline: nothingRead(evidence) ? speech.ui('nothingRead') : found,
      sections: sections.filter((section) => section !== null),
      actions: [],
      ...(file ? { file } : {}),
      json: toJson(evidence, diagnose(evidence), asked, speech, elapsedMs),
      status: nothingRead(evidence) ? 3 : 0,
    }
  },
})
