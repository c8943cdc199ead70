import { type Diagnosis, diagnosing } from '../diagnosis/diagnose.ts'
import type { Evidence } from '../diagnosis/evidence.ts'
import { gather } from '../gather/gather.ts'
import type { Ports, Progress } from '../gather/ports.ts'
import type { Settings } from '../gather/settings.ts'
import { inTurns } from '../gather/turns.ts'
import { parseQuestion } from '../question/parse.ts'
import type { Question } from '../question/question.ts'
import { askAgain } from '../reply/ask-again.ts'
import { compose } from '../reply/compose.ts'
import { toJson } from '../reply/json.ts'
import { notUnderstood } from '../reply/not-understood.ts'
import type { Reply } from '../reply/reply.ts'
import { type Speech, speak } from '../reply/speech.ts'
import type { CommandContext } from './command.ts'

/** What was found out about a question, and in whose words it is told. */
export interface Investigated {
  readonly question: Question
  readonly evidence: Evidence
  readonly diagnosis: Diagnosis
  readonly speech: Speech
  readonly elapsedMs: number
  /** Names of the gateways that were asked. */
  readonly gateways: readonly string[]
}

export interface InvestigationParts {
  readonly ports: Ports
  readonly settings: Settings
  readonly progress: Progress
}

/** The question in the words after a verb, told to whoever waits for it; or the reply that it was not understood. */
export function understood(words: string, context: CommandContext): Question | Reply {
  const { ports, settings, now, timeZone, language, answerIn, previous, window } = context
  const gateways = ports.sources.map(({ gateway }) => gateway)
  const reading = { now, timeZone, language, previous, window, gateways, domains: settings.ours.domains }
  const read = parseQuestion(words, reading)
  if (read.kind === 'not-understood') {
    return notUnderstood(words, read, speak(answerIn ?? read.language, timeZone, now))
  }
  const question = answerIn ? { ...read.question, language: answerIn } : read.question
  context.understood(question)
  return question
}

export function isReply(read: Question | Reply): read is Reply {
  return 'headline' in read
}

/** Question → Evidence → Diagnosis. Rejects only for a bug. */
export async function investigate(question: Question, parts: InvestigationParts): Promise<Investigated> {
  const { ports, settings, progress } = parts
  const started = ports.clock.now()
  const evidence = await gather(question, ports, settings, progress)
  const diagnosis = await inTurns(diagnosing(evidence))
  const all = ports.sources.map(({ gateway }) => gateway)
  return {
    question,
    evidence,
    diagnosis,
    speech: speak(question.language, question.timeZone, question.now),
    elapsedMs: ports.clock.now() - started,
    gateways: question.gateways.length > 0 ? question.gateways : all,
  }
}

/** What `--json` prints of it. `ask` is the verb. */
export function jsonOf({ evidence, diagnosis, speech, elapsedMs, gateways }: Investigated, ask: string): unknown {
  return toJson(evidence, diagnosis, { ask, gateways, language: speech.language.tag }, speech, elapsedMs)
}

/** All of it as an answer. */
export function answerTo(investigated: Investigated): Reply {
  const { question, evidence, diagnosis, speech, elapsedMs } = investigated
  const json = jsonOf(investigated, 'why')
  const { passedOver = [] } = question
  return compose(evidence, diagnosis, { speech, elapsedMs, again: askAgain(question, speech), json, passedOver })
}
