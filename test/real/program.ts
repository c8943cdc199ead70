import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, symlinkSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('../../', import.meta.url))

/** The program as it is installed, built from what is here now. */
export interface Built {
  readonly main: string
  readonly cli: string
  remove(): Promise<void>
}

/** Builds into a folder of its own, so that what is tried is never an older build. Rejects where nothing comes of it. */
export async function build(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'postmaster-built-'))
  const compiler = join(top, 'node_modules/typescript/bin/tsc')
  const argv = [compiler, '-p', join(top, 'tsconfig.build.json'), '--outDir', join(folder, 'dist')]
  const said = await new Promise<string>((resolve) => execFile(execPath, argv, (_, output) => resolve(output)))
  copyFileSync(join(top, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(top, 'node_modules'), join(folder, 'node_modules'))
  const [main, cli] = ['main', 'cli'].map((name) => join(folder, 'dist/src', `${name}.js`))
  if (!main || !cli || !existsSync(main) || !existsSync(cli)) throw new Error(`the build failed: ${said}`)
  return { main, cli, remove: () => rm(folder, { recursive: true, force: true }) }
}

export interface Running {
  readonly child: ChildProcess
  /** All it said so far, on both streams. */
  said(): string
  /** Resolves once it has said that; rejects where it ends first. */
  until(words: string): Promise<void>
  /** Its exit status. */
  readonly ended: Promise<number | null>
}

/** Starts a program with this environment and nothing else of ours. */
export function start(
  program: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
): Running {
  const env = { PATH: process.env.PATH ?? '', ...environment }
  const child = spawn(execPath, [program, ...argv], { cwd: tmpdir(), env, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  const waiting = new Set<() => void>()
  const heard = (chunk: Buffer) => {
    text += chunk.toString()
    for (const look of waiting) look()
  }
  child.stdout.on('data', heard)
  child.stderr.on('data', heard)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    child,
    ended,
    said: () => text,
    until: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!text.includes(words)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
        void ended.then(() => reject(new Error(`it ended without saying ${words}: ${text}`)))
      }),
  }
}
