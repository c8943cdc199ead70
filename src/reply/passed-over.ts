import type { Evidence } from '../diagnosis/evidence.ts'
import type { PassedOver } from '../question/passed-over.ts'
import { aboutInWords } from './ask-again.ts'
import type { Line, Section } from './reply.ts'
import { windowSlots } from './searched.ts'
import type { Speech } from './speech.ts'

/** What of the question was left out of account, and why. Nothing where all of it was taken. */
export function passedOverLines(all: readonly PassedOver[], evidence: Evidence, speech: Speech): Section | null {
  if (all.length === 0) return null
  const lines = all.map(({ why, word }): Line => {
    if (why === 'time-ahead') {
      return [speech.say('passedAhead', { word, ...windowSlots(evidence.asked.window, speech) })]
    }
    if (why === 'language') return [speech.ui('passedLanguage')]
    if (why === 'sender') return [speech.say('passedOthers', { word, taken: aboutInWords(evidence.asked.about) })]
    if (why === 'name') return [speech.say('passedName', { word })]
    if (why === 'recipient') return [speech.say('passedOthers', { word, taken: evidence.asked.recipient ?? '?' })]
    const gateways = evidence.coverage.map(({ gateway }) => gateway)
    return [speech.say('passedGateway', { word, gateways })]
  })
  return { kind: 'text', role: 'passed-over', lines }
}
