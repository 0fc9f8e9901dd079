/** A heading with those below it. */
export type Nested<Entry> = Entry & {readonly children: readonly Nested<Entry>[]}

interface OpenEntry<Entry> {
  readonly level: number
  readonly children: Nested<Entry>[]
}

/**
 * Nests headings by level, as `nest_toc_tokens` of Python-Markdown 3.10 does.
 *
 * A deeper heading goes below the one before it, however many levels it skips. A heading less deep than the first
 * stands beside it.
 *
 * @param headings  in document order; `level` counts from 1
 */
export function nestToc<Entry extends {readonly level: number}>(headings: readonly Entry[]): Nested<Entry>[] {
  const top: Nested<Entry>[] = []
  // Entries that have children, outermost first, and the levels of the lists that are open.
  const parents: OpenEntry<Entry>[] = []
  const levels: number[] = []
  let last: OpenEntry<Entry> | undefined
  for (const heading of headings) {
    const children: Nested<Entry>[] = []
    const entry = {...heading, children}
    const {level} = heading
    if (last && level < (levels.at(-1) ?? level)) {
      levels.pop()
      while (level <= (parents.at(-1)?.level ?? 0)) {
        parents.pop()
        levels.pop()
      }
      levels.push(level)
    }
    if (last && level > (levels.at(-1) ?? level)) {
      last.children.push(entry)
      parents.push(last)
      levels.push(level)
    } else {
      ;(parents.at(-1)?.children ?? top).push(entry)
      if (!last) levels.push(level)
    }
    last = {level, children}
  }
  return top
}
