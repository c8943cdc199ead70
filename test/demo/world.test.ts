import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { matches } from '../../src/correlator/dispatch.ts'
import { readHeader } from '../../src/correlator/header.ts'
import { composeWorld, type World, type WorldFile } from '../../src/demo/world/compose.ts'
import { parseZone } from '../../src/demo/zone.ts'

const UTC_OFFSET = 3600
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** An ordinary afternoon, the first minutes of a year, and the hour in which Europe's summer time ends. */
const moments = [
  { name: 'an afternoon', now: Date.UTC(2026, 10, 20, 14, 0, 0, 400) },
  { name: 'New Year', now: Date.UTC(2027, 0, 1, 0, 4) },
  { name: 'the end of summer time', now: Date.UTC(2026, 9, 25, 1, 30) },
]

/** Causes that have a rule or will have one; ids of the list of causes. */
const causes = [
  'never-connected',
  'logs-incomplete',
  'mx-points-elsewhere',
  'hat-reject-reputation',
  'hat-tcprefuse',
  'slow-reverse-dns',
  'idle-timeout',
  'receiving-aborted',
  'aborted-by-sender',
  'sender-domain-nonexistent',
  'rat-reject',
  'recipient-unknown',
  'message-too-big',
  'spam-drop',
  'spam-quarantine',
  'content-filter-drop',
  'policy-quarantine',
  'next-hop-defers',
  'next-hop-refuses',
  'next-hop-unreachable',
  'delivered',
  'tls-handshake-failed',
  'dmarc-reject',
  'sent-from-another-domain',
  'never-relayed',
]

function world(now: number, seed = 7): World {
  return composeWorld({ now, seed, utcOffset: UTC_OFFSET })
}

function linesOf({ text }: WorldFile): string[] {
  return text.trimEnd().split('\n')
}

/** What a line says behind its stamp and level; null where it has none. */
function messageOf(line: string): string | null {
  const header = readHeader(line)
  return header && line.slice(header.end).trimEnd()
}

/** UTC, in milliseconds. */
function timeOf(line: string): number {
  return Date.parse(`${line.slice(0, 24)} UTC`) - UTC_OFFSET * 1000
}

/** The moment in a rolled file's name; null for the current one. */
function stampOf(name: string): number | null {
  const parts = /^mail\.@(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\.s$/.exec(name)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second) - UTC_OFFSET * 1000
}

/** The moments at which ids of one kind were first used, in the order of the log. */
function begun(files: readonly WorldFile[], words: RegExp): { id: number; time: number }[] {
  return files.flatMap(linesOf).flatMap((line) => {
    const id = words.exec(messageOf(line) ?? '')?.[1]
    return id === undefined || id === '0' ? [] : [{ id: Number(id), time: timeOf(line) }]
  })
}

const gatewayNames = ['esa1', 'esa2'] as const

describe('the embedded world', () => {
  it('is the same, letter for letter, for the same setting', () => {
    const now = moments[0]?.now ?? 0
    expect(world(now)).toEqual(world(now))
    expect(world(now, 8).gateways.esa1).not.toEqual(world(now).gateways.esa1)
  })

  it.each(moments)('holds only lines that exactly one form recognises ($name)', ({ now }) => {
    const wrong: string[] = []
    for (const name of gatewayNames) {
      for (const line of world(now).gateways[name].files.flatMap(linesOf)) {
        const message = messageOf(line)
        const forms = message === null ? [] : matches(message)
        if (forms.length !== 1) wrong.push(`${forms.map(({ form }) => form).join(' and ') || 'no form'}: ${line}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it.each(moments)('names its files by what is in them ($name)', ({ now }) => {
    for (const name of gatewayNames) {
      const { files } = world(now).gateways[name]
      expect(files.at(-1)?.name).toBe('mail.current')
      expect(files.length).toBeGreaterThan(5)
      for (const [i, file] of files.entries()) {
        const lines = linesOf(file)
        const opened = timeOf(lines[0] ?? '')
        const closed = stampOf(files[i + 1]?.name ?? '') ?? (i + 1 < files.length ? timeOf(lines.at(-1) ?? '') : now)
        const times = lines.map(timeOf)
        expect(lines.slice(0, 3).map(messageOf)).toEqual([
          'Begin Logfile',
          expect.stringMatching(/^Version: 14\.2\.0-620 SN: [0-9A-F]{20}-[0-9A-F]{12}$/),
          `Time offset from UTC: ${UTC_OFFSET} seconds`,
        ])
        expect(stampOf(file.name) ?? opened).toBe(opened)
        // Lines that were held in memory when the file was rolled come after its header.
        expect(Math.min(...times)).toBeGreaterThanOrEqual(opened - 5000)
        expect(Math.max(...times)).toBeLessThanOrEqual(closed)
      }
    }
  })

  it.each(moments)('reaches from eight days ago to now ($name)', ({ now }) => {
    for (const name of gatewayNames) {
      const lines = world(now).gateways[name].files.flatMap(linesOf)
      const times = lines.map(timeOf)
      expect(Math.abs(now - 8 * DAY - (times[0] ?? 0))).toBeLessThan(2000)
      expect(now - (times.at(-1) ?? 0)).toBeLessThan(6 * 60_000)
      const beats = lines.filter((line) => messageOf(line)?.startsWith('Status: ')).map(timeOf)
      const pauses = beats.slice(1).map((time, i) => time - (beats[i] ?? 0))
      expect(Math.max(...pauses)).toBeLessThanOrEqual(5 * 60_000)
    }
  })

  it.each(moments)('hands out ids in order of time ($name)', ({ now }) => {
    for (const name of gatewayNames) {
      const { files } = world(now).gateways[name]
      const kinds = [
        /^(?:New SMTP )?ICID (\d+) (?:interface|Connection from) /,
        /^Start MID (\d+)/,
        /^(?:New SMTP|Connection Error:) DCID (\d+)/,
      ]
      for (const words of kinds) {
        const first = begun(files, words).toSorted((one, other) => one.id - other.id)
        const times = first.map(({ time }) => time)
        expect(first.length).toBeGreaterThan(50)
        expect(times).toEqual(times.toSorted((one, other) => one - other))
      }
    }
  })

  it('is as busy as a small site, and most of that lately', () => {
    const now = moments[0]?.now ?? 0
    let [messages, lately] = [0, 0]
    for (const name of gatewayNames) {
      const { files } = world(now).gateways[name]
      const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
      expect(bytes).toBeGreaterThan(1_000_000)
      expect(bytes).toBeLessThan(3_000_000)
      const starts = begun(files, /^Start MID (\d+)/)
      messages += starts.length
      lately += starts.filter(({ time }) => time > now - 30 * HOUR).length
    }
    expect(messages).toBeGreaterThan(300)
    expect(messages).toBeLessThan(600)
    expect(lately / messages).toBeGreaterThan(0.5)
  })

  it('has the same ids on both gateways for different mails', () => {
    const { gateways } = world(moments[0]?.now ?? 0)
    const [one, other] = gatewayNames.map((name) => begun(gateways[name].files, /^Start MID (\d+)/).map(({ id }) => id))
    expect(one?.filter((id) => other?.includes(id)).length).toBeGreaterThan(20)
  })
})

describe('the stories of the embedded world', () => {
  const { stories, zone, gateways, ours } = world(moments[0]?.now ?? 0)
  const logs = gatewayNames.map((name) => gateways[name].files.map(({ text }) => text).join(''))
  const { records } = parseZone(zone)

  it('hold one for each cause, and no cause that has no id', () => {
    const told = new Set(stories.map(({ cause }) => cause))
    expect([...told].toSorted()).toEqual(causes.toSorted())
  })

  it('are about one sender each, named in the question', () => {
    const domains = stories.map(({ domain }) => domain)
    expect(new Set(domains).size).toBe(domains.length)
    for (const { domain, question } of stories) expect(question).toContain(domain)
  })

  it('offer a handful of questions with different outcomes', () => {
    const chips = stories.filter(({ chip }) => chip)
    expect(chips.length).toBeGreaterThanOrEqual(4)
    expect(chips.length).toBeLessThanOrEqual(7)
    expect(new Set(chips.map(({ cause }) => cause)).size).toBe(chips.length)
    expect(chips[0]?.question).toBe("why didn't mail from example.com arrive?")
  })

  it.each(['never-connected', 'logs-incomplete', 'mx-points-elsewhere', 'never-relayed'])(
    'leave no line where the cause is %s',
    (cause) => {
      const domain = stories.find((story) => story.cause === cause)?.domain ?? ''
      const sends = (records.get(domain) ?? []).flatMap((record) => (record.type === 'TXT' ? record.data.join('') : []))
      const addresses = sends.join(' ').match(/(?<=ip4:)[\d.]+/g) ?? []
      expect(sends.length).toBeGreaterThan(0)
      for (const text of [domain, ...addresses]) for (const log of logs) expect(log).not.toContain(text)
    },
  )

  it('know every sender in the DNS, but the one whose domain does not exist', () => {
    const absent = stories.filter(({ domain }) => !records.has(domain)).map(({ cause }) => cause)
    expect(absent).toEqual(['sender-domain-nonexistent'])
  })

  it('point our MX at our own listeners, but for the domain that was forgotten', () => {
    const mx = (domain: string) =>
      (records.get(domain) ?? []).flatMap((record) => (record.type === 'MX' ? record.data.exchange : []))
    const addressOf = (host: string) =>
      (records.get(host) ?? []).flatMap((record) => (record.type === 'A' ? record.data : []))
    const elsewhere = ours.domains.filter((domain) =>
      mx(domain)
        .flatMap(addressOf)
        .some((address) => !ours.addresses.includes(address)),
    )
    expect(ours.domains.map((domain) => mx(domain).length > 0)).not.toContain(false)
    expect(mx('example.org')).toEqual([...ours.mxHosts])
    expect(elsewhere).toEqual(['legacy.example.org'])
  })

  it('give each sending address to one host', () => {
    const owners = new Map<string, string[]>()
    for (const record of [...records.values()].flat()) {
      if (record.type !== 'A' || record.data.startsWith('127.')) continue
      owners.set(record.data, [...(owners.get(record.data) ?? []), record.name])
    }
    expect([...owners].filter(([, hosts]) => hosts.length > 1)).toEqual([])
  })

  it('name no place of the real world', () => {
    const everything = [...logs, zone].join('\n')
    const addresses = new Set(everything.match(/(?<![\d.-])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])(?!\.in-addr|\.spf)/g))
    const documented = /^(?:192\.0\.2|198\.51\.100|203\.0\.113|10\.20\.0|127\.0\.0)\./
    expect(
      [...addresses].filter((address) => !documented.test(address) && !/^\d+\.113\.0\.203$/.test(address)),
    ).toEqual([])

    // A name ends in letters; a version, a score or a time does not. Files of the log and attachments have their own ends.
    const names = new Set(everything.toLowerCase().match(/[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z]{2,}(?![a-z0-9._=@-])/g))
    const reserved =
      /(?:^|\.)(?:example|test|invalid)$|(?:^|\.)example\.(?:com|net|org)$|\.in-addr\.arpa$|\.zip$|^mail\.current$/
    expect([...names].filter((name) => !reserved.test(name))).toEqual([])
  })
})
