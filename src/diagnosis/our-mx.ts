import type { CheckResult } from '../checks/check.ts'
import { domainPart } from './concerns.ts'
import type { Evidence } from './evidence.ts'

/**
 * The check by which our own MX points elsewhere (R1), and whether it is that of the mail asked about: the recipient's
 * domain, or every domain of ours. Another domain's MX explains nothing about this mail. Null where none is at fault.
 */
export function strayMx({ asked, checks }: Evidence): { readonly check: CheckResult; readonly meant: boolean } | null {
  const { recipient } = asked
  const domain = recipient === null ? null : (domainPart(recipient) ?? recipient)
  const all = checks.filter(({ id, key }) => id === 'R1' && key !== 'R1.unconfigured')
  const stray = all.filter(({ status, key }) => status === 'problem' && key !== 'R1.partly')
  if (domain !== null) {
    const check = stray.find(({ subject }) => subject === domain)
    return check === undefined ? null : { check, meant: true }
  }
  const check = stray.at(0)
  return check === undefined ? null : { check, meant: stray.length === all.length }
}
