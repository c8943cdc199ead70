import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Run, run } from './measure.ts'

/**
 * The search as the vendor's notes teach it: grep for the domain, grep for the message ids in what was found, grep for
 * the connection ids in that. Three passes over the file; whoever does it by hand reads and copies between them.
 */
export async function searchByHand(log: string, domain: string, folder: string): Promise<Run & { lines: number }> {
  const started = performance.now()
  const named = await run('grep', ['-iF', domain, log], true)
  const mids = await grepIds(log, idsIn(named.output, ['MID']), join(folder, 'mids'))
  const all = await grepIds(log, idsIn(mids, ['MID', 'ICID', 'DCID']), join(folder, 'ids'))
  const lines = all.split('\n').length - 1
  return { seconds: (performance.now() - started) / 1000, output: '', peak: null, loop: null, lines }
}

/** The ids of some kinds that a text names, each with its word. */
export function idsIn(text: string, words: readonly string[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const [found, word] of text.matchAll(/\b([A-Z]+ID) \d+/g)) {
    // ICID 0 and DCID 0 are no connections, and would bring half the log.
    if (word && words.includes(word) && !found.endsWith(' 0')) ids.add(found)
  }
  return ids
}

async function grepIds(log: string, ids: ReadonlySet<string>, list: string): Promise<string> {
  await writeFile(list, [...ids].join('\n'))
  return (await run('grep', ['-wFf', list, log], true)).output
}
