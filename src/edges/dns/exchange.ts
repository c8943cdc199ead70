import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { connect, isIP } from 'node:net'
import type { RecordType } from '../../checks/resolver.ts'
import { encodeQuery, type Question, type Reply, readReply } from './message.ts'
import type { NameServer } from './server.ts'

type Settled = Exclude<Reply, { readonly kind: 'ignore' }>

const stopped: Settled = { kind: 'failed', reason: 'no answer', unreached: true }

/** What is asked, and how. */
export interface Asking {
  readonly name: string
  readonly type: RecordType
  readonly unvalidated: boolean
  /** Not over UDP first: a firewall may let nothing but TCP through. */
  readonly overTcp: boolean
}

/**
 * Asks one server one question: over UDP, over TCP where the answer was cut, and once more without EDNS0 where the
 * server does not know it (RFC 6891 section 7). Each query has its own random id and source port. Waits until the signal
 * stops it, then ends as failed.
 */
export async function askServer(server: NameServer, asking: Asking, signal: AbortSignal): Promise<Settled> {
  const first = await askBoth(server, asking, true, signal)
  return first.kind === 'failed' && first.withoutEdns ? askBoth(server, asking, false, signal) : first
}

async function askBoth(server: NameServer, asking: Asking, edns: boolean, signal: AbortSignal): Promise<Settled> {
  if (asking.overTcp) {
    return askTcp(server, newQuestion(asking), edns, signal)
  }
  const reply = await askUdp(server, newQuestion(asking), edns, signal)
  return reply.kind === 'truncated' ? askTcp(server, newQuestion(asking), edns, signal) : reply
}

function newQuestion({ name, type, unvalidated }: Asking): Question {
  return { id: randomInt(0x10000), name, type, unvalidated }
}

/** The socket is connected, so the kernel hands over only what comes from the server's own address and port. */
function askUdp(server: NameServer, question: Question, edns: boolean, signal: AbortSignal): Promise<Settled> {
  if (signal.aborted) {
    return Promise.resolve(stopped)
  }
  return new Promise((resolve) => {
    const socket = createSocket(isIP(server.address) === 6 ? 'udp6' : 'udp4')
    const end = once((reply: Settled) => {
      signal.removeEventListener('abort', stop)
      socket.close()
      resolve(reply)
    })
    const stop = () => end(stopped)
    signal.addEventListener('abort', stop)
    socket.on('error', (error) => end(failure(error)))
    socket.on('message', (bytes) => {
      const reply = readReply(bytes, question)
      if (reply.kind !== 'ignore') {
        end(reply)
      }
    })
    socket.connect(server.port, server.address, (error?: Error) => {
      if (error) {
        end(failure(error))
      } else if (!signal.aborted) {
        socket.send(encodeQuery(question, edns))
      }
    })
  })
}

function askTcp(server: NameServer, question: Question, edns: boolean, signal: AbortSignal): Promise<Settled> {
  if (signal.aborted) {
    return Promise.resolve(stopped)
  }
  return new Promise((resolve) => {
    const socket = connect(server.port, server.address)
    const end = once((reply: Settled) => {
      signal.removeEventListener('abort', stop)
      socket.destroy()
      resolve(reply)
    })
    const stop = () => end(stopped)
    signal.addEventListener('abort', stop)
    socket.on('error', (error) => end(failure(error)))
    socket.on('close', () => end({ kind: 'failed', reason: 'TCP connection closed', unreached: true }))
    socket.on('connect', () => {
      const query = encodeQuery(question, edns)
      const length = Buffer.alloc(2)
      length.writeUInt16BE(query.length)
      socket.write(Buffer.concat([length, query]))
    })
    // A message is 65,535 bytes at most: what is held is bounded by its own length field.
    let held: Buffer = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      held = Buffer.concat([held, chunk])
      if (held.length < 2 || held.length < 2 + held.readUInt16BE(0)) {
        return
      }
      const reply = readReply(held.subarray(2, 2 + held.readUInt16BE(0)), question)
      const usable = reply.kind === 'answer' || reply.kind === 'failed'
      end(usable ? reply : { kind: 'failed', reason: 'an answer over TCP that does not fit the question' })
    })
  })
}

function failure(error: Error): Settled {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.message
  return { kind: 'failed', reason: code, unreached: true }
}

function once<T>(act: (value: T) => void): (value: T) => void {
  let done = false
  return (value) => {
    if (!done) {
      done = true
      act(value)
    }
  }
}
