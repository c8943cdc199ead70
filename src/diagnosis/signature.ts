import type { Attempt } from './attempts.ts'
import { headerFromDomains, isUnder } from './concerns.ts'
import { told } from './story.ts'

/** Signatures that failed and would have counted: of the From domain (relaxed alignment), where that is known. */
export function brokenSignatures(attempt: Attempt) {
  const from = headerFromDomains(attempt)
  return told(attempt, 'dkim').filter(({ fields }) => {
    if (!/^(permfail|fail|malformed)/i.test(fields.result)) return false
    const signer = fields.signer?.toLowerCase()
    return (
      signer === undefined ||
      from.length === 0 ||
      from.some((domain) => isUnder(domain, signer) || isUnder(signer, domain))
    )
  })
}
