import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.ts'
import type { Command } from '../../src/answering/command.ts'
import { draw } from '../../src/edges/terminal/draw.ts'
import type { Question } from '../../src/question/question.ts'
import { languages } from '../../src/reply/languages/index.ts'
import { speak } from '../../src/reply/speech.ts'
import { logOf } from '../gather/ports.ts'
import { contextOf } from './context.ts'

function wordsOf({ name, fallback }: Command, example: string): string {
  return fallback || !example.startsWith(name) ? example : example.slice(name.length)
}

describe('every command', () => {
  it('is one file of its own name', () => {
    const files = readdirSync(new URL('../../commands', import.meta.url)).filter((file) => file !== 'index.ts')
    expect(commands.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort())
  })

  it('but one leaves questions in words to that one', () => {
    expect(commands.filter(({ fallback }) => fallback).map(({ name }) => name)).toEqual(['why'])
  })

  it.each(commands.map((command) => [command.name, command] as const))('%s says what it is for', (name, command) => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(command.summary).toMatch(/^[a-z].{10,100}[^.]$/)
    expect(command.examples.length).toBeGreaterThan(0)
    for (const example of command.examples) expect(example.startsWith(`${name} `) || example === name).toBe(true)
  })

  const examples = commands.flatMap((command) => command.examples.map((example) => [example, command] as const))
  it.each(examples)('%s', async (example, command) => {
    const reply = await command.run(wordsOf(command, example), contextOf())
    expect(reply.status).not.toBe(2)
    expect(reply.headline).not.toBe('')
    expect(JSON.parse(JSON.stringify(reply.json))).toMatchObject({ version: 1 })
  })

  const translated = languages.flatMap(({ tag, commands: told = {} }) =>
    commands.flatMap((command) =>
      (told[command.name]?.examples ?? []).map((example) => [tag, example, command] as const),
    ),
  )
  it('has examples in every language', () => {
    expect(new Set(translated.map(([tag]) => tag))).toEqual(
      new Set(languages.map(({ tag }) => tag).filter((tag) => tag !== 'en')),
    )
  })

  it.each(translated)('%s: %s', async (tag, example, command) => {
    const understood: Question[] = []
    const take = (question: Question) => void understood.push(question)
    const reply = await command.run(wordsOf(command, example), contextOf({ language: tag as 'fr', understood: take }))
    expect(reply.status).not.toBe(2)
    expect(understood.map(({ language }) => language)).toEqual(understood.map(() => tag))
    if (command.name === 'why') expect(understood).toHaveLength(1)
  })

  it.each([
    ['fr', 'explain', 'explain <lignes de journal, suivi, avis de non-remise, ou une cause telle que hat-tcprefuse>'],
    ['nl', 'dns', 'dns <domein> [adres]'],
    ['ja', 'trace', 'trace <MID、Message-ID、アドレス、ドメイン、または IP> [いつ]'],
  ])('in %s %s says what is missing', async (tag, name, usage) => {
    const command = commands.find((one) => one.name === name)
    const reply = await command?.run('', contextOf({ answerIn: tag }))
    const missing = languages.find((one) => one.tag === tag)?.commands?.[name]?.missing
    expect(reply).toMatchObject({ status: 2, headline: `${usage}${speak(tag, 'UTC', 0).ui('helpColon')}${missing}` })
  })

  it.each(commands.map((command) => [command.name, command] as const))(
    '%s takes any text, and hides none of it',
    async (_, command) => {
      const hostile = fc.string({
        unit: fc.constantFrom(
          ...' \n\u001b\u202e<!>@*`{}|"\'$&;:.-/\\a1日é\u0000',
          'MID ',
          'ICID ',
          'example.com',
          'Info: ',
          '192.0.2.1',
        ),
      })
      await fc.assert(
        fc.asyncProperty(hostile, async (text) => {
          const reply = await command.run(text, contextOf({}, logOf('')))
          expect(draw(reply, { columns: 80, styled: false }).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
        }),
        { numRuns: 40 },
      )
    },
  )

  it.each(commands.map((command) => [command.name, command] as const))(
    '%s answers in the language asked for',
    async (_, command) => {
      const example = command.examples[0] ?? ''
      const [own, asked] = await Promise.all([
        command.run(wordsOf(command, example), contextOf()),
        command.run(wordsOf(command, example), contextOf({ answerIn: 'xx' })),
      ])
      // A language that nobody wrote is answered in English, never with an exception.
      expect(asked.headline).toBe(own.headline)
    },
  )
})
