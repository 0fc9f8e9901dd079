/** A run of backticks, as long as it gets. */
interface Run {
  readonly at: number
  readonly length: number
  /** Whether a backslash before it takes its first backtick, so that a span can only open after that one. */
  readonly escaped: boolean
}

/**
 * Code spans within one line, as `[start, end)` ranges with their backticks (CommonMark 0.31). A run of backticks is
 * closed by the next run of the same length. A backslash makes the backtick after it literal outside of code and says
 * nothing inside. Linear in the length of the text.
 */
export function codeSpans(text: string): readonly (readonly [number, number])[] {
  if (!text.includes('`')) return []
  const runs = Array.from(text.matchAll(/(?<!\\)(\\*)(`+)/g), (match): Run => {
    const [, slashes = '', ticks = ''] = match
    return {at: match.index + slashes.length, length: ticks.length, escaped: slashes.length % 2 === 1}
  })
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
    if (!run) continue
    const escaped = run.escaped ? 1 : 0
    const length = run.length - escaped
    const list = byLength.get(length) ?? []
    let pointer = next.get(length) ?? 0
    while (pointer < list.length && (list[pointer] ?? 0) <= index) pointer++
    next.set(length, pointer)
    const closing = list[pointer]
    if (length === 0 || closing === undefined) continue
    const end = runs[closing]
    if (!end) continue
    spans.push([run.at + escaped, end.at + end.length])
    index = closing
  }
  return spans
}
