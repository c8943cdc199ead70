import { describe, expect, it } from 'vitest'
import { looked, lookOf, newWatch, usualPace, type Watch } from '../../src/answering/watch.ts'
import type { Attempt } from '../../src/diagnosis/attempts.ts'
import type { Evidence } from '../../src/diagnosis/evidence.ts'
import type { Question } from '../../src/question/question.ts'
import { now } from '../gather/ports.ts'
import { attemptOf, coverageOf, evidenceOf } from '../reply/evidence.ts'

const minute = 60_000
const question: Question = {
  about: { domain: 'example.com' },
  recipient: null,
  window: { from: 0, to: 1 },
  windowStated: true,
  gateways: [],
  language: 'en',
  timeZone: 'UTC',
  now: 0,
}
const watch = newWatch(question, { thread: 'C1:1.1', asker: 'U1', hides: false, permitted: null }, now)
const { every, longest, slowest } = usualPace
const attemptAt = (minutes: number, more: Partial<Attempt> = {}) => attemptOf({ time: now + minutes * minute, ...more })
const blind = { coverage: [coverageOf({ complete: false })] }

describe('a look', () => {
  it('is about what came since the watch began', () => {
    expect(watch).toMatchObject({ since: now, until: now + longest, nextAt: now + every })
    const look = lookOf(watch, now + every)
    expect(look).toMatchObject({ about: { domain: 'example.com' }, windowStated: true, now: now + every })
    expect(look.window).toEqual({ from: now - 2 * minute, to: now + every })
  })

  it.each<[string, Partial<Evidence>, number, Partial<Watch>, string | null, number | null]>([
    ['that finds nothing is followed by the next', {}, 10, {}, null, 20],
    ['that finds an attempt reports it', { attempts: [attemptAt(4)] }, 10, {}, 'seen', null],
    ['that finds a refusal reports that too', { attempts: [attemptAt(4, { fate: 'refused' })] }, 10, {}, 'seen', null],
    ['that finds what was there before has nothing to report', { attempts: [attemptAt(-1)] }, 10, {}, null, 20],
    [
      'that finds only what lies around has nothing to report',
      { attempts: [attemptAt(4)], widened: true },
      10,
      {},
      null,
      20,
    ],
    [
      'that finds an attempt under way waits for its end',
      { attempts: [attemptAt(4, { fate: 'open' })] },
      10,
      {},
      null,
      20,
    ],
    [
      'that finds one under way for long reports it',
      { attempts: [attemptAt(4, { fate: 'open' })] },
      40,
      {},
      'seen',
      null,
    ],
    ['that could not read a gateway comes later again', blind, 10, {}, null, 30],
    ['that could not read it for long comes once an hour', blind, 10, { failures: 9 }, null, 10 + slowest / minute],
    ['that reads it again comes as before', {}, 10, { failures: 9 }, null, 20],
    ['comes at the end at the latest', {}, longest / minute - 3, {}, null, longest / minute],
    ['at the end says that nothing came', {}, longest / minute, {}, 'over', null],
    ['at the end says that it was not all read', blind, longest / minute, { seenTo: now }, 'over-blind', null],
    [
      'at the end waits for one under way',
      { attempts: [attemptAt(longest / minute - 1, { fate: 'open' })] },
      longest / minute,
      {},
      null,
      longest / minute + every / minute,
    ],
  ])('%s', (_, evidence, after, more, report, nextAfter) => {
    const result = looked({ ...watch, ...more }, evidenceOf(evidence), now + after * minute)
    expect(result.report).toBe(report)
    expect(result.next && (result.next.nextAt - now) / minute).toBe(nextAfter)
  })

  it('reports what is new alone', () => {
    const attempts = [attemptAt(-1), attemptAt(4), attemptAt(6, { fate: 'open' })]
    expect(looked(watch, evidenceOf({ attempts }), now + 10 * minute)).toMatchObject({
      report: 'seen',
      evidence: { attempts: [{ time: now + 4 * minute }] },
    })
  })
})
