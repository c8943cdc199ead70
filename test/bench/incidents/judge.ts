import type { z } from 'zod'
import type { answerJson } from '../../contract.ts'
import type { Incident } from './compose.ts'

type Answer = z.infer<typeof answerJson>

/**
 * What is wrong with an answer; nothing, where it is right. Beside the verdict it is checked, without asking the rules,
 * that each line cited is in the log word for word and carries an id or the address of this sender's own attempts, and
 * that a proven verdict rests on a line of the last one.
 */
export function wrongIn(incident: Incident, { verdict, findings }: Answer): string[] {
  const { way, cause, own, last, ip } = incident
  const wrong: string[] = []
  if (verdict?.cause !== cause || verdict.certainty !== way.certainty) {
    wrong.push(`said ${verdict?.cause} (${verdict?.certainty}), is ${cause} (${way.certainty})`)
  }
  const carries = (ids: Incident['own'], { gateway, text }: Answer['findings'][number]['cites'][number]) =>
    text.includes(ip) || numbersIn(text).some((number) => ids.get(gateway)?.has(number))
  for (const { cause: found, certainty, cites } of findings) {
    if (certainty === 'proven' && cites.length === 0) wrong.push(`${found} is proven by nothing`)
    for (const cite of cites) {
      const text = lineOf(incident, cite)
      if (text !== cite.text) wrong.push(`${found} cites line ${cite.line}, which reads: ${text}`)
      if (certainty === 'proven' && !carries(own, cite))
        wrong.push(`${found} is proven by a line of others: ${cite.text}`)
    }
  }
  const [leading] = findings
  if (leading?.certainty === 'proven' && !leading.cites.some((cite) => carries(last, cite))) {
    wrong.push(`${leading.cause} is proven by no line of the last attempt`)
  }
  return wrong
}

function numbersIn(text: string): number[] {
  return (text.match(/\b\d+\b/g) ?? []).map(Number)
}

function lineOf({ logs }: Incident, { gateway, file, line }: Answer['findings'][number]['cites'][number]) {
  const log = logs.find((one) => one.gateway === gateway)
  const text = log?.files.find(({ name }) => file.endsWith(name))?.text
  return text?.split('\n')[(line ?? 0) - 1]
}
