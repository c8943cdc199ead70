import { z } from 'zod'
import { defineCommand } from '../src/command.ts'
import { describeEvent } from '../src/correlator/describe.ts'
import type { Event } from '../src/correlator/form.ts'
import type { Attempt } from '../src/diagnosis/attempts.ts'
import { diagnose } from '../src/diagnosis/diagnose.ts'
import { gather } from '../src/gather/gather.ts'
import { parseQuestion } from '../src/question/parse.ts'
import { toJson } from '../src/reply/json.ts'
import { notUnderstood } from '../src/reply/not-understood.ts'
import type { Line, Section } from '../src/reply/reply.ts'
import { speak } from '../src/reply/speech.ts'
import { shortTime } from '../src/reply/when.ts'

const mostTold = 5

export const command = defineCommand({
  name: 'trace',
  summary: 'tells the way of each message line by line',
  usage: '<MID, Message-ID, address, domain or IP> [when]',
  examples: ['trace MID 9931411', 'trace alice@example.com yesterday'],
  args: z
    .string()
    .min(1, 'name a MID, a Message-ID, an address, a domain or an IP address')
    .max(4_000, 'that is too long'),

  async run(words, context) {
    const { ports, settings, now, timeZone, language, previous, window } = context
    const started = ports.clock.now()
    const gateways = ports.sources.map(({ gateway }) => gateway)
    const reading = { now, timeZone, language, previous, window, gateways, domains: settings.ours.domains }
    const understood = parseQuestion(words, reading)
    if (understood.kind === 'not-understood') return notUnderstood(words, understood, speak(language, timeZone, now))
    context.understood(understood.question)
    const evidence = await gather(understood.question, ports, settings, context.progress)
    const speech = speak(context.answerIn ?? understood.question.language, timeZone, now)
    const told = evidence.attempts.slice(-mostTold)
    const tell = (event: Event): Line => [`${shortTime(event.line.time, speech.clockwork)} `, describeEvent(event)]
    const sections = told.map((attempt): Section => {
      const { gateway, mid, icid, fate } = attempt
      const title = [gateway === '-' ? '' : gateway, mid ? `MID ${mid}` : `ICID ${icid}`, speech.ui(fate)].filter(
        Boolean,
      )
      return {
        kind: 'list',
        role: 'trace',
        title: title.join(' · '),
        items: eventsOf(attempt).map(tell),
        folded: told.length > 1,
      }
    })
    const elapsedMs = ports.clock.now() - started
    const asked = { ask: 'trace', gateways, language: speech.language.tag }
    const nothingRead = evidence.coverage.every(({ from }) => from === null)
    return {
      tone: 'none',
      headline: speech.say(told.length > 0 ? 'traceHeadline' : 'traceNone', {
        count: evidence.attempts.length,
        shown: told.length,
      }),
      sections,
      actions: [],
      json: toJson(evidence, diagnose(evidence), asked, speech, elapsedMs),
      status: nothingRead ? 3 : 0,
    }
  },
})

function eventsOf({ injection, message }: Attempt): readonly Event[] {
  const events = new Set<Event>([...(injection?.timeline ?? []), ...(message?.timeline ?? [])])
  for (const child of message?.became ?? []) for (const event of child.timeline) events.add(event)
  return [...events].sort((a, b) => a.line.time - b.line.time)
}
