import type { CheckResult } from '../../src/checks/check.ts'
import { correlateAll } from '../../src/correlator/correlate-all.ts'
import type { About } from '../../src/correlator/ids.ts'
import type { MailLog } from '../../src/correlator/mail-log.ts'
import { attemptsOf, concerns, withoutOutbound } from '../../src/diagnosis/attempts.ts'
import type { Candidate, Coverage, Evidence, Gap } from '../../src/diagnosis/evidence.ts'

/** A case as a person writes it down: the clock time and the message of each line, and what was asked. */
export interface Told {
  /** `09:12:00 ICID 7 close`, one a line; `Warning: …` after the time where the level is not Info. */
  readonly log?: string
  /** Lines of the days before, in the same shape: the history. */
  readonly before?: string
  readonly about?: About
  readonly recipient?: string
  readonly checks?: readonly CheckResult[]
  readonly candidates?: readonly string[]
  readonly coverage?: readonly Partial<Coverage>[]
  readonly gaps?: readonly Gap[]
  readonly widened?: boolean
  /** When it is asked; at the end of the day asked about where not given. */
  readonly now?: number
  readonly windowStated?: boolean
}

const day = 86_400_000
/** The day of every log here, a Friday. */
export const dayAsked = { from: Date.UTC(2026, 10, 20), to: Date.UTC(2026, 10, 21) }

export function at(clock: string): number {
  return Date.parse(`2026-11-20T${clock}Z`)
}

/** The lines as the gateway wrote them. */
export function linesOf(log: string, date = 'Fri Nov 20'): string[] {
  const lines: string[] = []
  for (const row of log.split('\n')) {
    const text = row.trim()
    if (text === '') continue
    const [clock, message] = [text.slice(0, 8), text.slice(9)]
    lines.push(`${date} ${clock} 2026 ${/^(Info|Warning|Critical): /.test(message) ? message : `Info: ${message}`}`)
  }
  return lines
}

export function mailLogOf(log: string, before = ''): MailLog {
  const texts = [...linesOf(before, 'Tue Nov 17'), ...linesOf(log)]
  return correlateAll(
    texts.map((text, index) => ({ text, gateway: 'esa1', file: 'mail.current', number: index + 1 })),
    { utcOffset: 0, referenceTime: dayAsked.to, retold: true },
  )
}

export function evidenceOf(told: Told): Evidence {
  const { about = { domain: 'example.com' }, recipient = null } = told
  const candidates = (told.candidates ?? ['192.0.2.0/24']).map(
    (range): Candidate => ({ range, from: 'spf', path: `example.com → ip4:${range}` }),
  )
  const log = mailLogOf(told.log ?? '', told.before)
  const meant = attemptsOf(log).filter((attempt) => concerns(attempt, about, recipient, candidates) !== null)
  const relevant = withoutOutbound(meant)
  return {
    asked: {
      about,
      recipient,
      window: dayAsked,
      windowStated: told.windowStated ?? false,
      now: told.now ?? dayAsked.to,
    },
    ours: { domains: ['example.org'], addresses: ['203.0.113.1'], mxHosts: ['mx1.example.org'] },
    log,
    attempts: relevant.filter(({ time }) => time >= dayAsked.from),
    history: relevant.filter(({ time }) => time < dayAsked.from),
    widened: told.widened ?? false,
    candidates,
    checks: told.checks ?? [],
    coverage: (told.coverage ?? [{}]).map((part) => ({
      gateway: 'esa1',
      from: dayAsked.from - day,
      to: dayAsked.to,
      complete: true,
      lines: 1_000,
      unrecognised: 0,
      gaps: [],
      ...part,
    })),
    gaps: told.gaps ?? [],
  }
}

/** A check's result with as little said as it needs. */
export function check(key: string, subject: string, facts: CheckResult['facts'] = {}): CheckResult {
  const [id = 'R1', what = 'ok'] = key.split('.')
  const status = what === 'ok' ? 'ok' : what === 'unknown' ? 'unknown' : 'problem'
  return { id: id as CheckResult['id'], status, key, subject, facts, lookups: [`MX ${subject} → 10 mx.example.net`] }
}

/** A mail from connection to `ready`, as MID 12 on ICID 7; more recipients where given. */
export function taken(clock = '09:00:00', recipients: readonly string[] = ['ann@example.org']): string {
  return [
    `${clock} New SMTP ICID 7 interface Data 1 (203.0.113.1) address 192.0.2.7 reverse dns host out1.example.com verified yes`,
    `${clock} ICID 7 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 1.2 country Ireland`,
    `${clock} ICID 7 TLS success protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384`,
    `${clock} Start MID 12 ICID 7`,
    `${clock} MID 12 ICID 7 From: <alice@example.com>`,
    ...recipients.map((rcptTo, rid) => `${clock} MID 12 ICID 7 RID ${rid} To: <${rcptTo}>`),
    `${clock} MID 12 Message-ID '<4711@example.com>'`,
    `${clock} MID 12 Subject "Invoice 4711"`,
    `${clock} MID 12 ready 2069 bytes from <alice@example.com>`,
    `${clock} ICID 7 close`,
    `${clock} MID 12 matched all recipients for per-recipient policy DEFAULT in the inbound table`,
  ].join('\n')
}

/** The delivery of MID 12 (or another) to the server inside. */
export function handedOver(clock = '09:00:05', mid = 12, rids = '0'): string {
  return [
    `${clock} MID ${mid} queued for delivery`,
    `${clock} New SMTP DCID 30 interface 203.0.113.1 address 198.51.100.20 port 25`,
    `${clock} Delivery start DCID 30 MID ${mid} to RID [${rids}]`,
    `${clock} Message done DCID 30 MID ${mid} to RID [${rids}] `,
    `${clock} MID ${mid} RID [${rids}] Response '2.6.0 <4711@example.com> Queued mail for delivery'`,
    `${clock} Message finished MID ${mid} done`,
    `${clock} DCID 30 close`,
  ].join('\n')
}

/** A connection that was let in, ICID 7, without anything on it yet. */
export function letIn(clock = '09:00:00', host = 'out1.example.com'): string {
  return [
    `${clock} New SMTP ICID 7 interface Data 1 (203.0.113.1) address 192.0.2.7 reverse dns host ${host} verified no`,
    `${clock} ICID 7 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 1.2 country Ireland`,
  ].join('\n')
}

/** As far as the recipient: MID 12 on ICID 7. */
export function begun(clock = '09:00:00'): string {
  return [
    letIn(clock),
    `${clock} Start MID 12 ICID 7`,
    `${clock} MID 12 ICID 7 From: <alice@example.com>`,
    `${clock} MID 12 ICID 7 RID 0 To: <ann@example.org>`,
  ].join('\n')
}

/** A mail of our own people, relayed for the mail server inside, as far as the outgoing queue: MID 12 on ICID 7. */
export function leaving(clock = '09:00:00', recipients: readonly string[] = ['bob@partner.example']): string {
  return [
    taken(clock, recipients)
      .replace('192.0.2.7 reverse dns host out1.example.com', '10.20.0.15 reverse dns host exch1.corp.example.org')
      .replace(
        'ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 1.2 country Ireland',
        'RELAY SG RELAYLIST match 10.20.0.0/24 SBRS rfc1918',
      )
      .replaceAll('alice@example.com', 'ann@example.org')
      .replace('inbound table', 'outbound table'),
    `${clock} MID 12 queued for delivery`,
  ].join('\n')
}

/** A mail from outside for Ann, whom an alias of ours passes on to another house; queued there as MID 13. */
export function passedOn(clock = '09:00:00', to = 'ann@partner.example'): string {
  return [
    taken(clock),
    `${clock} Start MID 13 ICID 0`,
    `${clock} MID 13 ICID 0 From: <alice@example.com>`,
    `${clock} MID 13 ICID 0 RID 0 To: <${to}>`,
    `${clock} MID 12 rewritten to MID 13 by alias table`,
    `${clock} Message finished MID 12 done`,
    `${clock} MID 13 queued for delivery`,
  ].join('\n')
}
