import { type Configuration, loadConfiguration, openSources, secret, settingsOf } from '../config.ts'
import type { GapKind } from '../diagnosis/evidence.ts'
import { dnsResolver, parseServer } from '../edges/dns/resolver.ts'
import { checkTokens } from '../edges/slack/tokens.ts'
import type { Health } from '../gather/ports.ts'
import { zoneOffset } from '../question/zone.ts'
import { offsetInWords } from '../reply/when.ts'
import { print, type Screen } from './streams.ts'

/** One thing looked at: how it stands, and what to do where it does not stand well. */
interface Examined {
  readonly what: string
  readonly ok: boolean
  readonly words: string
  readonly mend?: string
}

interface Trouble {
  readonly words: string
  readonly mend: string
}

const troubles: Readonly<Partial<Record<GapKind, Trouble>>> = {
  unreachable: {
    words: 'cannot be reached',
    mend: 'Check the host name, the route and the firewall between here and the gateway.',
  },
  refused: {
    words: 'refused the connection',
    mend: 'SSH is off on that interface, or the port is wrong: Network > IP Interfaces on the gateway.',
  },
  timeout: {
    words: 'no answer in time',
    mend: 'The gateway takes the connection and does not answer: look at its load, or raise `seconds`.',
  },
  'host-key': {
    words: 'shows another host key than the one on file',
    mend: 'Compare the fingerprint with the one the gateway shows on its console, then write it as `hostKey`.',
  },
  login: {
    words: 'did not let us in',
    mend: 'Check `user`, and that the public key is installed on the gateway (`sshconfig`).',
  },
  role: {
    words: 'our account may not read the log',
    mend: 'Give the account the Operator role: a lesser one may not read logs.',
  },
  'no-log': {
    words: 'has no such log',
    mend: 'Name the log subscription under `log` (default mail_logs); `logconfig` on the gateway lists them.',
  },
  partial: {
    words: 'the answer broke off',
    mend: 'Ask again; where it stays so, something on the way cuts connections: look at the firewall between here and it.',
  },
  unreadable: { words: 'cannot be read', mend: 'Check the path and its permissions.' },
}

/** What a detail tells more than its kind. The first that it holds counts. */
const closerMends: readonly (readonly [detail: string, mend: string])[] = [
  ['no matching', 'The gateway offers old algorithms only: write `algorithms: legacy` for it.'],
  [
    'another mode',
    'The gateway is in a cluster: give its own address as `host`, that of the machine whose log is read.',
  ],
  ['asked a question', 'Log in as `user` by hand, run `version`, and settle what it asks.'],
  ['passphrase', 'Set the variable that `passphraseEnv` names to the passphrase of the key.'],
  [
    'key file cannot be read',
    '`keyFile` names no file that can be read from here: check the path and its permissions.',
  ],
  ['not a private key', '`keyFile` must be a private key; the one beside it that ends in .pub is for the gateway.'],
]

/**
 * Examines configuration, tokens, gateways and DNS, prints how each stands and what to mend. Exit status: 0 all well,
 * 2 the configuration cannot be used, 3 something else must be mended.
 */
export async function doctor(path: string, output: Screen, now: () => number = Date.now): Promise<number> {
  let well = true
  const tell = async (all: readonly Examined[]) => {
    well &&= all.every(({ ok }) => ok)
    await print(output, all.map(inWords).join(''))
  }
  const loaded = loadConfiguration(path)
  if (!loaded.ok) {
    await tell(loaded.problems.map((problem) => ({ what: problem.path || path, ok: false, words: problem.message })))
    return 2
  }
  const { configuration } = loaded
  const count = Object.keys(configuration.gateways).length
  await tell([{ what: path, ok: true, words: `${count} ${count === 1 ? 'gateway' : 'gateways'}` }])
  await tell(await tokens(configuration.slack))
  const { zones, ours } = settingsOf(configuration)
  const sources = openSources(configuration, now)
  const examined = sources.map(async (source) => {
    const health = await source.health(now() + 20_000)
    await source.close()
    return gateway(source.gateway, health, zones[source.gateway], now())
  })
  for (const one of examined) await tell([await one])
  await tell([await dns(configuration.dns.servers, ours.domains)])
  return well ? 0 : 3
}

function gateway(what: string, health: Health, zone: string | undefined, now: number): Examined {
  const gap = health.gaps[0]
  if (gap && !health.ok) {
    const { words, mend } = troubles[gap.kind] ?? { words: 'cannot be read', mend: 'See README, “Set up”.' }
    const [, closer = mend] = closerMends.find(([detail]) => gap.detail.includes(detail)) ?? []
    return { what, ok: false, words: `${words} (${gap.detail})`, mend: closer }
  }
  const { utcOffset } = health
  const clock = utcOffset === null ? 'time zone not told by the log' : `clock ${offsetInWords(utcOffset)}`
  const words = `${health.version ?? 'readable'}, mail log found, ${clock}`
  if (zone === undefined || utcOffset === null || fits(zone, utcOffset, now)) return { what, ok: true, words }
  const mend = `Its \`timeZone\` is ${zone}, which is another clock: correct it, or leave it out.`
  return { what, ok: false, words, mend }
}

/** The header that tells the offset may be some days old, from before the clocks changed. */
function fits(zone: string, utcOffset: number, now: number): boolean {
  return [now, now - 14 * 86_400_000].some((at) => zoneOffset(at, zone) * 60 === utcOffset)
}

async function tokens({ apiUrl, http }: Configuration['slack']): Promise<readonly Examined[]> {
  const problems = await checkTokens({
    botToken: secret('SLACK_BOT_TOKEN') ?? '',
    appToken: secret('SLACK_APP_TOKEN') ?? '',
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    ...(http ? { signingSecret: secret('SLACK_SIGNING_SECRET') ?? '' } : {}),
  })
  return problems.map(({ name, ok, words, mend }) => ({ what: name, ok, words, ...(mend ? { mend } : {}) }))
}

async function dns(servers: readonly string[], domains: readonly string[]): Promise<Examined> {
  const domain = domains[0] ?? ''
  const resolver = dnsResolver({ servers: servers.flatMap((text) => parseServer(text) ?? []) })
  const answer = await resolver.resolve(domain, 'MX')
  if (answer.kind === 'records') {
    return {
      what: 'DNS',
      ok: true,
      words: `${domain} has MX ${answer.records.map(({ exchange }) => exchange).join(', ')}`,
    }
  }
  const temporary = answer.kind === 'temporary-error'
  return {
    what: 'DNS',
    ok: false,
    words: temporary ? `no answer for ${domain} (${answer.reason ?? 'temporary error'})` : `${domain} has no MX record`,
    mend: temporary ? 'Name a name server that can be reached under `dns.servers`.' : 'Check `ours.domains`.',
  }
}

function inWords({ what, ok, words, mend }: Examined): string {
  return `${ok ? '✓' : '✗'} ${what}: ${words}\n${mend ? `    → ${mend}\n` : ''}`
}
