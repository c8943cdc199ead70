import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { memoryStore } from '../../../src/edges/store/memory.ts'
import { openStore, StoreUnusable } from '../../../src/edges/store/open.ts'
import { sqliteStore } from '../../../src/edges/store/sqlite.ts'
import { steadyStore } from '../../../src/edges/store/steady.ts'
import type { Store } from '../../../src/gather/ports.ts'
import { recordingLog } from '../slack/scripted.ts'

const folder = mkdtempSync(join(tmpdir(), 'postmaster-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const freshFile = () => join(folder, `${++files}.db`)

interface Options {
  readonly now: () => number
  readonly most?: number
}

const stores: [string, (options: Options) => Store][] = [
  ['in memory', memoryStore],
  ['in a file', (options) => sqliteStore({ ...options, file: freshFile() })],
  [
    'in memory, because the file fails',
    (options) => steadyStore(failing, memoryStore(options), recordingLog(), Date.now),
  ],
]

const fails = () => Promise.reject(Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' }))
const failing: Store = { get: fails, set: fails, remove: fails, list: fails, claim: fails, close: fails }

describe.each(stores)('a store %s', (_, open) => {
  const at = (now: number, most?: number) => {
    const clock = { now }
    const store = open({ now: () => clock.now, ...(most === undefined ? {} : { most }) })
    return { clock, store }
  }
  const keysOf = async (store: Store, prefix: string) => (await store.list(prefix)).map(({ key }) => key)

  it('keeps what was set last, until it is removed', async () => {
    const { store } = at(0)
    expect(await store.get('thread a')).toBeNull()
    await store.set('thread a', '1', null)
    await store.set('thread a', '2 “ü” \u{1F4EC}', null)
    expect(await store.get('thread a')).toBe('2 “ü” \u{1F4EC}')
    await store.remove('thread a')
    expect(await store.get('thread a')).toBeNull()
    await store.remove('thread a')
  })

  it('forgets what is over', async () => {
    const { clock, store } = at(100)
    await store.set('watch a', 'x', 200)
    clock.now = 199
    expect(await store.get('watch a')).toBe('x')
    clock.now = 200
    expect(await store.get('watch a')).toBeNull()
    expect(await store.list('watch ')).toEqual([])
  })

  it('lists by how keys begin, in their order', async () => {
    const { store } = at(0)
    for (const key of ['b 2', 'a 1', 'b 1', 'b% 3', 'bb']) await store.set(key, `value of ${key}`, null)
    expect(await store.list('b ')).toEqual([
      { key: 'b 1', value: 'value of b 1' },
      { key: 'b 2', value: 'value of b 2' },
    ])
    expect(await keysOf(store, '')).toHaveLength(5)
  })

  it('lets exactly one claim a key, until that is over', async () => {
    const { clock, store } = at(0)
    const claims = await Promise.all([1, 2, 3].map(() => store.claim('event Ev1', 100)))
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await store.claim('event Ev2', 100)).toBe(true)
    clock.now = 100
    expect(await store.claim('event Ev1', 200)).toBe(true)
    expect(await store.claim('event Ev1', 200)).toBe(false)
  })

  it('forgets first what was kept longest ago, where there is no room', async () => {
    const { store } = at(0, 3)
    for (const key of ['a', 'b', 'c']) await store.set(key, key, null)
    await store.set('a', 'again', null)
    await store.set('d', 'd', null)
    expect(await keysOf(store, '')).toEqual(['a', 'c', 'd'])
  })

  it('takes any key for what it is', async () => {
    const { store } = at(0)
    expect(await store.get('__proto__')).toBeNull()
    for (const key of ['constructor', "'; drop table kept; --", '']) {
      await store.set(key, key, null)
      expect(await store.get(key)).toBe(key)
    }
  })
})

describe('a file', () => {
  const open = (file: string, log = recordingLog()) => openStore({ file, log, waitMs: 50 })

  it('keeps everything over a restart, for its owner alone', async () => {
    const file = freshFile()
    const before = open(file)
    await before.set('thread a', '1', null)
    expect(await before.claim('event Ev1', Date.now() + 60_000)).toBe(true)
    await before.close()
    const after = open(file)
    expect(await after.get('thread a')).toBe('1')
    expect(await after.claim('event Ev1', Date.now() + 60_000)).toBe(false)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await after.close()
  })

  it('keeps everything where its process is killed', async () => {
    const file = freshFile()
    const source = new URL('../../../node_modules/libsql/index.js', import.meta.url).pathname
    const kill = `
      const Database = require(${JSON.stringify(source)}); const d = new Database(${JSON.stringify(file)})
      d.pragma('locking_mode = EXCLUSIVE'); d.pragma('journal_mode = WAL'); d.pragma('user_version = 1')
      d.exec('create table kept (key text primary key, value text not null, until integer, at integer not null) without rowid')
      d.exec("insert into kept values ('thread a', '1', null, 1)"); process.kill(process.pid, 'SIGKILL')`
    expect(() => execFileSync(execPath, ['-e', kill], { stdio: 'ignore' })).toThrow()
    const store = open(file)
    expect(await store.get('thread a')).toBe('1')
    await store.close()
  })

  it.each([
    ['is no database', 'not a database '.repeat(1_000)],
    ['was cut off', null],
  ])('that %s is set aside, and said', async (_, text) => {
    const file = freshFile()
    if (text === null) {
      const store = open(file)
      for (let i = 0; i < 200; i += 1) await store.set(`thread ${i}`, 'x'.repeat(500), null)
      await store.close()
      writeFileSync(file, readFileSync(file).subarray(0, 30_000).fill(7, 5_000, 9_000))
    } else writeFileSync(file, text)
    const spoilt = readFileSync(file)
    const log = recordingLog()
    const store = open(file, log)
    await store.set('thread a', '1', null)
    expect(await store.get('thread a')).toBe('1')
    const aside = String(log.lines[0]?.fields.aside)
    expect(log.lines).toMatchObject([{ level: 'warn', message: expect.stringContaining('it is spoilt') }])
    expect(readFileSync(aside).equals(spoilt)).toBe(true)
    await store.close()
  })

  it('of a later version is set aside', async () => {
    const file = freshFile()
    await open(file).close()
    const bytes = readFileSync(file)
    bytes.writeUInt32BE(99, 60) // SQLite's file format: user_version stands at offset 60.
    writeFileSync(file, bytes)
    const log = recordingLog()
    await open(file, log).close()
    expect(log.lines[0]?.message).toContain('later version')
    expect(readdirSync(folder).filter((name) => name.includes('.aside-')).length).toBeGreaterThan(0)
  })

  it('is one bot alone', async () => {
    const file = freshFile()
    const store = open(file)
    expect(() => open(file)).toThrow(/in use by another process/)
    await store.close()
    await open(file).close()
  })

  it('that cannot be there is told, with what to do', () => {
    const missing = join(folder, 'no-such', 'a.db')
    expect(() => open(missing)).toThrow(StoreUnusable)
    expect(() => open(missing)).toThrow(/no-such is no folder. Make it, or set store.file/)
    const isFolder = join(folder, 'a-folder')
    mkdirSync(isFolder)
    expect(() => open(isFolder)).toThrow(/cannot be written \(EISDIR\)/)
    chmodSync(isFolder, 0o700)
  })
})

describe('a file that fails meanwhile', () => {
  it('is told once a minute, and what is kept is kept until the file can be written again', async () => {
    const log = recordingLog()
    let now = 0
    let works = false
    const real = memoryStore({ now: () => now })
    const through = <Result>(call: () => Promise<Result>) => (works ? call() : fails())
    const file: Store = {
      get: (key) => through(() => real.get(key)),
      set: (key, value, until) => through(() => real.set(key, value, until)),
      remove: (key) => through(() => real.remove(key)),
      list: (prefix) => through(() => real.list(prefix)),
      claim: (key, until) => through(() => real.claim(key, until)),
      close: () => through(() => real.close()),
    }
    const store = steadyStore(file, memoryStore({ now: () => now }), log, () => now)
    await store.set('a', '1', null)
    await store.set('b', '1', null)
    expect(log.lines).toHaveLength(1)
    expect(log.lines[0]).toMatchObject({ level: 'warn', fields: { reason: 'SQLITE_FULL' } })
    now = 60_000
    expect(await store.get('c')).toBeNull()
    expect(log.lines).toHaveLength(2)
    works = true
    expect(await store.get('a')).toBe('1')
    await store.set('a', '2', null)
    expect(await store.get('a')).toBe('2')
    expect(await store.list('')).toEqual([
      { key: 'a', value: '2' },
      { key: 'b', value: '1' },
    ])
    expect(log.lines.at(-1)?.message).toBe('the store can be written again')
  })
})
