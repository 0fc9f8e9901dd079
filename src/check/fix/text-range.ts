/** Part of a text: 0-based UTF-16 offsets, end exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Whether two ranges share something; an empty one shares with what it stands inside of. */
export function isOverlapping(one: TextRange, other: TextRange): boolean {
  if (one.start === other.start && one.end === other.end) return true
  return one.start < other.end && other.start < one.end
}
