import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'
import type { SelfSigned } from './certificate.ts'

export interface ListenerOptions {
  readonly port?: number
  readonly host?: string
  /** The first line, or several joined with `\n`; null says nothing at all. */
  readonly banner?: string | null
  /** How long the banner is held back. */
  readonly delayMs?: number
  /** EHLO keywords. Default: SIZE, 8BITMIME and, with `tls`, STARTTLS. */
  readonly extensions?: readonly string[]
  /** Replies to a verb in place of the usual ones: `{ RCPT: '550 5.1.1 unknown' }`; null closes the connection. */
  readonly replies?: Readonly<Record<string, string | null>>
  readonly tls?: SelfSigned
}

export interface RunningListener {
  readonly host: string
  readonly port: number
  /** Every command line received, in order, over all connections. */
  readonly commands: readonly string[]
  close(): Promise<void>
}

const usual: Readonly<Record<string, string>> = {
  HELO: '250 mx.example.org',
  STARTTLS: '220 2.0.0 ready for TLS',
  MAIL: '250 2.1.0 sender ok',
  RCPT: '250 2.1.5 recipient ok',
  RSET: '250 2.0.0 reset',
  NOOP: '250 2.0.0 ok',
  QUIT: '221 2.0.0 mx.example.org',
}

/** Starts a listener on loopback that speaks as much SMTP as a probe needs. It accepts no mail: DATA is refused. */
export async function startListener(options: ListenerOptions = {}): Promise<RunningListener> {
  const commands: string[] = []
  const open = new Set<Socket>()
  const timers = new Set<NodeJS.Timeout>()
  const banner = options.banner === undefined ? '220 mx.example.org ESMTP' : options.banner
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    speak(socket, options, commands)
    if (banner !== null) {
      timers.add(setTimeout(() => write(socket, banner), options.delayMs ?? 0))
    }
  })
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  async function close(): Promise<void> {
    for (const timer of timers) clearTimeout(timer)
    for (const socket of open) socket.destroy()
    await new Promise<void>((done) => server.close(() => done()))
  }
  return { host: options.host ?? '127.0.0.1', port, commands, close }
}

function speak(socket: Socket, options: ListenerOptions, commands: string[]): void {
  let held = ''
  socket.on('error', () => socket.destroy())
  socket.on('data', onData)

  function onData(chunk: Buffer): void {
    held += chunk.toString('latin1')
    for (let end = held.indexOf('\n'); end >= 0; end = held.indexOf('\n')) {
      const line = held.slice(0, end).trimEnd()
      held = held.slice(end + 1)
      commands.push(line)
      answer(line)
    }
  }
  function answer(line: string): void {
    const verb = line.split(/[ :]/, 1)[0]?.toUpperCase() ?? ''
    const reply = replyTo(verb, options, socket instanceof TLSSocket)
    if (reply === null) {
      socket.destroy()
      return
    }
    write(socket, reply)
    if (verb === 'QUIT') {
      socket.end()
    }
    if (verb === 'STARTTLS' && reply.startsWith('220') && options.tls) {
      socket.off('data', onData)
      const secured = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(options.tls) })
      speak(secured, options, commands)
    }
  }
}

function replyTo(verb: string, options: ListenerOptions, secured: boolean): string | null {
  const own = options.replies?.[verb]
  if (own !== undefined) {
    return own
  }
  if (verb !== 'EHLO') {
    return usual[verb] ?? '500 5.5.1 command not recognised'
  }
  const tls = options.tls && !secured ? ['STARTTLS'] : []
  const lines = ['mx.example.org', ...(options.extensions ?? ['8BITMIME', 'SIZE 10485760', ...tls])]
  return lines.map((line, index) => `250${index < lines.length - 1 ? '-' : ' '}${line}`).join('\n')
}

function write(socket: Socket, text: string): void {
  if (socket.writable) {
    socket.write(`${text.replaceAll('\n', '\r\n')}\r\n`)
  }
}
