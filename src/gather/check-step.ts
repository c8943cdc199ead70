import type { CheckResult } from '../checks/check.ts'
import type { Progress } from './ports.ts'

/** A group of checks, as a person sees it: the sender's DNS, what the gateways see of it, our own side, the recipient's DNS. */
export type CheckGroup = 'sender' | 'views' | 'own' | 'recipient'

/** Runs a group of checks as a step of its own, and tells how many there were. */
export async function checkStep(
  group: CheckGroup,
  run: () => Promise<readonly CheckResult[]>,
  progress: Progress,
): Promise<readonly CheckResult[]> {
  const id = `checks:${group}`
  progress({ id, state: 'running', key: `working.${group}`, slots: {} })
  const results = await run()
  progress({ id, state: 'done', key: `working.${group}Done`, slots: { count: results.length } })
  return results
}
