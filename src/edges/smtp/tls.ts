import type { Socket } from 'node:net'
import { isIP } from 'node:net'
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls'

/** What the handshake ended in: a socket to speak on, and one line about protocol and certificate; or why it failed. */
export type Handshake =
  | { readonly kind: 'ok'; readonly socket: TLSSocket; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string }

/**
 * Shakes hands over a socket on which STARTTLS was accepted (RFC 3207). Any certificate will do, as for the senders that
 * use TLS where they can; whether one that checks would accept it for `host` is told in `detail`.
 */
export function shakeHands(plain: Socket, host: string, deadline: number): Promise<Handshake> {
  return new Promise((resolve) => {
    const servername = isIP(host) === 0 ? { servername: host } : {}
    const socket = connect({ socket: plain, host, ...servername, rejectUnauthorized: false })
    const timer = setTimeout(
      () => end({ kind: 'failed', detail: 'no end of the handshake in time' }),
      deadline - Date.now(),
    )
    function end(handshake: Handshake): void {
      clearTimeout(timer)
      resolve(handshake)
    }
    socket.on('error', (error) => end({ kind: 'failed', detail: error.message }))
    socket.on('close', () => end({ kind: 'failed', detail: 'the connection was closed in the handshake' }))
    socket.on('secureConnect', () => end({ kind: 'ok', socket, detail: describe(socket) }))
  })
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
