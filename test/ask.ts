import { command as why } from '../commands/why.ts'
import type { Window } from '../src/correlator/ids.ts'
import { zoneResolver } from '../src/demo/zone.ts'
import { source as files } from '../src/edges/sources/files.ts'
import { memoryStore } from '../src/edges/store/memory.ts'
import type { LogSource, Ports } from '../src/gather/ports.ts'
import { defaultLimits } from '../src/gather/settings.ts'
import { languageFor } from '../src/question/words.ts'
import type { Reply } from '../src/reply/reply.ts'
import type { OurSide } from './our-side.ts'

/** A question, and what it is asked over. The clock stands still. */
export interface Asked {
  readonly question: string
  /** Milliseconds since the epoch, UTC. */
  readonly now: number
  readonly timeZone: string
  readonly language: string
  /** The gateways by name, each with the files or folders of its log. */
  readonly logs: readonly { readonly name: string; readonly paths: readonly string[] }[]
  /** Zone text (`src/demo/zone-file.ts`); null where nothing is looked up. */
  readonly zone: string | null
  readonly ours: { readonly domains: string[]; readonly addresses: string[]; readonly mxHosts: string[] }
  readonly window: Window | null
  /** Our listeners and our policy; none where not given. */
  readonly ourSide?: OurSide
  /** Each name server of ours by itself. */
  readonly servers?: Ports['servers']
}

export const OURS: Asked['ours'] = {
  domains: ['example.org'],
  addresses: ['192.0.2.11', '192.0.2.12'],
  mxHosts: ['mx1.example.org', 'mx2.example.org'],
}

/** The whole way, as the command line goes it: words → question → evidence → diagnosis → reply. */
export async function ask(asked: Asked): Promise<Reply> {
  const sources = openLogs(asked)
  try {
    return await askOver(sources, asked)
  } finally {
    await Promise.all(sources.map((source) => source.close()))
  }
}

export function openLogs({ logs, now }: Pick<Asked, 'logs' | 'now'>): readonly LogSource[] {
  return logs.map(({ name, paths }) =>
    files.open(name, { source: 'files', paths: [...paths] }, { secret: () => undefined, now: () => now }),
  )
}

/** The same over logs that are open already, as the bot's are. */
export function askOver(sources: readonly LogSource[], asked: Omit<Asked, 'logs'>): Promise<Reply> {
  const { question, now, timeZone, language, zone, ours, window, ourSide, servers } = asked
  return why.run(question, {
    ports: {
      sources,
      resolver: zone === null ? null : zoneResolver(zone),
      probe: ourSide?.probe ?? null,
      ...(ourSide?.fetchPolicy && { fetchPolicy: ourSide.fetchPolicy }),
      ...(servers && { servers }),
      clock: { now: () => now },
      store: memoryStore(),
    },
    settings: { ours, listeners: ourSide?.listeners ?? [], timeZone, language, zones: {}, limits: defaultLimits },
    language: languageFor(language),
    answerIn: null,
    timeZone,
    now,
    previous: null,
    window: window && { ...window, stated: true },
    commands: [],
    understood() {},
    progress() {},
  })
}
