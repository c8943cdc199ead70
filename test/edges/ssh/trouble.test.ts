import { describe, expect, test } from 'vitest'
import { gapOf, oneLine, Trouble } from '../../../src/edges/ssh/trouble.ts'

const coded = (code: string) => Object.assign(new Error(`connect ${code}`), { code })

describe('an error as a gap', () => {
  const cases: [error: unknown, kind: string][] = [
    [coded('ECONNREFUSED'), 'refused'],
    [coded('ECONNRESET'), 'refused'],
    [coded('EHOSTUNREACH'), 'unreachable'],
    [coded('ENETUNREACH'), 'unreachable'],
    [coded('ENOTFOUND'), 'unreachable'],
    [coded('EAI_AGAIN'), 'unreachable'],
    [coded('ETIMEDOUT'), 'timeout'],
    [new Error('Timed out while waiting for handshake'), 'timeout'],
    [new Error('Keepalive timeout'), 'timeout'],
    [new Error('All configured authentication methods failed'), 'login'],
    [new Error('Handshake failed: no matching C->S cipher'), 'refused'],
    [new Error('(SSH) Channel open failure: open failed'), 'refused'],
    [new Error('Unable to exec'), 'refused'],
    [new Trouble('host-key', 'the host key is another'), 'host-key'],
    [new Error('what nobody has seen\nbefore'), 'unreachable'],
    ['a string', 'unreachable'],
  ]
  test.each(cases)('%s', (error, kind) => {
    const gap = gapOf(error, 'esa1')
    expect([gap.where, gap.kind]).toEqual(['esa1', kind])
    expect(gap.detail).toMatch(/^[^\n]{3,160}$/)
  })
})

test('one line, without what a terminal would obey', () => {
  expect(oneLine('a\r\n\u001b[31mb\u0007  c')).toBe('a [31mb c')
  expect(oneLine('x'.repeat(500)).length).toBe(160)
})
