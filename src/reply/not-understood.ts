import type { NotUnderstood } from '../question/not-understood.ts'
import type { Reply } from './reply.ts'
import type { Speech } from './speech.ts'

/** What the asker gets, alone, when the question was not understood: which word, and the two nearest examples. */
export function notUnderstood(text: string, { why, word, examples }: NotUnderstood, speech: Speech): Reply {
  const shown = text.trim().slice(0, 120)
  const headline = headlineOf(why, word, shown, speech)
  return {
    tone: 'none',
    headline,
    sections: [
      {
        kind: 'list',
        role: 'examples',
        title: speech.ui('tryThese'),
        items: examples.map((example) => [{ code: example }]),
      },
    ],
    actions: [],
    json: { version: 1, error: headline, examples },
    status: 2,
    whisper: true,
  }
}

function headlineOf(why: NotUnderstood['why'], word: string | null, text: string, speech: Speech): string {
  if (why === 'time-ahead') return speech.ui('timeAhead')
  if (why === 'no-sender' && word) return speech.say('noSender', { word })
  if (why === 'no-ending' && word) return speech.say('noEnding', { word, domain: `${word}.com` })
  return why === 'not-a-name' && word ? speech.say('notAName', { word }) : speech.say('notUnderstood', { text })
}
