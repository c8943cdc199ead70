import { writeSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

// Given to a measured process by `--import`: as its last word it says the most memory it ever had, in KiB, and how long
// its event loop was held up, in microseconds: 99 of 100 times for less, and at most.
if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  process.on('exit', () => {
    const [usual, most] = [delay.percentile(99), delay.max].map((held) => Math.round(held / 1e3))
    writeSync(2, `\npeak ${process.resourceUsage().maxRSS} loop ${usual} ${most}\n`)
  })
}
