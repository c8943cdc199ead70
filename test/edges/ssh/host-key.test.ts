import { createHmac, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { namesOf, newKey } from '../../../src/demo/gateway-keys.ts'
import { pinsFrom } from '../../../src/edges/ssh/host-key.ts'

const one = namesOf(newKey().private)
const two = namesOf(newKey('rsa').private)
const salt = randomBytes(20)
const hashed = (name: string) =>
  `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')}`

describe('which keys a known_hosts text holds for esa1.example.org', () => {
  const cases: [name: string, lines: string[], port: number, keys: string[]][] = [
    ['plain', [`esa1.example.org ${one.publicHostKey} comment`], 22, [one.fingerprint]],
    ['in a list', [`192.0.2.1,ESA1.example.org ${one.publicHostKey}`], 22, [one.fingerprint]],
    ['another host', [`esa2.example.org ${one.publicHostKey}`], 22, []],
    ['with a port', [`[esa1.example.org]:2222 ${one.publicHostKey}`], 2222, [one.fingerprint]],
    ['with another port', [`esa1.example.org ${one.publicHostKey}`], 2222, []],
    ['hashed', [`${hashed('esa1.example.org')} ${two.publicHostKey}`], 22, [two.fingerprint]],
    [
      'two kinds',
      [`esa1.example.org ${one.publicHostKey}`, `esa1.example.org ${two.publicHostKey}`],
      22,
      [one.fingerprint, two.fingerprint],
    ],
    ['revoked', [`esa1.example.org ${one.publicHostKey}`, `@revoked esa1.example.org ${one.publicHostKey}`], 22, []],
    ['an authority', [`@cert-authority esa1.example.org ${one.publicHostKey}`], 22, []],
    ['a comment and rubbish', ['# esa1.example.org ssh-rsa AAAA', 'esa1.example.org ssh-rsa !!!', ''], 22, []],
  ]
  test.each(cases)('%s', (_name, lines, port, keys) => {
    expect(pinsFrom(lines.join('\n'), 'esa1.example.org', port).fingerprints).toEqual(keys)
  })

  test('only the algorithms of keys on file are asked for', () => {
    expect(pinsFrom(`esa1 ${two.publicHostKey}`, 'esa1', 22).algorithms).toEqual([
      'rsa-sha2-512',
      'rsa-sha2-256',
      'ssh-rsa',
    ])
  })
})
