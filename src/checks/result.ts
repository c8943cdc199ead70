import type { CheckId, CheckResult, CheckStatus, FactValue } from './check.ts'
import type { CheckKey } from './texts.ts'

/** What a check found, put together: the id is the first part of the key. */
export function checked(
  status: CheckStatus,
  key: CheckKey,
  subject: string,
  facts: Readonly<Record<string, FactValue>>,
  lookups: readonly string[],
): CheckResult {
  const id = key.slice(0, key.indexOf('.')) as CheckId
  return { id, status, key, subject, facts, lookups }
}
