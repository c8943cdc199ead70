import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { correlateInBatches } from '../../../src/correlator/correlate.ts'
import { putFinished } from '../../../src/correlator/json-lines.ts'
import { newSheet, takeSheet } from '../../../src/correlator/sheet.ts'
import { correlateInThreads } from '../../../src/edges/logs/correlate-threads.ts'
import { slotBytes, slotCount } from '../../../src/edges/logs/correlate-work.ts'
import { generateLog } from '../../bench/generate.ts'
import { cut, stamped } from '../../correlator/lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'postmaster-threads-'))
afterAll(() => rmSync(folder, { recursive: true }))

const clock = { referenceTime: Date.UTC(2026, 10, 28) }
const allSlots = slotBytes * slotCount

async function inThisThread(bytes: Uint8Array): Promise<string> {
  const sheet = newSheet()
  for await (const batch of correlateInBatches(cut(bytes, 1 << 20), { file: 'mail.log', ...clock })) {
    for (const finished of batch) putFinished(sheet, finished)
  }
  return Buffer.from(takeSheet(sheet)).toString()
}

async function inThreads(bytes: Iterable<Uint8Array> | string, summary = false): Promise<string> {
  const told: Uint8Array[] = []
  const log = typeof bytes === 'string' ? await open(bytes) : Readable.from(bytes)
  await correlateInThreads({ log, file: 'mail.log', clock, summary }, async (output) => void told.push(output.slice()))
  return Buffer.concat(told).toString()
}

/** Two long texts are compared without being printed. */
async function expectSame(bytes: Uint8Array, pieces: Iterable<Uint8Array> | string): Promise<void> {
  const [one, other] = [await inThreads(pieces), await inThisThread(bytes)]
  expect(one.length).toBe(other.length)
  expect(one === other).toBe(true)
}

describe('correlating in threads gives, to the letter, what one thread gives', () => {
  it('of a log that fills all slots more than once', async () => {
    const path = join(folder, 'mail.log')
    await generateLog(path, allSlots * 1.5, 3)
    const bytes = await readFile(path)
    // What is open from the first line to the last: its texts are asked for long after their slots were filled anew.
    const [first, last] = [stamped(['Start MID 5 ICID 7', "MID 5 Subject 'Grüße'"]), stamped(['MID 5 sings'])]
    const whole = Buffer.concat([Buffer.from(`${first.join('\n')}\n`), bytes, Buffer.from(last.join('\n'))])
    writeFileSync(path, whole)
    await expectSame(whole, path)
  })

  it('of lines so long that all slots are full before anything is settled', async () => {
    const long = 'x'.repeat(50_000)
    const mails = Array.from({ length: (allSlots * 1.5) / 50_000 }, (_, at) => `MID ${at % 90} Subject '${at}${long}'`)
    const bytes = Buffer.from(stamped([...Array(9).fill('ICID 1 close'), ...mails]).join('\n'))
    await expectSame(bytes, cut(bytes, 77_777))
  })

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['line ends', Buffer.alloc(3 * slotBytes, '\n')],
    ['a line that has no end', Buffer.alloc(3 * slotBytes, 'x')],
    ['a few lines', Buffer.from(stamped(['Start MID 5 ICID 7', 'ICID 7 close']).join('\r\n'))],
  ])('of %s', async (_, bytes) => {
    await expectSame(bytes, cut(bytes, 100_000))
  })
})

describe('correlating in threads', () => {
  it('tells the counts alone', async () => {
    const log = Buffer.from(stamped(['Start MID 5 ICID 7', 'MID 5 sings', 'ICID 7 close']).join('\n'))
    expect(JSON.parse(await inThreads([log], true))).toMatchObject({ summary: { lines: 3, unrecognised: 1 } })
  })

  it('rejects with what the log breaks off with, and tells what was complete', async () => {
    function* torn() {
      const ended = ['ICID 7 close', '10:01:00 ICID 8 close', ...Array(300).fill('10:02:00 ICID 9 close')]
      yield Buffer.from(`${stamped(ended).join('\n')}\n`)
      throw Object.assign(new Error('torn'), { code: 'Z_BUF_ERROR' })
    }
    const told: Uint8Array[] = []
    const log = Readable.from(torn())
    const wanted = { log, file: 'mail.log', clock, summary: false }
    await expect(correlateInThreads(wanted, async (output) => void told.push(output.slice()))).rejects.toThrow('torn')
    const lines = Buffer.concat(told).toString().trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).icid)).toEqual([7, 8])
  })

  it('rejects with what the output breaks off with, and lets go of the log', async () => {
    const log = Readable.from(cut(Buffer.from('ICID 7 close\n'.repeat(1_000_000)), 100_000))
    const wanted = { log, file: 'mail.log', clock, summary: false }
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })
    await expect(correlateInThreads(wanted, () => Promise.reject(gone))).rejects.toBe(gone)
    expect(log.destroyed).toBe(true)
  })

  it('leaves the event loop to others', async () => {
    const path = join(folder, 'long.log')
    await generateLog(path, 30e6, 4)
    const before = performance.eventLoopUtilization()
    await inThreads(path)
    // Of a thread that correlates by itself it is 1. How long it is held up at most, the bench measures.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
  })
})
