import type { z } from 'zod'

/** One thing to mend: where in the file (`gateways.esa1.port`), and what is wrong with it in words. */
export interface Problem {
  readonly path: string
  readonly message: string
}

/** The problems as a person reads them, one a line. */
export function problemsInWords(path: string, problems: readonly Problem[]): string {
  const lines = problems.map((problem) => `  ${problem.path ? `${problem.path}: ` : ''}${problem.message}`)
  return [`${path} cannot be used:`, ...lines].join('\n')
}

/** What zod found, in words that need no zod to be understood. No value of the file is in them: it may be a secret. */
export function problemsOf(issue: z.core.$ZodIssue): readonly Problem[] {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => ({ path, message }))
  // A key that nobody knows is told by its own path: most often it is a known one misspelt.
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, message: 'is nothing known here' }))
  }
  return [{ path, message: wordsOf(issue.message) }]
}

function wordsOf(message: string): string {
  if (/^Invalid input: expected .+, received undefined$/.test(message)) return 'is missing'
  return message.replace(/^Invalid input: expected/, 'must be').replace(/, received (\S+)$/, ', and is $1')
}
