import type { Rule } from '../diagnosis/rule.ts'
import { fill } from './fill.ts'
import type { Line, Reply } from './reply.ts'
import type { Speech } from './speech.ts'

/** What a cause or a word of the log means, what it proves, and what is done about it in any case. */
export function explainCause({ cause, cites, evidence, texts }: Rule, speech: Speech): Reply {
  const meaning = speech.meaning(cause) ?? cause
  // Steps that speak of one mail make no sense without it.
  const steps = Object.keys(texts.steps).filter((step) => !texts.steps[step]?.replaceAll('{table}', '').includes('{'))
  const finding = { cause, certainty: 'possible', attempts: [], cites: [], slots: {}, nextSteps: [] } as const
  const items = steps.map((step): Line => fill(speech.step(finding, step), { table: 'Incoming' }, speech))
  const proves = speech.ui(evidence === 'seen' ? 'explainProves' : 'explainFits')
  return {
    tone: 'none',
    headline: meaning,
    sections: [
      { kind: 'text', role: 'proves', lines: [[proves]] },
      ...(items.length > 0 ? [{ kind: 'list', role: 'next', title: speech.ui('next'), items } as const] : []),
      { kind: 'context', role: 'source', lines: [[`${cause} · ${cites.join(' · ')}`]] },
    ],
    actions: [],
    json: { version: 1, cause, meaning, cites },
    status: 0,
  }
}
