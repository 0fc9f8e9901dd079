/** An element of one list or the other, or one of each that stand for the same. */
export type Pairing = readonly [left: number | undefined, right: number | undefined]

/** Cells of the table of scores at most; longer lists are paired by position. */
const mostCells = 4_000_000

/**
 * Pairs two lists so that the sum of scores is the highest, order kept. Of equal sums, the one that pairs early
 * elements.
 *
 * @param score  of two elements by their positions: above 0, or `undefined` for those that must not be paired
 */
export function align(
  left: number,
  right: number,
  score: (left: number, right: number) => number | undefined,
): readonly Pairing[] {
  if ((left + 1) * (right + 1) > mostCells) return byPosition(left, right)
  const width = right + 1
  const best = new Float64Array((left + 1) * width)
  for (let row = left - 1; row >= 0; row--) {
    for (let column = right - 1; column >= 0; column--) {
      const skip = Math.max(best[(row + 1) * width + column] ?? 0, best[row * width + column + 1] ?? 0)
      const paired = score(row, column)
      const both = paired === undefined ? -1 : paired + (best[(row + 1) * width + column + 1] ?? 0)
      best[row * width + column] = Math.max(skip, both)
    }
  }
  const pairings: Pairing[] = []
  let row = 0
  let column = 0
  while (row < left && column < right) {
    const here = best[row * width + column] ?? 0
    const paired = score(row, column)
    if (paired !== undefined && here === paired + (best[(row + 1) * width + column + 1] ?? 0)) {
      pairings.push([row++, column++])
    } else if (here === (best[(row + 1) * width + column] ?? 0)) pairings.push([row++, undefined])
    else pairings.push([undefined, column++])
  }
  while (row < left) pairings.push([row++, undefined])
  while (column < right) pairings.push([undefined, column++])
  return pairings
}

function byPosition(left: number, right: number): readonly Pairing[] {
  return Array.from({length: Math.max(left, right)}, (_, index) => [
    index < left ? index : undefined,
    index < right ? index : undefined,
  ])
}
