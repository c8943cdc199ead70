import type { FileEntryWithStats, SFTPWrapper } from 'ssh2'
import type { FileChannel } from './file-channel.ts'

/** What OpenSSH answers at most to one read, and how many are asked for before the first is answered. */
const readBytes = 32 * 1024
const inFlight = 64
const leastBytes = 512

function asPromise<Value>(
  start: (done: (error: Error | null | undefined, value: Value) => void) => void,
): Promise<Value> {
  return new Promise((done, failed) => {
    start((error, value) => (error ? failed(error) : done(value)))
  })
}

/** What stands in a folder. Rejects when the milliseconds are over or the connection is lost. */
export function listFolder({ sftp, within }: FileChannel, folder: string, ms: number): Promise<FileEntryWithStats[]> {
  return within(
    ms,
    asPromise((done) => sftp.readdir(folder, done)),
  )
}

/** What a read gives: fewer bytes than asked for is no end, none is. */
async function readAt(sftp: SFTPWrapper, handle: Buffer, at: number, most: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(most)
  const bytes = await new Promise<number>((done, failed) => {
    sftp.read(handle, buffer, 0, most, at, (error, count) => {
      // SSH_FX_EOF (draft-ietf-secsh-filexfer-02, 7).
      if (error && 'code' in error && error.code === 1) done(0)
      else if (error) failed(error)
      else done(count)
    })
  })
  return buffer.subarray(0, bytes)
}

/**
 * The bytes of a file from its start to its end as it is now, with many reads under way at once: one after the other
 * would take as long as the way there and back for each 32 KiB. `size` is what it had when it was listed, and `left` the
 * milliseconds that are left. The file is opened once, so what it is renamed to meanwhile does not matter.
 */
export async function* readFile(
  { sftp, within }: FileChannel,
  path: string,
  size: number,
  left: () => number,
): AsyncGenerator<Buffer> {
  const handle = await within(
    left(),
    asPromise<Buffer>((done) => sftp.open(path, 'r', done)),
  )
  try {
    const reads: { readonly at: number; readonly bytes: Promise<Buffer> }[] = []
    let next = 0
    let most = readBytes
    const ask = () => {
      const bytes = readAt(sftp, handle, next, most)
      // Told where it is waited for; those behind a failed one never are.
      bytes.catch(() => undefined)
      reads.push({ at: next, bytes })
      next += most
    }
    for (;;) {
      while (reads.length === 0 || (reads.length < inFlight && next < size)) ask()
      const read = reads.shift()
      if (!read) return
      const bytes = await within(left(), read.bytes)
      if (bytes.length === 0) return
      yield bytes
      if (bytes.length === most) continue
      // A short read: go on right behind it, forget what was asked for beyond, and ask for no more than was given.
      most = Math.max(leastBytes, bytes.length)
      reads.length = 0
      next = read.at + bytes.length
    }
  } finally {
    sftp.close(handle, () => undefined)
  }
}
