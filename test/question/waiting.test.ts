import { describe, expect, it } from 'vitest'
import { asksToWait } from '../../src/question/waiting.ts'

describe('words that ask to be told of mail to come', () => {
  it.each([
    'tell me when mail from example.com arrives',
    'Please let me know as soon as alice@example.com gets through',
    'notify us if example.com tries again',
    'wait for mail from example.com',
    'préviens-moi quand le mail de example.com arrive',
    'Prévenez-nous dès que example.com écrit',
    'laat me weten wanneer de mail van example.com komt',
    'meld het als example.com iets stuurt',
    'example.com からのメールが届いたら教えて',
    'example.com からメールが来たらすぐに知らせてください',
  ])('%s', (text) => expect(asksToWait(text)).toBe(true))

  it.each([
    "why didn't mail from example.com arrive?",
    'when did mail from example.com arrive?',
    'tell me why mail from example.com bounced',
    'pourquoi le mail de example.com n’est pas arrivé ?',
    'waarom is de mail van example.com niet aangekomen?',
    'example.com からのメールが届かないのはなぜ？',
    '',
    'x'.repeat(100_000),
  ])('%s is none', (text) => expect(asksToWait(text)).toBe(false))
})
