import { expect, test } from 'vitest'
import { keepPatience } from '../../../src/edges/dns/patience.ts'

const full = 5000
const little = 1000

test('waits once for a server that is dead, whatever is asked', () => {
  const patience = keepPatience(full)
  expect(patience.for('example.com', 0)).toBe(full)
  patience.spent('example.com', 0, 5000)
  expect(patience.for('example.com', 5000)).toBe(little)
  expect(patience.for('example.net', 5000)).toBe(little)
  patience.heard(5500)
  expect(patience.for('example.net', 5600)).toBe(full)
})

test('waits once for a zone that is silent, and fully for others', () => {
  const patience = keepPatience(full)
  patience.heard(100)
  patience.spent('example.com', 0, 5000)
  expect(patience.for('_dmarc.example.com', 5000)).toBe(little)
  expect(patience.for('example.net', 5000)).toBe(full)
  patience.answered('mx.example.com')
  expect(patience.for('example.com', 5100)).toBe(full)
})

test('takes reverse names of one network for one zone', () => {
  const patience = keepPatience(full)
  patience.heard(0)
  patience.spent('1.2.0.192.in-addr.arpa', 0, 5000)
  expect(patience.for('7.2.0.192.in-addr.arpa', 5000)).toBe(little)
  expect(patience.for('7.3.0.192.in-addr.arpa', 5000)).toBe(full)
})

test('forgets a silence after a minute', () => {
  const patience = keepPatience(full)
  patience.spent('example.com', 0, 5000)
  expect(patience.for('example.com', 64_999)).toBe(little)
  expect(patience.for('example.com', 65_000)).toBe(full)
})

test('has no less patience than it was given', () => {
  const patience = keepPatience(400)
  patience.spent('example.com', 0, 400)
  expect(patience.for('example.com', 400)).toBe(400)
})
