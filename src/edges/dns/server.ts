import { getServers } from 'node:dns'
import { isIP } from 'node:net'

/** A name server: an IP address and a port. */
export interface NameServer {
  readonly address: string
  readonly port: number
}

const dnsPort = 53

/**
 * Reads `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`, `[2001:db8::1]:5353`; `localhost` is 127.0.0.1. Null for anything
 * else, host names among them: a name server is not looked up by name.
 */
export function parseServer(text: string): NameServer | null {
  if (isIP(text) !== 0) {
    return { address: text, port: dnsPort }
  }
  const found = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/i.exec(text)
  const host = found?.[1] ?? found?.[2] ?? ''
  const address = host.toLowerCase() === 'localhost' ? '127.0.0.1' : host
  const port = found?.[3] === undefined ? dnsPort : Number(found[3])
  return isIP(address) !== 0 && port > 0 && port <= 65535 ? { address, port } : null
}

/** The servers this machine is set up with. */
export function systemServers(): NameServer[] {
  return getServers()
    .map(parseServer)
    .filter((server) => server !== null)
}

/** As a person would write it: the port only where it is not 53. */
export function writeServer({ address, port }: NameServer): string {
  if (port === dnsPort) {
    return address
  }
  return isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`
}

/** Resolvers open to everybody, by the addresses that their operators publish. */
const publicResolvers: ReadonlySet<string> = new Set([
  ...['8.8.8.8', '8.8.4.4', '2001:4860:4860::8888', '2001:4860:4860::8844'],
  ...['1.1.1.1', '1.0.0.1', '1.1.1.2', '1.0.0.2', '1.1.1.3', '1.0.0.3'],
  ...['2606:4700:4700::1111', '2606:4700:4700::1001', '2606:4700:4700::1112', '2606:4700:4700::1002'],
  ...['9.9.9.9', '149.112.112.112', '9.9.9.10', '149.112.112.10', '9.9.9.11', '149.112.112.11'],
  ...['2620:fe::fe', '2620:fe::9', '2620:fe::10', '2620:fe::fe:10', '2620:fe::11', '2620:fe::fe:11'],
  ...['208.67.222.222', '208.67.220.220', '2620:119:35::35', '2620:119:53::53'],
  ...['64.6.64.6', '64.6.65.6', '94.140.14.14', '94.140.15.15', '185.228.168.9', '185.228.169.9'],
  ...['77.88.8.8', '77.88.8.1', '76.76.2.0', '76.76.10.0', '84.200.69.80', '84.200.70.40'],
])

/** The first of these servers that is known to be open to everybody; null where none is. None given: the system's. */
export function publicResolverAmong(servers: readonly NameServer[]): string | null {
  const asked = servers.length > 0 ? servers : systemServers()
  return asked.find(({ address }) => publicResolvers.has(address.toLowerCase()))?.address ?? null
}
