import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import { rules } from '../src/diagnosis/rules/index.ts'
import { explainPasted } from '../src/reply/explain.ts'
import type { Reply } from '../src/reply/reply.ts'
import { type Speech, speak } from '../src/reply/speech.ts'

export const command = defineCommand({
  name: 'explain',
  summary: 'tells in plain words what pasted log lines, tracking or bounce text, or a cause, mean',
  usage: '<log lines, tracking or bounce text, or a cause such as hat-tcprefuse>',
  examples: ['explain Message aborted MID 1404 Receiving aborted', 'explain hat-reject-reputation'],
  standsAlone: true,
  readsText: true,
  args: z.string().min(1, 'paste a line of the log, or name a cause').max(100_000, 'that is too much at once'),

  async run(text, { language, answerIn, timeZone, now }) {
    const speech = speak(answerIn ?? language, timeZone, now)
    const cause = rules.find((rule) => rule.cause === text.toLowerCase().replaceAll(' ', '-'))
    if (cause) return meaningOf(cause.cause, cause.cites, speech)
    return explainPasted(text, speech)
  },
})

function meaningOf(cause: string, cites: readonly string[], speech: Speech): Reply {
  const meaning = speech.meaning(cause) ?? cause
  return {
    tone: 'none',
    headline: meaning,
    sections: [{ kind: 'context', role: 'source', lines: [[cites.join(' · ')]] }],
    actions: [],
    json: { version: 1, cause, meaning, cites },
    status: 0,
  }
}
