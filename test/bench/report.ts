import { writeSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

// Given to a measured process by `--import`: as its last word it says the most memory it ever had, in KiB, and how long
// its event loop was held up, in microseconds: 99 of 100 times for less.
if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  process.on('exit', () => {
    const loop = Math.round(delay.percentile(99) / 1e3)
    writeSync(2, `\npeak ${process.resourceUsage().maxRSS} loop ${loop}\n`)
  })
}
