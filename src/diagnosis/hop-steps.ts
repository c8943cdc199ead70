import type { NextStep } from './rule.ts'
import { commandDomain } from './steps.ts'
import type { Server } from './their-server.ts'
import type { Whither } from './whither.ts'

// Who must act where a mail hangs on its way to the next server, by the keys of the rules' steps. The names in commands are
// those that `commandDomain` let through, or null.

const now: NextStep = { who: 'us', step: 'now', command: 'delivernow' }

function status(destination: string | null): NextStep {
  return { who: 'us', step: 'status', ...(destination !== null && { command: `hoststatus ${destination}` }) }
}

function asking(step: string, destination: string | null): NextStep {
  return { who: 'us', step, ...(destination !== null && { command: `dig mx ${destination}` }) }
}

/** The next server says later. */
export function deferredSteps(way: Whither, destination: string | null): readonly NextStep[] {
  const first: Readonly<Record<Whither, readonly NextStep[]>> = {
    in: [{ who: 'us', step: 'mend' }],
    out: [
      { who: 'sender', step: 'patience' },
      { who: 'recipient', step: 'askThem' },
    ],
    onward: [{ who: 'us', step: 'passedOn' }],
  }
  return [...first[way], status(destination), now]
}

/** It cannot be reached. Where no line says so, `way` is `in`. */
export function unreachableSteps(way: Whither, server: Server | null, destination: string | null): readonly NextStep[] {
  const target = commandDomain(server?.ip ?? null)
  const reach: readonly NextStep[] =
    target === null ? [] : [{ who: 'us', step: 'reach', command: `telnet ${target} ${server?.port ?? 25}` }]
  const theirs: readonly NextStep[] =
    way === 'out' ? [asking('theirMx', destination), { who: 'recipient', step: 'theirs' }] : []
  return [...reach, ...theirs, status(destination), now]
}

/** TLS with it fails; `isTheirs`: it is known to be the server that the mail goes to. */
export function failedTlsSteps(way: Whither, isTheirs: boolean, destination: string | null): readonly NextStep[] {
  const look: readonly NextStep[] =
    way === 'out'
      ? [
          { who: 'recipient', step: 'theirs' },
          { who: 'us', step: 'test', command: 'tlsverify' },
        ]
      : [{ who: 'us', step: 'renew', command: 'tlsverify' }]
  return [
    ...(isTheirs ? [] : [asking('whose', destination)]),
    ...look,
    { who: 'us', step: 'relax', command: 'Mail Policies > Destination Controls' },
    now,
  ]
}
