import type {Node, PhrasingContent, Root} from 'mdast'
import type {Diagnostic} from '../core/diagnostic.ts'
import {sourceOffset} from '../core/offset-map.ts'
import type {Anchor, PageVariant} from '../core/page.ts'
import {locator} from '../../plugins/source-text/locator.ts'
import type {Highlight} from '../../plugins/highlight/remember-highlighting.ts'
import type {Place} from '../core/position.ts'
import {childrenOf, visitType} from '../../plugins/tree/walk.ts'
import type {Variant} from '../macro/share.ts'
import {normaliseHtml} from './balance-html.ts'
import {renderCode} from './code-blocks.ts'
import {findExcess} from './complexity.ts'
import type {Excess} from './complexity.ts'
import {collectHeadings, plainText} from './headings.ts'
import {collectHtml} from './html-nodes.ts'
import type {Markdown} from './markdown.ts'
import {markdownTemplate} from './markdown-template.ts'
import {toDiagnostic} from './messages.ts'
import {collectMarkdownReferences, makeReferenceCollector} from './references.ts'
import {footnoteFindings} from './page-rules/footnote-findings.ts'
import {runPageRules} from './page-rules/run-page-rules.ts'
import {countContents} from './section-contents.ts'
import {makeSlotTokens} from './template.ts'
import {collectTabs} from './tab-ids.ts'
import {replaceTagMarkers} from './tag-markers.ts'
import {toHast} from './to-hast.ts'
import {findUnknownTypes} from './unknown-types.ts'
import {writeHtml} from './write-html.ts'
import type {SourceEdition} from './compiler.ts'
import type {WritingRules} from './writing/create-writing-rules.ts'

/** A compiled variant, with what only the compiler needs. */
export interface CompiledVariant {
  readonly page: PageVariant
  readonly diagnostics: readonly Diagnostic[]
  /** Ranges of comments in the source, `[start, end)` in UTF-16 units. */
  readonly comments: readonly (readonly [number, number])[]
}

/** Without extensions code blocks stay as the engine writes them. */
const plainCode = {codes: [], mermaid: false, anchors: []} as const

/** Compiles the text that some editions share into a template and the facts about it. */
export function compileVariant(options: {
  variant: Variant
  source: string
  path: string
  locale: string
  /** Those that share the variant. */
  editions: readonly SourceEdition[]
  /** Whether the front matter gives the page a title, or a layout of its own. */
  isTitled: boolean
  markdown: Markdown
  highlight: Highlight
  writing: WritingRules
}): CompiledVariant {
  const {variant, path, locale, markdown, highlight, writing} = options
  const {range, place} = locators(options)
  const excess = findExcess(variant.text)
  if (excess) return plainVariant(variant, tooComplex(excess, {path, range}))
  const {tree, file} = markdown.parse(variant.text)
  const tokens = makeSlotTokens(variant.text)
  const collector = makeReferenceCollector(tokens)
  const unknownTypes = findUnknownTypes(tree, {path, text: variant.text, types: markdown.types, range})
  const {source, isTitled} = options
  const ruled = runPageRules(tree, {text: variant.text, source, path, locale, isTitled, wants: writing.wants, range})
  const worded = writing.find(tree, {...options, range})
  const tagList = replaceTagMarkers(tree, {text: variant.text, token: tokens.make('tags', 0)})
  const html = collectHtml(tree, {collector, text: variant.text, range, path})
  collectMarkdownReferences(tree, {collector, text: variant.text, place})
  const excerpt = excerptOf(tree)
  const sections = countContents(tree)
  const headings = collectHeadings(tree, {options: markdown.headings, tokens, place, render: renderInline})
  // Formulas open with one of these.
  const math = /[$\\]/.test(variant.text) && holdsMath(tree)
  const tabs = collectTabs(tree, {options: markdown.tabs, tokens, first: headings.length})
  const {
    codes,
    mermaid,
    anchors: lines,
  } = markdown.plain ? plainCode : renderCode(tree, {settings: markdown.code, tokens, highlight})
  replaceTocMarkers(tree, tokens.make('toc', 0))
  const {comments = [], unusedAbbreviations = [], criticCuts = []} = file.data
  const ids: Anchor[] = []
  const written = writeHtml(toHast(tree), {
    onId: (id) => {
      if (!tokens.is('id', id)) ids.push({id, reserved: true})
    },
  })
  return {
    page: {
      lookups: variant.lookups,
      template: tokens.split(html.balanced || markdown.plain ? written : normaliseHtml(written)),
      markdown: markdownTemplate({
        text: variant.text,
        hidden: [...comments, ...html.comments, ...unusedAbbreviations, ...criticCuts],
        destinations: collector.destinations,
        tokens,
      }),
      headings,
      sections,
      tabs,
      anchors: [...html.anchors, ...lines, ...ids],
      references: collector.references,
      codes,
      excerpt,
      features: {mermaid, math, katex: math && markdown.demanding.rendersMath, ...(tagList && {tagList})},
    },
    diagnostics: [
      ...html.diagnostics,
      ...unknownTypes,
      ...ruled,
      ...footnoteFindings(file.data.footnoteFaults ?? [], {source: options.source, path, range}),
      ...worded,
      ...file.messages.flatMap((message) => toDiagnostic(message, {path, range}) ?? []),
    ],
    comments: comments.map(([start, end]) => {
      return [sourceOffset(variant.map, start), sourceOffset(variant.map, end)] as const
    }),
  }
}

function tooComplex(excess: Excess, context: {path: string; range: (start: number, end: number) => Place}): Diagnostic {
  return {
    ruleId: 'source/too-complex',
    severity: 'error',
    message: `Too many ${excess.what}: the page is shown as plain text; split the block, or put it into a code block`,
    path: context.path,
    place: context.range(excess.offset, excess.offset),
  }
}

/** The text as it stands, for a page that the engine is not given. */
function plainVariant(variant: Variant, diagnostic: Diagnostic): CompiledVariant {
  const html = `<pre>${variant.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`
  const tokens = makeSlotTokens(variant.text)
  const page: PageVariant = {
    lookups: variant.lookups,
    template: tokens.split(html),
    markdown: tokens.split(variant.text),
    headings: [],
    sections: [{images: 0, codes: 0}],
    tabs: [],
    anchors: [],
    references: [],
    codes: [],
    excerpt: '',
    features: {mermaid: false, math: false, katex: false},
  }
  return {page, diagnostics: [diagnostic], comments: []}
}

/** Functions from positions in the variant's text to places in the source. */
function locators({variant, source}: {variant: Variant; source: string}): {
  range: (start: number, end: number) => Place
  place: (position: Root['position']) => Place | undefined
} {
  const locate = locator(source)
  const range = (start: number, end: number): Place => {
    const from = sourceOffset(variant.map, start)
    return {start: locate(from), end: locate(Math.max(from, sourceOffset(variant.map, Math.max(start, end))))}
  }
  return {range, place: (position) => position && range(position.start.offset ?? 0, position.end.offset ?? 0)}
}

function renderInline(nodes: readonly PhrasingContent[]): string {
  return writeHtml(toHast({type: 'root', children: [...nodes]}))
}

/** Text of the first paragraph that has any. */
function excerptOf(tree: Root): string {
  for (const node of tree.children) {
    const text = node.type === 'paragraph' ? plainText(node.children).replace(/\s+/g, ' ').trim() : ''
    if (text !== '') return text
  }
  return ''
}

function holdsMath(node: Node): boolean {
  return (
    childrenOf(node)?.some((child) => child.type === 'math' || child.type === 'inlineMath' || holdsMath(child)) === true
  )
}

function replaceTocMarkers(tree: Root, token: string): void {
  visitType(tree, 'tocMarker', (_, index, parent) => {
    parent.children[index] = {type: 'html', value: token}
  })
}
