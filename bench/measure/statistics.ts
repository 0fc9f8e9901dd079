/** The middle of several runs and how far apart they are. */
export interface Summary {
  readonly median: number
  readonly least: number
  readonly most: number
}

/**
 * Summary of at least one number.
 *
 * @throws RangeError for none
 */
export function summarise(numbers: readonly number[]): Summary {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const [low, high, least, most] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)], sorted[0], sorted.at(-1)]
  if (low === undefined || high === undefined || least === undefined || most === undefined) {
    throw new RangeError('no numbers to summarise')
  }
  return {median: (low + high) / 2, least, most}
}
