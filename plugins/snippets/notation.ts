/** What a line of the snippets syntax says; offsets are 0-based UTF-16 units from the start of the line. */
export type Notation =
  | {
      readonly kind: 'include'
      readonly indent: string
      /** What stands between the quotes, and where. */
      readonly target: string
      readonly start: number
    }
  /** Opens or closes a list of names. */
  | {readonly kind: 'block'}
  /** The notation itself is meant once the `;` at `semicolon` is gone. */
  | {readonly kind: 'escaped'; readonly semicolon: number}

/** The start or the end of a named section. */
export interface SectionMarker {
  readonly type: 'start' | 'end'
  readonly name: string
  /** Offset of the `;` that makes the marker text; left out when it is a marker. */
  readonly semicolon?: number
}

/** A line that is longer, in UTF-16 units, holds no notation: no system has names of that length. */
const longestLine = 4096

const notation = /^([ \t]*)(;*)-+8<-+(?:([ \t]+)("(?:\\"|[^"])+"|'(?:\\'|[^'])+'))?$/
const section = /[ \t]+\[[ \t]*(start|end)[ \t]*:[ \t]*([a-z][-_0-9a-z]*)[ \t]*\]/iy

/**
 * Reads a line that is nothing but `--8<-- "name"`, or `--8<--` (pymdownx.snippets 11: any number of dashes, nothing
 * behind the quotes).
 */
export function readNotation(line: string): Notation | undefined {
  if (line.length > longestLine || !line.includes('8<')) return undefined
  const match = notation.exec(line)
  if (!match) return undefined
  const [, indent = '', semicolons = '', , quoted] = match
  if (semicolons !== '') return {kind: 'escaped', semicolon: indent.length}
  if (quoted === undefined) return {kind: 'block'}
  return {kind: 'include', indent, target: quoted.slice(1, -1), start: line.length - quoted.length + 1}
}

/** Reads `--8<-- [start:name]` or `[end:name]`, which may stand anywhere in a line, such as in a comment of code. */
export function readSectionMarker(line: string): SectionMarker | undefined {
  const first = line.indexOf('8<-')
  if (first === -1) return undefined
  const pattern = new RegExp(section)
  for (let at = first; at !== -1; at = line.indexOf('8<-', at + 3)) {
    let dashes = at
    while (line.charAt(dashes - 1) === '-') dashes--
    let behind = at + 2
    while (line.charAt(behind) === '-') behind++
    pattern.lastIndex = behind
    const match = dashes < at ? pattern.exec(line) : null
    if (!match) continue
    const [, type = '', name = ''] = match
    let semicolon = dashes
    while (line.charAt(semicolon - 1) === ';') semicolon--
    // In a code span of a sentence about snippets it is no marker, and the sentence must not go.
    if (semicolon === dashes && line.charAt(dashes - 1) === '`') continue
    return {
      type: type.toLowerCase() === 'start' ? 'start' : 'end',
      name,
      ...(semicolon < dashes && {semicolon}),
    }
  }
  return undefined
}
