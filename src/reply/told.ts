import type { Finding, Slots } from '../diagnosis/rule.ts'
import { fill, plain, type Writing } from './fill.ts'
import type { Line } from './reply.ts'
import type { Speech } from './speech.ts'
import { zonedTime } from './when.ts'

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
  let left = times.length
  return {
    ...speech,
    absent: speech.ui('absent'),
    time(at) {
      left -= 1
      return left === 0 ? zonedTime(at, speech.clockwork) : speech.time(at)
    },
  }
}
