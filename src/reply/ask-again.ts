import type { Question } from '../question/question.ts'
import type { Speech } from './speech.ts'

/** The question as a person would type it again, in the asker's language: what the buttons under an answer ask. */
export function askAgain(question: Question, speech: Speech): { readonly same: string; readonly week: string } {
  const { recipient, gateways, window, windowStated } = question
  const slots = { about: aboutInWords(question.about), recipient: recipient ?? '' }
  const asked = [speech.say(recipient ? 'askWhyTo' : 'askWhy', slots), ...gateways].join(' ')
  const stretch = windowStated ? ` ${iso(window.from)} ${iso(window.to)}` : ''
  return { same: asked + stretch, week: `${asked} ${speech.ui('askWeek')}` }
}

/** What a question is about, as a person would name it. */
export function aboutInWords(about: Question['about']): string {
  if ('mid' in about) return `MID ${about.mid}`
  if ('icid' in about) return `ICID ${about.icid}`
  if ('messageId' in about) return `Message-ID <${about.messageId}>`
  if ('domain' in about) return about.domain
  if ('address' in about) return about.address
  return 'ip' in about ? about.ip : about.host
}

function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
}
