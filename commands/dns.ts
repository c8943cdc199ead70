import { z } from 'zod'
import { senderChecks } from '../src/checks/run.ts'
import { defineCommand } from '../src/command.ts'
import { toDomain } from '../src/question/entities.ts'
import { checkSentence } from '../src/reply/check-sentence.ts'
import type { Line } from '../src/reply/reply.ts'
import { speak } from '../src/reply/speech.ts'

const marks = { ok: '✓', problem: '✗', unknown: '?' } as const

export const command = defineCommand({
  name: 'dns',
  summary: "checks a sender's domain in the DNS: MX, SPF, DMARC, reverse names",
  usage: '<domain>',
  examples: ['dns example.com'],
  args: z.string().transform((text, check) => {
    const domain = toDomain(text.toLowerCase().split('@').at(-1) ?? '')
    if (!domain) check.addIssue('name one domain')
    return domain ?? ''
  }),

  async run(domain, { ports, language, timeZone, now }) {
    const speech = speak(language, timeZone, now)
    const results = ports.resolver ? await senderChecks(domain, [], ports.resolver) : []
    const problems = results.filter(({ status }) => status === 'problem').length
    const unknown = results.filter(({ status }) => status === 'unknown').length
    const items = results.map((check): Line => [`${marks[check.status]} `, checkSentence(check, speech)])
    return {
      tone: problems > 0 ? 'yellow' : unknown > 0 ? 'white' : 'green',
      headline: speech.say('dnsHeadline', { domain, problems, unknown, count: results.length }),
      sections: [
        { kind: 'list', role: 'checks', items },
        {
          kind: 'lines',
          role: 'lookups',
          title: speech.ui('lookups'),
          lines: results.flatMap(({ lookups }) => lookups),
          folded: true,
        },
      ],
      actions: [{ id: 'again', label: speech.ui('actionAgain'), ask: `dns ${domain}` }],
      json: {
        version: 1,
        domain,
        checks: results.map((check) => ({ ...check, summary: checkSentence(check, speech) })),
      },
      status: results.length === 0 ? 3 : 0,
    }
  },
})
