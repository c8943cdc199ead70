import { asLogged } from '../diagnosis/cite.ts'
import type { Cite } from '../diagnosis/evidence.ts'
import type { Finding } from '../diagnosis/rule.ts'
import type { Reply, Section } from './reply.ts'
import type { Speech } from './speech.ts'

/** More lines than this go into a file. */
const linesShown = 12

/** The lines that the findings rest on, each once, as the log has them. */
export function citesOf(findings: readonly Finding[]): readonly Cite[] {
  const seen = new Map<string, Cite>()
  for (const { cites } of findings) {
    for (const cite of cites) seen.set(`${cite.gateway}\n${cite.file}\n${cite.number}\n${cite.text}`, cite)
  }
  return asLogged([...seen.values()])
}

export function evidenceLines(cites: readonly Cite[], speech: Speech): Section | null {
  if (cites.length === 0) return null
  const lines = cites.slice(0, linesShown).map(lineOf)
  const rest = cites.length - lines.length
  if (rest > 0) lines.push(speech.say('evidenceCut', { count: rest }))
  const title = speech.say('evidence', { count: cites.length })
  return { kind: 'lines', role: 'evidence', title, lines, folded: true }
}

/** All lines as a file, where the answer does not show them all. */
export function evidenceFile(cites: readonly Cite[], speech: Speech): Reply['file'] {
  return cites.length <= linesShown ? undefined : wholeFile(cites, speech).file
}

/** All lines at once, unfolded; an edge shows as many as it has room for. */
export function wholeLines(cites: readonly Cite[]): readonly Section[] {
  return cites.length === 0 ? [] : [{ kind: 'lines', role: 'evidence', lines: cites.map(lineOf) }]
}

/** All lines as a file, if there are any. */
export function wholeFile(cites: readonly Cite[], speech: Speech): Pick<Reply, 'file'> {
  if (cites.length === 0) return {}
  const text = `${cites.map(lineOf).join('\n')}\n`
  return { file: { name: 'log-lines.txt', title: speech.ui('evidenceFile'), text } }
}

/** The gateway stands before its line; where that is only the file's own name, the line stands for itself. */
function lineOf({ gateway, file, text }: Cite): string {
  return gateway === '-' || gateway === file ? text : `${gateway}: ${text}`
}
