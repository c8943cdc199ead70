import type { Random } from '../../../src/demo/world/random.ts'

/** How a line reaches the reader: as the gateway writes it, or by way of syslog (log grammar H1 to H11). */
export type Envelope = (line: string, gateway: string) => string

/** `Fri Nov  6 09:16:46 2026 Info: text` → its parts. */
function parts(line: string): { stamp: string; day: string; clock: string; year: string; rest: string } {
  return {
    stamp: line.slice(0, 24),
    day: line.slice(4, 10),
    clock: line.slice(11, 19),
    year: line.slice(20, 24),
    rest: line.slice(25),
  }
}

const native: Envelope = (line) => line

const bySyslog: readonly Envelope[] = [
  (line) => `<166>${parts(line).day} ${parts(line).clock} mail_logs: ${parts(line).rest}`,
  (line, gateway) =>
    `<94>${parts(line).day} ${parts(line).clock} ${gateway}.example.org mail_logs: ${parts(line).rest}`,
  (line, gateway) => `${parts(line).day} ${parts(line).clock} ${gateway} smail: ${parts(line).rest}`,
  (line, gateway) =>
    `${parts(line).day} ${parts(line).clock} ${parts(line).year} ${gateway}.example.org syslog_mail: ${parts(line).rest}`,
  (line, gateway) => `<22>${parts(line).day} ${parts(line).clock} loghost ${gateway}: ${line}`,
]

/**
 * Half of all logs come as they are written, and those that must prove their own coverage. Syslog tells no zone: then
 * the gateway's clock is that of who asks.
 */
export function drawEnvelope(
  random: Random,
  asWritten: boolean,
): { readonly envelope: Envelope; readonly zoned: boolean } {
  const plain = random.chance(0.5) || asWritten
  return plain ? { envelope: native, zoned: true } : { envelope: random.pick(bySyslog), zoned: false }
}

/** The line as a release of ten years ago has it; null where that release writes none (A1, F2, F5, F6, T2, V9). */
export function olderRelease(line: string): string | null {
  if (/ MID \d+ (SDR|DMARC|AMP|using engine: GRAYMAIL)\b/.test(line) && !line.includes('MALICIOUS')) return null
  return line
    .replace(/ (REJECT|ACCEPT|TCPREFUSE) SG BLOCKED_LIST /, ' $1 SG BLACKLIST ')
    .replace(/( SBRS \S+) country .*$/, '$1')
    .replace(/ TLS success protocol .*$/, ' TLS success')
    .replace(/ Subject "([^"']*)"$/, " Subject '$1'")
}
