import { parseAddress } from '../checks/address.ts'
import type { Attempt } from './attempts.ts'
import type { Candidate } from './evidence.ts'
import type { NextStep } from './rule.ts'

// Steps that several rules end with. A rule takes the text into its own `steps`, so that a language may word it for
// that cause.

export const debugLogText =
  'Log the whole SMTP conversation with their servers: `logconfig`, NEW, Injection Debug Logs, name `smtp_debug`, hosts `{hosts}`, 10 sessions, the defaults for the rest, then `commit`. Have the sender send a test, read it with `tail smtp_debug`, and paste it to `explain`, which points at the line where it broke.'

/**
 * An injection debug log for the servers that these attempts came from, and for each MX host of the sender's, since the
 * test may come from another one (vendor note 118013).
 */
export function debugLogStep(attempts: readonly Attempt[], candidates: readonly Candidate[] = []): NextStep {
  const mx = candidates.flatMap(({ from, range }) => (from === 'mx' && parseAddress(range) !== null ? [range] : []))
  const hosts = [...new Set([...addresses(attempts), ...mx])].slice(0, 6)
  return { who: 'us', step: 'debugLog', slots: { hosts: hosts.join(', ') || '?' }, command: 'logconfig' }
}

export const captureText =
  'Capture one attempt on the wire: `packetcapture`, SETUP, custom filter `{filter}`, START, and STOP after the attempt. The last packet shows who ended it: FIN, RST, or nobody.'

/** A packet capture of the traffic with these servers, at the gateway (vendor note 118295). */
export function captureStep(attempts: readonly Attempt[]): NextStep {
  const hosts = addresses(attempts).map((ip) => `host ${ip}`)
  const filter = hosts.length > 1 ? `(${hosts.join(' or ')}) and port 25` : `${hosts[0] ?? 'tcp'} and port 25`
  return { who: 'us', step: 'capture', slots: { filter }, command: 'packetcapture' }
}

export const traceText = 'Read every line of that message on the gateway.'

/** All lines of the latest of these messages, from the gateway itself (grammar, section 18). */
export function traceStep(attempts: readonly Attempt[]): NextStep {
  const mid = attempts.at(-1)?.mid ?? null
  return { who: 'us', step: 'trace', ...(mid !== null && { command: `findevent -m ${mid} mail_logs` }) }
}

/** The addresses of the attempts, each once, the latest three. Only what is an address: it goes into a command. */
export function addresses(attempts: readonly Attempt[]): readonly string[] {
  const known = new Set<string>()
  for (const { ip } of attempts) if (ip !== null && parseAddress(ip) !== null) known.add(ip)
  return [...known].slice(-3)
}

/** Where the policies are that this mail went through: those for mail that leaves stand in menus of their own. */
export function policiesOf({ outbound }: Attempt, menu: 'Content Filters' | 'Mail Policies'): string {
  return `Mail Policies > ${outbound ? 'Outgoing' : 'Incoming'} ${menu}`
}

/** A domain name fit for a command, or null. */
export function commandDomain(name: string | null): string | null {
  return name !== null && name.length <= 253 && /^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9])?$/i.test(name) ? name : null
}
