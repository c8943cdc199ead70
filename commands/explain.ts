import * as z from 'zod'
import { defineCommand } from '../src/answering/command.ts'
import { rules } from '../src/diagnosis/rules/index.ts'
import { causeOfTerm } from '../src/diagnosis/terms.ts'
import { toldWithOthers } from '../src/diagnosis/told-with-others.ts'
import { explainPasted } from '../src/reply/explain.ts'
import { explainCause } from '../src/reply/explain-cause.ts'
import { speak } from '../src/reply/speech.ts'

export const command = defineCommand({
  name: 'explain',
  summary: 'tells in plain words what pasted log lines, tracking or bounce text, or a cause, mean',
  usage: '<log lines, tracking or bounce text, or a cause such as hat-tcprefuse>',
  examples: ['explain Message aborted MID 1404 Receiving aborted', 'explain what does TCPREFUSE mean?'],
  standsAlone: true,
  readsText: true,
  args: z.string().min(1, 'paste a line of the log, or name a cause').max(100_000, 'that is too much at once'),

  async run(text, { language, answerIn, timeZone, now }) {
    const speech = speak(answerIn ?? language, timeZone, now)
    const named = text.trim().toLowerCase().replaceAll(' ', '-')
    const cause = toldWithOthers.find((told) => told.cause === named)?.toldBy ?? named
    const rule = rules.find((known) => known.cause === cause)
    if (rule) return explainCause(rule, speech)
    const pasted = explainPasted(text, speech)
    // No line of a log: perhaps a word of it.
    const meant = pasted.status === 2 ? causeOfTerm(text) : null
    const term = rules.find((known) => known.cause === meant)
    return term ? explainCause(term, speech) : pasted
  },
})
