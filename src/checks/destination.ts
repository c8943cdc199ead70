import { contains, isPublic, parseAddress, parseNetwork, parsePeer } from './address.ts'
import type { Resolver } from './resolver.ts'

/** An address to connect to; or, with a `kind`, one not to, and why. */
export type Destination =
  | { readonly address: string }
  | {
      readonly address: string
      readonly kind: 'dns' | 'refused'
      /** True where the DNS says that there is no address, and not only says nothing. */
      readonly absent?: boolean
      readonly detail: string
    }

/** A host with more addresses than this is no listener of a gateway. */
const mostAddresses = 8

/**
 * The addresses of a host of the configuration. One given by address is taken as it stands. A name is looked up once
 * and the addresses found are what is connected to; what is neither public nor of ours (a name that now leads to
 * 127.0.0.1, to 169.254.169.254, to somebody's printer) is not.
 */
export async function destinationsOf(
  host: string,
  resolver: Resolver | null,
  ours: readonly string[],
): Promise<readonly Destination[]> {
  const bare = host.replace(/^\[|\]$/g, '')
  if (parseAddress(bare)) {
    return [{ address: bare }]
  }
  // RFC 6761 section 6.3: never asked of the DNS.
  if (bare.toLowerCase() === 'localhost') {
    return [{ address: '127.0.0.1' }]
  }
  if (!resolver) {
    return [{ address: '', kind: 'dns', detail: `${host} cannot be looked up without a name server` }]
  }
  const answers = await Promise.all([resolver.resolve(host, 'A'), resolver.resolve(host, 'AAAA')])
  const addresses = [...new Set(answers.flatMap((answer) => (answer.kind === 'records' ? answer.records : [])))]
  if (addresses.length === 0) {
    const failed = answers.find((answer) => answer.kind === 'temporary-error')
    const detail = failed ? `no answer for ${host}` : `${host} has no address`
    return [{ address: '', kind: 'dns', absent: !failed, detail }]
  }
  return addresses.slice(0, mostAddresses).map((address) => {
    const detail = `${address} is neither a public address nor one of ours`
    return mayBeProbed(address, ours) ? { address } : { address, kind: 'refused', detail }
  })
}

function mayBeProbed(text: string, ours: readonly string[]): boolean {
  const address = parsePeer(text)
  const networks = ours.map(parseNetwork).filter((network) => network !== null)
  return address !== null && (isPublic(address) || networks.some((network) => contains(network, address)))
}
