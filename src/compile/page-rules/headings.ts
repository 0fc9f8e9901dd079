import type {Heading, Nodes} from 'mdast'
import {childrenOf} from '../../../plugins/tree/walk.ts'
import {alignText, nowhere} from '../writing/align-text.ts'
import type {PageRule, PageRuleContext} from './page-rule.ts'

const htmlHeading = /<h([1-6])(?=[\s>])/gi

/** Signs that end a sentence or a clause; questions and exclamations may stand in a heading. */
const sentenceEnd = /[.,;:。，；：、]$/

/**
 * Reports `heading/skipped-level` (`##`, then `####`), `heading/multiple-titles`, `heading/empty`,
 * `heading/missing-title`, `heading/duplicate` and `heading/punctuation`.
 *
 * Headings in raw HTML count for levels and titles; they are not reported themselves.
 */
export const headings: PageRule = {
  types: ['heading', 'html'],
  start: (context) => {
    const {report, isTitled, wants} = context
    const findDuplicate = wants('heading/duplicate') ? duplicateFinder() : () => false
    let level = 0
    let titles = 0
    const look = (heading: Heading): void => {
      const {depth} = heading
      const place = headingPlace(heading, context)
      if (level !== 0 && depth > level + 1)
        report({
          ruleId: 'heading/skipped-level',
          message: `Heading of level ${String(depth)} below one of level ${String(level)}; expected level ${String(level + 1)} at most`,
          place: markPlace(heading, context),
          actual: '#'.repeat(depth),
          expected: ['#'.repeat(level + 1)],
        })
      level = depth
      if (depth === 1 && ++titles === 2)
        report({
          ruleId: 'heading/multiple-titles',
          message: 'Second heading of level 1; expected one, the title of the page',
          place,
        })
      if (isEmpty(heading)) report({ruleId: 'heading/empty', message: 'Heading without text', place})
      else if (findDuplicate(heading))
        report({
          ruleId: 'heading/duplicate',
          message: 'Heading with the text of another one in the same section; give each a text of its own',
          place,
        })
      if (wants('heading/punctuation')) findPunctuation(heading, context)
    }
    return {
      node: (node) => {
        if (node.type === 'heading') look(node)
        if (node.type !== 'html') return
        for (const [, found = ''] of node.value.matchAll(htmlHeading)) {
          level = Number(found)
          if (level === 1) titles++
        }
      },
      end: () => {
        if (titles > 0 || isTitled || !wants('heading/missing-title')) return
        report({
          ruleId: 'heading/missing-title',
          message: 'Page without a title; expected `title` in the front matter or a heading of level 1',
        })
      },
    }
  },
}

function headingPlace({position}: Heading, {range}: PageRuleContext): ReturnType<PageRuleContext['range']> {
  return range(position?.start.offset ?? 0, position?.end.offset ?? 0)
}

/** The signs that make the level; the whole heading where it is underlined. */
function markPlace(heading: Heading, context: PageRuleContext): ReturnType<PageRuleContext['range']> {
  const start = heading.position?.start.offset ?? 0
  const isMarked = context.text.startsWith('#'.repeat(heading.depth), start)
  return isMarked ? context.range(start, start + heading.depth) : headingPlace(heading, context)
}

/** Whether a node shows nothing: neither text nor anything that is no text. */
function isEmpty(node: Nodes): boolean {
  const children = childrenOf(node)
  if (node.type === 'text') return node.value.trim() === ''
  if (node.type === 'html') return /^<(?:a\b|\/|!--)/i.test(node.value)
  return children?.every((child) => isEmpty(child)) === true
}

/** Text of a heading as far as it tells it from another. */
function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  if ('alt' in node) return node.alt ?? ''
  return (childrenOf(node) ?? []).map((child) => textOf(child)).join('')
}

/** Makes a test whether a heading has the text of an earlier one of its level, below the same heading. */
function duplicateFinder(): (heading: Heading) => boolean {
  const sections: {readonly depth: number; readonly texts: Set<string>}[] = []
  return (heading) => {
    while ((sections.at(-1)?.depth ?? 0) > heading.depth) sections.pop()
    let section = sections.at(-1)
    if (section?.depth !== heading.depth) sections.push((section = {depth: heading.depth, texts: new Set()}))
    const text = textOf(heading).trim()
    // Headings of icons alone cannot be told apart here.
    if (text === '') return false
    if (section.texts.has(text)) return true
    section.texts.add(text)
    return false
  }
}

function findPunctuation(heading: Heading, {text, range, report}: PageRuleContext): void {
  const last = heading.children.at(-1)
  const end = last?.position?.end.offset
  if (last?.type !== 'text' || end === undefined) return
  const sign = sentenceEnd.exec(last.value)?.[0]
  // `…` as three full stops, and an abbreviation, is no end of a sentence.
  if (sign === undefined || /(?:\.\.|\b(?:etc|e\.g|i\.e))\.$/i.test(last.value)) return
  const at = alignText(last.value, text, {start: last.position?.start.offset ?? end, limit: end}).at(-1) ?? nowhere
  if (at === nowhere) return
  report({
    ruleId: 'heading/punctuation',
    message: `Heading that ends in \`${sign}\``,
    place: range(at, at + 1),
    actual: sign,
    expected: [''],
  })
}
