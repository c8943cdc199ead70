import type { Ports, ProgressStep } from '../gather/ports.ts'
import type { Settings } from '../gather/settings.ts'
import type { Question } from '../question/question.ts'
import type { LanguageTag } from '../question/words.ts'
import type { Working, WorkingTask } from '../reply/answerer.ts'
import type { UiKey } from '../reply/language.ts'
import type { Reply } from '../reply/reply.ts'
import { windowSlots } from '../reply/searched.ts'
import { type Speech, speak } from '../reply/speech.ts'
import type { Command, CommandContext, ThreadWatches } from './command.ts'
import type { KeptAnswers } from './kept-answers.ts'
import { permittedSources } from './permitted-source.ts'
import { withVerbMeant } from './verb.ts'

/** How the asker reads, and what the thread asked before. */
export interface Asking {
  readonly previous: Question | null
  readonly language: LanguageTag
  /** Tag of the language the answer must be in; null where the words decide. */
  readonly answerIn: string | null
  readonly timeZone: string
  readonly now: number
  readonly speech: Speech
}

/** A command to run, as whom. */
export interface CommandRun extends Asking {
  readonly command: Command
  /** What stands behind the verb, and all of it. */
  readonly words: string
  readonly text: string
  /** The commands that the asker may use. */
  readonly commands: readonly Command[]
  /** The gateways that may be searched; null for all. */
  readonly gateways: readonly string[] | null
  readonly watches?: ThreadWatches
  readonly kept: KeptAnswers
}

/** What came of it: a reply, with the question where there was one; or the gateways named that may not be asked about. */
export type Worked = { readonly used: ReadonlySet<string> } & (
  | { readonly reply: Reply; readonly question: Question | null }
  | { readonly beyond: readonly string[] }
)

class Beyond extends Error {
  readonly gateways: readonly string[]
  constructor(gateways: readonly string[]) {
    super('not permitted')
    this.gateways = gateways
  }
}

/** Runs one command, telling `show` in the asker's words what it does. Rejects only for a bug. */
export async function runCommand(
  run: CommandRun,
  { ports, settings }: { readonly ports: Ports; readonly settings: Settings },
  show: (working: Working) => void,
): Promise<Worked> {
  const { command, words, text, commands, gateways, speech, watches, kept, ...asking } = run
  const used = new Set<string>()
  const steps = new Map<string, ProgressStep>()
  let question: Question | null = null
  const tell = () => {
    if (question === null) return
    const own = speak(question.language, asking.timeZone, asking.now)
    show({ title: titleOf(question, own), tasks: [...steps.values()].map((step) => taskOf(step, own)) })
  }
  const context: CommandContext = {
    ...asking,
    ports: { ...ports, sources: permittedSources(ports.sources, gateways, used) },
    settings,
    window: null,
    commands,
    kept,
    ...(watches ? { watches } : {}),
    understood(asked) {
      const beyond = gateways === null ? [] : asked.gateways.filter((gateway) => !gateways.includes(gateway))
      if (beyond.length > 0) throw new Beyond(beyond)
      question = asked
      tell()
    },
    progress(step) {
      steps.set(step.id, step)
      tell()
    },
  }
  try {
    const reply = await command.run(words, context)
    return { reply: command.fallback ? withVerbMeant(reply, text, commands, speech) : reply, question, used }
  } catch (error) {
    if (error instanceof Beyond) return { beyond: error.gateways, used }
    throw error
  }
}

function titleOf(question: Question, speech: Speech): string {
  const about = 'recipient' in question.about ? speech.ui('anyone') : (Object.values(question.about)[0] ?? '')
  return speech.say('workingTitle', {
    about: String(about),
    recipient: question.recipient ?? speech.ui('anyone'),
    ...windowSlots(question.window, speech),
  })
}

function taskOf({ id, state, key, slots }: ProgressStep, speech: Speech): WorkingTask {
  return { id, state, title: speech.say(key as UiKey, slots) }
}
