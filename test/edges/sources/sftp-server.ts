import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Attributes, SFTPWrapper } from 'ssh2'
import ssh2 from 'ssh2'

const { OK, EOF, FAILURE, NO_SUCH_FILE } = ssh2.utils.sftp.STATUS_CODE

function attributesOf(path: string): Attributes {
  const { mode, uid, gid, size, atimeMs, mtimeMs } = statSync(path)
  return { mode, uid, gid, size, atime: Math.floor(atimeMs / 1000), mtime: Math.floor(mtimeMs / 1000) }
}

/** How a file server misbehaves: `short` answers each read with some bytes only, `hang` answers none. */
export type FileFault = 'short' | 'hang' | 'cut'

/** Answers what is read of this machine's files, and nothing that would write. */
export function serveFiles(
  sftp: SFTPWrapper,
  fault: () => FileFault | null,
  { count, meanwhile }: { readonly count: { reads: number }; readonly meanwhile: () => void },
  cut: () => void,
) {
  const handles = new Map<number, { readonly fd: number } | { entries: string[] | null; readonly folder: string }>()
  let next = 0
  const give = (
    request: number,
    value: { readonly fd: number } | { entries: string[] | null; readonly folder: string },
  ) => {
    next += 1
    handles.set(next, value)
    const handle = Buffer.alloc(4)
    handle.writeUInt32BE(next)
    sftp.handle(request, handle)
  }
  sftp.on('OPENDIR', (request, folder) => {
    try {
      give(request, { folder, entries: readdirSync(folder) })
    } catch {
      sftp.status(request, NO_SUCH_FILE)
    }
  })
  sftp.on('READDIR', (request, handle) => {
    const open = handles.get(handle.readUInt32BE())
    if (!open || 'fd' in open) return sftp.status(request, FAILURE)
    const names = open.entries
    open.entries = null
    if (!names) {
      meanwhile()
      return sftp.status(request, EOF)
    }
    sftp.name(
      request,
      names.map((filename) => ({ filename, longname: filename, attrs: attributesOf(join(open.folder, filename)) })),
    )
  })
  sftp.on('OPEN', (request, path) => {
    try {
      give(request, { fd: openSync(path, 'r') })
    } catch {
      sftp.status(request, NO_SUCH_FILE)
    }
  })
  sftp.on('READ', (request, handle, offset, length) => {
    count.reads += 1
    const open = handles.get(handle.readUInt32BE())
    if (!open || !('fd' in open)) return sftp.status(request, FAILURE)
    if (fault() === 'hang') return
    if (fault() === 'cut' && count.reads > 3) return cut()
    const most = fault() === 'short' ? Math.min(length, 1000) : length
    const buffer = Buffer.alloc(most)
    const bytes = fstatSync(open.fd).size <= offset ? 0 : readSync(open.fd, buffer, 0, most, offset)
    if (bytes === 0) sftp.status(request, EOF)
    else sftp.data(request, buffer.subarray(0, bytes))
  })
  sftp.on('CLOSE', (request, handle) => {
    const open = handles.get(handle.readUInt32BE())
    if (open && 'fd' in open) closeSync(open.fd)
    handles.delete(handle.readUInt32BE())
    sftp.status(request, OK)
  })
}
