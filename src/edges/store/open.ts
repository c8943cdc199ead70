import { existsSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Store } from '../../gather/ports.ts'
import { memoryStore } from './memory.ts'
import { LaterLayout, type SqliteOptions, sqliteStore } from './sqlite.ts'
import { steadyStore } from './steady.ts'

/** Where the store writes what it does; pino's logger is one. */
export interface StoreLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export type StoreOptions = SqliteOptions & { readonly log: StoreLog }

/** The file cannot be used, and a person must do something about it. The message says what. */
export class StoreUnusable extends Error {}

const SPOILT = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT'])

/**
 * Opens the file, or begins it. One that is spoilt, or was written by a later version, is set aside under another name and
 * begun anew: the bot then remembers nothing, and says so in its log. Throws `StoreUnusable` where the file cannot be
 * written at all, or another process has it open.
 */
export function openStore(options: StoreOptions): Store {
  const { log, now = Date.now } = options
  return steadyStore(opened(options, now()), memoryStore({ now }), log, now)
}

function opened(options: StoreOptions, now: number): Store {
  const { file, log } = options
  try {
    return sqliteStore(options)
  } catch (error) {
    const code = codeOf(error)
    if (!SPOILT.has(code) && !(error instanceof LaterLayout)) throw new StoreUnusable(whatToDo(file, code, error))
    const aside = setAside(file, now)
    const why = error instanceof LaterLayout ? 'it was written by a later version' : 'it is spoilt'
    log.warn({ file, aside, code }, `the store could not be read: ${why}. It is set aside; what was kept is forgotten`)
    return sqliteStore(options)
  }
}

/** Moves the file and what belongs to it. Out: its new name. */
function setAside(file: string, now: number): string {
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-')
  const aside = `${file}.aside-${stamp}`
  for (const part of ['', '-wal', '-shm', '-journal']) {
    if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, `${aside}${part}`)
  }
  return aside
}

function whatToDo(file: string, code: string, error: unknown): string {
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') {
    return `${file} is in use by another process. One bot has one store: stop the other, or set store.file.`
  }
  if (code === 'ENOENT') return `${dirname(file)} is no folder. Make it, or set store.file.`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EISDIR' || code === 'SQLITE_READONLY') {
    return `${file} cannot be written (${code}). Let the bot's user write there, or set store.file.`
  }
  return `${file} cannot be used as the store (${code || (error instanceof Error ? error.message : String(error))}). Set store.file to another place.`
}

/** `SQLITE_IOERR_READ` and the like by the family they belong to. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(?:NOTADB|CORRUPT|BUSY|LOCKED|READONLY)/.exec(code)?.[0] ?? code
}
