import { z } from 'zod'
import { judgeListener } from '../src/checks/listener/listener.ts'
import { defineCommand } from '../src/command.ts'
import { checkSentence } from '../src/reply/check-sentence.ts'
import type { Line, Section } from '../src/reply/reply.ts'
import { speak } from '../src/reply/speech.ts'

export const command = defineCommand({
  name: 'probe',
  summary: 'tests our own listeners, from here, as a sender would (never sends mail)',
  usage: '',
  examples: ['probe'],
  args: z.string(),

  async run(_, { ports, settings, language, answerIn, timeZone, now }) {
    const speech = speak(answerIn ?? language, timeZone, now)
    const deadline = ports.clock.now() + 30_000
    const { probe } = ports
    const results = probe
      ? await Promise.all(settings.listeners.map((listener) => probe.probe(listener, null, deadline)))
      : []
    const checks = results.flatMap((result) => judgeListener(result))
    const problems = checks.filter(({ status }) => status === 'problem').length
    const sections: Section[] = results.map((result) => ({
      kind: 'list',
      role: 'listener',
      title: `${result.host}:${result.port}`,
      items: [
        ...result.stages.map(
          ({ stage, ok, code, text, ms }): Line => [
            `${ok ? '✓' : '✗'} ${stage} ${code ?? ''} `.replace('  ', ' '),
            { code: text.slice(0, 200) },
            ` ${ms} ms`,
          ],
        ),
        ...judgeListener(result).map((check): Line => [checkSentence(check, speech)]),
        ...(result.gap ? [[speech.gapSentence(result.gap)]] : []),
      ],
    }))
    const hosts = settings.listeners.map(({ host }) => host)
    const byHand = hosts.map((host) => `swaks --server ${host} --quit-after FIRST-HELO\ntelnet ${host} 25`)
    return {
      tone: results.length === 0 ? 'none' : problems > 0 ? 'red' : 'green',
      headline:
        results.length === 0
          ? speech.ui('probeNone')
          : speech.say(problems > 0 ? 'probeProblem' : 'probeOk', { count: results.length, problems }),
      sections: [
        ...sections,
        ...(results.length > 0
          ? [
              { kind: 'context', role: 'limits', lines: [[speech.ui('probeLimits')]] } satisfies Section,
              {
                kind: 'lines',
                role: 'by-hand',
                title: speech.ui('probeByHand'),
                lines: byHand,
                folded: true,
              } satisfies Section,
            ]
          : []),
      ],
      actions: [{ id: 'again', label: speech.ui('actionAgain'), ask: 'probe' }],
      json: { version: 1, listeners: results, checks },
      status: 0,
    }
  },
})
