import { expect, it } from 'vitest'
import { ByteEvent } from '../../src/correlator/byte-event.ts'
import { correlateInBatches } from '../../src/correlator/correlate.ts'
import type { Event } from '../../src/correlator/form.ts'
import type { Message } from '../../src/correlator/mail-log.ts'

const encoder = new TextEncoder()
const messages = 50_000

/** A connection that stays open and brings one message a second; of each 1000 one is never finished. */
function* pieces(): Iterable<Uint8Array> {
  let text = ''
  for (let mid = 1; mid <= messages; mid += 1) {
    const header = `Fri Nov 20 ${new Date(mid * 1000).toISOString().slice(11, 19)} 2026 Info: `
    text += `${header}Start MID ${mid} ICID 7\n${header}MID ${mid} ICID 7 From: <a@example.com>\n`
    text += `${header}${mid % 1000 === 0 ? `MID ${mid} queued for delivery` : `Message finished MID ${mid} done`}\n`
    if (mid % 400 === 0) {
      yield encoder.encode(text)
      text = ''
    }
  }
}

it('lets go of the bytes of all lines but the latest, also of what was told and is still linked to', async () => {
  const told: Message[] = []
  for await (const batch of correlateInBatches(pieces(), { mostLines: 1e9 })) {
    for (const value of batch) if ('kind' in value && value.kind === 'message') told.push(value)
  }
  expect(told.length).toBe(messages)
  const injection = told[0]?.injection
  expect(injection?.messages.length).toBe(messages)
  const events = [injection, ...told].flatMap((value): readonly Event[] => value?.timeline ?? [])
  const holding = events.flatMap((event) => (event instanceof ByteEvent && event.text !== null ? [event.number] : []))
  // All that is held is looked at after each 32 768 lines, and what is older than as many then lets go.
  const first = (Math.floor((messages * 3) / 32_768) - 1) * 32_768
  expect(holding.reduce((least, number) => Math.min(least, number))).toBe(first)
})
