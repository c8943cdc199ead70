import type { RecordingResolver } from '../lookups.ts'
import { tagsOf } from '../tags.ts'

/** A DMARC record and the domain it stands at. */
export interface DmarcRecord {
  readonly domain: string
  readonly text: string
  readonly tags: ReadonlyMap<string, string>
}

export interface Walked {
  /** In the order of the walk, from the domain itself upwards. */
  readonly records: readonly DmarcRecord[]
  /** Names with more than one record, which count as none. */
  readonly several: readonly DmarcRecord[]
  /** Names that the DNS did not answer for. */
  readonly dark: readonly string[]
}

const mostLabels = 7

/**
 * The tree walk of RFC 9989 section 4.10: `_dmarc.` the domain, then each parent, at most eight questions (a longer name
 * goes on with its last seven labels), until a record says by `psd=` where an organisation begins. All are asked side by
 * side: the walk is short, and its end is one wait away.
 */
export async function walkTree(domain: string, dns: RecordingResolver): Promise<Walked> {
  const names = [domain, ...parentsOf(domain)]
  const answers = await Promise.all(names.map((name) => dns.resolve(`_dmarc.${name}`, 'TXT')))
  const walked = { records: [] as DmarcRecord[], several: [] as DmarcRecord[], dark: [] as string[] }
  for (const [at, name] of names.entries()) {
    const answer = answers[at]
    if (answer?.kind === 'temporary-error') walked.dark.push(name)
    const texts = answer?.kind === 'records' ? answer.records.map((strings) => strings.join('')) : []
    const [text, second] = texts.filter((one) => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(one))
    if (text === undefined) continue
    const record = { domain: name, text, tags: tagsOf(text) }
    if (second !== undefined) {
      walked.several.push(record)
      continue
    }
    walked.records.push(record)
    if (/^[yn]$/i.test(record.tags.get('psd') ?? '')) break
  }
  return walked
}

/**
 * The organisational domain (section 4.10.2): where `psd=n` stands; the name below `psd=y`; else where the record
 * stands that is highest up. Null where there is no record at all.
 */
export function organisationOf(domain: string, { records }: Walked): string | null {
  const last = records.at(-1)
  if (!last) {
    return null
  }
  const isSuffix = last.tags.get('psd')?.toLowerCase() === 'y' && last.domain !== domain
  return isSuffix
    ? domain
        .split('.')
        .slice(-(last.domain.split('.').length + 1))
        .join('.')
    : last.domain
}

function parentsOf(domain: string): string[] {
  const labels = domain.split('.')
  const first = Math.max(1, labels.length - mostLabels)
  return labels.slice(first).map((_, at) => labels.slice(first + at).join('.'))
}
