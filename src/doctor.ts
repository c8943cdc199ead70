import { loadConfiguration, openSources, secret, settingsOf } from './config.ts'
import { dnsResolver, parseServer } from './edges/dns/resolver.ts'
import { checkTokens } from './edges/slack/tokens.ts'
import type { Health } from './gather/ports.ts'
import { zoneOffset } from './question/zone.ts'
import { speak } from './reply/speech.ts'
import { offsetInWords } from './reply/when.ts'
import { print, type Screen } from './streams.ts'

/** One thing looked at: how it stands, and what to do where it does not stand well. */
interface Examined {
  readonly what: string
  readonly ok: boolean
  readonly words: string
  readonly mend?: string
}

const mends: Readonly<Record<string, string>> = {
  unreachable: 'Check the host name, the route and the firewall between here and the gateway.',
  refused: 'SSH is off on that interface, or the port is wrong: Network > IP Interfaces on the gateway.',
  timeout: 'The gateway takes the connection and does not answer: look at its load, or raise `seconds`.',
  'host-key': 'Compare the fingerprint with the one the gateway shows on its console, then write it as `hostKey`.',
  login: 'Check `user`, and that the public key is installed on the gateway (`sshconfig`).',
  role: 'Give the account the Operator role: a lesser one may not read logs.',
  'no-log': 'Name the log subscription under `log` (default mail_logs); `logconfig` on the gateway lists them.',
  unreadable: 'Check the path and its permissions.',
}

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
  await tell(await tokens(configuration.slack.apiUrl))
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
    const mend = mends[gap.kind]
    return { what, ok: false, words: speak('en', 'UTC', now).gapSentence(gap), ...(mend ? { mend } : {}) }
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

async function tokens(apiUrl: string | undefined): Promise<readonly Examined[]> {
  const problems = await checkTokens({
    botToken: secret('SLACK_BOT_TOKEN') ?? '',
    appToken: secret('SLACK_APP_TOKEN') ?? '',
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
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
