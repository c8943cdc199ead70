import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  loadConfiguration,
  openSources,
  parseConfiguration,
  placesOf,
  problemsInWords,
  secret,
  settingsOf,
} from '../src/config.ts'

const least = `
gateways:
  esa1: { source: files, paths: [/srv/esa1] }
ours: { domains: [Example.org, bücher.example] }
`

function problemsIn(text: string): string[] {
  const loaded = parseConfiguration(text)
  return loaded.ok ? [] : loaded.problems.map(({ path, message }) => `${path}: ${message}`)
}

function configurationOf(text: string) {
  const loaded = parseConfiguration(text)
  if (!loaded.ok) throw new Error(problemsInWords('test', loaded.problems))
  return loaded.configuration
}

describe('a configuration that can be used', () => {
  it('takes the least there can be, and says the rest by itself', () => {
    expect(configurationOf(least)).toMatchObject({
      ours: { domains: ['example.org', 'xn--bcher-kva.example'], addresses: [], mxHosts: [], listeners: [] },
      dns: { servers: [] },
      timeZone: 'UTC',
      language: 'en',
      ask: { channels: [], people: [] },
      limits: { rounds: 8 },
    })
  })

  it('takes the example that is handed out, once the fingerprint is filled in', () => {
    const text = readFileSync(new URL('../postmaster.example.yml', import.meta.url), 'utf8')
    const filled = text.replace(/SHA256:replace\S+/, `SHA256:${'A'.repeat(43)}`)
    expect(problemsIn(filled)).toEqual([])
    expect(problemsIn(text)).toEqual([expect.stringMatching(/^gateways\.esa1\.hostKey: expected SHA256/)])
  })

  it('takes rules about who may ask what, and says what each leaves open', () => {
    const text = `${least}ask: { rules: [{ channels: [direct, C1], gateways: [esa1], verbs: [why] }], hide: [C2] }\n`
    expect(configurationOf(text).ask).toEqual({
      channels: [],
      people: [],
      groups: [],
      rules: [{ channels: ['direct', 'C1'], people: [], groups: [], gateways: ['esa1'], verbs: ['why'] }],
      hide: ['C2'],
      owner: 'your mail administrator',
    })
  })

  it('keeps its store and its audit log beside itself, or where it is told', () => {
    expect(placesOf(configurationOf(least), '/etc/postmaster/bot.yml')).toEqual({
      store: '/etc/postmaster/postmaster.db',
      audit: { file: '/etc/postmaster/postmaster-audit.jsonl', bytes: 10_000_000, files: 9 },
    })
    const told = configurationOf(`${least}store: { file: ../../var/lib/p.db }\naudit: { file: null }\n`)
    expect(placesOf(told, '/etc/postmaster/bot.yml')).toEqual({ store: '/var/lib/p.db', audit: null })
  })

  it('gives the core what it needs, the zones of gateways by their names', () => {
    const text = least.replace('[/srv/esa1]', '[/srv/esa1], timeZone: Asia/Tokyo')
    expect(settingsOf(configurationOf(text))).toMatchObject({
      ours: { domains: ['example.org', 'xn--bcher-kva.example'] },
      zones: { esa1: 'Asia/Tokyo' },
      listeners: [],
    })
  })

  it('takes the recipient that `probe` may name', () => {
    const text = least.replace('ours: {', 'ours: { probeRecipient: Postmaster@Example.org,')
    expect(settingsOf(configurationOf(text))).toMatchObject({ probeRecipient: 'Postmaster@Example.org' })
  })

  it('opens a source for each gateway, with the secrets and the clock', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'postmaster-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'mail.log'), 'Fri Nov 20 10:00:00 2026 Info: ICID 7 close\n')
    const text = `
gateways:
  local: { source: files, paths: [${folder}] }
  far: { source: asyncos, host: 127.0.0.1, port: 1, user: u, passwordEnv: NONE, hostKey: 'SHA256:${'A'.repeat(43)}' }
ours: { domains: [example.org] }
`
    const sources = openSources(configurationOf(text), () => Date.UTC(2026, 10, 21))
    onTestFinished(async () => void (await Promise.all(sources.map((source) => source.close()))))
    expect(sources.map(({ gateway }) => gateway)).toEqual(['local', 'far'])
    const [local, far] = sources
    const health = await local?.health(Date.UTC(2026, 10, 21) + 1_000)
    expect(health).toMatchObject({ ok: true })
    const dead = await far?.health(Date.UTC(2026, 10, 21) + 1_000)
    expect(dead?.ok).toBe(false)
    expect(dead?.gaps).toHaveLength(1)
  })
})

describe('a configuration that cannot be used', () => {
  it.each<[string, string, string[]]>([
    ['nothing at all', '', ['gateways: is missing', 'ours: is missing']],
    ['a list', '- a\n- b\n', [': must be object, and is array']],
    ['a single word', 'hello', [': must be object, and is string']],
    [
      'a gateway without a source',
      least.replace('source: files, ', ''),
      ['source: must be one of asyncos, files, log-host'],
    ],
    ['a source nobody knows', least.replace('files', 'ftp'), ['source: must be one of asyncos, files, log-host']],
    ['no gateway', least.replace(/ {2}esa1.*/, '  {}'), ['gateways: name at least one gateway']],
    ['a gateway with a bad name', least.replace('esa1:', '"esa 1; rm":'), ['gateways.esa 1; rm: a gateway is named']],
    [
      'a rule about a gateway and a verb that are not there',
      `${least}ask: { rules: [{ gateways: [esa9], verbs: [why] }, { verbs: [delete] }] }\n`,
      ['ask.rules.1.verbs.0: must be one of'],
    ],
    [
      'a rule about a gateway that is not there',
      `${least}ask: { rules: [{ gateways: [esa9] }] }\n`,
      ['ask.rules.0.gateways: there is no gateway esa9'],
    ],
    [
      'a channel by its name',
      `${least}ask: { hide: ['#mail'] }\n`,
      ['ask.hide.0: must be an id such as C0123456789, or direct'],
    ],
    ['a key misspelt', `${least}laguage: fr\n`, ['laguage: is nothing known here']],
    ['a key misspelt below', least.replace('paths:', 'path:'), ['paths: is missing', 'path: is nothing known here']],
    [
      'a zone that is none',
      `${least}timeZone: Mars/Base\n`,
      ['timeZone: is no time zone; write one like Europe/Zurich'],
    ],
    ['a language nobody wrote', `${least}language: xx\n`, ['language: Invalid option: expected one of "en"']],
    ['a name server that is none', `${least}dns: { servers: [ns] }\n`, ['dns.servers.0: must be an address such as']],
    [
      'a blocklist that is none',
      `${least}dns: { blocklists: { addresses: ['x y'] } }\n`,
      ['dns.blocklists.addresses.0:'],
    ],
    ['a channel by its name', `${least}ask: { channels: ['#mail'] }\n`, ['ask.channels.0: must be an id such as']],
    ['a domain that is none', least.replace('Example.org', '"x y"'), ['ours.domains.0: must be a domain such as']],
    [
      'a recipient that is nobody’s of ours',
      least.replace('ours: {', 'ours: { probeRecipient: postmaster@example.com,'),
      ['ours.probeRecipient: must be at one of ours.domains'],
    ],
    [
      'a recipient that is more than an address',
      least.replace('ours: {', 'ours: { probeRecipient: "a@example.org> NOTIFY=NEVER",'),
      ['ours.probeRecipient: must be an address such as postmaster@example.org'],
    ],
    ['an address that is none', least.replace('ours: {', 'ours: { addresses: [here],'), ['addresses.0: must be an IP']],
    [
      'several at once',
      'gateways:\n  a: { source: ftp }\n  b: { source: files, paths: [] }\nours: { domains: [] }\nlimits: { lines: 1 }\n',
      [
        'gateways.a.source: must be one of',
        'gateways.b.paths: ',
        'ours.domains: name the mail domains that are yours',
        'limits.lines: ',
      ],
    ],
  ])('%s', (_, text, wanted) => {
    const problems = problemsIn(text)
    expect(problems).toHaveLength(wanted.length)
    wanted.forEach((words, at) => {
      expect(problems[at]).toContain(words)
    })
  })

  it.each([
    ['a tab for an indent', 'gateways:\n\tesa1: {}\n', /line 2/],
    ['a bracket left open', 'gateways: {\n  esa1: [\n', /line \d/],
    ['the same key twice', 'ours: {}\nours: {}\n', /line 2/],
    ['an alias to nothing', 'gateways: *gone\n', /gone/],
    ['a tree of aliases', `a: &a [x]\n${bomb(30)}`, /alias/i],
  ])('broken YAML: %s', (_, text, wanted) => {
    const problems = problemsIn(text)
    expect(problems.join('\n')).toMatch(wanted)
    expect(problems.join('\n')).not.toMatch(/\n\s+at |node:|\.ts/)
  })

  it('says no value of the file, which may be a secret put in the wrong place', () => {
    expect(
      problemsIn(`${least}timeZone: hunter2\nlanguage: hunter2\nlimits: { lines: hunter2 }\n`).join(),
    ).not.toContain('hunter2')
  })

  it('is a file that is not there, or a folder', () => {
    expect(loadConfiguration('/nowhere/postmaster.yml')).toEqual({
      ok: false,
      problems: [{ path: '', message: expect.stringContaining('no such file') }],
    })
    expect(loadConfiguration(tmpdir())).toEqual({
      ok: false,
      problems: [{ path: '', message: 'cannot be read: EISDIR' }],
    })
  })

  it('is told as a list', () => {
    const problems = [
      { path: 'a.b', message: 'is missing' },
      { path: '', message: 'broken' },
    ]
    expect(problemsInWords('postmaster.yml', problems)).toBe(
      'postmaster.yml cannot be used:\n  a.b: is missing\n  broken',
    )
  })
})

describe('a secret', () => {
  it('comes from the variable, else from the file that the variable names, without white space around it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'postmaster-test-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true })
      vi.unstubAllEnvs()
    })
    writeFileSync(join(folder, 'token'), ' from-file \n')
    vi.stubEnv('POSTMASTER_TEST_A', 'from-variable\n')
    vi.stubEnv('POSTMASTER_TEST_B_FILE', join(folder, 'token'))
    vi.stubEnv('POSTMASTER_TEST_C_FILE', join(folder, 'gone'))
    expect(['A', 'B', 'C', 'D'].map((name) => secret(`POSTMASTER_TEST_${name}`))).toEqual([
      'from-variable',
      'from-file',
      undefined,
      undefined,
    ])
  })
})

/** Each line names the one before twice: a few lines that would grow to more than any memory holds. */
function bomb(levels: number): string {
  let text = ''
  for (let level = 1; level <= levels; level++) {
    const before = level === 1 ? 'a' : `a${level - 1}`
    text += `a${level}: &a${level} [*${before}, *${before}]\n`
  }
  return text
}
