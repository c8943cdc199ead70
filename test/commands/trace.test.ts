import { expect, it } from 'vitest'
import { command } from '../../commands/trace.ts'
import { plain } from '../../src/reply/fill.ts'
import { answerJson } from '../contract.ts'
import { at, delivered, logOf } from '../gather/ports.ts'
import { contextOf } from './context.ts'

it('tells each line of the way of a mail, in plain words', async () => {
  const reply = await command.run('MID 6 last 2 days', contextOf())
  expect(reply).toMatchObject({ headline: '1 attempt found.', status: 0 })
  const [way] = reply.sections
  expect(way).toMatchObject({ kind: 'list', title: 'esa1 · MID 6 · delivered', folded: false })
  const items = way?.kind === 'list' ? way.items.map(plain) : []
  expect(items).toHaveLength(14)
  expect(items[0]).toMatch(/^Thu 19 Nov 10:00 .*198\.51\.100\.7/)
  expect(answerJson.parse(reply.json)).toMatchObject({ question: { ask: 'trace', gateways: ['esa1'] } })
  // An edge may show the first of them only; the file holds the lines themselves.
  expect(reply.file?.text.match(/^esa1: .*\n/gm)).toHaveLength(14)
})

it('tells a connection that never became a mail', async () => {
  const { sections } = await command.run('ICID 7', contextOf())
  expect(sections[0]).toMatchObject({ title: 'esa1 · ICID 7 · refused', items: { length: 3 } })
})

it('leaves out what other mail on the same connection says', async () => {
  const other = [
    'Start MID 99 ICID 6',
    'MID 99 ICID 6 From: <carol@example.net>',
    'MID 99 ICID 6 was frobnicated for carol@example.net',
    'Message finished MID 99 aborted',
  ].map((message) => at(26 * 60, message))
  const log = logOf(`${delivered({ minutesAgo: 26 * 60, id: 6 })}\n${other.join('\n')}`)
  const { sections } = await command.run('MID 6 last 2 days', contextOf({}, log))
  expect(JSON.stringify(sections)).not.toMatch(/carol|\b99\b/)
})

it('shows a line that is not known here as it is', async () => {
  const unknown = at(26 * 60, `MID 6 was frobnicated by <something> new ${'x'.repeat(300)}`)
  const log = logOf(`${delivered({ minutesAgo: 26 * 60, id: 6 })}\n${unknown}`)
  const { sections } = await command.run('MID 6 last 2 days', contextOf({}, log))
  const [way] = sections
  const items = way?.kind === 'list' ? way.items : []
  expect(items).toContainEqual([
    expect.stringMatching(/^Thu 19 Nov 10:00 $/),
    { code: expect.stringMatching(/^MID 6 was frobnicated by <something> new x+…$/) },
  ])
})

it('tells the last five, and that there are more', async () => {
  const log = [1, 2, 3, 4, 5, 6, 7].map((id) => delivered({ minutesAgo: 600 - id * 60, id })).join('\n')
  const { headline, sections } = await command.run('example.com', contextOf({}, logOf(log)))
  expect(headline).toBe('7 attempts found.')
  expect(sections.map(({ role }) => role)).toEqual(['shown', ...Array(5).fill('trace'), 'searched'])
  expect(sections[1]).toMatchObject({ title: 'esa1 · MID 3 · delivered', folded: true })
})

it('tells a gateway that could not be read', async () => {
  const gaps = [{ where: 'esa1', kind: 'login', detail: 'the key was refused' }] as const
  const reply = await command.run('example.com', contextOf({}, logOf('', { gaps })))
  expect(reply).toMatchObject({ status: 3, headline: 'Nothing could be read, so nothing can be said.' })
  expect(reply.sections[0]).toMatchObject({ role: 'missing', items: { length: 1 } })
})

it('says so where nothing is found', async () => {
  expect(await command.run('example.net', contextOf())).toMatchObject({ status: 0, headline: 'Nothing found.' })
})
