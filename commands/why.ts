import * as z from 'zod'
import { partsOf } from '../src/answering/answer-parts.ts'
import { defineCommand } from '../src/answering/command.ts'
import { answerTo, investigate, isReply, understood } from '../src/answering/investigate.ts'

export const command = defineCommand({
  name: 'why',
  summary: 'tells why mail did not arrive, or where it went',
  usage: '<who it is from> [to <recipient>] [when]',
  examples: ["why didn't mail from example.com arrive?", 'why alice@example.com to bob@example.org since yesterday'],
  fallback: true,
  args: z.string().max(4_000, 'that is too long for a question'),

  async run(ask, context) {
    const question = understood(ask, context)
    if (isReply(question)) return question
    const found = await investigate(question, context)
    context.kept?.keep(question, partsOf(found))
    return answerTo(found)
  },
})
