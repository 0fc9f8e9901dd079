import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Diagnostic} from '../core/diagnostic.ts'
import {nearest} from '../core/nearest.ts'
import type {Place} from '../core/position.ts'

/** Types that the theme has a look for: Material's twelve, their older aliases, and the two that only place a box. */
const knownTypes: ReadonlySet<string> = new Set(
  (
    'note abstract info tip success question warning failure danger bug example quote ' +
    'seealso summary tldr todo hint important check done help faq caution attention fail missing error snippet cite inline end'
  ).split(' '),
)

/** Longest opening line that is searched for its type, in UTF-16 units. */
const longestOpener = 1000

/** Reports admonitions and details whose type has no look of its own. */
export function findUnknownTypes(
  tree: Root,
  context: {path: string; text: string; range: (start: number, end: number) => Place},
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  visit(tree, 'containerDirective', (node) => {
    if (node.name !== 'admonition' && node.name !== 'details') return
    const type = (node.attributes?.['class'] ?? '').split(' ')[0] ?? ''
    if (type === '' || knownTypes.has(type)) return
    const suggestion = nearest(type, knownTypes)
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
      ...(suggestion !== undefined && {expected: [suggestion]}),
    })
  })
  return found
}
