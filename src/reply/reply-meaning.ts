import type { ReplyMeaning } from '../diagnosis/smtp-replies.ts'
import type { Speech } from './speech.ts'

const subjects = {
  1: 'reply.1',
  2: 'reply.2',
  3: 'reply.3',
  4: 'reply.4',
  5: 'reply.5',
  6: 'reply.6',
  7: 'reply.7',
} as const

/** What a refusal means, in one to three sentences: the cause it points at, or else what its codes say by themselves. */
export function meaningOfReply({ known, codes, remote }: ReplyMeaning, speech: Speech): string {
  const parts: string[] = []
  if (codes) parts.push(speech.say(codes.class === '4' ? 'replyTemporary' : 'replyPermanent', { code: codes.code }))
  if (known) parts.push(known.means ?? speech.meaning(known.cause) ?? known.cause)
  else if (codes?.subject && codes.subject in subjects) {
    parts.push(speech.ui(subjects[codes.subject as keyof typeof subjects]))
  }
  if (remote)
    parts.push(remote.code === '000' ? speech.ui('replyNone') : speech.say('replyRemote', { said: remote.words }))
  return parts.join(' ')
}
