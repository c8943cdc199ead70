import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Finder, openFinder, plainFinder, type Sought, wasmFinder } from '../../../src/correlator/finder/finder.ts'

const size = 4096

function wasm(): Finder {
  const finder = wasmFinder(size)
  if (!finder) throw new Error('no WebAssembly here')
  return finder
}

const finders = [
  ['wasm', wasm()],
  ['plain', plainFinder(size)],
] as const

/** The lines a finder finds, as they read. */
function linesIn(finder: Finder, text: string, sought: readonly Sought[]): string[] {
  const bytes = new TextEncoder().encode(text)
  finder.bytes.set(bytes)
  finder.lookFor(sought)
  const count = finder.linesWith(0, bytes.length)
  return Array.from({ length: count }, (_, nth) =>
    new TextDecoder().decode(finder.bytes.slice(finder.places[2 * nth], finder.places[2 * nth + 1])),
  )
}

describe.each(finders)('%s', (_, finder) => {
  it.each([
    ['a@example.com', true],
    ['user@EXAMPLE.com', true],
    ['mx.example.com', true],
    ['example.com', true],
    ['<a@Example.Com>', true],
    ['seen at example.com.', true],
    ['bounce+a=example.com@lists.test', true],
    ['http://x.test/?to=a%40example.com', true],
    ['=?utf-8?Q?a=40example.com?=', true],
    ['Subject re:\\nexample.com', true],
    ['送信元example.comから', true],
    ['notexample.com', false],
    ['not-example.com', false],
    ['not_example.com', false],
    ['myexample.company.test', false],
    ['example.company', false],
    ['example.com.evil.test', false],
    ['example.com2', false],
    ['example.com-x', false],
    ['examplexcom', false],
    ['example\n.com', false],
    ['', false],
  ])('a host name with whole labels: %j', (text, found) => {
    const line = `${text}`
    expect(linesIn(finder, line, [{ text: 'Example.COM', labels: true }])).toEqual(found ? [line] : [])
  })

  it('a text anywhere, letters in either case and all else as it is', () => {
    const text = 'one Subject:\ntwo SUBJECT;\nthree subject:\nsub\nject:\nfour [SubjecT:]'
    expect(linesIn(finder, text, [{ text: 'subject:' }])).toEqual(['one Subject:', 'three subject:', 'four [SubjecT:]'])
  })

  it('a line once, whatever it holds', () => {
    expect(linesIn(finder, 'ab ab ba\nx\nba', [{ text: 'ab' }, { text: 'b' }, { text: 'ba' }])).toEqual([
      'ab ab ba',
      'ba',
    ])
  })

  it('texts of one byte, and bytes that are no letters', () => {
    expect(linesIn(finder, '@\n`\n[\n{', [{ text: '@' }])).toEqual(['@'])
    expect(linesIn(finder, 'é\nÉ\ne', [{ text: 'é' }])).toEqual(['é'])
  })

  it('more texts than fit in its tables', () => {
    const sought = Array.from({ length: 700 }, (_, nth) => ({ text: `host${nth}.` }))
    expect(linesIn(finder, 'x\nhost699.test\nhost700.test', sought)).toEqual(['host699.test'])
    expect(linesIn(finder, 'host1.', [{ text: 'y'.repeat(60_000) }, { text: 'host1.' }])).toEqual(['host1.'])
  })

  it('nothing where nothing is looked for', () => {
    expect(linesIn(finder, 'a\nb', [])).toEqual([])
  })
})

const letter = fc.constantFrom(...'aAbBcdD.-_@ 0123=4%\\nr\nMID é'.split(''))
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  fc.array(letter, { maxLength: 600 }).map((all) => new TextEncoder().encode(all.join(''))),
)
const sought = fc.array(
  fc.record({
    text: fc.oneof(
      fc.array(letter, { minLength: 1, maxLength: 6 }).map((all) => all.join('').replaceAll('\n', 'b')),
      fc.uint8Array({ minLength: 1, maxLength: 5 }).map((all) => all.map((code) => (code === 10 ? 11 : code))),
    ),
    labels: fc.boolean(),
  }),
  { maxLength: 12 },
)

describe('both ways find the same', () => {
  const [one, other] = [wasm(), plainFinder(size)]

  it('lines with a text, anywhere in a chunk', () => {
    fc.assert(
      fc.property(bytes, sought, fc.nat(40), fc.nat(40), (chunk, wanted, skip, cut) => {
        const found = [one, other].map((finder) => {
          finder.bytes.fill(0x61)
          finder.bytes.set(chunk, skip)
          finder.lookFor(wanted)
          const from = skip + Math.min(cut, chunk.length)
          const to = skip + Math.max(Math.min(cut, chunk.length), chunk.length - cut)
          return [...finder.places.slice(0, 2 * finder.linesWith(from, to))]
        })
        expect(found[0]).toEqual(found[1])
      }),
      { numRuns: 2_000 },
    )
  })

  it('line feeds', () => {
    fc.assert(
      fc.property(bytes, fc.nat(40), fc.nat(600), (chunk, from, to) => {
        const found = [one, other].map((finder) => {
          finder.bytes.fill(10)
          finder.bytes.set(chunk)
          return [...finder.places.slice(0, finder.newlines(from, Math.max(from, to)))]
        })
        expect(found[0]).toEqual(found[1])
      }),
    )
  })

  it('a chunk full of line feeds, and of lines with a text', () => {
    for (const finder of [one, other]) {
      finder.bytes.fill(10)
      expect(finder.newlines(0, size)).toBe(size)
      for (let at = 0; at < size; at += 2) finder.bytes[at] = 0x61
      finder.lookFor([{ text: 'A' }])
      expect(finder.linesWith(0, size)).toBe(size / 2)
      expect([...finder.places.slice(size - 2, size)]).toEqual([size - 2, size - 1])
    }
  })
})

it('WebAssembly is taken where it is there', () => {
  expect(openFinder(16).kind).toBe('wasm')
})
