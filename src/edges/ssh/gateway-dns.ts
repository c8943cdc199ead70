import { parseAddress } from '../../checks/address.ts'
import type { Answer, RecordOf, RecordType, Resolver } from '../../checks/resolver.ts'
import { type Asking, ask } from './ask.ts'
import { refusalIn } from './prompt.ts'

/**
 * The DNS as a gateway sees it, by its own `dig` (`dig MX example.com`; the type before the name is what both AsyncOS
 * and BIND take, while `-t` means TCP to one and the type to the other). Types that AsyncOS does not list end as a
 * temporary error, and so does whatever is no answer of dig's: how AsyncOS prints one was not confirmed on an appliance.
 * Once a login may not run it, it is not asked again.
 */
export function gatewayResolver(asking: Asking, deadline: number, refused: { reason: string | null }): Resolver {
  return {
    async resolve(name, type) {
      if (refused.reason !== null) return failed(refused.reason)
      if (!(type in readers) || !/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$/.test(name))
        return failed('cannot be asked there')
      const start = performance.now()
      const allowance = { lines: 500, bytes: 100_000, deadline }
      const { lines, gaps } = await ask(asking, `dig ${type} ${name}`, allowance, () => true)
      const answer = readDig(lines, type)
      if (answer === null) {
        const refusal = gaps[0] ?? refusalIn(lines)
        if (refusal?.kind === 'role') refused.reason = refusal.detail
        return failed(refusal?.detail ?? 'dig said nothing')
      }
      return { ...answer, elapsedMs: Math.round(performance.now() - start), server: asking.where }
    },
  }
}

function failed(reason: string): { readonly kind: 'temporary-error'; readonly reason: string } {
  return { kind: 'temporary-error', reason }
}

const name = /^([A-Za-z0-9_*.\\-]{1,255}?)\.?$/

const readers: { readonly [T in RecordType]?: (data: string) => RecordOf[T] | null } = {
  A: (data) => (parseAddress(data)?.family === 4 ? data : null),
  MX(data) {
    const [priority = '', exchange = ''] = data.split(/\s+/)
    const host = exchange === '.' ? '' : name.exec(exchange)?.[1]
    return /^\d{1,5}$/.test(priority) && host !== undefined ? { priority: Number(priority), exchange: host } : null
  },
  PTR: (data) => name.exec(data)?.[1] ?? null,
  NS: (data) => name.exec(data)?.[1] ?? null,
  CNAME: (data) => name.exec(data)?.[1] ?? null,
  TXT: (data) => [...data.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1')),
}

/**
 * Reads what dig prints: the status of its header, and the records of its answer section. Null where there is no header,
 * so that a refusal, a time-out or another program's words are never taken for "no such name".
 */
export function readDig<T extends RecordType>(lines: readonly string[], type: T): Answer<RecordOf[T]> | null {
  const status = lines.map((line) => /^;; ->>HEADER<<-.{0,40}\bstatus: ([A-Z]{1,12})\b/.exec(line)?.[1]).find(Boolean)
  if (status === undefined) {
    const silent = lines.find((line) =>
      /connection timed out|no servers could be reached|communications error/.test(line),
    )
    return silent === undefined ? null : failed('no answer in time')
  }
  if (status === 'NXDOMAIN') return { kind: 'no-such-name' }
  if (status !== 'NOERROR') return failed(status)
  const begin = lines.findIndex((line) => /^;; ANSWER SECTION/.test(line))
  const records: RecordOf[T][] = []
  for (const line of begin < 0 ? [] : lines.slice(begin + 1)) {
    if (line.trim() === '' || line.startsWith(';')) break
    const [, kind, data = ''] = /^\S+\s+\d+\s+IN\s+([A-Z]+)\s+(.+)$/.exec(line) ?? []
    const record = kind === type ? readers[type]?.(data.trim()) : null
    if (record !== null && record !== undefined) records.push(record)
  }
  return records.length > 0 ? { kind: 'records', records } : { kind: 'no-data' }
}
