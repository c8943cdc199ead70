import { describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { describeEvent, type Wording } from '../../../src/correlator/describe.ts'
import type { Event, Form } from '../../../src/correlator/form.ts'
import { forms } from '../../../src/correlator/forms/index.ts'
import { rules } from '../../../src/diagnosis/rules/index.ts'
import { parseQuestion } from '../../../src/question/parse.ts'
import type { Language } from '../../../src/reply/language.ts'
import { language as english } from '../../../src/reply/languages/en.ts'
import { languages } from '../../../src/reply/languages/index.ts'

/**
 * How many texts each language still says in English. Exact, so that it only falls: where a text is added in English,
 * translate it (or count it here); where one is translated, lower the number.
 */
const untranslated: Readonly<Record<string, number>> = {
  fr: 0,
  ja: 0,
  nl: 0,
}

/** A line that says nothing of its own. */
function foreign(form: 'unrecognised' | 'continuation'): Event {
  const line = { gateway: 'esa1', file: 'f', number: 1, text: '', time: 0, level: 'Info', message: '' } as const
  return { form, line, fields: { text: '' } }
}

const others = languages.filter(({ tag }) => tag !== english.tag)

/** Every text by its place: `ui.proven`, `commands.why.usage`, `checks.S1.ok`, `rules.delivered.headline.default`. */
function textsOf(tree: Pick<Language, 'ui' | 'commands' | 'lines' | 'checks' | 'rules'>): ReadonlyMap<string, string> {
  const { ui, checks, rules: causes } = tree
  const told = Object.entries(tree.commands ?? {}).map(([name, { summary, usage }]) => [name, { summary, usage }])
  return new Map([
    ...textsIn('ui', ui),
    ...textsIn('commands', Object.fromEntries(told)),
    ...textsIn('lines', tree.lines?.forms),
    ...textsIn('checks', checks),
    ...textsIn('rules', causes),
  ])
}

function* textsIn(place: string, value: unknown): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [place, value]
  if (typeof value !== 'object' || value === null) return
  for (const [part, inner] of Object.entries(value)) yield* textsIn(`${place}.${part}`, inner)
}

/** English holds what a line says with its form; a consolidated event is told in words of its own. */
const saidByForms = Object.values<Form>(forms).filter(({ name }) => name !== 'consolidated-event')

/** English holds the texts of a rule with the rule and those of a command with the command, not in its language file. */
const inEnglish = textsOf({
  ...english,
  lines: {
    forms: {
      ...Object.fromEntries(saidByForms.map(({ name, says }) => [name, says])),
      unrecognised: describeEvent(foreign('unrecognised')),
      continuation: describeEvent(foreign('continuation')),
    },
  } as unknown as Wording,
  commands: Object.fromEntries(commands.map((command) => [command.name, command])),
  rules: Object.fromEntries(rules.map(({ cause, texts }) => [cause, texts])),
})

/** The texts of a language that have an English text beside them. */
function pairs(language: Language): readonly { place: string; own: string; original: string }[] {
  return [...textsOf(language)].flatMap(([place, own]) => {
    const original = inEnglish.get(place)
    return original === undefined ? [] : [{ place, own, original }]
  })
}

/** Places where what a text holds is not what it should hold, with what is too much or too little. */
function differences(language: Language, find: (text: string) => readonly string[]): readonly string[] {
  return pairs(language).flatMap(({ place, own, original }) => {
    const [has, wanted] = [find(own).toSorted(), find(original).toSorted()]
    return has.join('\n') === wanted.join('\n') ? [] : [`${place}: ${has.join(' | ')} ≠ ${wanted.join(' | ')}`]
  })
}

const slot = /\{([A-Za-z][A-Za-z0-9]*)(?::[^{}|]*\|[^{}]*)?\}/g

/** The slots a text names, `{count}` as well as the words of `{count:time|times}`. */
function slotsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(slot)].map(([, name = '']) => name))
}

/** The slots that a text fills with a value: `{count}`, or `#` among the words of `{count:once|# times}`. */
function valuesIn(text: string): readonly string[] {
  const filled = [...text.matchAll(/\{([A-Za-z][A-Za-z0-9]*)(?::[^{}|]*\|[^{}]*#[^{}]*)?\}/g)]
  return [...new Set(filled.map(([, name = '']) => name))]
}

function codeIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]*)`/g)].map(([, code = '']) => code)
}

/** The joints of the menu paths in a text: `Mail Policies > HAT Overview` has `Policies > HAT`. */
function menusIn(text: string): readonly string[] {
  const parts = text.split(' > ')
  return parts.slice(1).map((right, at) => `${/[\w{}]*$/.exec(parts[at] ?? '')} > ${/^[\w{}]*/.exec(right)}`)
}

/** What is left of a text when all that is drawn, filled or plain has been taken away. */
function strayMarks(text: string): readonly string[] {
  return (
    text
      .replace(slot, 'x')
      .replace(/`[^`]+`|\*[^*]+\*/g, '')
      .match(/[`*{}]/g) ?? []
  )
}

describe.each(others)('$name', (language) => {
  it('says only what English says too', () => {
    expect([...textsOf(language).keys()].filter((place) => !inEnglish.has(place))).toEqual([])
  })

  it('says all of it, but for the texts that are counted', () => {
    const own = textsOf(language)
    const missing = [...inEnglish.keys()].filter((place) => !own.has(place))
    if (missing.length > 0) console.info(`${language.tag}: said in English\n  ${missing.join('\n  ')}`)
    expect(missing.length, `texts that ${language.tag} does not have`).toBe(untranslated[language.tag])
  })

  it('names no slot that the English text does not have', () => {
    const strange = pairs(language).flatMap(({ place, own, original }) =>
      [...slotsIn(own)].filter((name) => !slotsIn(original).has(name)).map((name) => `${place}: {${name}}`),
    )
    expect(strange).toEqual([])
  })

  it('keeps every value that the English text tells', () => {
    const lost = pairs(language).flatMap(({ place, own, original }) =>
      valuesIn(original)
        .filter((name) => !valuesIn(own).includes(name))
        .map((name) => `${place}: {${name}}`),
    )
    expect(lost).toEqual([])
  })

  it('keeps commands and what else is code', () => expect(differences(language, codeIn)).toEqual([]))

  it('keeps the menu names of the product', () => expect(differences(language, menusIn)).toEqual([]))

  it('has balanced marks', () => {
    const stray = [...textsOf(language)].filter(([, text]) => strayMarks(text).length > 0)
    expect(stray).toEqual([])
  })

  it.each([
    ['askWhy', { domain: 'example.com' }, null],
    ['askWhyTo', { domain: 'example.com' }, 'ann@example.org'],
  ] as const)('understands its own %s again', (key, about, recipient) => {
    const own = { ...english.ui, ...language.ui }
    const asked = own[key]?.replace('{about}', 'example.com').replace('{recipient}', 'ann@example.org')
    const now = Date.UTC(2026, 10, 20, 10)
    const read = parseQuestion(`${asked} ${own.askWeek}`, {
      now,
      timeZone: 'UTC',
      language: 'en',
      gateways: [],
      domains: ['example.org'],
      previous: null,
    })
    expect(read).toMatchObject({
      question: { about, recipient, language: language.tag, window: { from: now - 7 * 24 * 3_600_000, to: now } },
    })
  })
})

describe('French', () => {
  const french = languages.find(({ tag }) => tag === 'fr') ?? english

  /** The prose of a text: no code, values as a letter, the words of a number side by side. */
  function prose(text: string): string {
    return text
      .replace(/`[^`]+`/g, 'x')
      .replace(/\{[A-Za-z0-9]+:([^{}|]*)\|([^{}]*)\}/g, '$1 $2')
      .replace(/\{[A-Za-z0-9]+\}/g, 'x')
  }

  it('has a narrow no-break space, and no other, before ; : ! ? » and after «', () => {
    const wrong = [...textsOf(french)].filter(([, text]) =>
      /[^\u202f][;:!?](?=\s|$)|[^\u202f]»|«[^\u202f]/.test(prose(text)),
    )
    expect(wrong).toEqual([])
  })

  it('has the typographic apostrophe', () => {
    expect([...textsOf(french)].filter(([, text]) => prose(text).includes("'"))).toEqual([])
  })
})
