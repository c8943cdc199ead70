import { Buffer } from 'node:buffer'
import { mkdir, open, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { askOver, OURS, openLogs } from '../ask.ts'

// running.js <log> <when it ends> <folder, to be made> <question>: how long a question takes in a process that has answered
// others over the same folder, as the bot has, where there is now a file that it has never seen. Prints seconds and attempts
// as JSON, and for how many milliseconds the event loop was held up meanwhile.

const [log = '', ends = '', folder = '', question = ''] = process.argv.slice(2)
const warmBytes = 3_000_000
const warmTimes = 5
const now = Number(ends)

await rm(folder, { recursive: true, force: true })
await mkdir(folder)
const sources = openLogs({ logs: [{ name: 'esa1', paths: [folder] }], now })
const warm = join(folder, 'warm.log')
await writeFile(warm, await beginningOf(log))
for (let nth = 0; nth < warmTimes; nth += 1) await answer()
await rm(warm)
await symlink(log, join(folder, 'mail.log'))
const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()
const started = performance.now()
const { json } = await answer()
const seconds = (performance.now() - started) / 1000
delay.disable()
await Promise.all(sources.map((source) => source.close()))
const { attempts } = json as { readonly attempts: readonly unknown[] }
const loop = { usual: delay.percentile(99) / 1e6, most: delay.max / 1e6 }
console.log(JSON.stringify({ seconds, attempts: attempts.length, loop }))

async function beginningOf(path: string): Promise<Buffer> {
  const handle = await open(path)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(warmBytes), 0, warmBytes, 0)
  await handle.close()
  return buffer.subarray(0, bytesRead)
}

function answer() {
  return askOver(sources, { question, now, timeZone: 'UTC', language: 'en', zone: null, ours: OURS, window: null })
}
