import type { Break, Conversation, ConversationStep } from '../correlator/conversation.ts'
import type { Event } from '../correlator/form.ts'
import type { Attempt } from '../diagnosis/attempts.ts'
import { type Dialogue, dialoguesOf } from '../diagnosis/dialogue.ts'
import type { Finding } from '../diagnosis/rule.ts'
import type { Line, Section } from './reply.ts'
import type { Speech } from './speech.ts'

/** Steps shown of one conversation, and characters of one step: the other side may say as much as it likes. */
const mostSteps = 40
const mostSaid = 160

/** Where a conversation broke, in one sentence; that it ended properly where it did. */
export function breakSentence(conversation: Conversation, broke: Break | null, speech: Speech): string {
  if (broke === null) return speech.ui('dialogueWhole')
  const { why, stage, step, next } = broke
  const slots = {
    stage: speech.ui(`stage.${stage}`),
    who: nameOf(step.who, conversation, speech),
    next: nameOf(next, conversation, speech),
    said: firstLine(step),
  }
  if (why === 'refused') return speech.say('brokeRefused', slots)
  if (why === 'closed') return speech.say('brokeClosed', slots)
  if (why === 'left') return speech.say('brokeLeft', slots)
  return speech.say(stage === 'body' && step.code === undefined ? 'brokeContent' : 'brokeSilence', slots)
}

/** The dialogue as a list, with a mark where it broke. Content is counted, not shown. */
export function dialogueSection({ steps }: Conversation, broke: Break | null, speech: Speech): Section {
  const upTo = broke ? steps.indexOf(broke.step) + 1 : steps.length
  const from = Math.max(0, Math.max(upTo, Math.min(steps.length, mostSteps)) - mostSteps)
  const shown = joined(steps.slice(from, from + mostSteps))
  const items = shown.map((said): Line => [...stepLine(said, speech), ...(said.includes(broke?.step) ? [' ←'] : [])])
  if (from > 0) items.unshift(['…'])
  return { kind: 'list', role: 'dialogue', title: speech.ui('dialogue'), items, folded: true }
}

/** The dialogues of one attempt, each with where it broke before it. */
export function dialoguesIn(attempt: Attempt, speech: Speech): readonly Section[] {
  return dialoguesOf(attempt).flatMap(({ conversation, broke }): Section[] => [
    { kind: 'text', role: 'broke', lines: [[breakSentence(conversation, broke, speech)]] },
    dialogueSection(conversation, broke, speech),
  ])
}

/** Those of the latest attempt behind a finding that broke somewhere: what worked explains nothing. */
export function dialoguesBehind({ attempts }: Finding, speech: Speech): readonly Section[] {
  const latest = attempts.findLast((attempt) => dialoguesOf(attempt).some(({ broke }) => broke !== null))
  return latest ? dialoguesIn(latest, speech) : []
}

/** A dialogue as `--json` prints it. Of the content only its length is told. */
export function dialogueJson({ conversation, broke }: Dialogue, speech: Speech) {
  const { weAre, ip, steps } = conversation
  return {
    weAre,
    ip,
    steps: steps.map((step) => {
      const { who, stage, text, code } = step
      const words = isContent(step) ? { characters: text.length } : { text }
      return { who, stage, ...words, ...(code === undefined ? {} : { code }) }
    }),
    broke: broke && { why: broke.why, stage: broke.stage, step: steps.indexOf(broke.step) },
    means: breakSentence(conversation, broke, speech),
  }
}

/** What one line of a debug log says, as far as the conversation has it; null where it is no such line. */
export function saidIn(event: Event, conversation: Conversation | null, speech: Speech): readonly Line[] | null {
  const steps = conversation?.steps.filter((step) => step.event === event) ?? []
  return steps.length === 0 ? null : joined(steps).map((said) => stepLine(said, speech))
}

type Said = readonly (ConversationStep | undefined)[]

/** Pieces of content that follow each other are one thing to tell. */
function joined(steps: readonly ConversationStep[]): readonly Said[] {
  const groups: ConversationStep[][] = []
  for (const step of steps) {
    const before = groups.at(-1)
    if (before && isContent(step) && before.every(isContent)) before.push(step)
    else groups.push([step])
  }
  return groups
}

function isContent({ stage, code }: ConversationStep): boolean {
  return stage === 'body' && code === undefined
}

function stepLine(said: Said, speech: Speech): Line {
  const [first] = said
  if (!first) return []
  const who = { bold: `${speech.ui(first.who === 'us' ? 'us' : 'they')}:` }
  if (!isContent(first)) return [who, ' ', { code: cut(first.text.replaceAll('\n', ' | ')) }]
  const count = said.reduce((sum, step) => sum + (step?.text.length ?? 0), 0)
  return [who, ' ', speech.say('dialogueContent', { count })]
}

function nameOf(who: 'them' | 'us', { weAre, ip }: Conversation, speech: Speech): string {
  if (who === 'us') return speech.ui('ourGateway')
  return weAre === 'client' || ip === null ? speech.ui('nextServer') : speech.say('theirServer', { ip })
}

function firstLine({ text }: ConversationStep): string {
  return cut(text.split('\n')[0] ?? '')
}

function cut(text: string): string {
  return text.length > mostSaid ? `${text.slice(0, mostSaid)}…` : text
}
