import type { Health, LogSource, Ports } from '../gather/ports.ts'
import { fill } from '../reply/fill.ts'
import { gatewayHealth } from '../reply/gateway-health.ts'
import type { GatewayState, Home } from '../reply/home.ts'
import type { Line } from '../reply/reply.ts'
import type { Speech } from '../reply/speech.ts'
import { type Access, permitOf } from './access.ts'
import type { Command } from './command.ts'
import { recentOf } from './thread-memory.ts'

export interface HomeParts {
  readonly ports: Pick<Ports, 'sources' | 'store' | 'clock'>
  readonly commands: readonly Command[]
  readonly access: Access
}

/** Whose page it is. */
export interface Visitor {
  readonly asker: string
  readonly groups: readonly string[]
  readonly speech: Speech
}

/** Opening a page is no reason to log in to every gateway again. */
const freshFor = 60_000
const patience = 15_000
const mostRecent = 5

/** What everybody's own page shows. Gateways are asked once a minute at most, whoever looks. */
export function createHomes({ ports, commands, access }: HomeParts) {
  let known: { readonly at: number; readonly health: ReadonlyMap<string, Health> } | null = null
  let asking: Promise<void> | null = null

  async function askAll(): Promise<void> {
    const at = ports.clock.now()
    const health = await Promise.all(ports.sources.map((source) => healthOf(source, at + patience)))
    known = { at, health: new Map(health) }
  }

  function fresh(): boolean {
    return known !== null && ports.clock.now() - known.at < freshFor
  }

  async function drawn({ asker, groups, speech }: Visitor): Promise<Home> {
    const permit = permitOf(access, { channel: '', isDirect: true, asker, groups })
    if (permit === null) {
      const refused = speech.say('refusedToAsk', { owner: access.owner })
      return { refused, gateways: [], checkedAt: null, recent: [], commands: [] }
    }
    const permitted = permit.gatewaysFor('status')
    const sources = ports.sources.filter(({ gateway }) => permitted === null || permitted.includes(gateway))
    const allowed = commands.filter(({ name }) => permit.verbs === null || permit.verbs.includes(name))
    const recent = await recentOf(ports.store, asker)
    return {
      refused: null,
      gateways: sources.map(({ gateway }) => stateOf(gateway, known?.health.get(gateway), speech)),
      checkedAt: known?.at ?? null,
      recent: recent.slice(0, mostRecent).map(({ text, headline, at }) => ({ text, headline, at })),
      commands: allowed.map((command): Line => {
        const { name, usage, summary } = speech.command(command)
        return [{ bold: `${name}${usage ? ` ${usage}` : ''}` }, `${speech.ui('helpColon')}${summary}`]
      }),
    }
  }

  return {
    /** Shows what is known at once, and once more when the gateways have answered. Rejects only for a bug. */
    async show(visitor: Visitor, show: (home: Home) => Promise<void>): Promise<void> {
      const isFresh = fresh()
      await show(await drawn(visitor))
      if (isFresh) return
      asking ??= askAll().finally(() => {
        asking = null
      })
      await asking
      await show(await drawn(visitor))
    },
  }
}

async function healthOf(source: LogSource, deadline: number): Promise<readonly [string, Health]> {
  return [source.gateway, await source.health(deadline)]
}

function stateOf(gateway: string, health: Health | undefined, speech: Speech): GatewayState {
  if (health === undefined) {
    return { gateway, state: 'asking', words: fill(speech.ui('homeChecking'), { gateway }, speech) }
  }
  return { gateway, state: health.ok ? 'ok' : 'failed', words: gatewayHealth(gateway, health, speech) }
}
