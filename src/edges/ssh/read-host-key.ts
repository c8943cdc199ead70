import type { Duplex } from 'node:stream'
import ssh2 from 'ssh2'
import type { Surroundings } from '../sources/source.ts'
import { later, legacy, passageTo } from './connection.ts'
import { fingerprintOf } from './host-key.ts'
import type { Account, Login } from './login.ts'
import { Trouble } from './trouble.ts'

/** The key by which a host shows itself. */
export interface ShownKey {
  /** Such as `ssh-ed25519`. */
  readonly kind: string
  /** `SHA256:…`, as ssh-keygen and the gateway's console print it. */
  readonly fingerprint: string
}

/** How the host is reached. `jump` must be pinned itself, since its key or password goes there. */
export interface ReadingOver {
  readonly algorithms: Login['algorithms']
  readonly jump?: Account | undefined
  readonly surroundings: Surroundings
}

/**
 * Asks a host for its key and hangs up before any login: nothing is sent that is secret, and no failed login is counted
 * over there. The algorithms are those of a later login, so the key is the one that will be shown then. `deadline` in
 * milliseconds since the epoch. Rejects with an error that gapOf can tell.
 */
export async function readHostKey(host: string, port: number, deadline: number, over: ReadingOver): Promise<ShownKey> {
  const { jump, surroundings } = over
  if (!jump) return shownBy({ host, port }, deadline, over)
  const passage = await passageTo(host, port, jump, surroundings, deadline)
  try {
    return await shownBy({ sock: passage.sock }, deadline, over)
  } finally {
    passage.close()
  }
}

type Whereto = { readonly host: string; readonly port: number } | { readonly sock: Duplex }

function shownBy(whereto: Whereto, deadline: number, { algorithms, surroundings }: ReadingOver): Promise<ShownKey> {
  const client = new ssh2.Client()
  const left = Math.max(1, deadline - surroundings.now())
  return new Promise((done, failed) => {
    const stop = later(left, () => fail(new Trouble('timeout', 'connected, but no SSH server answered in time')))
    const hangUp = () => {
      stop()
      client.removeListener('error', fail)
      client.on('error', () => undefined)
      client.destroy()
    }
    const fail = (error: Error) => {
      hangUp()
      failed(error)
    }
    client.on('error', fail)
    client.once('close', () => fail(new Error('Connection lost before handshake')))
    client.connect({
      ...whereto,
      // Never sent: a user is told only after the key was taken, and it never is.
      username: 'postmaster',
      readyTimeout: left,
      algorithms: algorithms === 'legacy' ? legacy : {},
      hostVerifier: (key: Buffer) => {
        const parsed = ssh2.utils.parseKey(key)
        const kind = parsed instanceof Error ? 'unknown' : parsed.type
        done({ kind, fingerprint: fingerprintOf(key) })
        setImmediate(hangUp)
        return false
      },
    })
  })
}
