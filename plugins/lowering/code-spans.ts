/**
 * Code spans within one line, as `[start, end)` ranges with their backticks. A run of backticks is closed by the
 * next run of the same length; runs after a backslash are literal. Linear in the length of the text.
 */
export function codeSpans(text: string): readonly (readonly [number, number])[] {
  if (!text.includes('`')) return []
  const runs: {at: number; length: number; escaped: boolean}[] = []
  for (const match of text.matchAll(/\\`|`+/g)) {
    const escaped = match[0].startsWith('\\')
    runs.push({at: match.index + (escaped ? 1 : 0), length: escaped ? 1 : match[0].length, escaped})
  }
  const byLength = new Map<number, number[]>()
  for (const [index, run] of runs.entries()) {
    const list = byLength.get(run.length)
    if (list) list.push(index)
    else byLength.set(run.length, [index])
  }
  const next = new Map<number, number>()
  const spans: [number, number][] = []
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]
    if (!run || run.escaped) continue
    const list = byLength.get(run.length) ?? []
    let pointer = next.get(run.length) ?? 0
    while (pointer < list.length && (list[pointer] ?? 0) <= index) pointer++
    next.set(run.length, pointer)
    const closing = list[pointer]
    if (closing === undefined) continue
    const end = runs[closing]
    if (!end) continue
    spans.push([run.at, end.at + end.length])
    index = closing
  }
  return spans
}

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
