import type { Window } from '../correlator/ids.ts'
import type { Question } from '../question/question.ts'
import type { Speech } from './speech.ts'

/** The parts of a question that a person types. `about` and `recipient` in words; `window` null for the usual one. */
export interface Typed {
  readonly about: string
  readonly recipient: string | null
  readonly gateways: readonly string[]
  readonly window: Window | null
}

/** A question as a person would type it, in the asker's language. */
export function inWords({ about, recipient, gateways, window }: Typed, speech: Speech): string {
  // Where only the recipient is known, the question names nobody else.
  const asked =
    about === recipient
      ? speech.say('askTo', { recipient })
      : speech.say(recipient ? 'askWhyTo' : 'askWhy', { about, recipient: recipient ?? '' })
  const stretch = window === null ? [] : [iso(window.from), iso(window.to)]
  return [asked, ...gateways, ...stretch].join(' ')
}

/** What the buttons under an answer ask, as a person would type it. */
export interface Again {
  readonly same: string
  readonly week: string
  readonly lines: string
  readonly note: string
  readonly watch: string
}

/** The question as a person would type it again. What is shown of this answer names its very stretch of time. */
export function askAgain(question: Question, speech: Speech): Again {
  const { recipient, gateways, window, windowStated } = question
  const typed = { about: aboutInWords(question.about), recipient, gateways }
  const usual = inWords({ ...typed, window: null }, speech)
  const exact = inWords({ ...typed, window }, speech)
  return {
    same: windowStated ? exact : usual,
    week: `${usual} ${speech.ui('askWeek')}`,
    lines: `lines ${exact}`,
    note: `note ${exact}`,
    watch: `watch ${usual}`,
  }
}

/** What a question is about, as a person would name it. */
export function aboutInWords(about: Question['about']): string {
  if ('mid' in about) return `MID ${about.mid}`
  if ('icid' in about) return `ICID ${about.icid}`
  if ('messageId' in about) return `Message-ID <${about.messageId}>`
  if ('domain' in about) return about.domain
  if ('address' in about) return about.address
  if ('recipient' in about) return about.recipient
  return 'ip' in about ? about.ip : about.host
}

function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
}
