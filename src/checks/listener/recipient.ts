import type { CheckResult } from '../check.ts'
import { printable } from '../lookups.ts'
import { checked } from '../result.ts'
import { writeListener } from './listener.ts'
import type { ProbeSeen } from './seen.ts'

/** RFC 3463 section 3.2: the recipient's address itself is meant, not the sender's (7, 8). A gateway writes `#5.1.0`. */
const aboutTheAddress = /^#?5\.1\.(?:[0-6]|10)\b/

/**
 * R16 of one probe that was to say RCPT TO with this address of ours; nothing where it did not come as far as MAIL FROM,
 * since R8 to R11 tell why. A refusal is a problem only where its status names the address: a HAT that refuses late
 * (log lines `Delayed HAT REJECT`) does so at this very command, and means the probe's own host.
 */
export function judgeRecipient(seen: ProbeSeen, recipient: string): CheckResult[] {
  const stage = (name: string) => seen.stages.find((one) => one.stage === name)
  const subject = writeListener(seen)
  const [mail, rcpt] = [stage('mail'), stage('rcpt')]
  const last = rcpt ?? mail
  if (!last) return []
  const text = printable(last.text.replaceAll('\n', '; '))
  if (!rcpt || rcpt.code === null) {
    const answer = last.code === null ? text : `${last.code} ${text}`
    const detail = `${rcpt ? 'RCPT TO' : 'MAIL FROM:<>'}: ${answer}`
    return [checked('unknown', 'R16.unknown', subject, { recipient, detail }, [])]
  }
  const facts = { recipient, code: rcpt.code, text }
  if (rcpt.ok) return [checked('ok', 'R16.ok', subject, facts, [])]
  if (rcpt.code < 500) return [checked('unknown', 'R16.later', subject, facts, [])]
  return aboutTheAddress.test(rcpt.text)
    ? [checked('problem', 'R16.refused', subject, facts, [])]
    : [checked('unknown', 'R16.turned-away', subject, facts, [])]
}
