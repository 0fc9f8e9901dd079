/** Lines of context around a change, as `diff -u` has them. */
const context = 3

/** Most lines that differ before the rest of a file is taken as replaced. */
const mostDifferences = 2000

/** A run of lines that are replaced, as indices; ends exclusive. */
interface Change {
  readonly oldStart: number
  readonly oldEnd: number
  readonly newStart: number
  readonly newEnd: number
}

/**
 * Change of a file in the unified format, as `git apply` and `patch -p1` read it; empty when nothing changed.
 *
 * @param path  of the file, with `/`
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const [old, current] = [splitLines(before), splitLines(after)]
  const hunks = groupChanges(findChanges(old, current))
  // Git ends a name with white space in it with a tab.
  const tab = /\s/.test(path) ? '\t' : ''
  const header = `--- a/${path}${tab}\n+++ b/${path}${tab}\n`
  return header + hunks.map((hunk) => formatHunk(hunk, old, current)).join('')
}

/** Lines with their endings, which are `\n`: what stands before it in the file belongs to the line. */
function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** The fewest lines to replace, by the algorithm of Myers (1986). */
function findChanges(old: readonly string[], current: readonly string[]): readonly Change[] {
  let start = 0
  while (start < old.length && start < current.length && old[start] === current[start]) start++
  let end = 0
  const most = Math.min(old.length, current.length) - start
  while (end < most && old.at(-1 - end) === current.at(-1 - end)) end++
  const whole = {oldStart: start, oldEnd: old.length - end, newStart: start, newEnd: current.length - end}
  return (
    shortestScript(old.slice(start, whole.oldEnd), current.slice(start, whole.newEnd))?.map((change) => ({
      oldStart: change.oldStart + start,
      oldEnd: change.oldEnd + start,
      newStart: change.newStart + start,
      newEnd: change.newEnd + start,
    })) ?? [whole]
  )
}

function shortestScript(old: readonly string[], current: readonly string[]): readonly Change[] | undefined {
  const trace: ReadonlyMap<number, number>[] = []
  const furthest = new Map<number, number>([[1, 0]])
  for (let depth = 0; depth <= mostDifferences; depth++) {
    trace.push(new Map(furthest))
    for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
      let x = isDown(furthest, diagonal, depth) ? reach(furthest, diagonal + 1) : reach(furthest, diagonal - 1) + 1
      while (x < old.length && x - diagonal < current.length && old[x] === current[x - diagonal]) x++
      furthest.set(diagonal, x)
      if (x >= old.length && x - diagonal >= current.length) return walkBack(trace, old.length, current.length)
    }
  }
  return undefined
}

function walkBack(trace: readonly ReadonlyMap<number, number>[], oldEnd: number, newEnd: number): readonly Change[] {
  const changes: Change[] = []
  let [x, y] = [oldEnd, newEnd]
  for (let depth = trace.length - 1; depth > 0; depth--) {
    const furthest = trace[depth] ?? new Map<number, number>()
    const diagonal = x - y
    const isInsertion = isDown(furthest, diagonal, depth)
    const before = isInsertion ? diagonal + 1 : diagonal - 1
    const fromX = reach(furthest, before)
    const fromY = fromX - before
    const step = {
      oldStart: fromX,
      oldEnd: fromX + (isInsertion ? 0 : 1),
      newStart: fromY,
      newEnd: fromY + (isInsertion ? 1 : 0),
    }
    const last = changes.at(-1)
    const isJoined = last?.oldStart === step.oldEnd && last.newStart === step.newEnd
    if (isJoined) changes.pop()
    changes.push(isJoined ? {...step, oldEnd: last.oldEnd, newEnd: last.newEnd} : step)
    x = fromX
    y = fromY
  }
  return changes.reverse()
}

function isDown(furthest: ReadonlyMap<number, number>, diagonal: number, depth: number): boolean {
  return diagonal === -depth || (diagonal !== depth && reach(furthest, diagonal - 1) < reach(furthest, diagonal + 1))
}

function reach(furthest: ReadonlyMap<number, number>, diagonal: number): number {
  return furthest.get(diagonal) ?? -1
}

/** Changes whose context would touch stand in one hunk. */
function groupChanges(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = []
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1)
    if (last && change.oldStart - last.oldEnd <= 2 * context) groups.at(-1)?.push(change)
    else groups.push([change])
  }
  return groups
}

function formatHunk(hunk: readonly Change[], old: readonly string[], current: readonly string[]): string {
  const [first] = hunk
  const last = hunk.at(-1)
  if (!first || !last) return ''
  const before = Math.min(context, first.oldStart)
  const after = Math.min(context, old.length - last.oldEnd)
  const lines: string[] = []
  const push = (sign: string, from: readonly string[]): void => {
    for (const line of from)
      lines.push(line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`)
  }
  let at = first.oldStart - before
  for (const {oldStart, oldEnd, newStart, newEnd} of hunk) {
    push(' ', old.slice(at, oldStart))
    push('-', old.slice(oldStart, oldEnd))
    push('+', current.slice(newStart, newEnd))
    at = oldEnd
  }
  push(' ', old.slice(at, last.oldEnd + after))
  const oldRange = formatRange(first.oldStart - before, last.oldEnd + after)
  const newRange = formatRange(first.newStart - before, last.newEnd + after)
  return `@@ -${oldRange} +${newRange} @@\n${lines.join('')}`
}

/** `start,count` of a hunk, lines from 1; an empty one names the line before it. */
function formatRange(start: number, end: number): string {
  const count = end - start
  const first = count === 0 ? start : start + 1
  return count === 1 ? String(first) : `${first},${count}`
}
