import type {Definition, Nodes} from 'mdast'
import {isLineBlock, runningText} from '../../../plugins/source-text/running-text.ts'
import type {LineBlock} from '../../../plugins/source-text/running-text.ts'
import {nearest} from '../../core/nearest.ts'
import type {PageRule, PageRuleContext} from './page-rule.ts'

/** `[text][label]` and `[label][]`, not directly beside another bracket or a word of a script that has spaces. */
const reference =
  /(?<![[\])}\\_]|(?!\p{Ideographic}|\p{Script=Hiragana}|\p{Script=Katakana})[\p{L}\p{N}])!?\[((?:[^[\]\\]|\\.)+)\](\[((?:[^[\]\\]|\\.)*)\])(?![[\]_]|(?!\p{Ideographic}|\p{Script=Hiragana}|\p{Script=Katakana})[\p{L}\p{N}])/gsu

/** What stands in brackets one behind the other in logs. */
const logWord = /^(?:trace|debug|info|notice|warn|warning|error|err|fatal|panic)$/i

/**
 * Reports `link/undefined-reference`, `link/unused-definition` and `link/duplicate-definition`: the two halves of
 * `[text][label]` and `[label]: url` that lack each other. `[label]` alone is ordinary text.
 */
export const referenceLabel: PageRule = {
  types: ['definition', 'linkReference', 'imageReference', 'paragraph', 'heading', 'tableCell', 'containerDirective'],
  start: (context) => {
    const definitions: Definition[] = []
    const used = new Set<string>()
    const blocks: LineBlock[] = []
    const mayRefer = context.text.includes('][')
    return {
      node: (node: Nodes) => {
        if (node.type === 'definition') definitions.push(node)
        else if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier)
        else if (!mayRefer) return
        else if (isLineBlock(node)) blocks.push(node)
      },
      end: () => {
        for (const block of blocks) reportUndefined(block, definitions, context)
        if (definitions.length > 0) reportDefinitions(definitions, used, context)
      },
    }
  },
}

function reportUndefined(
  block: LineBlock,
  definitions: readonly Definition[],
  {text, source, range, report}: PageRuleContext,
): void {
  const start = block.position?.start.offset ?? 0
  if (!text.slice(start, block.position?.end.offset).includes('][')) return
  const running = runningText(block, text)
  for (const match of running.text.matchAll(reference)) {
    const [whole, first = '', second = '', label = ''] = match
    const isCollapsed = label.trim() === ''
    const end = running.start + match.index + whole.length
    const from = isCollapsed ? end - second.length - first.length - 2 : end - second.length
    const place = range(from, isCollapsed ? end - second.length : end)
    const written = source.slice(place.start.offset, place.end.offset)
    // Whoever puts a macro there may mean anything.
    if (!/^\[[^<>]*\]$/s.test(written) || !isLabel(written.slice(1, -1)) || logWord.test(first.trim())) continue
    const guess = nearest(
      written.slice(1, -1),
      definitions.map((definition) => definition.label ?? definition.identifier),
    )
    const hint = guess === undefined ? `; add a line \`${written}: …\`` : `; did you mean \`[${guess}]\``
    report({
      ruleId: 'link/undefined-reference',
      message: `Cannot find a definition of \`${written}\`, so the link stays text${hint}`,
      place,
      actual: written,
      ...(guess !== undefined && {expected: [`[${guess}]`]}),
    })
  }
}

/** Whether a writer would call a link by it: `^` marks footnotes, `-` options, figures and single letters are indices. */
function isLabel(label: string): boolean {
  return /\p{L}/u.test(label) && !/^[\s^-]/.test(label) && !/^.$/u.test(label) && !logWord.test(label)
}

function reportDefinitions(
  definitions: readonly Definition[],
  used: ReadonlySet<string>,
  {source, range, report}: PageRuleContext,
): void {
  const seen = new Set<string>()
  for (const definition of definitions) {
    const {identifier, url, position} = definition
    // `[//]: # (text)` and `[x]: <>` are ways to write comments.
    if (url === '' || url === '#' || identifier.startsWith('^')) continue
    const place = range(position?.start.offset ?? 0, position?.end.offset ?? 0)
    const written = source.slice(place.start.offset, place.end.offset)
    const [, label] = /^(\[(?:[^[\]\\]|\\.)+\]):/s.exec(written) ?? []
    if (label === undefined || label.includes('<<<')) continue
    if (seen.has(identifier)) {
      report({
        ruleId: 'link/duplicate-definition',
        message: `\`${label}\` is defined on this page before, and that definition counts; delete one of them`,
        place,
        actual: written,
      })
    } else if (!used.has(identifier)) {
      report({
        ruleId: 'link/unused-definition',
        message: `Nothing on this page refers to \`${label}\`; use it or delete the definition`,
        place,
        actual: written,
      })
    }
    seen.add(identifier)
  }
}
