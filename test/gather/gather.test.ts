import { describe, expect, it } from 'vitest'
import type { Resolver } from '../../src/checks/resolver.ts'
import { zoneResolver } from '../../src/demo/zone.ts'
import { gather } from '../../src/gather/gather.ts'
import type { Ports } from '../../src/gather/ports.ts'
import { delivered, hour, logOf, now, portsOf, progressKept, questionOf, refused, settings } from './ports.ts'

const domain = { domain: 'example.com' }
const zone = `
example.com. MX 10 mx.example.com.
example.com. TXT "v=spf1 ip4:198.51.100.0/28 include:spf.example.net -all"
spf.example.net. TXT "v=spf1 ip4:203.0.113.0/24 ip4:203.0.0.0/16 exists:%{i}.spf.example.net -all"
mx.example.com. A 198.51.100.7
7.100.51.198.in-addr.arpa. PTR mx.example.com.
example.org. MX 10 mx1.example.org.
mx1.example.org. A 192.0.2.25
`
const resolver = zoneResolver(zone)
const silent = () => {}

describe('one gateway', () => {
  it('is searched from the name to every line of the mail', async () => {
    const log = logOf(
      `${delivered({ minutesAgo: 60, id: 7 })}\n${delivered({ minutesAgo: 50, id: 8, from: 'x@example.net', host: 'mx.example.net' })}`,
    )
    const evidence = await gather(questionOf(domain), portsOf([log]), settings, silent)
    expect(evidence.attempts).toMatchObject([{ mid: 7, icid: 7, fate: 'delivered', ip: '198.51.100.7' }])
    expect(evidence).toMatchObject({ history: [], widened: false, gaps: [], checks: [] })
    expect(evidence.coverage).toMatchObject([{ gateway: 'esa1', complete: true, lines: 28, unrecognised: 0 }])
    expect(log.asked[0]?.search.needles).toEqual([{ kind: 'text', text: 'example.com', labels: true, sender: true }])
  })

  it('is searched for a connection that never named its sender: by its reverse DNS name', async () => {
    const log = logOf(refused({ minutesAgo: 60, id: 7, ip: '203.0.113.200' }))
    const { attempts } = await gather(questionOf(domain), portsOf([log]), settings, silent)
    expect(attempts).toMatchObject([{ icid: 7, mid: null, fate: 'refused', sbrs: -5.4 }])
  })

  it('by the ranges that the sender publishes', async () => {
    const log = logOf(refused({ minutesAgo: 60, id: 7, host: 'unknown' }))
    const evidence = await gather(questionOf(domain), portsOf([log], resolver), settings, silent)
    expect(evidence.attempts).toMatchObject([{ icid: 7, fate: 'refused' }])
    expect(evidence.candidates).toContainEqual(expect.objectContaining({ range: '198.51.100.0/28', from: 'spf' }))
  })

  it('by the address that earlier mail came from', async () => {
    const log = logOf(
      `${delivered({ minutesAgo: 3000, id: 7, ip: '203.0.113.99', host: 'unknown' })}\n${refused({ minutesAgo: 60, id: 8, ip: '203.0.113.99', host: 'unknown' })}`,
    )
    const evidence = await gather(questionOf(domain), portsOf([log]), settings, silent)
    expect(evidence.attempts).toMatchObject([{ icid: 8, fate: 'refused' }])
    expect(evidence.history).toMatchObject([{ icid: 7, fate: 'delivered' }])
    expect(evidence.candidates).toEqual([{ range: '203.0.113.99', from: 'log', path: 'esa1 MID 7 → 203.0.113.99' }])
  })

  it('but not by an address that mail of others came from as well', async () => {
    const shared = { ip: '203.0.113.99', host: 'out.example.net' }
    const log = logOf(
      [
        delivered({ minutesAgo: 3000, id: 7, ...shared }),
        delivered({ minutesAgo: 2000, id: 8, ...shared, from: 'carol@example.net' }),
        refused({ minutesAgo: 60, id: 9, ...shared }),
      ].join('\n'),
    )
    const evidence = await gather(questionOf(domain), portsOf([log]), settings, silent)
    expect(evidence).toMatchObject({ attempts: [], history: [{ icid: 7 }], candidates: [] })
  })

  it('for a person: by the domain as well, where the person is not found', async () => {
    const log = logOf(refused({ minutesAgo: 60, id: 7 }))
    const { attempts } = await gather(questionOf({ address: 'alice@example.com' }), portsOf([log]), settings, silent)
    expect(attempts).toMatchObject([{ icid: 7, fate: 'refused' }])
  })

  it.each([
    ['a MID', { mid: 7 }],
    ['an ICID', { icid: 7 }],
    ['an address', { ip: '198.51.100.7' }],
    ['a host', { host: 'mx.example.com' }],
  ])('for %s', async (_, about) => {
    const log = logOf(delivered({ minutesAgo: 60, id: 7 }))
    const { attempts } = await gather(questionOf(about), portsOf([log]), settings, silent)
    expect(attempts).toMatchObject([{ mid: 7, fate: 'delivered' }])
  })

  it('tells mail on its way out only where there is no other', async () => {
    const relayed = delivered({ minutesAgo: 60, id: 7 }).replace('ACCEPT SG UNKNOWNLIST', 'RELAY SG RELAYLIST')
    const evidence = await gather(questionOf({ mid: 7 }), portsOf([logOf(relayed)]), settings, silent)
    expect(evidence.attempts).toMatchObject([{ mid: 7, outbound: true }])
    const both = logOf(`${relayed}\n${delivered({ minutesAgo: 50, id: 8 })}`)
    const { attempts } = await gather(questionOf(domain), portsOf([both]), settings, silent)
    expect(attempts).toMatchObject([{ mid: 8 }])
  })
})

describe('the time asked about', () => {
  const yesterday = { from: now - 48 * hour, to: now - 24 * hour }

  it('holds the attempts, and what was before is history', async () => {
    const log = logOf(`${delivered({ minutesAgo: 3000, id: 7 })}\n${delivered({ minutesAgo: 60, id: 8 })}`)
    const evidence = await gather(questionOf(domain), portsOf([log]), settings, silent)
    expect(evidence).toMatchObject({ attempts: [{ mid: 8 }], history: [{ mid: 7 }], widened: false })
  })

  it('is widened to what came after it, where it holds nothing', async () => {
    const log = logOf(`${delivered({ minutesAgo: 5000, id: 7 })}\n${delivered({ minutesAgo: 60, id: 8 })}`)
    const evidence = await gather(questionOf(domain, { window: yesterday }), portsOf([log]), settings, silent)
    expect(evidence).toMatchObject({ attempts: [{ mid: 8 }], history: [{ mid: 7 }], widened: true })
  })

  it('is widened to the last day before it, where nothing came after', async () => {
    const log = logOf(
      [
        delivered({ minutesAgo: 8000, id: 6 }),
        delivered({ minutesAgo: 5000, id: 7 }),
        refused({ minutesAgo: 4900, id: 8 }),
      ].join('\n'),
    )
    const evidence = await gather(questionOf(domain), portsOf([log]), settings, silent)
    expect(evidence).toMatchObject({ attempts: [{ mid: 7 }, { icid: 8 }], history: [{ mid: 6 }], widened: true })
  })

  it('is not widened to mail that arrived: that is not the one which is missed', async () => {
    const log = logOf(delivered({ minutesAgo: 5000, id: 7 }))
    const evidence = await gather(questionOf(domain), portsOf([log]), settings, silent)
    expect(evidence).toMatchObject({ attempts: [], history: [{ mid: 7 }], widened: false })
  })

  it('is not widened where there is nothing at all', async () => {
    const evidence = await gather(questionOf(domain), portsOf([logOf('')]), settings, silent)
    expect(evidence).toMatchObject({ attempts: [], history: [], widened: false })
  })
})

describe('several gateways', () => {
  const one = delivered({ minutesAgo: 60, id: 7 })
  const dead = () =>
    logOf('', { gateway: 'esa2', gaps: [{ where: 'esa2', kind: 'unreachable', detail: 'connection refused' }] })

  it('one of which is dead give its gap once, and the answer of the other', async () => {
    const { steps, progress } = progressKept()
    const evidence = await gather(questionOf(domain), portsOf([logOf(one), dead()]), settings, progress)
    expect(evidence.attempts).toMatchObject([{ gateway: 'esa1', mid: 7 }])
    expect(evidence.gaps).toEqual([{ where: 'esa2', kind: 'unreachable', detail: 'connection refused' }])
    expect(evidence.coverage).toMatchObject([{ gateway: 'esa1' }, { gateway: 'esa2', from: null, complete: false }])
    expect(steps.filter(({ state }) => state !== 'running')).toEqual(
      expect.arrayContaining([
        {
          id: 'gateway:esa1',
          state: 'done',
          key: 'working.gatewayDone',
          slots: { gateway: 'esa1', lines: 14, attempts: 1 },
        },
        {
          id: 'gateway:esa2',
          state: 'failed',
          key: 'working.gatewayFailed',
          slots: { gateway: 'esa2', detail: 'connection refused' },
        },
      ]),
    )
  })

  it('use the same numbers for different mail', async () => {
    const other = delivered({ minutesAgo: 30, id: 7, from: 'x@example.net', host: 'mx.example.net', ip: '203.0.113.9' })
    const ports = portsOf([logOf(one), logOf(other, { gateway: 'esa2' })])
    const { attempts } = await gather(questionOf(domain), ports, settings, silent)
    expect(attempts).toMatchObject([{ gateway: 'esa1', mid: 7, mailFrom: 'alice@example.com' }])
  })

  it('are only those that were named', async () => {
    const [first, second] = [logOf(one), logOf(one, { gateway: 'esa2' })]
    await gather(questionOf(domain, { gateways: ['esa2'] }), portsOf([first, second]), settings, silent)
    expect(first.asked).toEqual([])
    expect(second.asked.length).toBeGreaterThan(0)
  })

  it('may be named like something that every object has', async () => {
    const ports = portsOf([logOf(one, { gateway: 'constructor' })])
    const { attempts } = await gather(questionOf(domain), ports, settings, silent)
    expect(attempts).toMatchObject([{ gateway: 'constructor', mid: 7 }])
  })
})

describe('where the sender sends from', () => {
  it('is told as gaps where it cannot be searched for', async () => {
    const { gaps } = await gather(questionOf(domain), portsOf([logOf('')], resolver), settings, silent)
    expect(gaps).toEqual([
      expect.objectContaining({ kind: 'not-enumerable' }),
      expect.objectContaining({ kind: 'too-broad', where: '203.0.0.0/16' }),
    ])
  })

  it('is told as gaps where the DNS did not answer, and not as none published', async () => {
    const silence = zoneResolver('$SILENT example.com\n')
    const { steps, progress } = progressKept()
    const { gaps } = await gather(questionOf(domain), portsOf([logOf('')], silence), settings, progress)
    expect(gaps).toEqual([{ where: 'example.com', kind: 'dns', detail: 'no answer to TXT, MX, A, AAAA' }])
    expect(steps.filter(({ id }) => id === 'candidates').at(-1)).toEqual({
      id: 'candidates',
      state: 'failed',
      key: 'gap.dns',
      slots: { where: 'example.com', detail: 'no answer to TXT, MX, A, AAAA' },
    })
  })

  it('is no reason to wait with the first search, and a bug in there ends the question alone', async () => {
    let fail: (error: Error) => void = () => {}
    const stuck: Resolver = {
      resolve: () =>
        new Promise((_, reject) => {
          fail = reject
        }),
    }
    const log = logOf(delivered({ minutesAgo: 60, id: 7 }))
    const answer = gather(questionOf(domain), portsOf([log], stuck), settings, silent)
    await new Promise((resolve) => setImmediate(resolve))
    expect(log.asked).toHaveLength(1)
    fail(new Error('a bug'))
    await expect(answer).rejects.toThrow('a bug')
  })
})

describe('checks', () => {
  const probed: unknown[] = []
  const probe: NonNullable<Ports['probe']> = {
    async probe(target) {
      probed.push(target)
      const gap = { where: target.host, kind: 'timeout', detail: 'x' } as const
      return [{ ...target, address: '192.0.2.25', stages: [], extensions: [], tls: null, gap }]
    },
  }
  const own = { ...settings, listeners: [{ host: 'mx1.example.org', port: 25 }] }

  it.each<[string, string, readonly RegExp[], number]>([
    ['are none where the mail was taken', delivered({ minutesAgo: 60, id: 7 }), [], 0],
    ['are those of the sender where it was refused', refused({ minutesAgo: 60, id: 7 }), [/^S/], 0],
    ['are ours as well, and the listeners, where nothing came', '', [/^S/, /^R1$/, /^R8$/, /^R/], 1],
  ])('%s', async (_, text, wanted, probes) => {
    probed.length = 0
    const ports = { ...portsOf([logOf(text)], resolver), probe }
    const { checks } = await gather(questionOf(domain, { recipient: 'bob@example.org' }), ports, own, silent)
    const ids: string[] = [...new Set(checks.map(({ id }) => id))]
    for (const pattern of wanted) expect(ids.some((id) => pattern.test(id))).toBe(true)
    expect(ids.every((id) => wanted.some((pattern) => pattern.test(id)) || id === 'R2')).toBe(true)
    expect(probed).toHaveLength(probes)
  })

  it('leave our listeners their own time, where a gateway used up that of the question', async () => {
    let time = now
    const slow = logOf('', {
      answer(result) {
        time += settings.limits.seconds * 1_000 + 1
        return result
      },
    })
    const left: number[] = []
    const patient: NonNullable<Ports['probe']> = {
      probe(target, rcptTo, deadline) {
        left.push(deadline - time)
        return probe.probe(target, rcptTo, deadline)
      },
    }
    const ports = { ...portsOf([slow], resolver), probe: patient, clock: { now: () => time } }
    await gather(questionOf(domain), ports, own, silent)
    expect(left).toEqual([10_000])
  })

  it('are none without a DNS', async () => {
    const { checks } = await gather(questionOf(domain), portsOf([logOf('')]), settings, silent)
    expect(checks).toEqual([])
  })
})
