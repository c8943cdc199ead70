import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import * as z from 'zod'
import { commands } from '../commands/index.ts'
import { parseAddress } from './checks/address.ts'
import { type Problem, problemsOf } from './config-problems.ts'
import { parseServer } from './edges/dns/resolver.ts'
import { sources } from './edges/sources/index.ts'
import type { SourceKind } from './edges/sources/source.ts'
import type { LogSource } from './gather/ports.ts'
import { defaultLimits, type Settings } from './gather/settings.ts'
import { isTimeZone } from './question/zone.ts'
import { languages } from './reply/languages/index.ts'

const host = z.string().regex(/^[a-zA-Z0-9._:-]{1,253}$/, 'must be a host name or an IP address')
const timeZone = z.string().refine(isTimeZone, 'is no time zone; write one like Europe/Zurich')
const port = z.int().min(1).max(65_535)
/** A name with at least one dot, in its ASCII form, without the last dot. */
const name = z
  .string()
  .toLowerCase()
  .transform((text) => asciiName(text) ?? text)
  .pipe(z.string().regex(/^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/, 'must be a domain such as example.org'))
/** Plain enough to be said in a command as it stands; its domain in ASCII form. */
const recipient = z.string().regex(/^[\w.+-]{1,64}@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+$/, {
  error: 'must be an address such as postmaster@example.org',
  abort: true,
})
const address = z.string().refine((text) => parseAddress(text) !== null, 'must be an IP address')
const server = z
  .string()
  .refine((text) => parseServer(text) !== null, 'must be an address such as 192.0.2.53 or 192.0.2.53:53')
/** A file; where it is not told from the top, it is beside the configuration. */
const path = z.string().min(1)
const id = z.string().regex(/^[A-Z0-9]{2,}$/, 'must be an id such as C0123456789, not a name')

const channel = z
  .string()
  .regex(/^(?:[A-Z0-9]{2,}|direct)$/, 'must be an id such as C0123456789, or direct for direct messages')
/** Ids of channels, people and user groups; each empty list lets any through. */
const who = {
  channels: z.array(channel).default([]),
  people: z.array(id).default([]),
  groups: z.array(id).default([]),
}
const verbs = commands.map(({ name: verb }) => verb)

const Gateways = z
  .record(
    z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'a gateway is named in letters, digits, dots and dashes'),
    z.discriminatedUnion('source', sourceShapes(), {
      error: ({ code }) => (code === 'invalid_union' ? `must be one of ${sourceNames().join(', ')}` : undefined),
    }),
  )
  .refine((gateways) => Object.keys(gateways).length > 0, 'name at least one gateway')

const Configuration = z
  .strictObject({
    gateways: Gateways,
    ours: z.strictObject({
      domains: z.array(name).min(1, 'name the mail domains that are yours'),
      addresses: z.array(address).default([]),
      mxHosts: z.array(name).default([]),
      listeners: z.array(z.strictObject({ host, port: port.default(25) })).default([]),
      probeRecipient: recipient.optional(),
    }),
    dns: z
      .strictObject({
        servers: z.array(server).default([]),
        blocklists: z
          .strictObject({ addresses: z.array(name).default([]), domains: z.array(name).default([]) })
          .optional(),
      })
      .default({ servers: [] }),
    timeZone: timeZone.default('UTC'),
    language: z.enum(languages.map(({ tag }) => tag)).default('en'),
    ask: z
      .strictObject({
        ...who,
        rules: z
          .array(
            z.strictObject({
              ...who,
              gateways: z.array(z.string()).default([]),
              verbs: z.array(z.enum(verbs, `must be one of ${verbs.join(', ')}`)).default([]),
            }),
          )
          .default([]),
        hide: z.array(channel).default([]),
        owner: z.string().default('your mail administrator'),
      })
      .prefault({}),
    limits: z
      .strictObject({
        lines: z.int().min(100).default(defaultLimits.lines),
        bytes: z.int().min(10_000).default(defaultLimits.bytes),
        seconds: z.int().min(1).max(600).default(defaultLimits.seconds),
        rounds: z.int().min(1).max(20).default(defaultLimits.rounds),
        ids: z.int().min(1).max(2_000).default(defaultLimits.ids),
        /** Questions that are worked on at a time; the others wait their turn. */
        atOnce: z.int().min(1).max(100).default(6),
      })
      .prefault({}),
    slack: z
      .strictObject({
        apiUrl: z.url().optional(),
        /** Where Slack comes to us over HTTP, behind a proxy that speaks TLS; without it we open a connection to Slack. */
        http: z
          .strictObject({
            host: host.default('127.0.0.1'),
            port: port.default(3000),
            path: z
              .string()
              .regex(/^\/[A-Za-z0-9/._-]*$/, 'must be a path such as /slack/events')
              .default('/slack/events'),
          })
          .optional(),
      })
      .default({}),
    store: z.strictObject({ file: path.default('postmaster.db') }).prefault({}),
    audit: z
      .strictObject({
        file: path.nullable().default('postmaster-audit.jsonl'),
        bytes: z.int().min(10_000).default(10_000_000),
        files: z.int().min(1).max(1_000).default(9),
      })
      .prefault({}),
    health: z.strictObject({ host: host.default('127.0.0.1'), port }).optional(),
  })
  .superRefine(({ ask, gateways, ours }, told) => {
    const domain = ours.probeRecipient?.split('@').at(-1)?.toLowerCase()
    if (domain && !ours.domains.includes(domain)) {
      told.addIssue({ code: 'custom', path: ['ours', 'probeRecipient'], message: 'must be at one of ours.domains' })
    }
    for (const [at, rule] of ask.rules.entries()) {
      for (const gateway of rule.gateways) {
        if (Object.hasOwn(gateways, gateway)) continue
        told.addIssue({
          code: 'custom',
          path: ['ask', 'rules', at, 'gateways'],
          message: `there is no gateway ${gateway}`,
        })
      }
    }
  })

export { type Problem, problemsInWords } from './config-problems.ts'

export type Configuration = z.infer<typeof Configuration>

export type Loaded =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Reads a configuration out of YAML text. Every problem is told at once, with its path. Never throws.
 */
export function parseConfiguration(text: string): Loaded {
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true })
  if (document.errors.length > 0) {
    return { ok: false, problems: document.errors.map(({ message }) => ({ path: '', message: firstLine(message) })) }
  }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 50 })
  } catch (error) {
    return { ok: false, problems: [{ path: '', message: firstLine(String(error)) }] }
  }
  const checked = Configuration.safeParse(value ?? {})
  if (checked.success) return { ok: true, configuration: checked.data }
  return { ok: false, problems: checked.error.issues.flatMap(problemsOf) }
}

/** Reads a configuration file. A file that is not there is a problem like any other. */
export function loadConfiguration(path: string): Loaded {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const message = missing
      ? 'there is no such file; copy postmaster.example.yml, or name another with --config'
      : `cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`
    return { ok: false, problems: [{ path: '', message }] }
  }
  return parseConfiguration(text)
}

/** What the core needs of a configuration. */
export function settingsOf(configuration: Configuration): Settings {
  const { ours, limits, language } = configuration
  return {
    ours: { domains: ours.domains, addresses: ours.addresses, mxHosts: ours.mxHosts },
    listeners: ours.listeners,
    ...(ours.probeRecipient && { probeRecipient: ours.probeRecipient }),
    ...(configuration.dns.blocklists && { blocklists: configuration.dns.blocklists }),
    timeZone: configuration.timeZone,
    language,
    zones: Object.fromEntries(
      Object.entries(configuration.gateways).flatMap(([name, gateway]) =>
        gateway.timeZone ? [[name, gateway.timeZone]] : [],
      ),
    ),
    limits,
  }
}

/** Where the bot keeps what it keeps. */
export interface Places {
  readonly store: string
  readonly audit: { readonly file: string; readonly bytes: number; readonly files: number } | null
}

/** The places that a configuration names, from the folder that it is in. */
export function placesOf({ store, audit }: Configuration, configurationPath: string): Places {
  const from = dirname(resolve(configurationPath))
  const { file, bytes, files } = audit
  return { store: resolve(from, store.file), audit: file === null ? null : { file: resolve(from, file), bytes, files } }
}

type SourceConfig = (typeof sources)[number]['config']

/** Opens the sources of all gateways. Connects to nothing yet. */
export function openSources(configuration: Configuration, now: () => number): readonly LogSource[] {
  return Object.entries(configuration.gateways).map(([gateway, config]) => {
    const kind = sources.find((known) => known.name === config.source)
    if (!kind) throw new Error(`no source named ${config.source}`)
    return openWith<SourceConfig>(kind, gateway, config, now)
  })
}

/** What the union let through is read once more by its own kind: that ties the kind's two types together. */
function openWith<Config extends z.ZodType>(
  kind: SourceKind<Config>,
  gateway: string,
  config: unknown,
  now: () => number,
): LogSource {
  return kind.open(gateway, kind.config.parse(config), { secret, now })
}

/**
 * A secret by the name of its environment variable, or out of the file that `<name>_FILE` names, as secret stores
 * mount them. Undefined where neither is set.
 */
export function secret(name: string): string | undefined {
  const value = process.env[name]?.trim()
  if (value) return value
  const file = process.env[`${name}_FILE`]
  if (!file) return undefined
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

function sourceShapes() {
  const [first, ...rest] = sources.map(({ config }) => config)
  if (!first) throw new Error('there is no log source')
  return [first, ...rest] as const
}

function sourceNames(): readonly string[] {
  return sources.map(({ name }) => name)
}

function asciiName(text: string): string | null {
  if (/[/@:?#\s]/.test(text)) return null
  try {
    return new URL(`http://${text.replace(/\.$/, '')}`).hostname
  } catch {
    return null
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text
}
