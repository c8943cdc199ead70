import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import { correlateAll } from '../src/correlator/correlate.ts'
import { describeEvent } from '../src/correlator/describe.ts'
import type { Event } from '../src/correlator/form.ts'
import { rules } from '../src/diagnosis/rules/index.ts'
import type { Line } from '../src/reply/reply.ts'
import { speak } from '../src/reply/speech.ts'

export const command = defineCommand({
  name: 'explain',
  summary: 'tells in plain words what pasted log lines, or a cause, mean',
  usage: '<log lines, or a cause such as hat-tcprefuse>',
  examples: ['explain Message aborted MID 1404 Receiving aborted', 'explain hat-reject-reputation'],
  args: z.string().min(1, 'paste a line of the log, or name a cause').max(100_000, 'that is too much at once'),

  async run(text, { language, timeZone, now }) {
    const speech = speak(language, timeZone, now)
    const cause = rules.find((rule) => rule.cause === text.toLowerCase().replaceAll(' ', '-'))
    if (cause) {
      const headline = speech.meaning(cause.cause) ?? cause.cause
      return {
        tone: 'none',
        headline,
        sections: [{ kind: 'context', role: 'source', lines: [[cause.cites.join(' · ')]] }],
        actions: [],
        json: { version: 1, cause: cause.cause, meaning: headline, cites: cause.cites },
        status: 0,
      }
    }
    const stamp = 'Thu Jan  1 00:00:00 1970 Info: '
    const lines = text
      .split('\n')
      .map((line) => (/(Info|Warning|Critical|Alert|Debug|Trace): /.test(line) ? line : stamp + line))
    const log = correlateAll(
      lines.map((line, index) => ({ gateway: '-', file: 'pasted', number: index + 1, text: line })),
      { timeZone, referenceTime: now },
    )
    const events = new Map<number, Event>()
    for (const { timeline } of [...log.injections, ...log.messages, ...log.deliveries]) {
      for (const event of timeline) events.set(event.line.number ?? 0, event)
    }
    for (const event of log.loose) events.set(event.line.number ?? 0, event)
    const told = [...events.entries()].sort(([a], [b]) => a - b).map(([, event]) => event)
    const known = told.filter(({ form }) => form !== 'unrecognised' && form !== 'continuation')
    const items = told.map((event): Line => [{ code: event.line.message.slice(0, 200) }, ' ', describeEvent(event)])
    return {
      tone: 'none',
      headline:
        known.length === 0
          ? speech.ui('explainNone')
          : known.length === 1 && known[0]
            ? describeEvent(known[0])
            : speech.say('explainSome', { count: known.length, lines: told.length }),
      sections: known.length <= 1 && told.length <= 1 ? [] : [{ kind: 'list', role: 'lines', items }],
      actions: [],
      json: {
        version: 1,
        lines: told.map((event) => ({
          text: event.line.text,
          form: event.form,
          fields: event.fields,
          means: describeEvent(event),
        })),
      },
      status: known.length === 0 ? 2 : 0,
    }
  },
})
