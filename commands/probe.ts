import * as z from 'zod'
import { defineCommand } from '../src/answering/command.ts'
import type { CheckResult } from '../src/checks/check.ts'
import { judgeCertificate } from '../src/checks/listener/certificate.ts'
import { judgeListener, writeListener } from '../src/checks/listener/listener.ts'
import { judgeRecipient } from '../src/checks/listener/recipient.ts'
import type { ProbeResult } from '../src/gather/ports.ts'
import { checkLine, checkSentence } from '../src/reply/check-sentence.ts'
import type { Line, Section } from '../src/reply/reply.ts'
import { type Speech, speak } from '../src/reply/speech.ts'

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
    // From the configuration alone: an address that somebody asks for would make this a way to harvest the directory.
    const recipient = settings.probeRecipient ?? null
    const results = probe
      ? (await Promise.all(settings.listeners.map((listener) => probe.probe(listener, recipient, deadline)))).flat()
      : []
    const checks = results.flatMap((result) => checksOf(result, recipient, now))
    const problems = checks.filter(({ status }) => status === 'problem').length
    // A listener that turns the probe away says nothing about others: then that is the news, and no verdict.
    const unknown = problems > 0 ? undefined : checks.find(({ status }) => status === 'unknown')
    const told = speech.say(problems > 0 ? 'probeProblem' : 'probeOk', { count: results.length, problems })
    const headline = unknown ? checkSentence(unknown, speech) : told
    const byHand = settings.listeners.flatMap(({ host, port }) => [
      `swaks --server ${host}${port === 25 ? '' : ` --port ${port}`} --quit-after FIRST-HELO`,
      `telnet ${host} ${port}`,
    ])
    const limits = recipient ? (['probeLimits'] as const) : (['probeLimits', 'probeNoRecipient'] as const)
    const around: readonly Section[] = [
      { kind: 'context', role: 'limits', lines: limits.map((key) => [speech.ui(key)]) },
      { kind: 'lines', role: 'by-hand', title: speech.ui('probeByHand'), lines: byHand, folded: true },
    ]
    return {
      tone: results.length === 0 ? 'none' : problems > 0 ? 'red' : unknown ? 'white' : 'green',
      headline: results.length === 0 ? speech.ui('probeNone') : headline,
      sections: [
        ...results.map((result) => listenerSection(result, checksOf(result, recipient, now), speech)),
        ...(results.length > 0 ? around : []),
      ],
      actions: [{ id: 'again', label: speech.ui('actionAgain'), ask: 'probe' }],
      json: { version: 1, listeners: results, checks },
      status: 0,
    }
  },
})

function checksOf(result: ProbeResult, recipient: string | null, now: number): CheckResult[] {
  const accepted = recipient === null ? [] : judgeRecipient(result, recipient)
  return [...judgeListener(result), ...judgeCertificate(result, null, now), ...accepted]
}

function listenerSection(result: ProbeResult, judged: readonly CheckResult[], speech: Speech): Section {
  const stages = result.stages.map(
    ({ stage, ok, code, text, ms }): Line => [
      `${ok ? '✓' : '✗'} ${stage} ${code === null ? '' : `${code} `}`,
      ...(text === '' ? [] : [{ code: shortText(stage, text) }, ' ']),
      `${ms} ms`,
    ],
  )
  const checks = judged.map((check) => checkLine(check, speech))
  const gap: readonly Line[] = result.gap ? [[speech.gapSentence(result.gap)]] : []
  return { kind: 'list', role: 'listener', title: writeListener(result), items: [...stages, ...checks, ...gap] }
}

/** On one line: the words of EHLO side by side; of the handshake only what was agreed on, since R11 tells the rest. */
function shortText(stage: string, text: string): string {
  const line = stage === 'starttls' ? (text.split(';')[0] ?? '') : text.replaceAll('\n', ' · ')
  return line.slice(0, 200)
}
