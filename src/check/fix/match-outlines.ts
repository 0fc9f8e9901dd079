/** A heading as it is told from others when a page changes. */
export interface OutlineHeading {
  readonly level: number
  readonly id: string
  /** Lines up to the next heading that are not blank; left out where they are not known. */
  readonly body?: readonly string[]
}

/** Most pairs of headings that are compared. */
const mostComparisons = 4_000_000

/**
 * Headings whose text changed while their place did not: between the same unchanged neighbours there are as many
 * headings of the same levels as before, and at least half of what stands below each is as it was.
 *
 * @returns new ids by former ids
 */
export function matchOutlines(
  former: readonly OutlineHeading[],
  current: readonly OutlineHeading[],
): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>()
  const formerIds = new Set(former.map(({id}) => id))
  const currentIds = new Set(current.map(({id}) => id))
  for (const [before, after] of gaps(former, current)) {
    if (before.length !== after.length || before.some(({level}, index) => level !== after[index]?.level)) continue
    for (const [index, heading] of before.entries()) {
      const successor = after[index]
      if (!successor || currentIds.has(heading.id) || formerIds.has(successor.id)) continue
      if (isSameBody(heading.body, successor.body)) renamed.set(heading.id, successor.id)
    }
  }
  return renamed
}

type Gap = readonly [before: readonly OutlineHeading[], after: readonly OutlineHeading[]]

/** What stands between the headings that both outlines have, by their longest common subsequence. */
function gaps(former: readonly OutlineHeading[], current: readonly OutlineHeading[]): readonly Gap[] {
  const columns = current.length + 1
  if (former.length * columns > mostComparisons) return []
  const lengths = new Uint32Array((former.length + 1) * columns)
  const at = (row: number, column: number): number => lengths[row * columns + column] ?? 0
  const isSame = (row: number, column: number): boolean =>
    former[row]?.id === current[column]?.id && former[row]?.level === current[column]?.level
  for (let row = former.length - 1; row >= 0; row--) {
    for (let column = current.length - 1; column >= 0; column--) {
      lengths[row * columns + column] = isSame(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const found: Gap[] = []
  let [row, column, fromRow, fromColumn] = [0, 0, 0, 0]
  const close = (): void => {
    if (row > fromRow || column > fromColumn)
      found.push([former.slice(fromRow, row), current.slice(fromColumn, column)])
  }
  while (row < former.length && column < current.length) {
    if (isSame(row, column)) {
      close()
      fromRow = ++row
      fromColumn = ++column
    } else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  row = former.length
  column = current.length
  close()
  return found
}

function isSameBody(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  if (!one || !other) return false
  const left = new Map<string, number>()
  for (const line of one) left.set(line, (left.get(line) ?? 0) + 1)
  let shared = 0
  for (const line of other) {
    const count = left.get(line) ?? 0
    if (count > 0) {
      shared++
      left.set(line, count - 1)
    }
  }
  return shared * 2 >= Math.max(one.length, other.length)
}
