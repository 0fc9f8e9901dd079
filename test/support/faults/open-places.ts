/** A line of a page where a block can be put in without touching what stands around it. */
export interface OpenPlace {
  /** 0-based index of the blank line below which the block is put. */
  readonly line: number
}

/**
 * Places of a page between a heading and the paragraph below it, outside of code, lists, containers, HTML and
 * conditions: whatever is put in there is at the top level.
 */
export function openPlaces(text: string): readonly OpenPlace[] {
  const lines = text.split('\n')
  const places: OpenPlace[] = []
  let fence: string | undefined
  let depth = 0
  let inFrontMatter = lines[0] === '---'
  for (const [index, line] of lines.entries()) {
    if (inFrontMatter) {
      inFrontMatter = index === 0 || line !== '---'
      continue
    }
    const [, mark] = /^\s*(`{3,}|~{3,})/.exec(line) ?? []
    if (mark !== undefined) {
      if (fence === undefined) fence = mark
      else if (mark.startsWith(fence)) fence = undefined
      continue
    }
    if (fence !== undefined) continue
    depth +=
      (line.match(/<<<%-?\s*(?:if|for)\b/g) ?? []).length - (line.match(/<<<%-?\s*end(?:if|for)\b/g) ?? []).length
    const isHeading = /^#{1,6} \S/.test(line) && lines[index - 1]?.trim() === ''
    const isOpen = lines[index + 1] === '' && /^[A-Z\p{Script=Han}]/u.test(lines[index + 2] ?? '')
    if (isHeading && isOpen && depth === 0) places.push({line: index + 1})
  }
  return places
}

/** A page with a block put in at a place, and the 1-based line that the block starts at. */
export function putIn(text: string, {line}: OpenPlace, block: string): {text: string; first: number; added: number} {
  const lines = text.split('\n')
  const added = block.split('\n')
  return {
    text: [...lines.slice(0, line + 1), ...added, '', ...lines.slice(line + 1)].join('\n'),
    first: line + 2,
    added: added.length + 1,
  }
}
