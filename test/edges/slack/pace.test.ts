import { describe, expect, it } from 'vitest'
import { createPace } from '../../../src/edges/slack/pace.ts'

/** A pace on a clock of its own: waiting moves nothing, it is written down. */
function clocked() {
  const clock = { time: 1_000_000, waits: [] as number[] }
  const pace = createPace(
    () => clock.time,
    async (ms) => void clock.waits.push(ms),
  )
  return { clock, pace }
}

describe('new posts in a channel', () => {
  it('may come four at once, then one a second', async () => {
    const { clock, pace } = clocked()
    for (let post = 0; post < 7; post += 1) await pace.turn('C1')
    expect(clock.waits).toEqual([1_000, 2_000, 3_000])
  })

  it('are counted for each channel', async () => {
    const { clock, pace } = clocked()
    for (const channel of ['C1', 'C2', 'C3', 'C1', 'C2', 'C3']) await pace.turn(channel)
    expect(clock.waits).toEqual([])
  })

  it('may come at once again after a rest, also when thousands of channels have been seen', async () => {
    const { clock, pace } = clocked()
    for (let channel = 0; channel < 2_000; channel += 1) await pace.turn(`C${channel}`)
    clock.time += 4_000
    for (let post = 0; post < 4; post += 1) await pace.turn('C1')
    expect(clock.waits).toEqual([])
  })
})

describe('updates that show progress', () => {
  it('leave room for those that carry answers', () => {
    const { clock, pace } = clocked()
    const tried = Array.from({ length: 60 }, () => pace.mayUpdate())
    expect(tried.filter(Boolean)).toHaveLength(40)
    clock.time += 60_001
    expect(pace.mayUpdate()).toBe(true)
  })

  it('pause where Slack refused one', () => {
    const { clock, pace } = clocked()
    pace.hold(5)
    expect(pace.mayUpdate()).toBe(false)
    clock.time += 5_000
    expect(pace.mayUpdate()).toBe(true)
  })
})

describe('a post that will become an answer', () => {
  it('is begun only where there will be an update for it', async () => {
    const { clock, pace } = clocked()
    const begun = Array.from({ length: 60 }, () => pace.begin())
    expect(begun.filter((one) => one !== null)).toHaveLength(50)
    for (const final of begun) {
      if (final === null) continue
      final()
      final()
      await pace.updateTurn()
    }
    expect(clock.waits).toEqual([])
    expect(pace.begin()).toBeNull()
    clock.time += 60_001
    expect(pace.begin()).not.toBeNull()
  })

  it('leaves no update for progress', () => {
    const { pace } = clocked()
    for (let post = 0; post < 41; post += 1) pace.begin()
    expect(pace.mayUpdate()).toBe(false)
  })

  it('waits for its update where there is no room', async () => {
    const { clock, pace } = clocked()
    for (let update = 0; update < 102; update += 1) {
      await pace.updateTurn()
      clock.time += 1
    }
    expect(clock.waits.slice(0, 2)).toEqual([59_950, 59_950])
    expect(clock.waits.at(-1)).toBeGreaterThan(119_000)
  })
})

describe('what decorates', () => {
  it('is left out where there is no room: eyes first, then check marks', () => {
    const { clock, pace } = clocked()
    const looks = Array.from({ length: 30 }, () => pace.mayLook())
    const marks = Array.from({ length: 60 }, () => pace.mayMark())
    expect([looks.filter(Boolean).length, marks.filter(Boolean).length]).toEqual([18, 27])
    clock.time += 60_001
    expect([pace.mayLook(), pace.mayMark()]).toEqual([true, true])
  })

  it('files wait for their turn', async () => {
    const { clock, pace } = clocked()
    for (let file = 0; file < 91; file += 1) await pace.uploadTurn()
    expect(clock.waits).toEqual([60_000])
  })
})
