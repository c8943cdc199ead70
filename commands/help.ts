import * as z from 'zod'
import { defineCommand } from '../src/answering/command.ts'
import type { Line } from '../src/reply/reply.ts'
import { speak } from '../src/reply/speech.ts'

export const command = defineCommand({
  name: 'help',
  summary: 'shows what can be asked',
  usage: '',
  examples: ['help'],
  standsAlone: true,
  args: z.string(),

  async run(_, { commands, language, answerIn, timeZone, now }) {
    const speech = speak(answerIn ?? language, timeZone, now)
    const told = commands.map((command) => speech.command(command))
    const items = told.map(
      ({ name, usage, summary }): Line => [
        { bold: `${name}${usage ? ` ${usage}` : ''}` },
        `${speech.ui('helpColon')}${summary}`,
      ],
    )
    const examples = told.flatMap((command) => command.examples.slice(0, command.fallback ? 2 : 1))
    return {
      tone: 'none',
      headline: speech.ui('helpHeadline'),
      sections: [
        { kind: 'text', role: 'intro', lines: [[speech.ui('helpIntro')]] },
        { kind: 'list', role: 'commands', items },
        {
          kind: 'list',
          role: 'examples',
          title: speech.ui('tryThese'),
          items: examples.map((text): Line => [{ code: text }]),
        },
      ],
      actions: [],
      json: {
        version: 1,
        commands: told.map(({ name, usage, summary, examples: own }) => ({ name, usage, summary, examples: own })),
      },
      status: 0,
    }
  },
})
