import mailauth from 'mailauth/lib/spf/index.js'
import type { Answer, RecordType, Resolver } from '../../../src/checks/resolver.ts'
import { checkHost } from '../../../src/checks/spf/index.ts'
import { zoneResolver } from '../../../src/demo/zone.ts'

/** Where implementations of SPF part ways. The result is RFC 7208's (or RFC 8616's), with the section that says so. */
export interface PeerCase {
  readonly what: string
  readonly zone: string
  readonly mailFrom?: string
  readonly ip?: string
  readonly result: string
  readonly section: string
}

const hosts = (count: number) =>
  Array.from({ length: count }, (_, at) => `example.com MX ${at} h${at}.example.net\nh${at}.example.net A 203.0.113.1`)

export const peerCases: readonly PeerCase[] = [
  {
    what: 'SERVFAIL for the record itself',
    zone: '$SERVFAIL example.com TXT',
    result: 'temperror',
    section: '4.4',
  },
  {
    what: 'SERVFAIL in an include',
    zone: 'example.com TXT "v=spf1 include:a.example.net -all"\n$SERVFAIL a.example.net',
    result: 'temperror',
    section: '5.2',
  },
  {
    what: 'a time-out in an include',
    zone: 'example.com TXT "v=spf1 include:a.example.net -all"\n$SILENT a.example.net',
    result: 'temperror',
    section: '5.2',
  },
  {
    what: 'SERVFAIL in an include of an include',
    zone: 'example.com TXT "v=spf1 include:a.example.net -all"\na.example.net TXT "v=spf1 include:b.example.net -all"\n$SERVFAIL b.example.net',
    result: 'temperror',
    section: '5.2',
  },
  {
    what: 'SERVFAIL in a redirect',
    zone: 'example.com TXT "v=spf1 redirect=a.example.net"\n$SERVFAIL a.example.net',
    result: 'temperror',
    section: '6.1',
  },
  {
    what: 'SERVFAIL for `a`',
    zone: 'example.com TXT "v=spf1 a:a.example.net -all"\n$SERVFAIL a.example.net',
    result: 'temperror',
    section: '5',
  },
  {
    what: 'SERVFAIL for a host of `mx`',
    zone: 'example.com TXT "v=spf1 mx -all"\nexample.com MX 10 a.example.net\n$SERVFAIL a.example.net',
    result: 'temperror',
    section: '5',
  },
  {
    what: 'SERVFAIL behind a match that comes first',
    zone: 'example.com TXT "v=spf1 ip4:192.0.2.1 include:a.example.net -all"\n$SERVFAIL a.example.net',
    result: 'pass',
    section: '4.6.2',
  },
  {
    what: '`%{d}` in an include is the included domain',
    zone: 'example.com TXT "v=spf1 include:a.example.net -all"\na.example.net TXT "v=spf1 exists:%{d}.x.example -all"\na.example.net.x.example A 127.0.0.2',
    result: 'pass',
    section: '7.3',
  },
  {
    what: '`%{d}` in an include is not the sender’s domain',
    zone: 'example.com TXT "v=spf1 include:a.example.net -all"\na.example.net TXT "v=spf1 exists:%{d}.x.example -all"\nexample.com.x.example A 127.0.0.2',
    result: 'fail',
    section: '7.3',
  },
  {
    what: '`%{o}` in an include is the sender’s domain',
    zone: 'example.com TXT "v=spf1 include:a.example.net -all"\na.example.net TXT "v=spf1 exists:%{o}.x.example -all"\nexample.com.x.example A 127.0.0.2',
    result: 'pass',
    section: '7.3',
  },
  {
    what: '`%{d}` behind a redirect is the new domain',
    zone: 'example.com TXT "v=spf1 redirect=a.example.net"\na.example.net TXT "v=spf1 exists:%{d}.x.example -all"\na.example.net.x.example A 127.0.0.2',
    result: 'pass',
    section: '7.3',
  },
  {
    what: 'an internationalised sender domain',
    mailFrom: 'alice@bücher.example',
    zone: 'xn--bcher-kva.example TXT "v=spf1 ip4:192.0.2.1 -all"',
    result: 'pass',
    section: '4.3',
  },
  {
    what: 'an internationalised local part in a macro matches nothing',
    mailFrom: 'josé@example.com',
    zone: 'example.com TXT "v=spf1 exists:%{l}.x.example -all"\n*.x.example A 127.0.0.2',
    result: 'fail',
    section: 'RFC 8616, 4',
  },
  {
    what: 'an include of a name with an underscore',
    zone: 'example.com TXT "v=spf1 include:_spf.example.net -all"\n_spf.example.net TXT "v=spf1 ip4:192.0.2.1 -all"',
    result: 'pass',
    section: '7.1',
  },
  {
    what: 'a sender domain with an underscore',
    mailFrom: 'alice@mail_out.example.com',
    zone: 'mail_out.example.com TXT "v=spf1 ip4:192.0.2.1 -all"',
    result: 'pass',
    section: '4.3',
  },
  {
    what: 'ten terms that ask the DNS',
    zone: `example.com TXT "v=spf1 ${'a:h.example.net '.repeat(10)}ip4:192.0.2.1 -all"\nh.example.net A 203.0.113.1`,
    result: 'pass',
    section: '4.6.4',
  },
  {
    what: 'eleven terms that ask the DNS',
    zone: `example.com TXT "v=spf1 ${'a:h.example.net '.repeat(11)}ip4:192.0.2.1 -all"\nh.example.net A 203.0.113.1`,
    result: 'permerror',
    section: '4.6.4',
  },
  {
    what: 'two terms that ask for nothing',
    zone: 'example.com TXT "v=spf1 a:n1.example a:n2.example ip4:192.0.2.1 -all"',
    result: 'pass',
    section: '4.6.4',
  },
  {
    what: 'three terms that ask for nothing',
    zone: 'example.com TXT "v=spf1 a:n1.example a:n2.example a:n3.example ip4:192.0.2.1 -all"',
    result: 'permerror',
    section: '4.6.4',
  },
  {
    what: 'an MX with eleven hosts',
    zone: `example.com TXT "v=spf1 mx ip4:192.0.2.1 -all"\n${hosts(11).join('\n')}`,
    result: 'permerror',
    section: '4.6.4',
  },
  {
    what: 'an include of a domain without a record',
    zone: 'example.com TXT "v=spf1 include:a.example.net ip4:192.0.2.1 -all"\na.example.net TXT "other"',
    result: 'permerror',
    section: '5.2',
  },
  {
    what: 'two records',
    zone: 'example.com TXT "v=spf1 ip4:192.0.2.1 -all"\nexample.com TXT "v=spf1 -all"',
    result: 'permerror',
    section: '4.5',
  },
  {
    what: 'an IPv4 sender given as an IPv4-mapped address',
    ip: '::ffff:192.0.2.1',
    zone: 'example.com TXT "v=spf1 ip4:192.0.2.1 -all"',
    result: 'pass',
    section: '5',
  },
  {
    what: 'a mistake behind a term that matches',
    zone: 'example.com TXT "v=spf1 ip4:192.0.2.1 ip4:999.0.0.1 -all"',
    result: 'permerror',
    section: '4.6',
  },
]

/** What ours and mailauth make of a case. */
export async function resultsOf({ zone, mailFrom = 'alice@example.com', ip = '192.0.2.1' }: PeerCase) {
  const resolver = zoneResolver(zone)
  const helo = 'mx.example.net'
  const ours = await checkHost({ ip, mailFrom, helo }, resolver)
  const theirs = await mailauth
    .spf({ ip, sender: mailFrom, helo, mta: 'mx.example.org', resolver: asNode(resolver) })
    .then(({ status }) => status.result)
    .catch((error: unknown) => `throws ${error instanceof Error ? error.message : String(error)}`)
  return { ours: ours.result as string, theirs }
}

/** The resolver as node:dns has it, which is what mailauth takes. */
function asNode(resolver: Resolver): (name: string, type: string) => Promise<string[]> {
  return async (name, type) => {
    const answer: Answer<unknown> = await resolver.resolve(name, type as RecordType)
    // Its types know strings alone; MX records and the parts of a TXT come as node:dns gives them.
    if (answer.kind === 'records') return [...answer.records] as string[]
    const codes = { 'no-data': 'ENODATA', 'no-such-name': 'ENOTFOUND', 'temporary-error': 'ESERVFAIL' }
    const code = answer.kind === 'temporary-error' && answer.reason === 'no answer' ? 'ETIMEOUT' : codes[answer.kind]
    throw Object.assign(new Error(`query${type} ${code} ${name}`), { code })
  }
}
