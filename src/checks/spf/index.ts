export { checkHost, type SpfOutcome, type SpfQuery, type SpfResult } from './evaluate.ts'
export { expand } from './expand.ts'
export type { Expansion, NotEnumerable, SpfProblem, SpfRange } from './expansion.ts'
