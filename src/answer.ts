import type { Command, CommandContext } from './command.ts'
import type { Ports, ProgressStep } from './gather/ports.ts'
import type { Settings } from './gather/settings.ts'
import { looksLikeFollowUp } from './question/parse.ts'
import type { Question } from './question/question.ts'
import { type LanguageTag, languageFor, languageOf } from './question/words.ts'
import { isTimeZone } from './question/zone.ts'
import type { Answerer, Ask, WorkingTask } from './reply/answerer.ts'
import type { UiKey } from './reply/language.ts'
import type { Reply } from './reply/reply.ts'
import { type Speech, speak } from './reply/speech.ts'
import { zoneName } from './reply/when.ts'

export interface AnswererParts {
  readonly ports: Ports
  readonly settings: Settings
  readonly commands: readonly Command[]
  /** Who may ask. Empty lists mean anybody, anywhere. */
  readonly permitted: {
    readonly channels: readonly string[]
    readonly people: readonly string[]
    readonly owner: string
  }
}

/**
 * The core as the edges see it: finds the command that the words name, runs it with what the thread asked before, and
 * turns its progress into words. Knows nothing of Slack.
 */
export function createAnswerer(parts: AnswererParts): Answerer {
  const { ports, settings, commands } = parts
  return {
    async answer(ask, show) {
      const previous = await remembered(parts, ask.thread)
      const now = ports.clock.now()
      const language = languageOf(ask.text, languageFor(ask.locale || settings.language))
      const timeZone = ask.timeZone && isTimeZone(ask.timeZone) ? ask.timeZone : settings.timeZone
      const speech = speak(language, timeZone, now)
      if (!ask.addressed && !followsUp(ask, parts, previous, language, timeZone, now)) return null
      if (!permits(parts.permitted, ask)) return refusal(speech, parts.permitted.owner)
      const { command, words } = commandFor(ask.text, commands)
      const tasks = new Map<string, WorkingTask>()
      let asked: Question | null = null
      const tell = () => {
        if (asked) show({ title: titleOf(asked, speak(asked.language, timeZone, now)), tasks: [...tasks.values()] })
      }
      const context: CommandContext = {
        ports,
        settings,
        language,
        answerIn: null,
        timeZone,
        now,
        previous,
        window: null,
        commands,
        understood(question) {
          asked = question
          tell()
        },
        progress(step) {
          tasks.set(step.id, taskOf(step, speech))
          tell()
        },
      }
      const reply = await command.run(words, context)
      if (asked) await ports.store.set(keyOf(ask.thread), JSON.stringify(asked))
      return reply
    },
    async knows(thread) {
      return (await ports.store.get(keyOf(thread))) !== null
    },
  }
}

function keyOf(thread: string): string {
  return `thread ${thread}`
}

async function remembered({ ports }: AnswererParts, thread: string): Promise<Question | null> {
  const text = await ports.store.get(keyOf(thread))
  return text === null ? null : (JSON.parse(text) as Question)
}

function followsUp(
  ask: Ask,
  { ports, settings }: AnswererParts,
  previous: Question | null,
  language: LanguageTag,
  timeZone: string,
  now: number,
): boolean {
  const gateways = ports.sources.map(({ gateway }) => gateway)
  return looksLikeFollowUp(ask.text, { now, timeZone, language, previous, gateways, domains: settings.ours.domains })
}

/** The command the first word names; else the one that takes questions in words. */
function commandFor(text: string, commands: readonly Command[]): { command: Command; words: string } {
  const trimmed = text.trim()
  const verb = /^[a-z]{2,20}/i.exec(trimmed)?.[0].toLowerCase()
  const named = commands.find(({ name }) => name === verb)
  const rest = trimmed.slice(verb?.length ?? 0)
  if (named && (rest === '' || /^\s/.test(rest))) return { command: named, words: named.fallback ? trimmed : rest }
  const fallback =
    trimmed === '' ? commands.find(({ name }) => name === 'help') : commands.find((command) => command.fallback)
  if (!fallback) throw new Error('no command takes questions in words')
  return { command: fallback, words: trimmed }
}

function permits({ channels, people }: AnswererParts['permitted'], ask: Ask): boolean {
  const channel = ask.thread.split(':')[0] ?? ''
  if (channels.length === 0 && people.length === 0) return true
  return channels.includes(channel) || people.includes(ask.asker)
}

function refusal(speech: Speech, owner: string): Reply {
  const headline = speech.say('refusedToAsk', { owner })
  return {
    tone: 'none',
    headline,
    sections: [],
    actions: [],
    json: { version: 1, error: headline },
    status: 2,
    whisper: true,
  }
}

function titleOf(question: Question, speech: Speech): string {
  const about = Object.values(question.about)[0] ?? ''
  const { from, to } = question.window
  return speech.say('workingTitle', {
    about: String(about),
    recipient: question.recipient ?? speech.ui('anyone'),
    fromAt: from,
    toAt: to,
    zone: zoneName(to, speech.clockwork),
  })
}

function taskOf({ id, state, key, slots }: ProgressStep, speech: Speech): WorkingTask {
  return { id, state, title: speech.say(key as UiKey, slots) }
}
