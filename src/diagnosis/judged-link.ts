import type { Event } from '../correlator/form.ts'
import type { Attempt } from './attempts.ts'
import { heldIn, stopOf } from './stopped.ts'
import { told } from './story.ts'

/** Links whose reputation met the condition of a filter (grammar V19). */
export function linksMatched(attempt: Attempt) {
  return told(attempt, 'url-reputation').filter(({ fields }) => /\brule\b|\breputation\b/i.test(fields.condition))
}

/** The link of the worst reputation: of several it is the one that a filter against bad ones acted for. */
export function worstLink(attempt: Attempt) {
  const links = [...linksMatched(attempt)]
  return links.sort((one, other) => Number(one.fields.score) - Number(other.fields.score)).at(0)
}

/** Whether a content filter is what stopped or holds the mail by this line. */
export function byContentFilter(event: Event): boolean {
  return stopOf(event)?.by === 'content filter' || /^content filter/i.test(heldIn(event)?.reason ?? '')
}

/** Whether the link is the reason that the log gives: it met a condition, and a content filter then stopped the mail. */
export function isForLink(attempt: Attempt, event: Event): boolean {
  return byContentFilter(event) && linksMatched(attempt).some(({ line }) => line.time <= event.line.time)
}
