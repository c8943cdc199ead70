import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { answerJson } from '../contract.ts'
import { delivered, refused } from '../gather/ports.ts'

// The program as it is installed: built, started by its name, in a folder without a configuration.
const named = new URL('../../package.json', import.meta.url)
const program = fileURLToPath(new URL('../../dist/cli/postmaster.js', import.meta.url))

const log = `${delivered({ minutesAgo: 180, id: 6 })}\n${refused({ minutesAgo: 60, id: 7 })}\n`

interface Ended {
  readonly status: number | null
  readonly output: string
  readonly errors: string
}

function start(argv: readonly string[], input: string, readOnly: number | null = null): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'postmaster-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'mail.log'), input)
  const child = spawn(execPath, [program, ...argv], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] })
  let [output, errors] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    if (readOnly !== null && output.length > readOnly) child.stdout.destroy()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, output, errors })))
}

const asked = ['--no-dns', '--timezone', 'UTC', '--now', '2026-11-20T12:00:00Z']
const question = "why didn't mail from example.com arrive?"

it('is the program that package.json names', () => {
  const { bin } = z.object({ bin: z.object({ postmaster: z.string() }) }).parse(JSON.parse(readFileSync(named, 'utf8')))
  expect(new URL(bin.postmaster, named).pathname).toBe(program)
})

if (existsSync(program)) describe('the built command line', built)
else console.info('passed over: the built command line (npm run build makes it)')

function built(): void {
  it('may be run by its name', () => {
    expect(statSync(program).mode & 0o111).not.toBe(0)
  })

  it('answers from standard input', async () => {
    const { status, output, errors } = await start(['why', question, '--json', '--logs', '-', ...asked], log)
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    expect(answerJson.parse(JSON.parse(output)).verdict).toMatchObject({ cause: 'hat-reject-reputation' })
  })

  it('writes no colours into a pipe', async () => {
    const { output } = await start(['why', question, '--logs', 'mail.log', ...asked], log)
    expect(output).toMatch(/^🔴 Our gateway refused it/)
    expect(output).not.toContain('\u001b')
  })

  it.each<[string, string[], number]>([
    ['a question that names nothing', ['why', 'where is it', '--logs', 'mail.log', ...asked], 2],
    ['no configuration', ['why', question], 2],
    ['an unknown verb', ['wy'], 2],
    ['a log that is not there', ['why', question, '--logs', 'gone.log', ...asked], 3],
    ['its help', ['--help'], 0],
  ])('ends as it should after %s', async (_, argv, wanted) => {
    const { status, output, errors } = await start(argv, log)
    expect(status).toBe(wanted)
    expect(output + errors).not.toMatch(/\n\s+at .*:\d+:\d+/)
  })

  it('ends in silence where nobody reads on', async () => {
    const many = Array.from({ length: 3_000 }, (_, id) => refused({ minutesAgo: 60, id: id + 1 })).join('\n')
    const { status, errors } = await start(['correlate', '-'], many, 1_000)
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
  })
}
