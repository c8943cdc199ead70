import * as z from 'zod'
import { defineCommand } from '../src/answering/command.ts'
import { checkDomainWhole } from '../src/gather/domain-checks.ts'
import { entitiesIn } from '../src/question/entities.ts'
import { checkLine, checkSentence } from '../src/reply/check-sentence.ts'
import { speak } from '../src/reply/speech.ts'
import { utcTime } from '../src/reply/when.ts'

export const command = defineCommand({
  name: 'dns',
  summary: 'checks a domain in the DNS, as a sender or as ours: every check there is, to be pasted into a ticket',
  usage: '<domain> [address]',
  examples: ['dns example.com', 'dns example.com 192.0.2.7'],
  standsAlone: true,
  args: z.string().transform((text, check) => {
    const found = entitiesIn(text, 'en')
    const domains = found.flatMap(({ kind, value }) =>
      kind === 'domain' || kind === 'address' ? [value.split('@').at(-1) ?? value] : [],
    )
    const ips = found.flatMap(({ kind, value }) => (kind === 'ip' ? [value] : []))
    if (new Set(domains).size !== 1) check.addIssue('name one domain')
    return { domain: domains[0] ?? '', ips }
  }),

  async run({ domain, ips }, context) {
    const { ports, language, answerIn, timeZone, now } = context
    const speech = speak(answerIn ?? language, timeZone, now)
    const results = await checkDomainWhole(domain, ips, ports, context.settings, context.progress)
    const good = results.filter(({ status }) => status === 'ok')
    // What is wrong stands before what could not be found out; what is in order is there for who wants it.
    const first = ['problem', 'unknown'].flatMap((wanted) => results.filter(({ status }) => status === wanted))
    const problems = results.filter(({ status }) => status === 'problem').length
    const unknown = results.filter(({ status }) => status === 'unknown').length
    const lookups = [...new Set(results.flatMap((result) => result.lookups))]
    const servers = (ports.servers ?? []).map(({ name }) => name).join(', ') || '—'
    const asked = [domain, ...ips].join(' ')
    const json = {
      version: 1,
      domain,
      checks: results.map((one) => ({ ...one, summary: checkSentence(one, speech) })),
    }
    if (results.length === 0) {
      return { tone: 'none', headline: speech.ui('nothingRead'), sections: [], actions: [], json, status: 3 }
    }
    return {
      tone: problems > 0 ? 'yellow' : unknown > 0 ? 'white' : 'green',
      headline: speech.say('dnsHeadline', { domain, problems, unknown, count: results.length }),
      sections: [
        { kind: 'list', role: 'checks', items: first.map((check) => checkLine(check, speech)) },
        {
          kind: 'context',
          role: 'limits',
          lines: [
            [speech.say('dnsLimits', { count: lookups.length, servers, when: utcTime(now, speech.language.locale) })],
          ],
        },
        {
          kind: 'list',
          role: 'checks',
          title: speech.ui('checks'),
          items: good.map((check) => checkLine(check, speech)),
          folded: true,
        },
        { kind: 'lines', role: 'lookups', title: speech.ui('lookups'), lines: lookups, folded: true },
      ],
      actions: [{ id: 'again', label: speech.ui('actionAgain'), ask: `dns ${asked}` }],
      json,
      status: 0,
    }
  },
})
