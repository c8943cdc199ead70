import type { Steps } from '../correlator/steps.ts'

/** Does work step by step. Between two steps everybody else has a turn: who asks something else, or a connection. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await new Promise<void>((go) => void setImmediate(go))
  }
}
