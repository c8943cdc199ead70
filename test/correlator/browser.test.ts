import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const folder = fileURLToPath(new URL('../../src/correlator/', import.meta.url))

/** The library as a browser would load it, and a question to it. */
const asked = `
(async () => {
  const lines = [
    'Fri Nov 20 10:00:00 2026 Info: Start MID 5 ICID 7',
    'Fri Nov 20 10:00:00 2026 Info: MID 5 ICID 7 From: <a@example.com>',
    '<166>Nov 20 10:00:01 sums: CEF:0|Cisco|C100V|14.0|E|Event|5|ESAMID=5 act=DELIVERED',
    'Fri Nov 20 10:00:01 2026 Info: nobody knows this',
  ]
  const told = []
  for await (const finished of correlator.correlate(lines, { timeZone: 'Europe/Zurich' })) {
    if ('summary' in finished) told.push(finished.summary.recognised + ' of ' + finished.summary.lines)
    else told.push(finished.kind + ': ' + finished.timeline.map(correlator.describeEvent).join(' '))
  }
  const bytes = new TextEncoder().encode(lines.join('\\n'))
  for await (const finished of correlator.correlate([bytes])) {
    if ('summary' in finished) told.push(finished.summary.recognised + ' of ' + finished.summary.lines + ' from bytes')
  }
  return told
})()
`

describe('in a browser', () => {
  let temporary = ''
  let code = ''

  beforeAll(async () => {
    temporary = mkdtempSync(join(tmpdir(), 'postmaster-bundle-'))
    await build({
      root: temporary,
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: join(temporary, 'out'),
        target: 'es2022',
        lib: {
          entry: join(folder, 'index.ts'),
          formats: ['iife'],
          name: 'correlator',
          fileName: () => 'correlator.js',
        },
      },
    })
    code = readFileSync(join(temporary, 'out', 'correlator.js'), 'utf8')
  }, 60_000)
  afterAll(() => rmSync(temporary, { recursive: true }))

  it('the library is one file that asks for nothing else', () => {
    expect(code).not.toMatch(/\brequire\(|\bimport\b\s*[("'{]/)
    expect(code.length).toBeLessThan(200_000)
  })

  it('it correlates, with what every browser has and nothing of Node', async () => {
    const context = createContext({ TextDecoder, TextEncoder })
    runInContext(code, context)
    const told = z.array(z.string()).parse(JSON.parse(JSON.stringify(await runInContext(asked, context))))
    expect(told).toEqual([
      'injection: The message MID 5 begins. The envelope sender is a@example.com.',
      'message: The message MID 5 begins. The envelope sender is a@example.com. The gateway summed up the message; it was delivered.',
      '3 of 4',
      '3 of 4 from bytes',
    ])
  })
})

describe('the source', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  /** A file without its comments. */
  const codeOf = (name: string) => readFileSync(join(folder, name), 'utf8').replace(/^\s*(?:\/?\*|\/\/).*$/gm, '')

  it.each([
    ['imports nothing but its own files', /^(?:import|export|\})[^'\n]* from '(?!\.)|^import '|\bimport\(/m],
    [
      'names nothing that only Node has',
      /\b(?:Buffer|process|require|global|__dirname|__filename|setImmediate|NodeJS)\b(?=[.([<])/,
    ],
    ['starts no timer and looks at no clock', /\bset(?:Timeout|Interval)\b|\bDate\.now\b|\bperformance\b/],
  ])('%s', (_, pattern) => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.filter((name) => pattern.test(codeOf(name)))).toEqual([])
  })
})
