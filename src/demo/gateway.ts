import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Connection, ServerChannel, ServerConfig } from 'ssh2'
import ssh2 from 'ssh2'
import { answer, type CliWorld } from './gateway-cli.ts'
import { namesOf, newKey } from './gateway-keys.ts'
import { logIn } from './gateway-login.ts'
import { askMode, flood, page, shell } from './gateway-shell.ts'

/**
 * How a stand-in can fail, by what its client sees. `cut-after:N` drops the connection after N bytes of an answer;
 * `flood:N` answers with N bytes of one line, over and over.
 */
export type Fault =
  | 'no-banner'
  | 'cut-before-banner'
  | 'refuse-login'
  | 'second-question'
  | 'expired'
  | `flood:${number}`
  | `cut-after:${number}`
  | 'half-line'
  | 'hang'
  | 'role'
  | 'session-limit'
  | 'old-algorithms'
  | 'pager'
  | 'question'
  | 'mode-question'
  | 'no-grep'
  | 'no-exit-status'
  | 'silent-no-match'

export interface GatewayOptions {
  /** The host name in the prompt. */
  readonly name: string
  readonly user: string
  readonly password?: string
  /** One line in OpenSSH's form. */
  readonly publicKey?: string
  /** File name → text. Rolled names (`mail.@20260105T090000.s`) are searched oldest first, `mail.current` last. */
  readonly files: Readonly<Record<string, string>>
  /** How the texts become bytes; UTF-8 where nothing is said. */
  readonly encoding?: 'utf8' | 'latin1'
  /** A private key in OpenSSH's form; a new one where none is given. */
  readonly hostKey?: string
  /** 0 or none: any free one. */
  readonly port?: number
  readonly version?: string
  /** Zone text that its own `dig` answers from; none: it does not know the command. */
  readonly zone?: string
  /** How long each command takes before it answers. */
  readonly delayMs?: number
  readonly faults?: readonly Fault[]
  /** Told each command before it is answered. */
  readonly onCommand?: (typed: string) => void
  /** Whether it passes connections on, as a jump host does. */
  readonly forwards?: boolean
}

export interface Gateway {
  readonly host: '127.0.0.1'
  readonly port: number
  /** `SHA256:…` of the host key. */
  readonly fingerprint: string
  /** The host key's public part, as it stands in a known_hosts file. */
  readonly publicHostKey: string
  /** Every command that was asked, by exec or typed, in order. */
  readonly commands: readonly string[]
  /** Every way of logging in that was tried, in order. */
  readonly logins: readonly string[]
  /** What was answered to questions that it asked, in order. */
  readonly replies: readonly string[]
  /** May be changed while it runs. */
  readonly faults: Set<Fault>
  /** Connections that are open now. */
  open(): number
  /** The most commands that ran at the same time; one that a fault keeps from ending runs for ever. */
  mostAtOnce(): number
  /** Adds text to a file, or begins the file. */
  append(file: string, text: string): void
  /** Gives a file another name, as rolling over does. */
  rename(file: string, to: string): void
  /** Drops every connection, as a restart would. */
  drop(): void
  close(): Promise<void>
}

const oldAlgorithms: NonNullable<ServerConfig['algorithms']> = {
  kex: ['diffie-hellman-group14-sha1'],
  cipher: ['aes128-cbc'],
  hmac: ['hmac-sha1'],
  serverHostKey: ['ssh-rsa'],
}

/**
 * Starts a stand-in for a gateway on loopback: a real SSH server whose command line reads the given files as AsyncOS
 * reads its logs. Rejects only where the port cannot be opened.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const faults = new Set<Fault>(options.faults)
  const files = new Map(Object.entries(options.files))
  const commands: string[] = []
  const logins: string[] = []
  const replies: string[] = []
  const sockets = new Map<number, Socket>()
  const old = faults.has('old-algorithms')
  const hostKey = options.hostKey ?? newKey(old ? 'rsa' : 'ed25519').private
  const server = new ssh2.Server({ hostKeys: [hostKey], ...(old ? { algorithms: oldAlgorithms } : {}) })

  const world = (): CliWorld => ({
    name: options.name,
    version: options.version ?? '15.0.0-104',
    files,
    noMatch: faults.has('silent-no-match') ? '' : 'No results were found\n',
    mayRead: !faults.has('role'),
    zone: options.zone ?? null,
    unknown: faults.has('no-grep') ? 'grep' : null,
  })
  let running = 0
  let most = 0
  const run = (typed: string) => {
    commands.push(typed)
    options.onCommand?.(typed)
    return answer(typed, world())
  }

  const send = (channel: ServerChannel, text: string, terminal: boolean, socket: Socket | undefined) => {
    const finish = () => {
      running -= 1
      if (!faults.has('no-exit-status')) channel.exit(0)
      channel.end()
    }
    const cut = [...faults].find((fault) => fault.startsWith('cut-after:'))
    if (cut) return void channel.write(text.slice(0, Number(cut.slice('cut-after:'.length))), () => socket?.end())
    const flooding = [...faults].find((fault) => fault.startsWith('flood:'))
    if (flooding) return flood(channel, Number(flooding.slice('flood:'.length)), finish)
    if (faults.has('hang')) return void channel.write(text.slice(0, text.indexOf('\n') + 1))
    if (faults.has('question')) return void channel.write('Are you sure you want to continue? [N]> ')
    if (faults.has('mode-question')) {
      askMode(channel, (yes) => {
        replies.push(yes)
        channel.write(/^y/i.test(yes) ? text : '', finish)
      })
      return
    }
    if (terminal || faults.has('pager')) return page(channel, text, finish)
    const all = faults.has('half-line') ? text.slice(0, -9) : text
    channel.write(Buffer.from(all, options.encoding ?? 'utf8'), finish)
  }

  const accept = (connection: Connection, socket: Socket | undefined) => {
    connection.on('error', () => socket?.destroy())
    connection.on('authentication', (context) => {
      logins.push(context.method)
      const manners = {
        refuse: faults.has('refuse-login'),
        secondQuestion: faults.has('second-question'),
        expired: faults.has('expired'),
      }
      logIn(context, options, manners)
    })
    connection.on('tcpip', (take, refuse, { destIP, destPort }) => {
      if (!options.forwards) return refuse()
      const onward = connect(destPort, destIP)
      onward.on('error', () => onward.destroy())
      onward.once('connect', () => {
        const channel = take()
        channel.on('error', () => onward.destroy())
        channel.pipe(onward).pipe(channel)
      })
    })
    connection.on('session', (take, refuse) => {
      if (faults.has('session-limit')) return void refuse()
      const session = take()
      let terminal = false
      session.on('pty', (yes) => {
        terminal = true
        yes?.()
      })
      session.on('shell', (open) => shell(open(), { name: options.name, version: world().version, terminal }, run))
      session.on('exec', (open, _no, { command }) => {
        const channel = open()
        channel.on('error', () => channel.destroy())
        running += 1
        most = Math.max(most, running)
        setTimeout(() => send(channel, run(command), terminal, socket), options.delayMs ?? 0)
      })
    })
  }
  server.on('connection', (connection: Connection, { port }: { port: number }) => accept(connection, sockets.get(port)))
  server.on('error', () => undefined)

  const door = createServer((socket) => {
    const port = socket.remotePort ?? 0
    socket.setNoDelay(true)
    sockets.set(port, socket)
    socket.on('close', () => sockets.delete(port))
    socket.on('error', () => socket.destroy())
    if (faults.has('cut-before-banner')) return void socket.destroy()
    if (!faults.has('no-banner')) server.injectSocket(socket)
  })
  door.listen(options.port ?? 0, '127.0.0.1')
  await once(door, 'listening')

  const drop = () => {
    for (const socket of sockets.values()) socket.destroy()
  }
  return {
    host: '127.0.0.1',
    port: (door.address() as AddressInfo).port,
    ...namesOf(hostKey),
    commands,
    logins,
    replies,
    faults,
    open: () => sockets.size,
    mostAtOnce: () => most,
    append: (file, text) => void files.set(file, (files.get(file) ?? '') + text),
    rename(file, to) {
      files.set(to, files.get(file) ?? '')
      files.delete(file)
    },
    drop,
    async close() {
      drop()
      await new Promise<void>((done) => door.close(() => done()))
    },
  }
}

export { newKey }
