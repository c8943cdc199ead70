import * as z from 'zod'
import { defineCommand } from '../src/answering/command.ts'
import { investigate, isReply, jsonOf, understood } from '../src/answering/investigate.ts'
import { dialoguesIn } from '../src/reply/dialogue.ts'
import type { Section } from '../src/reply/reply.ts'
import { nothingRead, searched } from '../src/reply/searched.ts'
import { missing } from '../src/reply/sections.ts'
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
    const question = understood(words, context)
    if (isReply(question)) return question
    const found = await investigate(question, context)
    const { evidence, speech, elapsedMs } = found
    const { attempts, gaps } = evidence
    const told = attempts.slice(-mostTold)
    const shown = speech.say('traceShown', { shown: told.length })
    const sections: (Section | null)[] = [
      attempts.length > told.length ? { kind: 'text', role: 'shown', lines: [[shown]] } : null,
      missing(gaps, [], speech),
      ...told.flatMap((attempt) => [wayOf(attempt, told.length > 1, speech), ...dialoguesIn(attempt, speech)]),
      searched(evidence, speech, elapsedMs),
    ]
    const file = wayFile(told, speech)
    const headline = speech.say(told.length > 0 ? 'traceHeadline' : 'traceNone', { count: attempts.length })
    return {
      tone: 'none',
      headline: nothingRead(evidence) ? speech.ui('nothingRead') : headline,
      sections: sections.filter((section) => section !== null),
      actions: [],
      ...(file ? { file } : {}),
      json: jsonOf(found, 'trace'),
      status: nothingRead(evidence) ? 3 : 0,
    }
  },
})
