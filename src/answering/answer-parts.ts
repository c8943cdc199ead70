import { askAgain } from '../reply/ask-again.ts'
import { citesOf, wholeFile, wholeLines } from '../reply/evidence-lines.ts'
import { noteOf, noteTitle } from '../reply/note.ts'
import type { Reply } from '../reply/reply.ts'
import { nothingRead, searched } from '../reply/searched.ts'
import { type Investigated, jsonOf } from './investigate.ts'
import type { AnswerPart } from './kept-answers.ts'

/** The parts of an answer that can be asked for alone. */
export function partsOf(found: Investigated): Readonly<Record<AnswerPart, Reply>> {
  return { lines: linesOf(found), note: noteAlone(found) }
}

/** Every line that the answer rests on, and all of them as a file. */
export function linesOf(found: Investigated): Reply {
  const { question, evidence, diagnosis, speech, elapsedMs } = found
  const cites = citesOf(diagnosis.findings)
  const title = speech.say('evidence', { count: cites.length })
  const headline = cites.length > 0 ? title : speech.ui(nothingRead(evidence) ? 'nothingRead' : 'linesNone')
  return {
    tone: 'none',
    headline,
    sections: [...wholeLines(cites), searched(evidence, speech, elapsedMs)],
    actions: [{ id: 'again', label: speech.ui('actionAgain'), ask: askAgain(question, speech).same }],
    ...wholeFile(cites, speech),
    json: jsonOf(found, 'lines'),
    status: nothingRead(evidence) ? 3 : 0,
  }
}

/** The note to the other administrator, open, to be pasted. */
export function noteAlone(found: Investigated): Reply {
  const { question, evidence, diagnosis, speech } = found
  const [leading] = diagnosis.findings
  const note = leading ? noteOf(leading, evidence, speech) : null
  const absent = speech.ui(nothingRead(evidence) ? 'nothingRead' : 'noteNone')
  return {
    tone: 'none',
    headline: !leading || note === null ? absent : speech.ui(noteTitle(leading)),
    sections: note?.kind !== 'draft' ? [] : [{ ...note, title: '', folded: false }],
    actions: [{ id: 'again', label: speech.ui('actionAgain'), ask: askAgain(question, speech).same }],
    json: jsonOf(found, 'note'),
    status: nothingRead(evidence) ? 3 : 0,
  }
}
