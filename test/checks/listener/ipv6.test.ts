import { expect, test } from 'vitest'
import { checkIpv6 } from '../../../src/checks/listener/ipv6.ts'
import type { ProbeSeen } from '../../../src/checks/listener/seen.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

const zone = `
six.example   AAAA 2001:db8::1
six.example   A 192.0.2.1
four.example  A 192.0.2.1
$SILENT dark.example
`

function seen(address: string, ok: boolean, kind?: string): ProbeSeen {
  const connect = { stage: 'connect', ok, code: null, text: '', ms: 1 }
  const gap = kind === undefined ? null : { kind, detail: kind }
  return { host: 'six.example', address, port: 25, stages: [connect], extensions: [], tls: null, gap }
}
const over4 = seen('192.0.2.1', true)

const cases: readonly (readonly [host: string, seen: readonly ProbeSeen[], status: string, key: string])[] = [
  ['six.example', [over4, seen('2001:db8::1', true)], 'ok', 'R7.ok'],
  ['six.example', [over4, seen('2001:db8::1', false, 'refused')], 'problem', 'R7.dead'],
  // No way there may be this host's own lack of IPv6.
  ['six.example', [over4, seen('2001:db8::1', false, 'unreachable')], 'unknown', 'R7.unknown'],
  ['six.example', [over4, seen('2001:db8::1', false, 'timeout')], 'unknown', 'R7.unknown'],
  ['six.example', [over4], 'unknown', 'R7.unknown'],
  ['four.example', [over4], 'ok', 'R7.none'],
  ['dark.example', [over4], 'unknown', 'R7.unknown'],
]

test.each(cases)('%s is judged', async (host, probes, status, key) => {
  expect(await checkIpv6(host, probes, zoneResolver(zone))).toMatchObject([{ id: 'R7', subject: host, status, key }])
})
