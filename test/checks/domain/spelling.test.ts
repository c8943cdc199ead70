import { expect, test } from 'vitest'
import { checkRecipientDomain, checkSpelling, isOneSlipApart } from '../../../src/checks/domain/spelling.ts'

const known = ['example.com', 'mail.example.net', 'ab.example']

const senders: readonly [
  domain: string,
  known: readonly string[],
  key: 'S2.near' | 'S2.ok' | 'S2.unknown',
  near?: readonly string[],
][] = [
  ['exmaple.com', known, 'S2.near', ['example.com']],
  ['exampl.com', known, 'S2.near', ['example.com']],
  ['mail.exampel.net', known, 'S2.near', ['example.net']],
  ['example.com', known, 'S2.ok'],
  ['sub.example.com', known, 'S2.ok'],
  ['unlike.example', known, 'S2.ok'],
  ['ac.example', known, 'S2.ok'],
  ['example.com', [], 'S2.unknown'],
]

test.each(senders)('%s among %j', (domain, others, key, near) => {
  const status = { 'S2.near': 'problem', 'S2.ok': 'ok', 'S2.unknown': 'unknown' }[key]
  expect(checkSpelling(domain, others)).toMatchObject([{ id: 'S2', key, status, facts: near ? { near } : {} }])
})

const recipients: readonly (readonly [domain: string, status: string, key: string])[] = [
  ['example.org', 'ok', 'R4.ok'],
  ['plant.example.org', 'ok', 'R4.ok'],
  ['exmaple.org', 'problem', 'R4.near'],
  ['notexample.org', 'unknown', 'R4.other'],
]

test.each(recipients)('%s as a recipient is %s', (domain, status, key) => {
  expect(checkRecipientDomain(domain, ['example.org'])).toMatchObject([{ status, key, subject: domain }])
})

const slips: readonly (readonly [string, string, boolean])[] = [
  ['abc', 'abc', false],
  ['abc', 'abd', true],
  ['abc', 'acb', true],
  ['abc', 'ab', true],
  ['ab', 'abc', true],
  ['abc', 'bac', true],
  ['abc', 'cab', false],
  ['abcd', 'ab', false],
  ['abcd', 'badc', false],
]

test.each(slips)('%s and %s are one slip apart: %s', (one, other, expected) => {
  expect(isOneSlipApart(one, other)).toBe(expected)
})
