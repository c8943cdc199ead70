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
