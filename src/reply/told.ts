import type { Finding, Slots } from '../diagnosis/rule.ts'
import { fill, plain, type Writing } from './fill.ts'
import type { Line } from './reply.ts'
import type { Speech } from './speech.ts'
import { stretch, zoneName } from './when.ts'

/** What a finding says, in the words of the language. The last time in it names the zone; that is enough for all. */
export function tell(finding: Finding, part: 'headline' | 'summary', speech: Speech): Line {
  const template = speech.rule(finding, part)
  return fill(template, finding.slots, zoned(template, finding.slots, speech))
}

/** As tell, for places that draw one size only. */
export function tellWords(finding: Finding, part: 'headline' | 'summary', speech: Speech): string {
  return plain(tell(finding, part, speech))
}

function zoned(template: string, slots: Slots, speech: Speech): Writing {
  const times = [...template.matchAll(/\{([A-Za-z]\w*At)\}/g)].filter(
    ([, name = '']) => typeof slots[name] === 'number',
  )
  const ends = endsOf(times, slots, speech)
  let left = times.length
  return {
    ...speech,
    absent: speech.ui('absent'),
    time(at) {
      left -= 1
      const text = ends.get(at) ?? speech.time(at)
      return left === 0 ? `${text} ${zoneName(at, speech.clockwork)}` : text
    },
  }
}

/** The ends of a stretch that a text tells both of: `Wed 18 Nov 23:47 to 23:47` would leave the day of the second open. */
function endsOf(times: readonly RegExpMatchArray[], slots: Slots, speech: Speech): ReadonlyMap<number, string> {
  const { fromAt, toAt } = slots
  const names = times.map(([, name]) => name)
  if (!names.includes('fromAt') || !names.includes('toAt')) return new Map()
  if (typeof fromAt !== 'number' || typeof toAt !== 'number') return new Map()
  const [from, to] = stretch(fromAt, toAt, speech.clockwork)
  return new Map([
    [fromAt, from],
    [toAt, to],
  ])
}
