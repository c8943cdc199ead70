import { describe, expect, test } from 'vitest'
import { openCircuit } from '../../../src/edges/ssh/circuit.ts'
import { Trouble } from '../../../src/edges/ssh/trouble.ts'

const seconds = 1_000
const minutes = 60 * seconds

/** Fails with these errors one after the other, each as soon as it may be tried again; gives how long each had to wait. */
function waits(error: Error, times: number, tookMs = 20 * seconds): number[] {
  let now = 0
  const circuit = openCircuit(() => now)
  const waited: number[] = []
  for (let nth = 0; nth < times; nth++) {
    circuit.failed(error, tookMs)
    const from = now
    for (;;) {
      try {
        circuit.check()
        break
      } catch {
        now += seconds
      }
    }
    waited.push(now - from)
  }
  return waited
}

function saidAfter(error: Error, ms: number): string {
  let now = 0
  const circuit = openCircuit(() => now)
  circuit.failed(error, 20 * seconds)
  now = ms
  try {
    circuit.check()
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : ''
  }
  return ''
}

const refused = new Trouble('login', 'the login was refused (tried: key file)')
const dead = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })

describe('a host that was in the way is left alone for a while', () => {
  const cases: [what: string, error: Error, waited: number[]][] = [
    ['a refused login, longer each time', refused, [1, 2, 4, 8, 16, 32, 60, 60].map((each) => each * minutes)],
    ['another host key', new Trouble('host-key', 'x'), [minutes, minutes]],
    ['nothing that listens', dead, [5 * seconds, 5 * seconds]],
    ['silence', new Trouble('timeout', 'x'), [5 * seconds, 10 * seconds, 15 * seconds, 15 * seconds]],
    ['our own lack of time', new Trouble('budget', 'x'), [0, 0]],
  ]
  test.each(cases)('%s', (_, error, waited) => {
    expect(waits(error, waited.length)).toEqual(waited)
  })

  test('silence in the last moment of a question proves nothing', () => {
    expect(waits(new Trouble('timeout', 'x'), 2, 300)).toEqual([0, 0])
  })

  test('a success makes it forget', () => {
    let now = 0
    const circuit = openCircuit(() => now)
    circuit.failed(refused, 100)
    circuit.failed(refused, 100)
    circuit.worked()
    circuit.check()
    circuit.failed(refused, 100)
    now = minutes
    circuit.check()
  })

  test('and it is said for how long', () => {
    expect(saidAfter(refused, 500)).toBe('the login was refused (tried: key file)')
    expect(saidAfter(refused, 20 * seconds)).toBe('not tried again for 40 s: the login was refused (tried: key file)')
    expect(saidAfter(dead, 4 * seconds)).toBe('not tried again for 1 s: nothing accepts connections on that port')
  })
})
