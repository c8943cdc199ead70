/**
 * A domain in its ASCII form (RFC 5890 A-labels, RFC 8616); as it is where it has none. The URL parser does the
 * conversion: the language has no other that needs no import.
 */
export function toAscii(domain: string): string {
  const isPlain = /^[ -~]*$/.test(domain)
  const couldBreakUrl = /[\s/\\?#@:[\]%<>^|]/.test(domain)
  if (isPlain || couldBreakUrl) {
    return domain
  }
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain
}
