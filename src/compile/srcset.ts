/** One image of a `srcset`: its URL as written, and where that stands in the value, 0-based UTF-16 units. */
export interface SrcsetCandidate {
  readonly url: string
  readonly start: number
  readonly end: number
}

/**
 * URLs of a `srcset`, as the HTML standard reads it: a URL ends at white space or at a comma that ends it, and what
 * follows up to the next comma outside brackets describes it.
 */
export function readSrcset(value: string): readonly SrcsetCandidate[] {
  const candidates: SrcsetCandidate[] = []
  let at = 0
  for (;;) {
    while (at < value.length && /[\s,]/.test(value.charAt(at))) at++
    if (at >= value.length) return candidates
    const start = at
    while (at < value.length && !/\s/.test(value.charAt(at))) at++
    let end = at
    while (value.charAt(end - 1) === ',') end--
    candidates.push({url: value.slice(start, end), start, end})
    if (end === at) at = endOfDescriptors(value, at)
  }
}

function endOfDescriptors(value: string, from: number): number {
  let depth = 0
  for (let at = from; at < value.length; at++) {
    const character = value.charAt(at)
    if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === ',' && depth <= 0) return at
  }
  return value.length
}
