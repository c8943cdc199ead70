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
import { windowSlots } from './reply/searched.ts'
import { languageNamed, type Speech, speak } from './reply/speech.ts'
import { commandFor, withVerbMeant } from './verb.ts'

export interface AnswererParts {
  readonly ports: Ports
  readonly settings: Settings
  readonly commands: readonly Command[]
  /** Who may ask, and in which channels. An empty list means anybody, or anywhere. */
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
      const locale = ask.locale || settings.language
      const language = languageOf(ask.text, languageFor(locale))
      const timeZone = ask.timeZone && isTimeZone(ask.timeZone) ? ask.timeZone : settings.timeZone
      const answerIn = answerLanguage(locale)
      const speech = speak(answerIn ?? language, timeZone, now)
      if (!ask.addressed && !followsUp(ask, parts, previous, language, timeZone, now)) return null
      if (!permits(parts.permitted, ask)) return refusal(speech, parts.permitted.owner)
      const { command, words } = commandFor(ask.text, commands)
      const steps = new Map<string, ProgressStep>()
      let asked: Question | null = null
      const tell = () => {
        if (asked === null) return
        const own = speak(asked.language, timeZone, now)
        show({ title: titleOf(asked, own), tasks: [...steps.values()].map((step) => taskOf(step, own)) })
      }
      const context: CommandContext = {
        ports,
        settings,
        language,
        answerIn,
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
          steps.set(step.id, step)
          tell()
        },
      }
      const reply = await command.run(words, context)
      if (asked) await ports.store.set(keyOf(ask.thread), JSON.stringify(asked), now + REMEMBERED_MS)
      return command.fallback ? withVerbMeant(reply, ask.text, commands, speech) : reply
    },
    async knows(thread) {
      return (await ports.store.get(keyOf(thread))) !== null
    },
  }
}

/** A thread is not come back to after a month. */
const REMEMBERED_MS = 30 * 86_400_000

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

/** Answers may be written in languages that questions are not understood in: then the words cannot choose them. */
function answerLanguage(locale: string): string | null {
  const tag = languageNamed(locale)
  return tag !== null && languageFor(tag) !== tag ? tag : null
}

/** Both lists must let the asker through; an empty one lets everybody. */
function permits({ channels, people }: AnswererParts['permitted'], ask: Ask): boolean {
  const channel = ask.thread.split(':')[0] ?? ''
  const here = channels.length === 0 || channels.includes(channel)
  return here && (people.length === 0 || people.includes(ask.asker))
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
  return speech.say('workingTitle', {
    about: String(about),
    recipient: question.recipient ?? speech.ui('anyone'),
    ...windowSlots(question.window, speech),
  })
}

function taskOf({ id, state, key, slots }: ProgressStep, speech: Speech): WorkingTask {
  return { id, state, title: speech.say(key as UiKey, slots) }
}
