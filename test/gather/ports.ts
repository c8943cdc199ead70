import type { Resolver } from '../../src/checks/resolver.ts'
import type { Gap } from '../../src/diagnosis/evidence.ts'
import { holds, sieveFor } from '../../src/edges/logs/sieve.ts'
import { memoryStore } from '../../src/edges/store/memory.ts'
import type { Budget, LogSource, Ports, ProgressStep, Search, SearchResult } from '../../src/gather/ports.ts'
import { defaultLimits, type Settings } from '../../src/gather/settings.ts'
import type { Question } from '../../src/question/question.ts'

/** The moment all questions of these tests are asked. */
export const now = Date.parse('2026-11-20T12:00:00Z')
export const hour = 3_600_000

/** A gateway's log as a value: lines in memory, found as a file's are, and what it was asked. */
export interface LogInMemory extends LogSource {
  readonly asked: { readonly search: Search; readonly budget: Budget }[]
}

export interface Behaviour {
  readonly gateway?: string
  /** Told with every search. */
  readonly gaps?: readonly Gap[]
  /** Whether the log proves that it holds the whole window. */
  readonly complete?: boolean
  /** What an answer is turned into, by the number of the search. */
  readonly answer?: (result: SearchResult, round: number) => SearchResult
}

export function logOf(text: string, behaviour: Behaviour = {}): LogInMemory {
  const { gateway = 'esa1', gaps = [], complete = true, answer = (result) => result } = behaviour
  const lines = text.split('\n').filter((line) => line !== '')
  const asked: LogInMemory['asked'] = []
  return {
    gateway,
    asked,
    async search(search, budget) {
      asked.push({ search, budget })
      const sieve = sieveFor(search.needles)
      const found = lines.flatMap((line, at) =>
        holds(sieve, line) ? [{ text: line, file: 'mail.current', number: at + 1 }] : [],
      )
      return answer({ lines: found, gaps, utcOffset: 0, scanned: lines.length }, asked.length - 1)
    },
    async coverage({ from, to }) {
      const read = lines.length > 0
      return {
        coverage: {
          gateway,
          from: read ? from : null,
          to: read ? to : null,
          complete: complete && read,
          lines: 0,
          unrecognised: 0,
          gaps: [],
        },
        gaps,
      }
    },
    health: async () => ({ ok: gaps.length === 0, version: '16.0.0', utcOffset: 0, gaps }),
    close: async () => {},
  }
}

export function portsOf(sources: readonly LogSource[], resolver: Resolver | null = null): Ports {
  return { sources, resolver, probe: null, clock: { now: () => now }, store: memoryStore() }
}

export const settings: Settings = {
  ours: { domains: ['example.org'], addresses: ['192.0.2.25'], mxHosts: ['mx1.example.org'] },
  listeners: [],
  timeZone: 'UTC',
  language: 'en',
  zones: {},
  limits: defaultLimits,
}

export function questionOf(about: Question['about'], more: Partial<Question> = {}): Question {
  return {
    about,
    recipient: null,
    window: { from: now - 24 * hour, to: now },
    windowStated: false,
    gateways: [],
    language: 'en',
    timeZone: 'UTC',
    now,
    ...more,
  }
}

export function progressKept(): { readonly steps: ProgressStep[]; progress(step: ProgressStep): void } {
  const steps: ProgressStep[] = []
  return { steps, progress: (step) => void steps.push(step) }
}

/** A line of the log, so many minutes before the question. */
export function at(minutesAgo: number, message: string): string {
  const [day, date, month, year] = new Date(now - minutesAgo * 60_000).toUTCString().replace(',', '').split(' ')
  const clock = new Date(now - minutesAgo * 60_000).toISOString().slice(11, 19)
  return `${day} ${month} ${date} ${clock} ${year} Info: ${message}`
}

interface Mail {
  readonly minutesAgo: number
  readonly id: number
  readonly ip?: string
  readonly host?: string
  readonly from?: string
  readonly to?: string
}

/** A mail that was taken and delivered: ICID, MID and DCID are `id`. */
export function delivered({
  minutesAgo,
  id,
  ip = '198.51.100.7',
  host = 'mx.example.com',
  from = 'alice@example.com',
  to = 'bob@example.org',
}: Mail): string {
  return [
    `New SMTP ICID ${id} interface Data 1 (192.0.2.25) address ${ip} reverse dns host ${host} verified yes`,
    `ICID ${id} ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 3.5 country Switzerland`,
    `Start MID ${id} ICID ${id}`,
    `MID ${id} ICID ${id} From: <${from}>`,
    `MID ${id} ICID ${id} RID 0 To: <${to}>`,
    `MID ${id} ready 2000 bytes from <${from}>`,
    `MID ${id} queued for delivery`,
    `New SMTP DCID ${id} interface 192.0.2.25 address 192.0.2.80 port 25`,
    `Delivery start DCID ${id} MID ${id} to RID [0]`,
    `Message done DCID ${id} MID ${id} to RID [0]`,
    `MID ${id} RID [0] Response '2.0.0 Ok: queued as 4F7'`,
    `Message finished MID ${id} done`,
    `ICID ${id} close`,
    `DCID ${id} close`,
  ]
    .map((message) => at(minutesAgo, message))
    .join('\n')
}

/** A connection that the HAT refused before any sender was named. */
export function refused({
  minutesAgo,
  id,
  ip = '198.51.100.7',
  host = 'mx.example.com',
}: Omit<Mail, 'from' | 'to'>): string {
  return [
    `New SMTP ICID ${id} interface Data 1 (192.0.2.25) address ${ip} reverse dns host ${host} verified yes`,
    `ICID ${id} REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0] SBRS -5.4 country Switzerland`,
    `ICID ${id} close`,
  ]
    .map((message) => at(minutesAgo, message))
    .join('\n')
}
