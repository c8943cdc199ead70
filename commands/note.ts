import * as z from 'zod'
import { noteAlone } from '../src/answering/answer-parts.ts'
import { defineCommand } from '../src/answering/command.ts'
import { investigate, isReply, understood } from '../src/answering/investigate.ts'

export const command = defineCommand({
  name: 'note',
  summary: "writes the note to the sender's administrator, to be pasted into a mail",
  usage: '<who it is from> [to <recipient>] [when]',
  examples: ['note example.com to bob@example.org yesterday'],
  args: z.string().min(1, 'name who the mail is from').max(4_000, 'that is too long for a question'),

  async run(words, context) {
    const question = understood(words, context)
    if (isReply(question)) return question
    return context.kept?.get(question, 'note') ?? noteAlone(await investigate(question, context))
  },
})
