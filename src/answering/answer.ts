import type { Ports } from '../gather/ports.ts'
import type { Settings } from '../gather/settings.ts'
import { looksLikeFollowUp } from '../question/parse.ts'
import { languageFor, languageOf } from '../question/words.ts'
import { isTimeZone } from '../question/zone.ts'
import type { Answerer, Ask, Working } from '../reply/answerer.ts'
import { redact, redactWorking } from '../reply/redact.ts'
import type { Reply } from '../reply/reply.ts'
import { languageNamed, type Speech, speak } from '../reply/speech.ts'
import { type Access, type Permit, permitOf } from './access.ts'
import type { Answered, Outcome } from './answered.ts'
import type { Command, ThreadWatches } from './command.ts'
import { keepAnswers } from './kept-answers.ts'
import { type Queue, QueueFull } from './queue.ts'
import { type Asking, runCommand, type Worked } from './run-command.ts'
import { questionBefore, remember, rememberRecent } from './thread-memory.ts'
import { commandFor } from './verb.ts'
import type { Watching } from './watching.ts'

export interface AnswererParts {
  readonly ports: Ports
  readonly settings: Settings
  readonly commands: readonly Command[]
  /** Who may ask what, and where. */
  readonly access: Access
  readonly queue: Queue<Worked>
  /** Not there where nothing can be reported later. */
  readonly watching?: Watching
  /** Told of every question when it has ended. Must not throw. */
  observe(answered: Answered): void
}

/** An answerer that can say which questions it leaves behind. */
export interface StoppableAnswerer extends Answerer {
  /** What is unanswered now never will be: it is observed as stopped. */
  stop(): void
}

/** What is known of a question while it is being answered. */
interface Underway {
  readonly ask: Ask
  readonly at: number
  verb: string
  readonly used: Set<string>
  waitedMs: number
  merged: boolean
}

/**
 * The core as the edges see it: finds the command that the words name, sees whether the asker may ask it, waits for its
 * turn, runs it with what the thread asked before, and hides what the channel may not see. Knows nothing of Slack.
 */
export function createAnswerer(parts: AnswererParts): StoppableAnswerer {
  const { access } = parts
  const { store, clock } = parts.ports
  const open = new Set<Underway>()
  const recent = keepAnswers(clock.now)

  function end(underway: Underway, outcome: Outcome, cause: string | null): void {
    if (!open.delete(underway)) return
    const { ask, at, verb, used, waitedMs, merged } = underway
    const { asker, thread, text: asked } = ask
    const gateways = [...used].sort()
    parts.observe({ at, asker, thread, asked, verb, gateways, outcome, cause, ms: clock.now() - at, waitedMs, merged })
  }

  async function answer(ask: Ask, show: (working: Working) => void): Promise<Reply | null> {
    const at = clock.now()
    const asking = await askingOf(parts, ask, at)
    if (!ask.addressed && !followsUp(ask, parts, asking)) return null
    const underway: Underway = { ask, at, verb: '', used: new Set(), waitedMs: 0, merged: false }
    open.add(underway)
    try {
      const [reply, outcome] = await permittedAnswer(underway, asking, show)
      end(underway, outcome, causeOf(reply))
      if (outcome === 'answered' && ask.addressed) {
        await rememberRecent(store, ask.asker, { text: ask.text, thread: ask.thread, at, headline: reply.headline })
      }
      return reply
    } catch (error) {
      end(underway, 'failed', null)
      throw error
    }
  }

  async function permittedAnswer(
    underway: Underway,
    asking: Asking,
    show: (working: Working) => void,
  ): Promise<readonly [Reply, Outcome]> {
    const { ask } = underway
    const { owner } = access
    const refuse = (key: Parameters<Speech['say']>[0], slots = {}) =>
      [refusal(asking.speech.say(key, { owner, ...slots })), 'refused'] as const
    const permit = permitOf(access, standingOf(ask))
    if (permit === null) return refuse('refusedToAsk')
    const named = commandFor(ask.text, parts.commands)
    const verb = named.command.name
    underway.verb = verb
    if (permit.verbs !== null && !permit.verbs.includes(verb)) return refuse('refusedVerb', { verb })
    const gateways = permit.gatewaysFor(verb)
    const shown = permit.hides ? (working: Working) => show(redactWorking(working)) : show
    const commands = parts.commands.filter(({ name }) => permit.verbs === null || permit.verbs.includes(name))
    const watches = parts.watching && threadWatches(parts.watching, ask, permit.hides, gateways)
    const kept = recent.for(gateways)
    const run = { ...asking, ...named, commands, gateways, kept, text: ask.text, ...(watches ? { watches } : {}) }
    const work = (tell: (working: Working) => void) => runCommand(run, parts, tell)
    try {
      const { result, waitedMs, merged } = named.command.standsAlone
        ? { result: await work(shown), waitedMs: 0, merged: false }
        : await parts.queue.run({
            key: keyOf(asking, verb, named.words, gateways, permit),
            lane: channelOf(ask.thread),
            work,
            show: shown,
            waits: (count) => shown({ title: asking.speech.say('waitsBehind', { count }), tasks: [] }),
          })
      Object.assign(underway, { waitedMs, merged })
      for (const gateway of result.used) underway.used.add(gateway)
      if ('beyond' in result) return refuse('refusedGateways', { gateways: result.beyond.join(', ') })
      if (result.question) await remember(store, ask.thread, result.question, underway.at)
      return [permit.hides ? redact(result.reply) : result.reply, outcomeOf(result.reply)]
    } catch (error) {
      if (error instanceof QueueFull) return [refusal(asking.speech.ui('tooMany')), 'too-many']
      throw error
    }
  }

  return {
    answer,
    knows: async (thread) => (await questionBefore(store, thread)) !== null,
    stop() {
      for (const underway of open) end(underway, 'stopped', null)
    },
  }

  async function askingOf({ settings }: AnswererParts, ask: Ask, now: number): Promise<Asking> {
    const previous = await questionBefore(store, ask.thread)
    const locale = ask.locale || settings.language
    const language = languageOf(ask.text, languageFor(locale))
    const timeZone = ask.timeZone && isTimeZone(ask.timeZone) ? ask.timeZone : settings.timeZone
    const answerIn = answerLanguage(locale)
    return { previous, language, answerIn, timeZone, now, speech: speak(answerIn ?? language, timeZone, now) }
  }
}

function threadWatches(
  watching: Watching,
  { thread, asker }: Ask,
  hides: boolean,
  permitted: readonly string[] | null,
): ThreadWatches {
  return {
    every: watching.pace.every,
    begin: (question) => watching.begin(question, { thread, asker, hides, permitted }),
    end: () => watching.end(thread),
  }
}

/** Questions that only differ in who asks them, where and in which second. */
function keyOf(
  asking: Asking,
  verb: string,
  words: string,
  gateways: readonly string[] | null,
  permit: Permit,
): string {
  const { previous, language, answerIn, timeZone } = asking
  const before = previous === null ? null : { ...previous, now: 0 }
  const said = words.trim().replace(/\s+/g, ' ')
  return JSON.stringify([verb, said, before, language, answerIn, timeZone, gateways, permit.verbs])
}

function outcomeOf({ status }: Reply): Outcome {
  return status === 0 ? 'answered' : status === 2 ? 'not-understood' : 'unreadable'
}

function causeOf({ json }: Reply): string | null {
  const { verdict } = (json ?? {}) as { readonly verdict?: { readonly cause: string } | null }
  return verdict?.cause ?? null
}

function channelOf(thread: string): string {
  return thread.split(':')[0] ?? ''
}

function standingOf({ thread, asker, isDirect, groups }: Ask) {
  return { channel: channelOf(thread), isDirect, asker, groups }
}

function followsUp(
  ask: Ask,
  { ports, settings }: AnswererParts,
  { language, previous, timeZone, now }: Asking,
): boolean {
  const gateways = ports.sources.map(({ gateway }) => gateway)
  return looksLikeFollowUp(ask.text, { now, timeZone, language, previous, gateways, domains: settings.ours.domains })
}

/** Answers may be written in languages that questions are not understood in: then the words cannot choose them. */
function answerLanguage(locale: string): string | null {
  const tag = languageNamed(locale)
  return tag !== null && languageFor(tag) !== tag ? tag : null
}

function refusal(headline: string): Reply {
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
