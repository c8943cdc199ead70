import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import { investigate, isReply, jsonOf, understood } from '../src/investigate.ts'
import { askAgain } from '../src/reply/ask-again.ts'
import { citesOf, wholeFile, wholeLines } from '../src/reply/evidence-lines.ts'
import { nothingRead, searched } from '../src/reply/searched.ts'

export const command = defineCommand({
  name: 'lines',
  summary: 'shows the log lines that an answer rests on, whole',
  usage: '<who it is from> [to <recipient>] [when]',
  examples: ['lines example.com to bob@example.org yesterday'],
  args: z.string().min(1, 'name who the mail is from').max(4_000, 'that is too long for a question'),

  async run(words, context) {
    const question = understood(words, context)
    if (isReply(question)) return question
    const found = await investigate(question, context)
    const { evidence, diagnosis, speech, elapsedMs } = found
    const cites = citesOf(diagnosis.findings)
    const title = speech.say('evidence', { count: cites.length })
    const headline = cites.length > 0 ? title : speech.ui(nothingRead(evidence) ? 'nothingRead' : 'linesNone')
    return {
      tone: 'none',
      headline,
      sections: [...wholeLines(cites), searched(evidence, speech, elapsedMs)],
      actions: [{ id: 'again', label: speech.ui('actionAgain'), ask: askAgain(question, speech).same }],
      ...wholeFile(cites, speech),
      json: jsonOf(found, 'lines'),
      status: nothingRead(evidence) ? 3 : 0,
    }
  },
})
