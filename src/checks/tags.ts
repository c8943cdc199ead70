/** Tags of a `tag=value; tag=value` record (DKIM, DMARC, MTA-STS, TLS-RPT), names in lower case; the first of two counts. */
export function tagsOf(record: string): ReadonlyMap<string, string> {
  const tags = new Map<string, string>()
  for (const part of record.split(';')) {
    const equals = part.indexOf('=')
    const name = part.slice(0, Math.max(0, equals)).trim().toLowerCase()
    if (name !== '' && !tags.has(name)) {
      tags.set(name, part.slice(equals + 1).trim())
    }
  }
  return tags
}
