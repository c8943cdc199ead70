/** Work that is done step by step, so that others may have their turn between two of them. Each takes a few milliseconds at most. */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** All steps, one right after the other. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Goes through some items, with a step for each so many of them. */
export function* inSteps<Item>(items: Iterable<Item>, count: number, take: (item: Item) => void): Steps<void> {
  let taken = 0
  for (const item of items) {
    take(item)
    taken += 1
    if (taken % count === 0) yield
  }
}
