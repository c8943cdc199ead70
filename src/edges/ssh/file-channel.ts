import type { Client, SFTPWrapper } from 'ssh2'
import { later } from './connection.ts'
import { Trouble } from './trouble.ts'

/** An SFTP channel, and how to give it back. */
export interface FileChannel {
  readonly sftp: SFTPWrapper
  /**
   * Settles as the promise does, or rejects after so many milliseconds or with the connection: a host that hangs answers
   * nothing at all, and what was asked of one that is gone stays without an answer.
   */
  within<Value>(ms: number, promise: Promise<Value>): Promise<Value>
  close(): void
}

/** Opens a channel for files on a connection. `leave` is called once, when it is given back or lost. */
export async function openFileChannel(client: Client, ms: number, leave: () => void): Promise<FileChannel> {
  return channelOf(client, await openFiles(client, ms), leave)
}

function openFiles(client: Client, ms: number): Promise<SFTPWrapper> {
  return new Promise((done, failed) => {
    const stop = later(ms, () => {
      failed(new Trouble('timeout', 'no channel for files was opened in time'))
      client.destroy()
    })
    const lost = () => failed(new Trouble('refused', 'the connection was closed'))
    client.once('close', lost)
    client.sftp((error, sftp) => {
      stop()
      client.removeListener('close', lost)
      if (error) failed(new Trouble('role', `neither commands nor SFTP: ${error.message}`))
      else done(sftp)
    })
  })
}

function channelOf(client: Client, sftp: SFTPWrapper, leave: () => void): FileChannel {
  let open = true
  const lost = new Set<() => void>()
  const give = () => {
    if (open) leave()
    open = false
    for (const tell of lost) tell()
  }
  sftp.on('error', () => undefined)
  client.once('close', give)
  return {
    sftp,
    within: (ms, promise) =>
      new Promise((done, failed) => {
        const fail = () => failed(new Trouble('partial', 'the connection was lost while files were read'))
        const stop = later(ms, () => failed(new Trouble('timeout', 'a file was not read in time')))
        lost.add(fail)
        promise.then(done, failed).finally(() => {
          stop()
          lost.delete(fail)
        })
        if (!open) fail()
      }),
    close() {
      client.removeListener('close', give)
      sftp.end()
      give()
    },
  }
}
