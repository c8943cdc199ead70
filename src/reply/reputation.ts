import type { Evidence } from '../diagnosis/evidence.ts'
import { type Reputation, reputationsOf, type Score } from '../diagnosis/reputation.ts'
import type { Finding } from '../diagnosis/rule.ts'
import type { Line, Section } from './reply.ts'
import type { Speech } from './speech.ts'
import { shortTime } from './when.ts'

/** What our gateway thought of the sender's addresses, and how that changed, with the page that tells today's. */
export function reputation(evidence: Evidence, leading: Finding | undefined, speech: Speech): Section | null {
  const known = leading ? reputationsOf(evidence, leading) : []
  if (known.length === 0) return null
  const items = known.map((one) => lineOf(one, speech))
  return { kind: 'list', role: 'reputation', title: speech.ui('reputation'), items, folded: true }
}

function lineOf({ ip, scores, url }: Reputation, speech: Speech): Line {
  const changes = scores.map((score) => scoreIn(score, speech)).join(' → ')
  return [{ bold: ip }, changes === '' ? ' · ' : `: ${changes} · `, { link: speech.ui('reputationNow'), url }]
}

function scoreIn({ time, sbrs, senderGroup, country }: Score, speech: Speech): string {
  const score = sbrs === null ? '–' : sbrs.toFixed(1).replace('-', '−')
  const beside = [senderGroup, country].filter((part) => part !== null)
  return [shortTime(time, speech.clockwork), score, ...(beside.length > 0 ? [`(${beside.join(', ')})`] : [])].join(' ')
}
