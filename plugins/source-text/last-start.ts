/**
 * Index of the last of some ascending starts that is not after an offset; 0 where all of them are after it.
 *
 * @param starts  0-based offsets, or what holds one under `out`
 */
export function lastStart(starts: readonly (number | {readonly out: number})[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const start = starts[middle] ?? 0
    if ((typeof start === 'number' ? start : start.out) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
