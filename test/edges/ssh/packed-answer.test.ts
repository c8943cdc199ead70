import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openAnswer } from '../../../src/edges/ssh/packed-answer.ts'

const greeting = 'P\nD 1767693600\n'
const members = ['L\ntotal 0\nF mail.current\n', '1:ein Mädchen\n2:a\n', `${'3:again\n'.repeat(5_000)}E\n`]
const packed = Buffer.concat([Buffer.from(`hello\n${greeting}Z\n`), ...members.map((text) => gzipSync(text))])
const plain = Buffer.from(`hello\n${greeting}${members.join('')}`)
const wholeLines = plain.toString().trimEnd().split('\n')

/** What is told of bytes that come in these pieces. */
async function read(pieces: readonly Buffer[], most = Number.POSITIVE_INFINITY) {
  const lines: string[] = []
  let left = most
  let largest = 0
  const answer = openAnswer(
    (line) => lines.push(line),
    (bytes) => {
      largest = Math.max(largest, bytes)
      left -= bytes
      return left > 0
    },
  )
  let wanted = true
  for (const piece of pieces) {
    wanted = answer.push(piece)
    if (!wanted) break
    await answer.ready()
  }
  const { problem } = await answer.done()
  return { lines, problem, spent: most - left, largest }
}

describe('an answer of a host', () => {
  const cases: [what: string, bytes: Buffer, lines: readonly string[], problem: boolean][] = [
    ['packed', packed, wholeLines, false],
    ['as it is', plain, wholeLines, false],
    ['nothing', Buffer.alloc(0), [], false],
    ['words without a line end', Buffer.from('no entry'), [], false],
    ['a refusal', Buffer.from('no entry\nZ\nx\n'), ['no entry', 'Z', 'x'], false],
    [
      'a Z that stands elsewhere',
      Buffer.from(`${greeting}L\nZ\nE\n`),
      [...greeting.trim().split('\n'), 'L', 'Z', 'E'],
      false,
    ],
    ['a Z without anything packed after it', Buffer.from(`${greeting}Z\nx\n`), greeting.trim().split('\n'), true],
  ]
  test.each(cases)('%s', async (_, bytes, lines, problem) => {
    const all = await read([bytes])
    expect([all.lines, all.problem !== null]).toEqual([lines, problem])
    const each = await read([...bytes].slice(0, 600).map((byte) => Buffer.from([byte])))
    expect(each.lines).toEqual(lines.slice(0, each.lines.length))
  })

  test('cut anywhere and in any pieces, its whole lines are told and no other', async () => {
    const places = fc.array(fc.nat(packed.length), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(places, fc.nat(packed.length), async (cuts, end) => {
        const ends = [...cuts.filter((cut) => cut < end).sort((a, b) => a - b), end]
        const pieces = ends.map((cut, nth) => packed.subarray(ends[nth - 1] ?? 0, cut))
        const { lines } = await read(pieces)
        expect(lines).toEqual(wholeLines.slice(0, lines.length))
        if (end === packed.length) expect(lines).toEqual(wholeLines)
      }),
    )
  })

  test('a gigabyte in a megabyte is unpacked in pieces, and no further than is wanted', async () => {
    const bomb = Buffer.concat(Array.from({ length: 64 }, () => gzipSync(Buffer.alloc(16 * 1024 * 1024, '1:x\n'))))
    const { lines, spent, largest } = await read([Buffer.from(`${greeting}Z\n`), bomb], 1_000_000)
    expect(bomb.length).toBeLessThan(1_200_000)
    expect([spent < 1_100_000, largest <= 65_536, lines.length > 200_000]).toEqual([true, true, true])
  })
})
