import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { type Destination, destinationsOf } from '../../checks/destination.ts'
import type { FetchPolicy, PolicyFetched } from '../../checks/mta-sts/mta-sts.ts'
import type { Resolver } from '../../checks/resolver.ts'

export interface PolicySettings {
  /** The domains whose policies may be fetched: those that are ours. */
  readonly domains: readonly string[]
  readonly resolver: Resolver | null
  /** Addresses of ours that the web server may have though they are not public. */
  readonly addresses?: readonly string[]
  readonly port?: number
  readonly deadlineMs?: number
  /** Roots to trust in place of Node's, as PEM. */
  readonly ca?: string
}

/** RFC 8461 section 3.3 suggests 64 KiB. */
const mostBytes = 65_536
const mostAddresses = 2

/**
 * Fetches the MTA-STS policies of the domains given here, and of no other (RFC 8461 section 3.3): HTTPS with a
 * certificate that holds, no redirect, 64 KiB. The host is looked up once, and only public addresses, or ours, are
 * connected to.
 */
export function policyFetcher(settings: PolicySettings): FetchPolicy {
  return async (domain) => {
    if (!settings.domains.includes(domain)) {
      return { kind: 'failed', detail: 'not a domain of the configuration' }
    }
    const host = `mta-sts.${domain}`
    const found = await destinationsOf(host, settings.resolver, settings.addresses ?? [])
    let last: PolicyFetched = { kind: 'failed', detail: `${host} has no address` }
    for (const destination of found.slice(0, mostAddresses)) {
      last =
        'kind' in destination ? notConnected(destination, host) : await fetchFrom(destination.address, host, settings)
      if (last.kind !== 'failed') {
        return last
      }
    }
    return last
  }
}

/** Where there is nobody to connect to: the DNS said so, or did not say, or said where we do not go. */
function notConnected({ kind, absent, detail }: Extract<Destination, { kind: string }>, host: string): PolicyFetched {
  return kind === 'dns' && absent ? { kind: 'no-host', host } : { kind: 'failed', detail }
}

function fetchFrom(address: string, host: string, settings: PolicySettings): Promise<PolicyFetched> {
  return new Promise((resolve) => {
    const { port = 443, deadlineMs = 8000, ca } = settings
    const signal = AbortSignal.timeout(deadlineMs)
    const path = '/.well-known/mta-sts.txt'
    const asked = request(
      { host: address, port, path, servername: host, headers: { host }, agent: false, signal, ...(ca && { ca }) },
      (response) => {
        read(response).then(resolve, (error: unknown) => resolve(failure(error)))
      },
    )
    asked.on('error', (error) => resolve(failure(error)))
    asked.end()
  })
}

async function read(response: IncomingMessage): Promise<PolicyFetched> {
  const { statusCode = 0 } = response
  if (statusCode !== 200) {
    response.destroy()
    return { kind: 'status', status: statusCode }
  }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > mostBytes) {
      response.destroy()
      return { kind: 'failed', detail: `more than ${mostBytes} bytes` }
    }
  }
  return { kind: 'fetched', text: Buffer.concat(chunks).toString('utf8') }
}

function failure(error: unknown): PolicyFetched {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const detail = error instanceof Error && error.name === 'AbortError' ? 'no answer in time' : code
  // OpenSSL's words for a chain or name that does not hold: CERT_HAS_EXPIRED, DEPTH_ZERO_SELF_SIGNED_CERT, …
  const isCertificate = /CERT|UNABLE_TO_(?:GET|VERIFY)|HOSTNAME_MISMATCH/.test(code)
  return { kind: isCertificate ? 'certificate' : 'failed', detail }
}
