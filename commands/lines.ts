import * as z from 'zod'
import { linesOf } from '../src/answering/answer-parts.ts'
import { defineCommand } from '../src/answering/command.ts'
import { investigate, isReply, understood } from '../src/answering/investigate.ts'

export const command = defineCommand({
  name: 'lines',
  summary: 'shows the log lines that an answer rests on, whole',
  usage: '<who it is from> [to <recipient>] [when]',
  examples: ['lines example.com to bob@example.org yesterday'],
  args: z.string().min(1, 'name who the mail is from').max(4_000, 'that is too long for a question'),

  async run(words, context) {
    const question = understood(words, context)
    if (isReply(question)) return question
    return context.kept?.get(question, 'lines') ?? linesOf(await investigate(question, context))
  },
})
