/** Ids of one length, digit by digit: what may stand in each place. */
type Places = readonly ReadonlySet<string>[]

/** So many ids may always be asked for with one command: their lines cost less than reading the whole log once more. */
const cheap = 64
/** More than this in one pattern brings the lines of half the log. */
const mostAtOnce = 1_000

function countOf(places: Places): number {
  return places.reduce((product, { size }) => product * size, 1)
}

function joined(a: Places, b: Places): Places {
  return a.map((set, place) => new Set([...set, ...(b[place] ?? [])]))
}

/** Joins neighbours, those that bring the fewest ids besides first, for as long as no pattern fits more than `bound`. */
function joinedUpTo(groups: readonly Places[], bound: number): Places[] {
  const left = [...groups]
  for (;;) {
    let best = -1
    let fewest = bound + 1
    for (let place = 0; place + 1 < left.length; place++) {
      const count = countOf(joined(left[place] ?? [], left[place + 1] ?? []))
      if (count < fewest) {
        fewest = count
        best = place
      }
    }
    const [a, b] = [left[best], left[best + 1]]
    if (!a || !b) return left
    left.splice(best, 2, joined(a, b))
  }
}

function patternOf(places: Places, before: string): string {
  const classes = places.map((digits) =>
    digits.size === 1 ? [...digits].join('') : `[${[...digits].sort().join('')}]`,
  )
  return before + classes.join('')
}

/**
 * Few patterns for many ids: ids of one length share a pattern with a bracket class in each place where they differ,
 * and the lines of other ids that fit it too are sifted out on our side. As many ids share one as makes no difference;
 * where that leaves more than `most` patterns, more of them do. `before` is what is asked for in front of an id of so
 * many digits.
 */
export function idPatterns(ids: readonly number[], most: number, before: (digits: number) => string): string[] {
  const byLength = new Map<number, Places[]>()
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    const digits = [...String(id)].map((digit) => new Set([digit]))
    byLength.set(digits.length, [...(byLength.get(digits.length) ?? []), digits])
  }
  let found: string[] = []
  for (
    let bound = cheap;
    bound <= mostAtOnce;
    bound = bound < mostAtOnce ? Math.min(bound * 4, mostAtOnce) : bound + 1
  ) {
    found = [...byLength].flatMap(([length, groups]) =>
      joinedUpTo(groups, bound).map((places) => patternOf(places, before(length))),
    )
    if (found.length <= most) break
  }
  return found
}
