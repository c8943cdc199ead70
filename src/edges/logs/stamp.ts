const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const head = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4}) ([A-Z][a-z]+): /

/** The time at the start of a line (H1 of the log grammar), as if its clock were UTC's; null where there is none. */
export function readStamp(line: string): number | null {
  const [, month = '', day, hour, minute, second, year] = line.match(head) ?? []
  const index = months.indexOf(month)
  if (index < 0) return null
  return Date.UTC(Number(year), index, Number(day), Number(hour), Number(minute), Number(second))
}

/** What a line says after its head, or null where it has none. A sender's words never stand there alone. */
export function messageOf(line: string): string | null {
  const found = line.match(head)
  return found ? line.slice(found[0].length).trimEnd() : null
}

/** Lines in order of their own times; those of one second, and those without a time, stay as they came. */
export function inOrder<Item extends { readonly text: string }>(lines: readonly Item[]): Item[] {
  let last = 0
  const timed = lines.map((line) => {
    last = readStamp(line.text) ?? last
    return { line, at: last }
  })
  return timed.sort((a, b) => a.at - b.at).map(({ line }) => line)
}
