import { OURS } from './gateway.ts'

/** What a domain publishes. `ptr` false: its server has no reverse DNS name. */
export interface Published {
  readonly domain: string
  readonly host: string
  readonly ip: string
  readonly ptr?: boolean
  readonly spf?: string
  readonly dmarc?: string
}

/** `203.0.113.25` → `25.113.0.203.in-addr.arpa.` */
export function reverseName(ip: string): string {
  return `${ip.split('.').reverse().join('.')}.in-addr.arpa.`
}

/** A record as a line of a zone file, every name whole and with its last dot. */
export function record(name: string, type: string, data: string): string {
  return `${name}. 300 IN ${type} ${data}`
}

function text(name: string, value: string): string {
  return record(name, 'TXT', `"${value}"`)
}

/** The start of a zone; all of them are served by the one name server of this world. */
export function apex(domain: string): string[] {
  return [
    record(domain, 'SOA', `ns1.example.net. hostmaster.${domain}. 2026110601 3600 900 604800 300`),
    record(domain, 'NS', 'ns1.example.net.'),
  ]
}

/** One host both ways: name to address, and (unless said otherwise) address to name. */
export function hostRecords(host: string, ip: string, ptr = true): string[] {
  return ptr ? [record(host, 'A', ip), `${reverseName(ip)} 300 IN PTR ${host}.`] : [record(host, 'A', ip)]
}

/** A small sender's whole zone: one host that takes mail and sends it. */
export function published({ domain, host, ip, ptr = true, spf, dmarc }: Published): string[] {
  return [
    ...apex(domain),
    record(domain, 'MX', `10 ${host}.`),
    ...hostRecords(host, ip, ptr),
    text(domain, spf ?? `v=spf1 ip4:${ip} -all`),
    text(`_dmarc.${domain}`, dmarc ?? 'v=DMARC1; p=none'),
  ]
}

/** Our own zone: two MX hosts, one on each gateway. */
export function ourZone(): string[] {
  const [mx1, mx2] = OURS.mxHosts
  const [ip1, ip2] = OURS.addresses
  return [
    record('ns1.example.net', 'A', '192.0.2.53'),
    ...apex('example.net'),
    ...apex('example.org'),
    record('example.org', 'MX', `10 ${mx1}.`),
    record('example.org', 'MX', `10 ${mx2}.`),
    record('plant.example.org', 'MX', `10 ${mx1}.`),
    record('plant.example.org', 'MX', `10 ${mx2}.`),
    ...hostRecords(mx1, ip1),
    ...hostRecords(mx2, ip2),
    text('example.org', `v=spf1 ip4:${ip1} ip4:${ip2} -all`),
    text('_dmarc.example.org', 'v=DMARC1; p=quarantine; rua=mailto:dmarc@example.org'),
  ]
}
