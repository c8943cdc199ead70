import { expect, test } from 'vitest'
import { namesLike } from '../../src/gather/near-names.ts'
import { delivered, hour, logOf, now } from './ports.ts'

const log = [
  delivered({ minutesAgo: 60, id: 7, from: 'alice@example.com', host: 'mx.example.com' }),
  delivered({ minutesAgo: 50, id: 8, from: 'ann@news.harbour.example', host: 'out.harbour.example' }),
  delivered({ minutesAgo: 40, id: 9, from: 'bob@exemplar.example', host: 'mx.exemplar.example' }),
].join('\n')
const window = { from: now - 24 * hour, to: now }

test.each([
  ['exmaple.com', ['example.com']],
  ['exampel.com', ['example.com']],
  ['example.co', ['example.com']],
  ['mail.harbor.example', ['harbour.example']],
  ['harbuor.example', ['harbour.example']],
  // Swapped right in the middle.
  ['harobur.example', []],
  ['example.com', []],
  ['unlike.example', []],
  ['ab.cd', []],
])('%s is like %j', async (domain, names) => {
  expect(await namesLike(domain, window, [logOf(log)], now)).toEqual(names)
})

test('asks each gateway once, and no more than a look may cost', async () => {
  const source = logOf(log)
  await namesLike('exmaple.com', window, [source], now)
  expect(source.asked).toEqual([
    {
      search: {
        needles: [
          { kind: 'text', text: 'exma' },
          { kind: 'text', text: 'ple.com' },
        ],
        window,
      },
      budget: { lines: 2_000, bytes: 2_000_000, deadline: now + 10_000 },
    },
  ])
})
