/** A cause that has no rule of its own: which rule names it, and why it cannot be told by itself. */
export interface ToldWithOthers {
  readonly cause: string
  readonly stage: 0
  readonly toldBy: string
  readonly because: string
}

/**
 * Causes that look the same from our side. Where one of them is the reason, the verdict is that of the rule named here,
 * which names all of them and asks the question that tells them apart.
 */
export const toldWithOthers: readonly ToldWithOthers[] = [
  {
    cause: 'never-sent',
    stage: 0,
    toldBy: 'never-connected',
    because: 'a mail that was never sent leaves no line here; only the log of the sender tells it from the other two',
  },
  {
    cause: 'sender-uses-old-mx',
    stage: 0,
    toldBy: 'never-connected',
    because: 'a connection to an old address of ours leaves no line here; the log of the sender names the address',
  },
  {
    cause: 'sender-port-25-blocked',
    stage: 0,
    toldBy: 'never-connected',
    because: 'a connection that is stopped on their side leaves no line here; a test on the sending server shows it',
  },
]
