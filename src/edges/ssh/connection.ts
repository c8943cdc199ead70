import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Algorithms, Client } from 'ssh2'
import ssh2 from 'ssh2'
import type { Surroundings } from '../sources/source.ts'
import { fingerprintOf, type Pins, readPins } from './host-key.ts'
import { type Account, type Login, waysIn } from './login.ts'
import { Trouble } from './trouble.ts'

/** What an old gateway may offer and nothing else; never `ssh-dss`. Appended, so that anything better is taken first. */
export const legacy: Algorithms = {
  kex: {
    append: ['diffie-hellman-group14-sha1', 'diffie-hellman-group-exchange-sha1', 'diffie-hellman-group1-sha1'],
    prepend: [],
    remove: [],
  },
  cipher: { append: ['aes256-cbc', 'aes192-cbc', 'aes128-cbc', '3des-cbc'], prepend: [], remove: [] },
  hmac: { append: ['hmac-md5'], prepend: [], remove: [] },
}

/** A firewall that forgets a connection says nothing: half a minute of silence ends it. */
const usualKeepalive = { everyMs: 10_000, unanswered: 3 }

interface Via {
  readonly account: Account
  readonly algorithms: Algorithms
  readonly sock?: Duplex
}

/** Calls `act` once after so many milliseconds, unless what it gives back is called before. */
export function later(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, Math.max(1, ms))
  return () => clearTimeout(timer)
}

async function handshake(via: Via, pins: Pins, surroundings: Surroundings, deadline: number): Promise<Client> {
  const { account } = via
  const { keepalive = usualKeepalive } = surroundings
  const ways = await waysIn(account, surroundings)
  const client = new ssh2.Client()
  const left = deadline - surroundings.now()
  let shown = ''
  return new Promise((done, failed) => {
    const fail = (error: Error) => {
      stop()
      client.on('error', () => undefined)
      client.destroy()
      if (shown && !pins.fingerprints.includes(shown)) {
        const wanted = pins.fingerprints.join(' or ')
        return failed(new Trouble('host-key', `the host key is ${shown}, but ${wanted} is pinned`))
      }
      failed('level' in error && error.level === 'client-authentication' ? new Trouble('login', ways.failure()) : error)
    }
    const stop = later(left, () => fail(new Trouble('timeout', 'connected, but no SSH server answered in time')))
    client.once('ready', () => {
      stop()
      client.removeListener('error', fail)
      client.removeListener('close', closed)
      // A later error ends in `close` too, and that is what is listened to.
      client.on('error', () => client.destroy())
      done(client)
    })
    const closed = () => fail(new Error('Connection lost before handshake'))
    client.on('error', fail)
    client.once('close', closed)
    // A command is a small packet behind another: without this it waits some 40 ms for an acknowledgement (RFC 896).
    client.once('connect', () => client.setNoDelay(true))
    try {
      const sock = via.sock ?? connect({ host: account.host, port: account.port })
      // Ended by us, it is over: ssh2 would wait for the other side to close, which one that hangs never does.
      sock.once('finish', () => sock.destroy())
      client.connect({
        sock,
        username: account.user,
        readyTimeout: Math.max(1, left),
        keepaliveInterval: keepalive.everyMs,
        keepaliveCountMax: keepalive.unanswered,
        algorithms: {
          ...via.algorithms,
          ...(pins.algorithms?.length ? { serverHostKey: [...pins.algorithms] } : {}),
        },
        // Called again whenever keys are renewed, so it only compares.
        hostVerifier: (key: Buffer) => {
          shown = fingerprintOf(key)
          return pins.fingerprints.includes(shown)
        },
        authHandler: (left, _partial, next) => {
          const way = ways.next(left)
          if (way) next(way)
          else fail(new Trouble('login', ways.failure()))
        },
      })
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)))
    }
  })
}

/** Has a jump host connect onwards; one that neither connects nor refuses is given up when the time is. */
function through(jump: Client, host: string, port: number, ms: number): Promise<Duplex> {
  return new Promise((done, failed) => {
    const stop = later(ms, () => failed(new Trouble('timeout', 'the jump host did not reach the gateway in time')))
    const lost = () => {
      stop()
      failed(new Trouble('refused', 'the jump host closed the connection'))
    }
    jump.once('close', lost)
    jump.forwardOut('127.0.0.1', 0, host, port, (error, channel) => {
      stop()
      jump.removeListener('close', lost)
      if (error) failed(new Trouble('unreachable', 'the jump host could not reach the gateway'))
      else done(channel)
    })
  })
}

/** A way to a host through a jump host, and how to give it up. */
interface Passage {
  readonly sock: Duplex
  close(): void
}

/** Logs in to a jump host and has it connect onwards. Rejects as connectTo does. */
export async function passageTo(
  host: string,
  port: number,
  account: Account,
  surroundings: Surroundings,
  deadline: number,
): Promise<Passage> {
  const pins = await readPins(account, account)
  const jump = await handshake({ account, algorithms: {} }, pins, surroundings, deadline)
  try {
    return { sock: await through(jump, host, port, deadline - surroundings.now()), close: () => jump.end() }
  } catch (error) {
    jump.end()
    throw error
  }
}

/**
 * Connects and logs in, through the jump host where there is one. `deadline` is in milliseconds since the epoch.
 * Rejects with a Trouble or an error of ssh2, to be told by gapOf; the host key is checked before any login is tried.
 */
export async function connectTo(login: Login, surroundings: Surroundings, deadline: number): Promise<Client> {
  const algorithms = login.algorithms === 'legacy' ? legacy : {}
  const pins = await readPins(login, login)
  if (!login.jump) return handshake({ account: login, algorithms }, pins, surroundings, deadline)
  const { sock, close } = await passageTo(login.host, login.port, login.jump, surroundings, deadline)
  try {
    const client = await handshake({ account: login, algorithms, sock }, pins, surroundings, deadline)
    client.once('close', close)
    return client
  } catch (error) {
    close()
    throw error
  }
}
