import * as z from 'zod'
import { defineCommand } from '../src/answering/command.ts'
import { gatewayHealth } from '../src/reply/gateway-health.ts'
import { speak } from '../src/reply/speech.ts'

export const command = defineCommand({
  name: 'status',
  summary: 'tells which gateways can be read, and what is wrong with the others',
  usage: '',
  examples: ['status'],
  args: z.string(),

  async run(_, { ports, language, answerIn, timeZone, now }) {
    const speech = speak(answerIn ?? language, timeZone, now)
    const deadline = ports.clock.now() + 15_000
    const all = await Promise.all(
      ports.sources.map(async (source) => ({ gateway: source.gateway, health: await source.health(deadline) })),
    )
    const items = all.map(({ gateway, health }) => gatewayHealth(gateway, health, speech))
    const ok = all.filter(({ health }) => health.ok).length
    return {
      tone: ok === all.length ? 'green' : ok === 0 ? 'red' : 'yellow',
      headline: speech.say('statusHeadline', { ok, count: all.length }),
      sections: [{ kind: 'list', role: 'gateways', items }],
      actions: [],
      json: { version: 1, gateways: all.map(({ gateway, health }) => ({ gateway, ...health })) },
      status: ok === 0 && all.length > 0 ? 3 : 0,
    }
  },
})
