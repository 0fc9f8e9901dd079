import type {Root} from 'mdast'
import {visitType} from '../../plugins/tree/walk.ts'
import {builtInAdmonitions} from '../core/admonition-types.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {nearestAll} from '../core/nearest.ts'
import type {Place} from '../core/position.ts'

/** Classes that only place a box. */
const placements: readonly string[] = ['inline', 'end']

/** Longest opening line that is searched for its type, in UTF-16 units. */
const longestOpener = 1000

/**
 * Reports admonitions and details whose type has no look of its own.
 *
 * @param context.types  types that the site adds to those of the theme, in lower case
 */
export function findUnknownTypes(
  tree: Root,
  context: {path: string; text: string; types: readonly string[]; range: (start: number, end: number) => Place},
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const known = new Set([...builtInAdmonitions, ...context.types])
  visitType(tree, 'containerDirective', (node) => {
    if (node.name !== 'admonition' && node.name !== 'details') return
    const type = (node.attributes?.['class'] ?? '').split(' ')[0] ?? ''
    if (type === '' || known.has(type) || placements.includes(type)) return
    const suggestions = nearestAll(type, known)
    const [suggestion] = suggestions
    const line = node.position?.start.offset ?? 0
    const start =
      line +
      Math.max(
        0,
        context.text
          .slice(line, line + longestOpener)
          .toLowerCase()
          .indexOf(type),
      )
    found.push({
      ruleId: 'admonition/unknown-type',
      severity: 'warning',
      message: `Unknown admonition type \`${type}\`${suggestion === undefined ? '' : `; did you mean \`${suggestion}\``}`,
      path: context.path,
      place: context.range(start, start + type.length),
      actual: type,
      ...(suggestion !== undefined && {expected: suggestions}),
    })
  })
  return found
}
