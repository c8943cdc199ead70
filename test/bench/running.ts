import { Buffer } from 'node:buffer'
import { open, writeFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { gatewaysIn } from '../../src/edges/logs/folders.ts'
import { ask, OURS } from '../ask.ts'

// running.js <log> <when it ends> <warm log, to be written> <question>: how long a question takes in a process that has
// answered others, as the bot has, over a file it has never seen. Prints seconds and attempts as JSON, and for how many
// milliseconds the event loop was held up meanwhile.

const [log = '', ends = '', warm = '', question = ''] = process.argv.slice(2)
const warmBytes = 3_000_000
const warmTimes = 5

const handle = await open(log)
const { buffer, bytesRead } = await handle.read(Buffer.alloc(warmBytes), 0, warmBytes, 0)
await handle.close()
await writeFile(warm, buffer.subarray(0, bytesRead))
for (let nth = 0; nth < warmTimes; nth += 1) await answer(warm)
const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()
const started = performance.now()
const { json } = await answer(log)
const seconds = (performance.now() - started) / 1000
delay.disable()
const { attempts } = json as { readonly attempts: readonly unknown[] }
const loop = { usual: delay.percentile(99) / 1e6, most: delay.max / 1e6 }
console.log(JSON.stringify({ seconds, attempts: attempts.length, loop }))

function answer(path: string) {
  return ask({
    question,
    now: Number(ends),
    timeZone: 'UTC',
    language: 'en',
    logs: gatewaysIn([path], 'esa1'),
    zone: null,
    ours: OURS,
    window: null,
  })
}
