import type { CheckId, CheckResult, CheckStatus, FactValue } from './check.ts'
import type { CheckKey, texts } from './texts.ts'

type SlotsOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | SlotsOf<Rest> : never

/** The facts that the sentence of a key needs, so that a slot left empty does not compile; more may stand beside them. */
type FactsOf<Key extends CheckKey> = Readonly<Record<Exclude<SlotsOf<(typeof texts)[Key]>, 'subject'>, FactValue>> &
  Readonly<Record<string, FactValue>>

/** What a check found, put together: the id is the first part of the key. */
export function checked<Key extends CheckKey>(
  status: CheckStatus,
  key: Key,
  subject: string,
  facts: FactsOf<Key>,
  lookups: readonly string[],
): CheckResult {
  const id = key.slice(0, key.indexOf('.')) as CheckId
  return { id, status, key, subject, facts, lookups }
}
