import { commands } from '../../commands/index.ts'
import type { Command, CommandContext } from '../answering/command.ts'
import { draw } from '../edges/terminal/draw.ts'
import type { LogSource } from '../gather/ports.ts'
import { languageFor, languageOf, words as questionWords } from '../question/words.ts'
import { languages } from '../reply/languages/index.ts'
import { languageNamed } from '../reply/speech.ts'
import { openWorld } from './ask-world.ts'
import { textOf } from './read-text.ts'
import { print, type Screen, type Streams } from './streams.ts'

export interface AskOptions {
  readonly logs?: readonly string[]
  readonly gateway?: string
  readonly config?: string
  readonly timezone?: string
  readonly now?: string
  readonly since?: string
  readonly until?: string
  /** False for `--no-dns`. */
  readonly dns?: string | boolean
  readonly language?: string
  readonly json?: boolean
}

/** Runs one command as the command line does, and prints its Reply. Gives the exit status. `ahead` as in openWorld. */
export async function askOnce(
  command: Command,
  words: string,
  options: AskOptions,
  streams: Streams,
  ahead?: readonly LogSource[],
): Promise<number> {
  const { output, errors } = streams
  const answerIn = options.language === undefined ? null : tagOf(options.language)
  if (answerIn === undefined) {
    await print(errors, `--language ${options.language}: there are ${tags().join(', ')}\n`)
    return 2
  }
  const { logs, ...others } = options
  const reads = command.readsText === true && words.trim() === '' && logs !== undefined
  const text = reads ? await textOf(logs, streams.input) : { words }
  if ('unread' in text) {
    await print(errors, `${text.unread}\n`)
    return 3
  }
  const opened = await openWorld(command, reads ? others : options, streams.input, ahead)
  if (typeof opened === 'string') {
    await print(errors, `${opened}\n`)
    return 2
  }
  const { settings, ports, now, window, timeZone } = opened
  try {
    const progress = options.json ? null : progressOn(errors)
    const context: CommandContext = {
      ports,
      settings,
      language: answerIn === null ? languageOf(text.words, languageFor(settings.language)) : languageFor(answerIn),
      answerIn,
      timeZone,
      now,
      previous: null,
      window,
      commands,
      understood() {},
      progress: ({ id, state }) => progress?.(state === 'running' ? `… ${id}` : ''),
    }
    const reply = await command.run(text.words, context)
    progress?.('')
    const columns = Math.min(output.columns ?? 100, 110)
    const terminal = { columns, styled: output.isTTY === true }
    await print(output, options.json ? `${JSON.stringify(reply.json, null, 2)}\n` : draw(reply, terminal))
    return reply.status
  } finally {
    await opened.release()
  }
}

/** One line on a terminal that says what is being done, and is wiped out again. Nothing elsewhere. */
function progressOn(screen: Screen): ((words: string) => void) | null {
  return screen.isTTY ? (words) => void screen.write(`\r\u001b[K${words}`) : null
}

/** The language's tag, for `fr` or `fr-CH`; undefined where it is neither understood nor written here. */
function tagOf(language: string): string | undefined {
  const short = language.toLowerCase().split(/[-_]/)[0] ?? ''
  return languageNamed(short) ?? (Object.hasOwn(questionWords, short) ? short : undefined)
}

function tags(): readonly string[] {
  return [...new Set([...languages.map(({ tag }) => tag), ...Object.keys(questionWords)])]
}
