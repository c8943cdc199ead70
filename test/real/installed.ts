import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'

/**
 * The path of a program of the system, such as `nsd`; null where it is not installed. Under REAL_SERVERS, which .ci/run
 * sets after it has installed them, one that is not there is a failure.
 */
export function installed(name: string): string | null {
  const path = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin']
    .map((folder) => `${folder}/${name}`)
    .find((one) => existsSync(one))
  if (path === undefined && process.env.REAL_SERVERS) throw new Error(`REAL_SERVERS is set, and ${name} is not there`)
  return path ?? null
}

/** All of them, by name; null, and said so, where one is missing. */
export function allInstalled<Name extends string>(names: readonly Name[]): Readonly<Record<Name, string>> | null {
  const found = names.map((name) => [name, installed(name)] as const)
  const missing = found.filter(([, path]) => path === null).map(([name]) => name)
  if (missing.length === 0) return Object.fromEntries(found) as Readonly<Record<Name, string>>
  console.info(`passed over: not installed here: ${missing.join(', ')}`)
  return null
}

export interface Program {
  readonly child: ChildProcess
  close(): Promise<void>
}

/** Starts a program in the foreground and waits until it has said that it serves; throws its words where it ends. */
export async function startProgram(path: string, argv: readonly string[], ready: RegExp): Promise<Program> {
  const child = spawn(path, argv, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (ready.test(said)) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    child.once('close', () => reject(new Error(`${path} ended: ${said}`)))
  })
  return {
    child,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'close')
      child.kill('SIGCONT')
      child.kill('SIGTERM')
      await gone
    },
  }
}
