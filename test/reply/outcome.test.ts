import { expect, it } from 'vitest'
import { attemptsOf } from '../../src/diagnosis/attempts.ts'
import { outcomeInWords } from '../../src/reply/outcome.ts'
import { speak } from '../../src/reply/speech.ts'
import { begun, dayAsked, handedOver, mailLogOf } from '../diagnosis/evidence-of.ts'

const ready = '09:00:02 MID 12 ready 9 bytes from <alice@example.com>'
const oneOfTwo = `${begun()}\n09:00:00 MID 12 ICID 7 To: <nobody@example.org> Rejected by LDAPACCEPT\n${ready}\n${handedOver()}`

const cases: readonly (readonly [log: string, recipient: string | null, language: string, words: string])[] = [
  [`${begun()}\n${ready}\n${handedOver()}`, null, 'en', 'delivered'],
  [oneOfTwo, null, 'en', 'delivered to 1 of 2'],
  [oneOfTwo, null, 'fr', 'remis à 1 sur 2'],
  [oneOfTwo, null, 'nl', 'afgeleverd bij 1 van de 2'],
  [oneOfTwo, null, 'ja', '宛先 2 件中 1 件に配送済み'],
  [oneOfTwo, 'example.org', 'en', 'delivered to 1 of 2'],
  [oneOfTwo, 'ann@example.org', 'en', 'delivered'],
  [oneOfTwo, 'nobody@example.org', 'en', 'refused'],
  // Known by another name here: then all count.
  [oneOfTwo, 'team@example.org', 'en', 'delivered to 1 of 2'],
]

it.each(cases)('what became of %# for %s is said in its language', (log, recipient, language, words) => {
  const [attempt] = attemptsOf(mailLogOf(log))
  if (!attempt) throw new Error('no attempt')
  expect(outcomeInWords(attempt, recipient, speak(language, 'UTC', dayAsked.to))).toBe(words)
})
