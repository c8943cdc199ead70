import { describe, expect, it } from 'vitest'
import { describeEvent } from '../../src/correlator/describe.ts'
import type { Event, Form } from '../../src/correlator/form.ts'
import { forms } from '../../src/correlator/forms/index.ts'
import { lineState, readLine } from '../../src/correlator/line.ts'
import { told } from './lines.ts'

/** The sentence for a message, or what the first event of it says. */
function sentence(message: string): string {
  const log = told([message])
  const timelines = [...log.injections, ...log.messages, ...log.deliveries].map(({ timeline }) => timeline)
  const [event] = [...timelines, log.loose].flat() as [Event, ...Event[]]
  return describeEvent(event)
}

describe('describeEvent', () => {
  it('fills the slots of the sentence', () => {
    expect(sentence('ICID 3 disconnected address 198.51.100.101, exceeded allowable connection time')).toContain(
      '198.51.100.101',
    )
  })

  it('leaves no slot open, for any form', () => {
    const open = Object.values<Form>(forms).flatMap(({ name, samples }) =>
      samples.flatMap((sample) => {
        const message = readLine(sample, null, lineState('-', '-', {}))?.message ?? sample
        const text = sentence(message)
        return text === '' || /\{\w+\}|undefined|\[object/.test(text) ? [`${name}: ${text}`] : []
      }),
    )
    expect(open).toEqual([])
  })

  it('fills a slot with what a sender wrote, once', () => {
    expect(sentence('ICID 3 disconnected address {icid}, exceeded allowable connection time')).toContain('{icid}')
  })

  it('owns up to what it does not know', () => {
    expect(sentence('MID 5 sings')).toBe('A line of a form that is not known here.')
  })
})
