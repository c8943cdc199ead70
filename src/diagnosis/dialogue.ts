import {
  type Break,
  brokeAt,
  type Conversation,
  type ConversationStep,
  conversationOf,
} from '../correlator/conversation.ts'
import type { Event } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import type { Proof } from './proof.ts'
import { familyOf } from './story.ts'

/** What was said on the connection of an attempt, as far as a debug log holds it. */
export interface Dialogue {
  readonly conversation: Conversation
  /** Where it broke; null where a mail was taken and no other begun. */
  readonly broke: Break | null
}

/** The dialogue of an attempt's connection into the gateway (vendor note 118013); null where no debug log tells it. */
export function dialogueOf({ injection }: Attempt): Dialogue | null {
  const conversation = conversationOf(injection?.timeline ?? [])
  return conversation && { conversation, broke: brokeAt(conversation) }
}

/** The dialogues of an attempt: the one into the gateway, then those of its deliveries (domain debug), where logged. */
export function dialoguesOf(attempt: Attempt): readonly Dialogue[] {
  const inward = dialogueOf(attempt)
  const outward = new Set((attempt.message ? familyOf(attempt.message) : []).flatMap(({ deliveries }) => deliveries))
  const told = [...outward].map(({ timeline }) => conversationOf(timeline)).filter((one) => one !== null)
  return [...(inward ? [inward] : []), ...told.map((conversation) => ({ conversation, broke: brokeAt(conversation) }))]
}

/** The proofs, each with the line of the debug log at which its conversation broke, where there is one. */
export function withDialogue(proofs: readonly Proof[]): readonly Proof[] {
  return proofs.map((proof) => {
    const line = breakLine(proof.attempt)
    return line ? { ...proof, events: [...proof.events, line] } : proof
  })
}

/** The line that a finding may quote: somebody's letter and their password stay in the log. */
function breakLine(attempt: Attempt): Event | null {
  const dialogue = dialogueOf(attempt)
  if (!dialogue?.broke) return null
  const { steps } = dialogue.conversation
  const upTo = steps.slice(0, steps.indexOf(dialogue.broke.step) + 1)
  const secret = new Set(upTo.filter(isSecret).map(({ event }) => event))
  return upTo.findLast(({ event }) => !secret.has(event))?.event ?? null
}

function isSecret({ code, stage }: ConversationStep): boolean {
  return code === undefined && (stage === 'body' || stage === 'auth')
}
