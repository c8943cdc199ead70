import { expect, it } from 'vitest'
import { compose } from './incidents/compose.ts'
import { describeFailure, runIncidents } from './incidents/run.ts'
import { ways } from './incidents/ways/index.ts'

/** Of each way a mail can fare at least two; `npm run bench -- --incidents 5000` asks about many more. */
const count = Math.max(150, 2 * ways.length)

it('gives the right verdict on composed incidents, and proves it by lines of that very attempt', async () => {
  const failures = await runIncidents(count, 1)
  expect(failures.map(describeFailure)).toEqual([])
}, 120_000)

it('composes the same incident from the same seed', () => {
  expect(compose(7).logs).toEqual(compose(7).logs)
  expect(compose(7).logs).not.toEqual(compose(7 + ways.length).logs)
})
