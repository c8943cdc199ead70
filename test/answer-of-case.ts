import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { zoneResolver } from '../src/demo/zone.ts'
import { gatewaysIn } from '../src/edges/logs/folders.ts'
import type { Reply } from '../src/reply/reply.ts'
import { ask, OURS } from './ask.ts'
import { openOurSide, PlayedListeners } from './our-side.ts'
import { folder } from './whole-cases.ts'

/** What a case may set, as test/answers/README.md tells. */
const Options = z.strictObject({
  now: z.iso.datetime({ offset: true }),
  timezone: z.string(),
  since: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  language: z.string().default('en'),
  ours: z
    .strictObject({ domains: z.array(z.string()), addresses: z.array(z.string()), mxHosts: z.array(z.string()) })
    .partial()
    .default({}),
})

function read(name: string, file: string): string {
  return readFileSync(join(folder, name, file), 'utf8')
}

function readIfThere(name: string, file: string): string | null {
  return existsSync(join(folder, name, file)) ? read(name, file) : null
}

/** Asks a case its question, over what its folder holds. */
export async function answerOf(name: string): Promise<Reply> {
  const options = Options.parse(JSON.parse(read(name, 'options.json')))
  const here = join(folder, name)
  const single = existsSync(join(here, 'mail.log'))
  const now = Date.parse(options.now)
  const zone = readIfThere(name, 'zone.txt')
  const ours = { ...OURS, ...(options.ours as Partial<typeof OURS>) }
  const ourSide = await openSide(name, zone, ours.domains[0] ?? '')
  const servers = nameServers(name)
  return ask({
    question: read(name, 'question.txt'),
    now,
    timeZone: options.timezone,
    language: options.language,
    logs: single ? gatewaysIn([join(here, 'mail.log')], 'esa1') : gatewayFolders(here),
    zone,
    ours,
    window: options.since
      ? { from: Date.parse(options.since), to: options.until ? Date.parse(options.until) : now }
      : null,
    ...(ourSide && { ourSide }),
    ...(servers.length > 0 && { servers }),
  }).finally(() => ourSide?.close())
}

async function openSide(name: string, zone: string | null, domain: string) {
  const listeners = readIfThere(name, 'listeners.json')
  const text = readIfThere(name, 'mta-sts.txt')
  if (listeners === null && text === null) return null
  const policy = text === null ? null : { text, domain, resolver: zoneResolver(zone ?? '') }
  return openOurSide(PlayedListeners.parse(JSON.parse(listeners ?? '[]')), policy)
}

/** `zone.192.0.2.53.txt`: what that one name server holds. */
function nameServers(name: string) {
  const files = readdirSync(join(folder, name)).filter((file) => /^zone\..+\.txt$/.test(file))
  return files.map((file) => ({ name: file.slice(5, -4), resolver: zoneResolver(read(name, file)) }))
}

function gatewayFolders(here: string) {
  const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.map(({ name }) => ({ name, paths: [join(here, name)] }))
}
