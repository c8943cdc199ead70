import type { CheckResult } from '../check.ts'
import { printable } from '../lookups.ts'
import { writeMx } from '../mx/hosts.ts'
import type { Answer, MxRecord, Resolver } from '../resolver.ts'
import { checked } from '../result.ts'

/** Somebody else's view of the DNS: one of our name servers, or a gateway. */
export interface View {
  readonly name: string
  readonly resolver: Resolver
}

/**
 * R3: do all our views give the same MX for a domain of ours? Differences are told, never merged: a change that has not
 * reached all name servers, a split zone, a forged answer. It needs two views; more of the world may see something else.
 */
export async function checkAgreement(domain: string, views: readonly View[]): Promise<CheckResult[]> {
  const seen = await Promise.all(views.map(({ name, resolver }) => mxSeenBy(name, domain, resolver)))
  const answered = seen.filter(({ answer }) => answer !== null)
  const lookups = seen.map(({ view, text }) => `MX ${domain} @${view} → ${text}`)
  if (answered.length < 2) {
    return [checked('unknown', 'R3.unknown', domain, {}, lookups)]
  }
  const differ = new Set(answered.map(({ answer }) => answer)).size > 1
  const answers = answered.map(({ view, text }) => `${view} (${text})`)
  const facts = { count: answered.length, answers }
  return [checked(differ ? 'problem' : 'ok', differ ? 'R3.differs' : 'R3.ok', domain, facts, lookups)]
}

/**
 * The vantage rule of S6: does each gateway see the same mail hosts of a sender as we do here? The gateway verifies
 * senders by its own resolver, so where the two differ, it is the gateway's view that decided.
 */
export async function checkGatewayViews(
  domain: string,
  here: Resolver,
  gateways: readonly View[],
): Promise<CheckResult[]> {
  const own = await mxSeenBy('here', domain, here)
  return Promise.all(
    gateways.map(async ({ name, resolver }) => {
      const there = await mxSeenBy(name, domain, resolver)
      const lookups = [`MX ${domain} → ${own.text}`, `MX ${domain} @${name} → ${there.text}`]
      const facts = { gateway: name, here: own.text, there: there.text }
      if (own.answer === null || there.answer === null) {
        const detail = there.answer === null ? there.text : own.text
        return checked('unknown', 'S6.unseen', domain, { ...facts, detail }, lookups)
      }
      const same = own.answer === there.answer
      return checked(same ? 'ok' : 'problem', same ? 'S6.same' : 'S6.differs', domain, facts, lookups)
    }),
  )
}

interface Seen {
  readonly view: string
  /** The same text for the same answer; null where there was none. */
  readonly answer: string | null
  readonly text: string
}

async function mxSeenBy(view: string, domain: string, resolver: Resolver): Promise<Seen> {
  const answer = await resolver.resolve(domain, 'MX')
  const text = textOf(answer)
  return { view, answer: answer.kind === 'temporary-error' ? null : text.toLowerCase(), text }
}

function textOf(answer: Answer<MxRecord>): string {
  switch (answer.kind) {
    case 'records':
      return answer.records
        .map(({ exchange, priority }) => printable(writeMx({ name: exchange || '.', priority })))
        .sort()
        .join(', ')
    case 'no-data':
      return 'no MX record'
    case 'no-such-name':
      return 'no such name'
    case 'temporary-error':
      return printable(answer.reason ?? 'no answer')
  }
}
