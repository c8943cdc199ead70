import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { newKey } from '../../../src/demo/gateway-keys.ts'
import { source } from '../../../src/edges/sources/log-host.ts'
import { budget, logHostCases, openOn, window } from './log-host-cases.ts'
import { startUnixHost, type UnixHost } from './unix-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-host-'))
afterAll(() => rmSync(folder, { recursive: true }))
const key = newKey()
const keyFile = join(folder, 'key')
writeFileSync(keyFile, key.private)
writeFileSync(join(folder, 'mail.current'), 'Mon Jan  5 10:00:01 2026 Info: Start MID 123 ICID 7\n')

logHostCases('a Unix host in this process', keyFile, () => startUnixHost(key.public))

describe('an answer that is not whole is said to be so', () => {
  const cases: [instead: UnixHost['instead'], kind: string, detail: string][] = [
    ['cut', 'partial', 'the connection was lost'],
    ['hang', 'timeout', 'did not end in time'],
    ['no-status', 'partial', 'without an exit status'],
  ]
  test.each(cases)('%s', async (instead, kind, detail) => {
    const host = await startUnixHost(key.public)
    host.instead = instead
    const opened = openOn(host, keyFile, folder, { seconds: 0.5 })
    const { gaps } = await opened.search({ needles: [{ kind: 'mid', id: 123 }], window }, budget)
    expect(gaps[0]?.kind).toBe(kind)
    expect(gaps[0]?.detail).toContain(detail)
    await opened.close()
    await host.close()
  })
})

test('what an asker writes never reaches the shell', async () => {
  const host = await startUnixHost(key.public)
  const opened = openOn(host, keyFile, folder, { files: 'mail.*' })
  for (const text of ["'; touch x; '", '$(touch x).example', '`touch x`', '-e example', 'a\nb.example', '\u0000abc']) {
    await opened.search({ needles: [{ kind: 'text', text }], window: { from: 0, to: Date.now() } }, budget)
  }
  expect(new Set(host.commands)).toEqual(
    new Set([
      `env LC_ALL=C TZ=UTC0 ls -lnL '${folder}/'`,
      `env LC_ALL=C grep -F -i -a -n -H -f - -- '${folder}/mail.current'`,
    ]),
  )
  await opened.close()
  await host.close()
})

test('a folder or a pattern that a shell would read otherwise is not taken', () => {
  const good = {
    source: 'log-host',
    host: 'logs.example.org',
    user: 'bot',
    hostKey: `SHA256:${'A'.repeat(43)}`,
    folder: '/logs',
  }
  expect(source.config.safeParse(good).success).toBe(true)
  for (const wrong of [{ folder: "/logs'; reboot" }, { folder: 'logs' }, { files: '$(x)' }, { hostKey: undefined }]) {
    expect(source.config.safeParse({ ...good, ...wrong }).success).toBe(false)
  }
})
