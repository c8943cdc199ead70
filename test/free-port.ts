import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port of loopback that is free over UDP and TCP. */
export async function freePort(): Promise<number> {
  while (true) {
    const tcp = createServer().listen(0, '127.0.0.1')
    await once(tcp, 'listening')
    const address = tcp.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const udp = createSocket('udp4')
    const free = await new Promise<boolean>((resolve) => {
      udp.once('error', () => resolve(false))
      udp.bind(port, '127.0.0.1', () => resolve(true))
    })
    await new Promise<void>((done) => udp.close(() => done()))
    await new Promise((done) => tcp.close(done))
    if (free) return port
  }
}
