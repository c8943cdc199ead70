import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import { investigate, isReply, jsonOf, understood } from '../src/investigate.ts'
import { askAgain } from '../src/reply/ask-again.ts'
import { noteOf } from '../src/reply/note.ts'
import { nothingRead } from '../src/reply/searched.ts'

export const command = defineCommand({
  name: 'note',
  summary: "writes the note to the sender's administrator, to be pasted into a mail",
  usage: '<who it is from> [to <recipient>] [when]',
  examples: ['note example.com to bob@example.org yesterday'],
  args: z.string().min(1, 'name who the mail is from').max(4_000, 'that is too long for a question'),

  async run(words, context) {
    const question = understood(words, context)
    if (isReply(question)) return question
    const found = await investigate(question, context)
    const { evidence, diagnosis, speech } = found
    const [leading] = diagnosis.findings
    const note = leading ? noteOf(leading, evidence, speech) : null
    const absent = speech.ui(nothingRead(evidence) ? 'nothingRead' : 'noteNone')
    return {
      tone: 'none',
      headline: note === null ? absent : speech.ui('note'),
      sections: note === null ? [] : [{ ...note, title: '', folded: false }],
      actions: [{ id: 'again', label: speech.ui('actionAgain'), ask: askAgain(question, speech).same }],
      json: jsonOf(found, 'note'),
      status: nothingRead(evidence) ? 3 : 0,
    }
  },
})
