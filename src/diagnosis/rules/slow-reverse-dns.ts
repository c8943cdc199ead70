import type { Attempt } from '../attempts.ts'
import { isBare, opening, pauseOf } from '../connection.ts'
import type { Evidence } from '../evidence.ts'
import { found, proofsOf } from '../proof.ts'
import { defineRule } from '../rule.ts'
import { addresses } from '../steps.ts'
import { told } from '../story.ts'

export const rule = defineRule({
  cause: 'slow-reverse-dns',
  stage: 1,
  cites: ['injection-lost-before-command (C4)', 'vendor note 118013', 'CHECKS S13, S15', 'CAUSES 16'],
  evidence: 'seen',
  past: 'sender-taken',
  texts: {
    headline: { default: "The sender's server hung up while our gateway was still looking up its name." },
    summary: {
      default:
        '{server} connected {count:once|# times}, {count:at|last at} {lastAt}, waited for our greeting and left after {seconds} seconds without offering mail. Our look-up of its reverse DNS name had taken {dnsSeconds} of them.',
      pause:
        '{server} connected {count:once|# times}, {count:at|last at} {lastAt}; nothing happened for {seconds} seconds, then it was gone, without offering mail. Our greeting waits for the reverse DNS name of the server, and none was found.',
      slow: '{server} connected {count:once|# times}, {count:at|last at} {lastAt}; nothing happened for {seconds} seconds, then it was gone, without offering mail. Our greeting waits for the reverse DNS name of the server, and that is slow to answer.',
    },
    clear: 'Reverse DNS: the name of {ip} answers fast and leads back to it.',
    steps: {
      publish:
        'Publish a reverse DNS name (PTR) for {ip} that answers fast, or let the sending server wait longer for the greeting: five minutes by RFC 5321.',
      measure: 'Time the look-up as the gateway sees it; over 10 seconds is the proof.',
      shorten:
        'If many senders are slow: shorten the reverse DNS time-out (20 seconds by default): `dnsconfig`, SETUP, then `commit`.',
    },
    note: {
      subject: 'Your server {ip} hangs up before our greeting',
      body: 'Hello,\n\nyour server {ip} connected to {ourDomain} {count:once|# times}, {count:at|last at} {lastAt}, and hung up after {seconds} seconds, before our greeting. Our gateway looks up the reverse DNS name of a server before it greets, and for {ip} that takes too long. Please publish a PTR record for {ip} on name servers that answer, with an address record of that name that leads back to {ip}; or raise the time your server waits for the greeting (RFC 5321 section 4.5.3.2.1 says five minutes).',
    },
    meaning:
      'Before it greets, the gateway looks up the name of the server that connected. If that DNS zone does not answer, the greeting comes late, and some servers do not wait so long. The fault is in the reverse DNS of the sender, or in our own resolver if many senders are slow.',
  },
  examine(evidence) {
    const proven = proofsOf(evidence, (attempt) => told(attempt, 'injection-lost-before-command'))
    const proofs = proofsOf(evidence, (attempt) => {
      const early = told(attempt, 'injection-lost-before-command')
      const pause = early.length > 0 ? null : slowPause(evidence, attempt)
      return early.length > 0 ? early : pause === null ? [] : [...opening(attempt), pause.next]
    })
    const last = (proven.at(-1) ?? proofs.at(-1))?.attempt
    if (last === undefined) return clearOf(evidence)
    const early = told(last, 'injection-lost-before-command').at(-1)?.fields
    return found({
      cause: 'slow-reverse-dns',
      certainty: early ? 'proven' : 'likely',
      proofs,
      variant: early ? 'default' : last.host === null ? 'pause' : 'slow',
      slots: {
        seconds: early?.seconds ?? Math.round((slowPause(evidence, last)?.ms ?? 0) / 1000),
        dnsSeconds: early?.dnsSeconds ?? 0,
      },
      nextSteps: [
        { who: 'sender', step: 'publish' },
        ...addresses([last]).map((ip) => ({ who: 'us', step: 'measure', command: `dig -x ${ip}` }) as const),
        { who: 'us', step: 'shorten' },
      ],
      note: true,
    })
  },
})

/** Ten seconds and more from the connection to its end, and a name that could not be found, or slowly. */
function slowPause({ checks }: Evidence, attempt: Attempt) {
  const pause = isBare(attempt) ? pauseOf(attempt) : null
  if (pause === null || pause.ms < 10_000 || pause.ms > 240_000) return null
  const slow = checks.some(({ key, subject }) => key === 'S15.slow' && subject === attempt.ip)
  return attempt.host === null || slow ? pause : null
}

function clearOf({ checks, attempts }: Evidence) {
  const good = checks.find(({ key, subject }) => key === 'S15.ok' && attempts.some(({ ip }) => ip === subject))
  const named = good && checks.some(({ key, subject }) => key === 'S14.ok' && subject === good.subject)
  return named ? ({ outcome: 'clear', slots: { ip: good.subject } } as const) : ({ outcome: 'not-applicable' } as const)
}
