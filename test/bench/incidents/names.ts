import type { Random } from '../../../src/demo/world/random.ts'

const SYLLABLES = 'ba cor del fen gal hex jor kim lan mor nop quil ros tam wex'.split(' ')
const LOCAL_PARTS = ['ann.lee', 'info', 'BILLING', 'no-reply', 'o.neil', 'x', 'bounces+77-bob=example.org', 'Kim']
const RECIPIENTS = ['bob', 'carol', 'Dan.Doe', 'erin', 'team-42']

export function syllables(random: Random): string {
  return random.pick(SYLLABLES) + random.pick(SYLLABLES)
}

/** A domain of nobody's. */
export function domainName(random: Random): string {
  return `${syllables(random)}${random.below(100)}.example`
}

/** A sender there, now and then in capitals. */
export function senderAt(random: Random, domain: string): string {
  return `${random.pick(LOCAL_PARTS)}@${random.chance(0.1) ? domain.toUpperCase() : domain}`
}

export function recipientName(random: Random): string {
  return `${random.pick(RECIPIENTS)}@example.org`
}
