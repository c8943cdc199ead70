import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { correlateAll, type MailLog, said } from '../../src/correlator/index.ts'
import { generateLog, type Truth } from './generate.ts'

const BYTES = 4_000_000

let folder = ''
let truth: Truth
let text = ''
let log: MailLog

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postmaster-bench-'))
  truth = await generateLog(join(folder, 'mail.log'), BYTES, 1)
  text = await readFile(join(folder, 'mail.log'), 'utf8')
  const lines = text.trimEnd().split('\n')
  log = correlateAll(lines.map((line, i) => ({ gateway: 'esa1', file: 'mail.log', number: i + 1, text: line })))
})

afterAll(() => rm(folder, { recursive: true }))

describe('generateLog', () => {
  it('comes near the size asked for, and is the same for the same seed', async () => {
    expect(truth.bytes).toBe((await readFile(join(folder, 'mail.log'))).length)
    expect(Math.abs(truth.bytes - BYTES)).toBeLessThan(BYTES / 20)
    expect(await generateLog(join(folder, 'again.log'), BYTES, 1)).toEqual(truth)
    expect(await readFile(join(folder, 'again.log'), 'utf8')).toBe(text)
  })

  it('holds only lines that are recognised', () => {
    expect(log.summary.shapes).toEqual([])
    expect(log.summary.recognised).toBe(truth.lines)
  })

  it('says the truth about what is in it', () => {
    const { injections, messages } = log
    const having = (form: Parameters<typeof said>[1]) =>
      messages.filter(({ timeline }) => said(timeline, form).length > 0).length
    const refusals = injections.filter(({ timeline }) =>
      said(timeline, 'hat-decision').some(({ fields }) => fields.action === 'REJECT'),
    )
    expect({
      injections: injections.length,
      refused: refusals.length,
      messages: messages.length,
      // Such a line stands in the timelines of both, the copy and the mail it was made from.
      generated: having('message-generated') / 2,
      delayed: having('delivery-delayed'),
      bounced: having('delivery-bounced'),
      dropped: having('message-dropped'),
      aborted: having('receiving-aborted'),
    }).toEqual({
      injections: truth.injections,
      refused: truth.refused,
      messages: truth.messages,
      generated: truth.generated,
      delayed: truth.delayed,
      bounced: truth.bounced,
      dropped: truth.dropped,
      aborted: truth.aborted,
    })
  })

  it('names the messages of the target domain, in whatever case it is written, and no decoy', () => {
    const mids = messagesFrom(/@example\.com$/i)
    expect(mids.length).toBeGreaterThan(0)
    expect([...truth.target.mids].toSorted()).toEqual(mids.toSorted())
    expect(messagesFrom(/@(?:notexample\.com|example\.com\.evil\.test)$/i).length).toBeGreaterThan(0)
  })
})

/** MIDs that came in over a connection, by their envelope sender. */
function messagesFrom(address: RegExp): number[] {
  return log.messages
    .filter(({ injection }) => injection !== undefined)
    .filter(({ timeline }) => said(timeline, 'envelope-sender').some(({ fields }) => address.test(fields.mailFrom)))
    .map(({ mid }) => mid)
}
