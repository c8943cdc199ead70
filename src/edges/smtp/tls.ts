import { createHash, X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { isIP } from 'node:net'
import { connect, type DetailedPeerCertificate, type PeerCertificate, type TLSSocket } from 'node:tls'
import type { CertificateSeen, Digests, TlsSeen } from '../../checks/listener/seen.ts'

/** What the handshake ended in: a socket to speak on, and one line about protocol and certificate; or why it failed. */
export type Handshake =
  | { readonly kind: 'ok'; readonly socket: TLSSocket; readonly detail: string; readonly tls: TlsSeen | null }
  | { readonly kind: 'failed'; readonly detail: string }

/**
 * Shakes hands over a socket on which STARTTLS was accepted (RFC 3207). Any certificate will do, as for the senders that
 * use TLS where they can; whether one that checks would accept it for `host` is told in `detail`. `ca`: roots to trust in
 * place of Node's, as PEM.
 */
export function shakeHands(plain: Socket, host: string, deadline: number, ca?: string): Promise<Handshake> {
  return new Promise((resolve) => {
    const servername = isIP(host) === 0 ? { servername: host } : {}
    const socket = connect({
      socket: plain,
      host,
      ...servername,
      rejectUnauthorized: false,
      ...(ca !== undefined && { ca }),
    })
    const timer = setTimeout(
      () => end({ kind: 'failed', detail: 'no end of the handshake in time' }),
      deadline - Date.now(),
    )
    function end(handshake: Handshake): void {
      clearTimeout(timer)
      resolve(handshake)
    }
    socket.on('error', (error) => end({ kind: 'failed', detail: reasonOf(error) }))
    socket.on('close', () => end({ kind: 'failed', detail: 'the connection was closed in the handshake' }))
    socket.on('secureConnect', () => end({ kind: 'ok', socket, detail: describe(socket), tls: readTls(socket) }))
  })
}

/** OpenSSL's own words (`wrong version number`) without the number of a thread and the place in its source. */
function reasonOf(error: Error): string {
  return 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message
}

/** `TLSv1.3 TLS_AES_256_GCM_SHA384; certificate mx.example.org (…), by …, valid … to …; not trusted: …` */
function describe(socket: TLSSocket): string {
  const certificate: PeerCertificate | Record<string, never> = socket.getPeerCertificate()
  const cipher = `${socket.getProtocol() ?? 'TLS'} ${socket.getCipher().name}`
  if (!('subject' in certificate)) {
    return `${cipher}; no certificate`
  }
  const names = certificate.subjectaltname ? ` (${certificate.subjectaltname})` : ''
  const subject = `certificate ${certificate.subject.CN ?? 'without a common name'}${names}`
  const validity = `valid ${certificate.valid_from} to ${certificate.valid_to}`
  const trust = socket.authorized ? 'trusted' : `not trusted: ${String(socket.authorizationError)}`
  const text = `${cipher}; ${subject}, by ${certificate.issuer.CN ?? 'an unnamed issuer'}, ${validity}; ${trust}`
  return text.slice(0, 1000).replace(/[^ -~]/g, '?')
}

/** A chain that is longer than any real one ends here. */
const longestChain = 10

/** What was agreed on and shown, as values; null without a certificate, or with one that cannot be read. */
function readTls(socket: TLSSocket): TlsSeen | null {
  const first: DetailedPeerCertificate | Record<string, never> = socket.getPeerCertificate(true)
  if (!('raw' in first)) {
    return null
  }
  const chain: CertificateSeen[] = []
  for (let at = first; chain.length < longestChain; at = at.issuerCertificate) {
    const seen = readCertificate(at.raw)
    if (!seen) break
    chain.push(seen)
    if (!at.issuerCertificate || at.issuerCertificate === at) break
  }
  const names = (first.subjectaltname ?? '').split(',').map((name) => name.trim().replace(/^DNS:/, ''))
  return {
    protocol: socket.getProtocol() ?? 'TLS',
    cipher: socket.getCipher().name,
    trusted: socket.authorized,
    distrust: socket.authorized ? null : String(socket.authorizationError),
    names: names.filter((name) => name !== '' && !name.includes(':')).map((name) => name.toLowerCase()),
    issuer: String(first.issuer.CN ?? ''),
    validFrom: Date.parse(first.valid_from),
    validTo: Date.parse(first.valid_to),
    chain,
  }
}

function readCertificate(raw: Buffer): CertificateSeen | null {
  try {
    const key = new X509Certificate(raw).publicKey.export({ type: 'spki', format: 'der' })
    return { certificate: digestsOf(raw), key: digestsOf(key) }
  } catch {
    return null
  }
}

function digestsOf(bytes: Buffer): Digests {
  const digest = (name: string) => createHash(name).update(bytes).digest('hex')
  return { exact: bytes.toString('hex'), sha256: digest('sha256'), sha512: digest('sha512') }
}
