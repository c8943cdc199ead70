import { z } from 'zod'
import { senderChecks } from '../src/checks/run.ts'
import { defineCommand } from '../src/command.ts'
import { entitiesIn } from '../src/question/entities.ts'
import { checkLine, checkSentence } from '../src/reply/check-sentence.ts'
import { speak } from '../src/reply/speech.ts'

export const command = defineCommand({
  name: 'dns',
  summary: "checks a sender's domain in the DNS: MX, SPF, DMARC, reverse names",
  usage: '<domain>',
  examples: ['dns example.com'],
  standsAlone: true,
  args: z.string().transform((text, check) => {
    const domains = entitiesIn(text, 'en').flatMap(({ kind, value }) =>
      kind === 'domain' || kind === 'address' ? [value.split('@').at(-1) ?? value] : [],
    )
    const [domain = ''] = domains
    if (new Set(domains).size !== 1) check.addIssue('name one domain')
    return domain
  }),

  async run(domain, { ports, language, answerIn, timeZone, now }) {
    const speech = speak(answerIn ?? language, timeZone, now)
    const results = ports.resolver ? await senderChecks(domain, ports.resolver) : []
    const problems = results.filter(({ status }) => status === 'problem').length
    const unknown = results.filter(({ status }) => status === 'unknown').length
    const lookups = results.flatMap((result) => result.lookups)
    return {
      tone: results.length === 0 ? 'none' : problems > 0 ? 'yellow' : unknown > 0 ? 'white' : 'green',
      headline:
        results.length === 0
          ? speech.ui('nothingRead')
          : speech.say('dnsHeadline', { domain, problems, unknown, count: results.length }),
      sections: [
        { kind: 'list', role: 'checks', items: results.map((check) => checkLine(check, speech)) },
        { kind: 'lines', role: 'lookups', title: speech.ui('lookups'), lines: [...new Set(lookups)], folded: true },
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
