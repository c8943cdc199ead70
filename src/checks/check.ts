/** The checks of the sender (S1 to S27) and of our side (R1 to R22), by the ids everyone here knows them by. */
export type CheckId = `S${number}` | `R${number}`

/** `unknown`: it could not be found out (a DNS time-out, a probe from the wrong side). Never read it as a problem. */
export type CheckStatus = 'ok' | 'problem' | 'unknown'

export type FactValue = string | number | boolean | readonly string[]

/** What one check found out. It holds no prose: `key` names the text in the language files, `facts` fill its slots. */
export interface CheckResult {
  readonly id: CheckId
  readonly status: CheckStatus
  /** Key of the sentence under `checks` in a language file, for example `S13.none` or `R1.elsewhere`. */
  readonly key: string
  /** What was looked at: a domain, an address, a host. */
  readonly subject: string
  readonly facts: Readonly<Record<string, FactValue>>
  /** The lookups it rests on, each as a person would type it: `MX example.com → 10 mx.example.com`. */
  readonly lookups: readonly string[]
}

/**
 * Results that only say that there is nothing to look at, or that nothing stands out: told where all checks are asked
 * for, and left out where they would hide what matters.
 */
export function isUnremarkable({ key }: Pick<CheckResult, 'key'>): boolean {
  return unremarkable.has(key)
}

const unremarkable: ReadonlySet<string> = new Set([
  ...[
    'S2.ok',
    'S2.unknown',
    'S4.none',
    'S5.unsigned',
    'S16.ok',
    'S17.literal',
    'S17.elsewhere',
    'S6.same',
    'S6.unseen',
  ],
  ...['R4.ok', 'R6.unsigned', 'R7.none', 'R13.none', 'R14.none', 'R15.none', 'R15.ok'],
])
