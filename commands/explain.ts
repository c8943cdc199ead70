import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import { correlateAll } from '../src/correlator/correlate.ts'
import { describeEvent } from '../src/correlator/describe.ts'
import type { Event } from '../src/correlator/form.ts'
import { lineState, readLine } from '../src/correlator/line.ts'
import { rules } from '../src/diagnosis/rules/index.ts'
import type { Line, Reply } from '../src/reply/reply.ts'
import { type Speech, speak } from '../src/reply/speech.ts'

const longestShown = 200

export const command = defineCommand({
  name: 'explain',
  summary: 'tells in plain words what pasted log lines, or a cause, mean',
  usage: '<log lines, or a cause such as hat-tcprefuse>',
  examples: ['explain Message aborted MID 1404 Receiving aborted', 'explain hat-reject-reputation'],
  standsAlone: true,
  args: z.string().min(1, 'paste a line of the log, or name a cause').max(100_000, 'that is too much at once'),

  async run(text, { language, answerIn, timeZone, now }) {
    const speech = speak(answerIn ?? language, timeZone, now)
    const cause = rules.find((rule) => rule.cause === text.toLowerCase().replaceAll(' ', '-'))
    if (cause) return meaningOf(cause.cause, cause.cites, speech)
    const told = eventsIn(text, timeZone, now)
    const known = told.filter(({ form }) => form !== 'unrecognised' && form !== 'continuation')
    const [only] = known
    const some = speech.say('explainSome', { count: known.length, lines: told.length })
    const items = told.map((event): Line => {
      const { message } = event.line
      const shown = message.length > longestShown ? `${message.slice(0, longestShown)}…` : message
      return [{ code: shown }, ' ', describeEvent(event)]
    })
    return {
      tone: 'none',
      headline: !only ? speech.ui('explainNone') : known.length === 1 ? describeEvent(only) : some,
      sections: told.length <= 1 ? [] : [{ kind: 'list', role: 'lines', items }],
      actions: [],
      json: {
        version: 1,
        lines: told.map((event) => {
          const { form, fields, line } = event
          return { text: line.message, form, fields, means: describeEvent(event) }
        }),
      },
      status: only ? 0 : 2,
    }
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

/** The events of pasted lines, in their order. A line is often pasted without its time: then any will do. */
function eventsIn(text: string, timeZone: string, now: number): readonly Event[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const stamped = lines.map((line) =>
    readLine(line, null, lineState('-', 'pasted', {})) ? line : `Thu Jan  1 00:00:00 1970 Info: ${line.trim()}`,
  )
  const gathered = stamped.map((line, at) => ({ gateway: '-', file: 'pasted', number: at + 1, text: line }))
  const log = correlateAll(gathered, { timeZone, referenceTime: now })
  const things = [...log.injections, ...log.messages, ...log.deliveries]
  const all = new Set([...things.flatMap(({ timeline }) => timeline), ...log.loose])
  return [...all].sort((a, b) => (a.line.number ?? 0) - (b.line.number ?? 0))
}
