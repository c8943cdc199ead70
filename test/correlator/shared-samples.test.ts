import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { correlateAll } from '../../src/correlator/correlate.ts'
import type { MailLog } from '../../src/correlator/mail-log.ts'

// Logs that others have published. They are not in the project; where they lie beside it, every line of them that the
// catalogue of line forms knows must be read, and of the rest it is said here why not.

const folder = new URL('../../../shared/samples/', import.meta.url)

/** Whether a file is there; prints that it was passed over where not. */
function has(name: string): boolean {
  const there = existsSync(new URL(name, folder))
  if (!there) console.info(`passed over: ${name} is not here`)
  return there
}

function linesOf(name: string): readonly string[] {
  return readFileSync(new URL(name, folder), 'utf8').split('\n')
}

function correlated(lines: readonly string[]): MailLog {
  return correlateAll(lines.map((text, at) => ({ gateway: 'esa1', file: 'f', number: at + 1, text })))
}

/** The messages that no form reads, and the lines without a header. */
function unread(log: MailLog): readonly string[] {
  const things = [...log.injections, ...log.messages, ...log.deliveries]
  const events = new Set([...log.loose, ...things.flatMap(({ timeline }) => timeline)])
  return [...events].flatMap(({ form, line }) =>
    form === 'unrecognised' || form === 'continuation' ? [line.message] : [],
  )
}

const cribl = 'cribl-esa-textmail-7.6.3.log'
if (has(cribl)) {
  it('a thousand lines of a real gateway are all read', () => {
    const log = correlated(linesOf(cribl).filter(Boolean))
    expect(log.summary).toMatchObject({ lines: 1000, recognised: 1000, unrecognised: 0, continuations: 0 })
  })
}

const returnPath = 'returnpath-ironportParser-comment-samples.txt'
if (has(returnPath)) {
  it('the lines in the comments of a parser are read, but for the last, where the sample ends within a line', () => {
    const lines: string[] = []
    for (const comment of linesOf(returnPath)) {
      const text = comment.replace(/^# ?/, '')
      if (/^[A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d \d{4} /.test(text)) lines.push(text.trim())
      // A comment wraps its lines, and puts blanks before the rest.
      else if (/^\s+\S/.test(text) && lines.length > 0) lines.push(`${lines.pop()} ${text.trim()}`)
    }
    const log = correlated(lines)
    expect(log.summary).toMatchObject({ lines: 18, recognised: 17 })
    expect(unread(log).map((message) => message.split(' ').slice(2, 4).join(' '))).toEqual(['DKIM: pass'])
  })
}

// What a line begins with → why no form reads it.
const ofOtherLogs: readonly (readonly [begins: string, why: string])[] = [
  ['http service', 'web interface'],
  ['Session ', 'web interface'],
  ['req:', 'web interface'],
  ['Error in http connection', 'web interface'],
  ['SSL error with client', 'web interface'],
  ['PERIODIC REPORTS', 'reports'],
  ['TLS connection failed because', 'reports'],
  ['System is coming up', 'system'],
  ['Received an invalid DNS Response', 'system'],
  ['The system time was changed', 'system'],
  ['Hostname is successfully changed', 'licences'],
  ['User ', 'logins of administrators'],
  ['The user ', 'logins of administrators'],
  ['An authentication attempt', 'logins of administrators'],
  ['login:', 'logins of administrators'],
  ['logout:', 'logins of administrators'],
  ['PID ', 'logins of administrators'],
  ['Message containing attachment(s) for which verdict update', 'remediation of mailboxes'],
  ['case antispam - engine', 'the running of an engine'],
  ['PF: ', 'the running of an engine'],
  ['case waiting for new updates', 'updates'],
  ['service_log_client', 'telemetry'],
]

const sc4s = 'sc4s-test_cisco_esa-lines.txt'
if (has(sc4s)) {
  it('the templates of a syslog server are read, but for those of other logs', () => {
    const lines = linesOf(sc4s)
      .filter((line) => line.startsWith('{{'))
      .map((line) =>
        line
          .replace(/\{\{ ?mark ?\}\}/, '<166>')
          .replace('{{ bsd }}', 'Aug 10 10:00:00')
          .replace('{{ host }}', 'esa1')
          .replace('{{ app }}', 'mail_logs'),
      )
    const log = correlated(lines)
    const rest = unread(log)
    expect(log.summary.lines).toBe(51)
    expect(rest.filter((message) => !ofOtherLogs.some(([begins]) => message.startsWith(begins)))).toEqual([])
    expect(ofOtherLogs.filter(([begins]) => !rest.some((message) => message.startsWith(begins)))).toEqual([])
    expect(log.summary.recognised).toBe(24)
  })
}

it('of each line that is passed over the reason is known', () => {
  expect(ofOtherLogs.filter(([begins, why]) => begins === '' || why === '')).toEqual([])
})
