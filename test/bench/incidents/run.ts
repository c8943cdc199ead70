import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask, OURS } from '../../ask.ts'
import { answerJson } from '../../contract.ts'
import { compose, type Incident } from './compose.ts'
import { wrongIn } from './judge.ts'

/** An incident that was answered wrong. `npm run bench -- --incidents 1 --seed N` asks it again. */
export interface Failure {
  readonly incident: Incident
  readonly wrong: readonly string[]
}

/** Composes that many incidents from a seed on, asks about each the whole way, and tells which answers are wrong. */
export async function runIncidents(count: number, seed: number): Promise<readonly Failure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'postmaster-incidents-'))
  const failures: Failure[] = []
  try {
    for (let nth = seed; nth < seed + count; nth++) {
      const incident = compose(nth)
      const wrong = wrongIn(incident, await answerTo(incident, folder))
      if (wrong.length > 0) failures.push({ incident, wrong })
    }
  } finally {
    await rm(folder, { recursive: true })
  }
  return failures
}

async function answerTo(incident: Incident, folder: string) {
  const { question, now, timeZone, language, zone, window } = incident
  const here = join(folder, String(incident.seed))
  const logs = incident.logs.map(({ gateway, files }) => ({ name: gateway, files, path: join(here, gateway) }))
  for (const { path, files } of logs) {
    await mkdir(path, { recursive: true })
    for (const { name, text } of files) await writeFile(join(path, name), text)
  }
  const reply = await ask({
    question,
    now,
    timeZone,
    language,
    logs: logs.map(({ name, path }) => ({ name, paths: [path] })),
    zone,
    ours: OURS,
    window,
  })
  await rm(here, { recursive: true })
  return answerJson.parse(reply.json)
}

/** The same for the command line: prints how it went and every failure, and gives the exit status. */
export async function tellIncidents(count: number, seed: number): Promise<number> {
  if (!(count >= 1) || !Number.isInteger(seed)) throw new Error('--incidents is a number from 1 on, --seed a whole one')
  let failed = 0
  const step = 500
  for (let from = seed; from < seed + count; from += step) {
    const failures = await runIncidents(Math.min(step, seed + count - from), from)
    failed += failures.length
    for (const failure of failures) console.log(describeFailure(failure))
    console.log(`${Math.min(from - seed + step, count)} of ${count} incidents, ${failed} answered wrong`)
  }
  return failed === 0 ? 0 : 1
}

/** A failure as it is printed: enough to ask it again, and to see why. */
export function describeFailure({ incident, wrong }: Failure): string {
  return `seed ${incident.seed} (${incident.way.name}), “${incident.question}”: ${wrong.join('; ')}`
}
