import type { Window } from '../correlator/ids.ts'
import { readComplaint } from '../question/complaint.ts'
import { entitiesIn } from '../question/entities.ts'
import type { Reading } from '../question/parse.ts'
import { languageFor } from '../question/words.ts'
import { isTimeZone } from '../question/zone.ts'
import { inWords } from '../reply/ask-again.ts'
import type { Asking, Desk, Form, Reads } from '../reply/desk.ts'
import { windowSlots } from '../reply/searched.ts'
import { type Speech, speak } from '../reply/speech.ts'
import type { AnswererParts } from './answer.ts'
import type { Rated } from './answered.ts'
import { createHomes } from './home.ts'

const day = 24 * 3_600_000

export interface DeskParts extends Pick<AnswererParts, 'ports' | 'settings' | 'commands' | 'access'> {
  /** Told what somebody said of an answer, each time. */
  readonly rated?: (rated: Rated) => void
}

/** The desk over the same parts as the answerer. */
export function createDesk(parts: DeskParts): Desk {
  const { ports, settings } = parts
  const homes = createHomes(parts)
  const gateways = ports.sources.map(({ gateway }) => gateway)

  function speechFor({ locale, timeZone }: Reads): Speech {
    const zone = timeZone && isTimeZone(timeZone) ? timeZone : settings.timeZone
    return speak(locale || settings.language, zone, ports.clock.now())
  }

  function readingOf(reads: Reads): Reading {
    const { timeZone, now } = speechFor(reads).clockwork
    const language = languageFor(reads.locale || settings.language)
    return { now, timeZone, language, gateways, domains: settings.ours.domains, previous: null }
  }

  return {
    gateways,
    speechFor,
    read: (text, reads) => readComplaint(text, readingOf(reads)),
    home: ({ asker, groups, ...reads }, show) => homes.show({ asker, groups, speech: speechFor(reads) }, show),
    async rate(rating) {
      const { thread, post, asker } = rating
      const rated = { ...rating, at: ports.clock.now() }
      parts.rated?.(rated)
      await ports.store.set(`rating ${thread} ${post} ${asker}`, JSON.stringify(rated), null)
    },
    asking: (form, reads) => askingOf(form, speechFor(reads), gateways),
  }
}

function askingOf(form: Form, speech: Speech, gateways: readonly string[]): Asking {
  const sender = namedIn(form.sender, ['address', 'domain', 'ip'])
  if (sender === null) return { kind: 'wrong', field: 'sender', words: speech.ui('formNoSender') }
  const recipient = form.recipient.trim() === '' ? null : namedIn(form.recipient, ['address', 'domain'])
  if (recipient === null && form.recipient.trim() !== '') {
    return { kind: 'wrong', field: 'recipient', words: speech.ui('formNoRecipient') }
  }
  const only = gateways.filter((name) => name === form.gateway)
  const asked = inWords({ about: sender, recipient, gateways: only, window: null }, speech)
  const { window, when } = whenOf(form.when, speech)
  return {
    kind: 'asking',
    text: inWords({ about: sender, recipient, gateways: only, window }, speech),
    shown: when === null ? asked : speech.say('askedIn', { asked, when }),
  }
}

/** The last 24 hours are what a question without a time is about. */
function whenOf(when: Form['when'], speech: Speech): { readonly window: Window | null; readonly when: string | null } {
  if (when === 'day') return { window: null, when: null }
  const { now } = speech.clockwork
  if (when === 'days') return { window: { from: now - 3 * day, to: now }, when: speech.ui('whenDays') }
  if (when === 'week') return { window: { from: now - 7 * day, to: now }, when: speech.ui('whenWeek') }
  return { window: when, when: speech.say('whenThen', windowSlots(when, speech)) }
}

function namedIn(text: string, kinds: readonly string[]): string | null {
  return entitiesIn(text, 'en').find(({ kind }) => kinds.includes(kind))?.value ?? null
}
