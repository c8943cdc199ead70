import { WebClient } from '@slack/web-api'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openPost } from '../../../src/edges/slack/post.ts'
import { recordingLog } from './scripted.ts'

it('asks seldom whether it may begin, where Slack’s limits are near', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let asked = 0
  const pace = {
    turn: async () => {},
    begin() {
      asked += 1
      return null
    },
    mayUpdate: () => false,
    updateTurn: async () => {},
    mayLook: () => false,
    mayMark: () => false,
    uploadTurn: async () => {},
    hold() {},
  }
  const place = { client: new WebClient('xoxb-none'), channel: 'C1', threadTs: '1.1' }
  const post = openPost(place, 'a question', { pace, log: recordingLog(), now: Date.now })
  for (let step = 0; step < 29; step += 1) {
    post.show({ text: `step ${step}`, plain: `step ${step}`, blocks: [] })
    await vi.advanceTimersByTimeAsync(100)
  }
  await post.withdraw()
  // Not quite three seconds: at once, and every second and a half.
  expect(asked).toBe(2)
})
