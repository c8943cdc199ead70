import { isDebugEvent } from '../correlator/conversation.ts'
import { type Event, type EventOfForm, said } from '../correlator/form.ts'
import type { Injection, Message } from '../correlator/mail-log.ts'
import type { Attempt } from './attempts.ts'

/** The message and all it became: the same mail under other numbers (grammar, section 10). Copies are left out. */
export function familyOf(message: Message): readonly Message[] {
  const family = new Set<Message>()
  const left = [message]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (family.has(next) || (next !== message && next.origin?.how === 'generated')) continue
    family.add(next)
    left.push(...next.became)
  }
  return [...family]
}

/**
 * All that was said of one mail, in order of time: its connection, its lines, and those of what it became. Lines of a
 * debug log are left out: they repeat in other words what the mail log says, and dialogue.ts reads them.
 */
export function storyOf(injection: Injection | null, message: Message | null): readonly Event[] {
  const whose = message ?? injection
  const known = whose && stories.get(whose)
  if (known?.injection === injection) return known.story
  const story = allOf(injection, message)
  if (whose) stories.set(whose, { injection, story })
  return story
}

/** Stories that were told: the same is asked for by every attempt made of a message, and by every rule. */
const stories = new WeakMap<
  Message | Injection,
  { readonly injection: Injection | null; readonly story: readonly Event[] }
>()

function allOf(injection: Injection | null, message: Message | null): readonly Event[] {
  const events = new Set<Event>(injection === null ? [] : connectionLines(injection, message))
  for (const member of message === null ? [] : familyOf(message)) {
    for (const event of member.timeline) events.add(event)
    // A delivery carries many messages: only what names none of them is told under each (connect, TLS, error).
    for (const { timeline } of member.deliveries) {
      for (const event of timeline) if (!namesMessage(event) && !isDebugEvent(event)) events.add(event)
    }
  }
  return inOrder(events)
}

/**
 * What the connection's timeline says of this message: what came before any message, and what names only the ICID
 * between this message's start and the next one's. A size failure or a lost line belongs to the message then open
 * (grammar, trap 8). For a connection without a message: everything that names none.
 */
function connectionLines(injection: Injection, message: Message | null): Event[] {
  const lines: Event[] = []
  let open: number | null = null
  for (const event of injection.timeline) {
    if (event.form === 'message-start') open = event.fields.mid
    if (isDebugEvent(event) || (message === null ? 'mid' in event.fields : namesMessage(event))) continue
    if (open !== null && open !== message?.mid) continue
    if (message !== null && namesSender(event)) continue
    lines.push(event)
  }
  return lines
}

/** A consolidated event names its message among fields that no form has. */
function namesMessage({ form, fields }: Event): boolean {
  return 'mid' in fields || form === 'consolidated-event'
}

/** Within one second in the order of the file, where that is known; else as they came. */
function inOrder(events: Iterable<Event>): readonly Event[] {
  return [...events].sort((one, other) => {
    const later = one.line.time - other.line.time
    if (later !== 0 || one.line.file !== other.line.file) return later
    return (one.line.number ?? 0) - (other.line.number ?? 0)
  })
}

const ownStories = new WeakMap<Attempt, readonly Event[]>()

/** The lines of one attempt, in order of time. */
export function linesOf(attempt: Attempt): readonly Event[] {
  const shared = storyOf(attempt.injection, attempt.message)
  if (attempt.lines === undefined) return shared
  const known = ownStories.get(attempt)
  if (known) return known
  // Of several refused senders on one connection each has its own line; the others' are not part of it.
  const story = inOrder([...shared.filter((event) => !namesSender(event)), ...attempt.lines])
  ownStories.set(attempt, story)
  return story
}

function namesSender({ form }: Event): boolean {
  return (
    form === 'sender-refused' ||
    form === 'sender-invalid' ||
    form === 'delayed-reject-sender' ||
    form === 'delayed-reject-recipient'
  )
}

/** The events of one form in an attempt, in order of time. */
export function told<Name extends Event['form']>(attempt: Attempt, form: Name): readonly EventOfForm<Name>[] {
  const story = linesOf(attempt)
  const forms = formsIn.get(story) ?? byForm(story)
  formsIn.set(story, forms)
  return (forms.get(form) ?? []) as readonly EventOfForm<Name>[]
}

/** The events of a story by their form: a hundred rules ask for them. */
const formsIn = new WeakMap<readonly Event[], ReadonlyMap<Event['form'], readonly Event[]>>()

function byForm(story: readonly Event[]): ReadonlyMap<Event['form'], readonly Event[]> {
  const forms = new Map<Event['form'], Event[]>()
  for (const event of story) {
    const same = forms.get(event.form)
    if (same) same.push(event)
    else forms.set(event.form, [event])
  }
  return forms
}

/** The recipients of a mail as the other side offered them, and not as an alias of ours wrote them anew. */
export function asOffered({ message }: Attempt): EventOfForm<'envelope-recipient'>[] {
  return said(message?.timeline ?? [], 'envelope-recipient')
}
