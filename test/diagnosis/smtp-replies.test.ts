import { describe, expect, it } from 'vitest'
import { rules } from '../../src/diagnosis/rules/index.ts'
import { knownReplies, readReply } from '../../src/diagnosis/smtp-replies.ts'

const told = new Set(rules.map(({ cause }) => cause))

describe('a known reply', () => {
  it.each(knownReplies.map(({ holds, cause, means }) => [holds, cause, means] as const))(
    '%s has a meaning: that of its cause, or its own',
    (holds, cause, means) => {
      expect(means === undefined ? told.has(cause) : means.length > 40).toBe(true)
      expect(holds).toBe(holds.toLowerCase())
    },
  )

  it.each(knownReplies.map(({ holds, cause }) => [holds, cause] as const))('%s is read as %s', (holds, cause) => {
    expect(readReply(`mx1.example.org said: ${holds.toUpperCase()}, sorry`)?.known?.cause).toBe(cause)
  })
})

describe('the codes of a reply', () => {
  it.each([
    ['550 5.7.1 no', { class: '5', code: '550 5.7.1', subject: 7 }],
    ['552 #5.3.4 no', { class: '5', code: '552 #5.3.4', subject: 3 }],
    ['451-4.7.650 no', { class: '4', code: '451-4.7.650', subject: 7 }],
    ['said: (550 5.1.10 RESOLVER.ADR)', { class: '5', code: '550 5.1.10', subject: 1 }],
    ['5.1.0 - Unknown address error', { class: '5', code: '5.1.0', subject: 1 }],
    ['550 5.9.9 no', { class: '5', code: '550 5.9.9', subject: null }],
  ])('%s', (text, codes) => {
    expect(readReply(text)?.codes).toEqual(codes)
  })

  it.each(['', 'no', '5.7.1', '550', '250 2.0.0 ok', '192.0.2.5 - 550'])('are not in: %s', (text) => {
    expect(readReply(text)).toBeNull()
  })

  it('are found at once in a text without an end', () => {
    const text = `${"5.1.0 - ('550', [".repeat(20_000)}`
    expect(readReply(text)?.codes?.code).toBe('5.1.0')
  })
})
