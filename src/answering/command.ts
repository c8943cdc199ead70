import type { z } from 'zod'
import type { Window } from '../correlator/ids.ts'
import type { Ports, Progress } from '../gather/ports.ts'
import type { Settings } from '../gather/settings.ts'
import type { Question } from '../question/question.ts'
import type { LanguageTag } from '../question/words.ts'
import type { CommandTexts } from '../reply/language.ts'
import type { Reply } from '../reply/reply.ts'
import { speak } from '../reply/speech.ts'
import type { KeptAnswers } from './kept-answers.ts'
import type { Watch } from './watch.ts'

/** What a command may use. All of the world comes in through `ports`. */
export interface CommandContext {
  readonly ports: Ports
  readonly settings: Settings
  /** The asker's language where the words do not tell it. */
  readonly language: LanguageTag
  /** Tag of the language the answer must be in, whatever the words are in; null where the words decide. */
  readonly answerIn: string | null
  readonly timeZone: string
  readonly now: number
  /** What this thread asked before. */
  readonly previous: Question | null
  /** The stretch of time where the words name none; null for the last 24 hours. */
  readonly window: (Window & { readonly stated: boolean }) | null
  /** What this thread waits for; not there where there is no thread to report in. */
  readonly watches?: ThreadWatches
  /** What was just found out; not there where every command is its own process. */
  readonly kept?: KeptAnswers
  /** All commands there are, for help and did-you-mean. */
  readonly commands: readonly Command[]
  /** Called with the question once it is understood, so that the thread remembers it and the edge can name it. */
  understood(question: Question): void
  readonly progress: Progress
}

/** The watch of one thread, for the one who asks. */
export interface ThreadWatches {
  /** Milliseconds between looks. */
  readonly every: number
  /** Null where too many are kept already. */
  begin(question: Question): Promise<Watch | null>
  end(): Promise<Watch | null>
}

/**
 * A chat command. One declaration: help, usage errors, did-you-mean, the verb on the command line and the table in
 * README all come from it.
 */
export interface Command {
  readonly name: string
  /** One clause, beginning with a verb: `tells why mail did not arrive`. */
  readonly summary: string
  /** How it is used, without the name: `<domain>`. */
  readonly usage: string
  readonly examples: readonly string[]
  /** True where no gateway is needed: on the command line it runs without a configuration. */
  readonly standsAlone?: boolean
  /** True where the words may be long: on the command line they are then read from `--logs`. */
  readonly readsText?: boolean
  /** True where a word that is no verb belongs to this one. Exactly one command has it. */
  readonly fallback?: boolean
  /** Checks the words after the verb and runs. Words that do not fit give a Reply of status 2, never an exception. */
  run(words: string, context: CommandContext): Promise<Reply>
}

export interface CommandSpec<Args extends z.ZodType> extends Omit<Command, 'run'> {
  /** What the words must be. It is given the text after the verb, trimmed. */
  readonly args: Args
  run(args: z.infer<Args>, context: CommandContext): Promise<Reply>
}

/** Declares a chat command. */
export function defineCommand<Args extends z.ZodType>(spec: CommandSpec<Args>): Command {
  return {
    ...spec,
    async run(words, context) {
      const checked = spec.args.safeParse(words.trim())
      if (checked.success) return spec.run(checked.data, context)
      const { answerIn, language, timeZone, now } = context
      const speech = speak(answerIn ?? language, timeZone, now)
      return misuse(speech.command(spec), checked.error.issues[0], speech.ui('helpColon'))
    },
  }
}

type Told = Pick<Command, 'name' | 'usage' | 'examples'> & Pick<CommandTexts, 'missing' | 'tooLong'>

function misuse(
  { name, usage, examples, missing, tooLong }: Told,
  issue: z.core.$ZodIssue | undefined,
  colon: string,
): Reply {
  const why = (issue?.code === 'too_big' ? tooLong : missing) ?? issue?.message ?? ''
  const headline = `${[name, usage].filter(Boolean).join(' ')}${colon}${why}`
  return {
    tone: 'none',
    headline,
    sections: [{ kind: 'list', role: 'examples', items: examples.slice(0, 2).map((example) => [{ code: example }]) }],
    actions: [],
    json: { version: 1, error: headline, examples: examples.slice(0, 2) },
    status: 2,
    whisper: true,
  }
}
