import { expect, it } from 'vitest'
import { parseQuestion, type Reading } from '../../src/question/parse.ts'

const reading: Reading = {
  now: Date.parse('2026-11-21T10:00:00Z'),
  timeZone: 'Europe/Zurich',
  language: 'en',
  gateways: ['esa1'],
  domains: ['example.org', 'example.net'],
  previous: null,
}

const alice = { address: 'alice@example.com' }
const [bob, carol] = ['bob@example.org', 'carol@example.net']
const ann = 'ann@partner.example'

/** What is asked about, for whom, and who was named besides. */
type Case = [text: string, about: object, recipient: string | null, more?: string]

const cases: Case[] = [
  [`why alice@example.com to ${bob} and ${carol}`, alice, bob, `recipient ${carol}`],
  [`mail from alice@example.com to ${bob}, ${carol} and ${ann}`, alice, bob, `recipient ${carol}, ${ann}`],
  [`mail to ${bob}, ${carol} from alice@example.com`, alice, bob, `recipient ${carol}`],
  [
    'mail from example.com to example.org and example.net',
    { domain: 'example.com' },
    'example.org',
    'recipient example.net',
  ],
  [`why did ${bob} and ${carol} get nothing from example.com`, { domain: 'example.com' }, bob, `recipient ${carol}`],
  [`why did ${bob} and ${carol} get nothing`, { recipient: bob }, bob, `recipient ${carol}`],
  [`mail to ${ann} and dan@other.example`, { recipient: ann }, ann, 'recipient dan@other.example'],
  [`mail to ${ann} and dan@other.example from ${bob}`, { address: bob }, ann, 'recipient dan@other.example'],
  [`what happened to MID 12 to ${bob} and ${carol}`, { mid: 12 }, bob, `recipient ${carol}`],
  [`mail from alice@example.com and dan@other.example to ${bob}`, alice, bob, 'sender dan@other.example'],
  ['mail from alice@example.com and dan@other.example', alice, null, 'sender dan@other.example'],
  [`pourquoi alice@example.com à ${bob} et ${carol}`, alice, bob, `recipient ${carol}`],
  [`waarom kwam mail van alice@example.com niet aan bij ${bob} en ${carol}`, alice, bob, `recipient ${carol}`],
  [`alice@example.com から ${bob} と ${carol} へのメールが届かない`, alice, bob, `recipient ${carol}`],
  // Nobody is left out here.
  [`why alice@example.com to ${bob} and dan@example.org`, alice, 'example.org'],
  [`alice@example.com, ${bob}`, alice, bob],
  [`mail from alice@example.com (example.com) to ${bob}`, alice, bob],
  [`mail from alice@example.com by mailer.example to ${bob}`, alice, bob],
  [`mail from alice@example.com and ${bob}`, alice, bob],
]

it.each<Case>(cases)('%s', (text, about, recipient, more) => {
  const read = parseQuestion(text, reading)
  if (read.kind !== 'question') throw new Error(read.why)
  const { question } = read
  const { passedOver = [] } = question
  expect(question).toMatchObject({ about, recipient })
  expect(passedOver.map(({ why, word }) => `${why} ${word}`)).toEqual(more === undefined ? [] : [more])
})
