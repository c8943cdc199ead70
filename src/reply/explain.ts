import { brokeAt, type Conversation, conversationOf, isDebugEvent } from '../correlator/conversation.ts'
import type { Event } from '../correlator/form.ts'
import type { MailLog } from '../correlator/mail-log.ts'
import { attemptsOf } from '../diagnosis/attempts.ts'
import { replyWords } from '../diagnosis/next-hop.ts'
import { readReply } from '../diagnosis/smtp-replies.ts'
import { breakSentence, dialogueJson, dialogueSection, saidIn } from './dialogue.ts'
import { plain } from './fill.ts'
import { type PastedLine, readPasted } from './pasted.ts'
import type { Line, Reply, Section } from './reply.ts'
import { meaningOfReply } from './reply-meaning.ts'
import type { Speech } from './speech.ts'
import { inShort, isUnknown, waysInShort } from './way.ts'

/** What one pasted line means. */
interface Meaning {
  readonly text: string
  readonly event: Event
  /** Plain words; null where nobody here knows the line. */
  readonly means: string | null
  /** The cause that a refusal points at. */
  readonly cause: string | null
}

/**
 * What a person pasted, line by line in plain words, then what became of each mail in it; and the conversation where it is
 * a debug log.
 */
export function explainPasted(text: string, speech: Speech): Reply {
  const { lines, log } = readPasted(text, speech.clockwork.timeZone, speech.clockwork.now)
  const dialogues = conversationsIn(log).map((conversation) => ({ conversation, broke: brokeAt(conversation) }))
  const meanings = lines.map((line) =>
    meaningOf(
      line,
      dialogues.map(({ conversation }) => conversation),
      speech,
    ),
  )
  const known = meanings.filter(({ means }) => means !== null)
  const sections: Section[] = []
  if (dialogues.length > 1) {
    const items = dialogues.map(({ conversation, broke }): Line => [breakSentence(conversation, broke, speech)])
    sections.push({ kind: 'list', role: 'dialogues', items })
  }
  for (const { conversation, broke } of dialogues) {
    sections.push({ ...dialogueSection(conversation, broke, speech), folded: dialogues.length > 1 })
  }
  const shown = meanings.every(({ event }) => isUnknown(event)) && known.length > 0 ? known : meanings
  const items = shown.filter(({ event }) => !isDebugEvent(event)).map((meaning) => itemOf(meaning, speech))
  if (items.length > 1 || (items.length === 1 && (known.length !== 1 || dialogues.length > 0))) {
    sections.push({ kind: 'list', role: 'lines', items })
  }
  if (items.length > 1) {
    const ways = waysInShort(attemptsOf(log), speech)
    if (ways) sections.push(ways)
  }
  const dialogue = dialogues.find(({ broke }) => broke !== null) ?? dialogues[0]
  const [only] = known
  // A pasted bounce: of all its lines the one that gives the reason is the answer.
  const reasons = dialogues.length === 0 && known.every(({ event }) => isUnknown(event)) ? known : []
  const reason = reasons.length > 1 ? (reasons.find(({ cause }) => cause !== null) ?? reasons[0]) : undefined
  return {
    tone: 'none',
    headline: dialogue
      ? breakSentence(dialogue.conversation, dialogue.broke, speech)
      : !only
        ? speech.ui('explainNone')
        : reason
          ? (reason.means ?? '')
          : known.length === 1
            ? (only.means ?? '')
            : speech.say('explainSome', { count: known.length, lines: meanings.length }),
    sections,
    actions: [],
    json: {
      version: 1,
      lines: meanings.map(({ text: pasted, event, means, cause }) => ({
        text: pasted,
        form: event.form,
        fields: event.fields,
        means: means ?? speech.line(event),
        ...(cause === null ? {} : { cause }),
      })),
      ...(dialogues.length > 0 && { conversations: dialogues.map((dialogue) => dialogueJson(dialogue, speech)) }),
    },
    status: known.length === 0 ? 2 : 0,
  }
}

function conversationsIn({ injections, deliveries }: MailLog): readonly Conversation[] {
  const told = [...injections, ...deliveries].map(({ timeline }) => conversationOf(timeline))
  return told.filter((conversation) => conversation !== null)
}

function itemOf({ text, event, means }: Meaning, speech: Speech): Line {
  return [{ code: inShort(text) }, ' ', means ?? speech.line(event)]
}

function meaningOf({ text, event }: PastedLine, conversations: readonly Conversation[], speech: Speech): Meaning {
  if (isUnknown(event)) {
    const reply = readReply(text)
    return { text, event, means: reply && meaningOfReply(reply, speech), cause: reply?.known?.cause ?? null }
  }
  for (const conversation of conversations) {
    const said = saidIn(event, conversation, speech)
    if (said) return { text, event, means: said.map(plain).join(' '), cause: null }
  }
  return {
    text,
    event,
    means: [speech.line(event), theirWords(event, speech)].filter(Boolean).join(' '),
    cause: null,
  }
}

/** What the next server answered, by a line about a delivery that failed; empty for any other line. */
function theirWords({ fields }: Event, speech: Speech): string {
  if (!('code' in fields) || !('reply' in fields) || fields.code === undefined || fields.reply === undefined) return ''
  return fields.code === '000' ? speech.ui('replyNone') : speech.say('replyRemote', { said: replyWords(fields.reply) })
}
