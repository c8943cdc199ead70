import { asksToWait } from '../question/waiting.ts'
import { words as questionWords } from '../question/words.ts'
import type { Reply } from '../reply/reply.ts'
import type { Speech } from '../reply/speech.ts'
import type { Command } from './command.ts'
import { nearest } from './nearest.ts'

/** The command to run, and the words it is given. */
export interface Named {
  readonly command: Command
  readonly words: string
}

const firstWord = /^[a-z][a-z0-9-]{1,30}(?=$|[\s?!.])/i

/**
 * The command the first word names; else `watch` where the words ask to be told of mail to come; else the one that takes
 * questions in words; help where there are no words.
 */
export function commandFor(text: string, commands: readonly Command[]): Named {
  const trimmed = text.trim()
  const verb = firstWord.exec(trimmed)?.[0].toLowerCase()
  const named = commands.find(({ name }) => name === verb)
  if (named) {
    const rest = trimmed.slice(named.name.length)
    // `help?` and `status!` are the bare word; a question keeps its `why`, by which its language shows.
    return { command: named, words: named.fallback ? trimmed : /^[?!.]+$/.test(rest) ? '' : rest }
  }
  const waiting = asksToWait(trimmed) ? commands.find(({ name }) => name === 'watch') : undefined
  if (waiting) return { command: waiting, words: trimmed }
  const otherwise = commands.find((command) => (trimmed === '' ? command.name === 'help' : command.fallback))
  if (!otherwise) throw new Error('no command takes questions in words')
  return { command: otherwise, words: trimmed }
}

/** A reply that did not understand, with the verb that was meant where the first word is a misspelt one. */
export function withVerbMeant(reply: Reply, text: string, commands: readonly Command[], speech: Speech): Reply {
  const verb = firstWord.exec(text.trim())?.[0].toLowerCase()
  const names = commands.map(({ name }) => name)
  if (reply.status !== 2 || verb === undefined || names.includes(verb) || isQuestionWord(verb)) return reply
  const meant = nearest(verb, names)
  if (meant === null) return reply
  const headline = speech.say('unknownVerb', { verb })
  const command = commands.find(({ name }) => name === meant)
  const examples = command ? speech.command(command).examples.slice(0, 2) : []
  return {
    ...reply,
    headline,
    sections: [
      { kind: 'list', role: 'examples', title: speech.ui('tryThese'), items: examples.map((code) => [{ code }]) },
    ],
    json: { version: 1, error: headline, examples },
  }
}

function isQuestionWord(word: string): boolean {
  return Object.values(questionWords).some(({ telling }) => telling.some((known: string) => known === word))
}
