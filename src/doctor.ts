import { stdout } from 'node:process'
import { loadConfiguration, openSources, secret, settingsOf } from './config.ts'
import { dnsResolver, parseServer } from './edges/dns/resolver.ts'
import { checkTokens } from './edges/slack/tokens.ts'
import { speak } from './reply/speech.ts'

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
export async function doctor({ config }: { readonly config: string }): Promise<number> {
  const loaded = loadConfiguration(config)
  if (!loaded.ok) {
    print(loaded.problems.map(({ path, message }) => ({ what: path || config, ok: false, words: message })))
    return 2
  }
  const { configuration } = loaded
  print([{ what: config, ok: true, words: `${Object.keys(configuration.gateways).length} gateways` }])
  const results = [...(await tokens(configuration.slack.apiUrl))]
  print(results)
  const sources = openSources(configuration, Date.now)
  const speech = speak('en', configuration.timeZone, Date.now())
  for (const source of sources) {
    const health = await source.health(Date.now() + 20_000)
    const gap = health.gaps[0]
    const offset =
      health.utcOffset === null
        ? 'time zone not told'
        : `clock UTC${health.utcOffset < 0 ? '' : '+'}${health.utcOffset / 3600}`
    const words =
      health.ok || !gap ? `${health.version ?? 'readable'}, mail log found, ${offset}` : speech.gapSentence(gap)
    const mend = gap && !health.ok ? mends[gap.kind] : undefined
    const examined = [{ what: source.gateway, ok: health.ok, words, ...(mend ? { mend } : {}) }]
    print(examined)
    results.push(...examined)
    await source.close()
  }
  const names = [await dns(configuration.dns.servers, settingsOf(configuration).ours.domains)]
  print(names)
  return [...results, ...names].every(({ ok }) => ok) ? 0 : 3
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

function print(all: readonly Examined[]): void {
  for (const { what, ok, words, mend } of all) {
    stdout.write(`${ok ? '✓' : '✗'} ${what}: ${words}\n`)
    if (mend) stdout.write(`    → ${mend}\n`)
  }
}
