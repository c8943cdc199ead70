import { closeSync, openSync } from 'node:fs'
import Database from 'libsql'
import type { Kept, Store } from '../../gather/ports.ts'

export interface SqliteOptions {
  readonly file: string
  readonly now?: () => number
  /** How many things are kept at most. */
  readonly most?: number
  /** How long to wait for another process to let go of the file: one that is being stopped needs its time to drain. */
  readonly waitMs?: number
}

/** The layout of the file. A file of a higher number was written by a later version, and is not touched. */
const LAYOUT = 1
/** What is over is swept out after so many writes. */
const SWEEP_EVERY = 1_000

/**
 * A store in one SQLite file, which this process alone has open: the lock is the system's, so a process that was killed
 * holds nothing, and two bots cannot answer out of one memory. Written ahead (WAL), so what was kept survives the
 * process, whatever ends it; a power cut may lose the last moments. Throws SQLite's errors (`SQLITE_BUSY`, `_NOTADB`,
 * `_CORRUPT`, `_FULL`, `_READONLY` …), at opening as at every call; `open.ts` and `steady.ts` say what follows from them.
 */
export function sqliteStore({ file, now = Date.now, most = 20_000, waitMs = 15_000 }: SqliteOptions): Store {
  // What was asked is nobody else's to read.
  closeSync(openSync(file, 'a', 0o600))
  const database = new Database(file, { timeout: waitMs })
  try {
    begin(database)
  } catch (error) {
    database.close()
    throw error
  }
  const find = database.prepare('select value from kept where key = ? and (until is null or until > ?)')
  const put = database.prepare(
    'insert into kept (key, value, until, at) values (?, ?, ?, ?) on conflict (key) do update set value = excluded.value, until = excluded.until, at = excluded.at',
  )
  const take = database.prepare(
    "insert into kept (key, value, until, at) values (?, '', ?, ?) on conflict (key) do update set until = excluded.until, at = excluded.at where until <= ?",
  )
  const drop = database.prepare('delete from kept where key = ?')
  const walk = database.prepare(
    'select key, value from kept where key >= ? and key < ? and (until is null or until > ?) order by key',
  )
  const count = database.prepare('select count(*) as many from kept')
  const dropOver = database.prepare('delete from kept where until <= ?')
  const dropOldest = database.prepare(
    'delete from kept where key in (select key from kept order by at, key limit max(0, (select count(*) from kept) - ?))',
  )
  /** Order of writing: the clock alone does not tell two writes of one moment apart. */
  let order = numberIn(database.prepare('select coalesce(max(at), 0) as many from kept').get())
  let writes = 0

  /** Sweeping at intervals would let the file grow in between; counting it at each write is a look at one page. */
  function wrote(): void {
    writes += 1
    const isFull = numberIn(count.get()) > most
    if (isFull || writes % SWEEP_EVERY === 0) dropOver.run(now())
    if (isFull) dropOldest.run(most)
  }

  return {
    async get(key) {
      return textIn(find.get(key, now()), 'value')
    },
    async set(key, value, until) {
      order += 1
      put.run(key, value, until, order)
      wrote()
    },
    async remove(key) {
      drop.run(key)
    },
    async list(prefix) {
      return walk.all(prefix, `${prefix}\u{10FFFF}`, now()).flatMap((row): Kept[] => {
        const [key, value] = [textIn(row, 'key'), textIn(row, 'value')]
        return key === null || value === null ? [] : [{ key, value }]
      })
    },
    async claim(key, until) {
      order += 1
      const isOurs = take.run(key, until, order, now()).changes > 0
      if (isOurs) wrote()
      return isOurs
    },
    async close() {
      letGo(database)
    },
  }
}

export class LaterLayout extends Error {}

function begin(database: Database.Database): void {
  database.pragma('locking_mode = EXCLUSIVE')
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  const [row] = [database.pragma('user_version')].flat()
  const layout = numberIn(row, 'user_version')
  if (layout > LAYOUT) throw new LaterLayout(`layout ${layout}`)
  // This write takes the lock, for as long as the file is open.
  database.pragma(`user_version = ${LAYOUT}`)
  const check = textIn([database.pragma('quick_check(1)')].flat()[0], 'quick_check')
  if (check !== 'ok') throw new Database.SqliteError(check ?? 'not checked', 'SQLITE_CORRUPT')
  database.exec(
    'create table if not exists kept (key text primary key, value text not null, until integer, at integer not null) without rowid; create index if not exists kept_at on kept (at); create index if not exists kept_until on kept (until)',
  )
}

/** The library closes a file only once its statements are collected; the lock must not wait for that. */
function letGo(database: Database.Database): void {
  database.pragma('journal_mode = DELETE')
  database.pragma('locking_mode = NORMAL')
  database.prepare('select count(*) from kept').get()
  database.close()
}

function textIn(row: unknown, field: string): string | null {
  const value = typeof row === 'object' && row !== null ? Reflect.get(row, field) : null
  return typeof value === 'string' ? value : null
}

function numberIn(row: unknown, field = 'many'): number {
  const value = typeof row === 'object' && row !== null ? Reflect.get(row, field) : null
  return typeof value === 'number' ? value : 0
}
