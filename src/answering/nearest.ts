/**
 * The name that a misspelt word most likely means: the nearest by letters left out, added, changed or swapped with the
 * one beside them; null where none is near (one such slip in a short word, two in a longer one).
 */
export function nearest(word: string, names: readonly string[]): string | null {
  let best: string | null = null
  let least = word.length <= 4 ? 1 : 2
  for (const name of names) {
    const slips = slipsBetween(word, name, least)
    if (slips > least || (slips === least && best !== null)) continue
    best = name
    least = slips
  }
  return best
}

/** The distance of Damerau and Levenshtein, with swaps of letters side by side; above `most` it may say any more. */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)]
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    rows.push(line)
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      line.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (same ? 0 : 1),
          swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
  }
  return at(one.length, other.length)
}
