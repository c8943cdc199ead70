import { describeRecord } from '../checks/lookups.ts'
import type { RecordType } from '../checks/resolver.ts'
import { lookUp, parseZone, type ZoneRecord } from './zone.ts'

/** What `dig MX example.com` prints over a zone, as BIND's dig does; AsyncOS's own layout was not seen. */
export function dig(words: readonly string[], zoneText: string): string {
  const [type = 'A', name = ''] = words.length > 2 ? words.slice(1) : ['A', words[1]]
  const found = lookUp(parseZone(zoneText), name, type.toUpperCase() as RecordType)
  const status = found.kind === 'loop' ? 'SERVFAIL' : found.kind === 'no-such-name' ? 'NXDOMAIN' : 'NOERROR'
  const answers = [...found.chain, ...found.records].map(write)
  return [
    '',
    `; <<>> DiG 9.11.4 <<>> ${type} ${name}`,
    ';; global options: +cmd',
    ';; Got answer:',
    `;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 4711`,
    `;; flags: qr rd ra; QUERY: 1, ANSWER: ${answers.length}, AUTHORITY: 0, ADDITIONAL: 1`,
    '',
    ';; QUESTION SECTION:',
    `;${name}.\t\t\tIN\t${type}`,
    ...(answers.length > 0 ? ['', ';; ANSWER SECTION:', ...answers] : []),
    '',
    ';; Query time: 4 msec',
    ';; SERVER: 192.0.2.53#53(192.0.2.53)',
    '',
  ].join('\n')
}

function write(record: ZoneRecord): string {
  const data = describeRecord(record.data)
  const isName = record.type !== 'A' && record.type !== 'AAAA' && record.type !== 'TXT' && !data.endsWith('.')
  return `${record.name}.\t\t${record.ttl}\tIN\t${record.type}\t${data}${isName ? '.' : ''}`
}
