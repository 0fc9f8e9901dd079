/** Whether an offset lies in one of the ranges, which are ascending. */
export function insideSpan(spans: readonly (readonly [number, number])[], offset: number): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.[1] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return (spans[low]?.[0] ?? Infinity) <= offset
}
