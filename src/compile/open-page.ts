import {highlightLines} from '../../plugins/highlight/highlight-lines.ts'
import {makeSlugger} from '../../plugins/slugs/slugify.ts'
import type {SluggerOptions} from '../../plugins/slugs/slugify.ts'
import {makeIdRegistry} from '../../plugins/slugs/unique-id.ts'
import {nestToc} from '../../plugins/toc-marker/nest-toc.ts'
import {tocHtml, tocLevels} from '../../plugins/toc-marker/toc-html.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {EditionPage, EditionReference, Page, PageVariant, Reference, TocEntry} from '../core/page.ts'
import {fillPlaceholders, hasPlaceholderLetters} from '../core/placeholder.ts'
import type {MarkdownOptions, Values} from '../core/site.ts'
import {expandText} from '../macro/expand-text.ts'
import {lookupValue} from '../macro/scope.ts'
import {tabOptions} from './extension-options.ts'

const descriptionLength = 300

/** The edition that a page is opened for. */
export interface OpenContext {
  readonly brand: string
  /** Values of the brand in the page's own locale. */
  readonly values: Values
  readonly markdown: MarkdownOptions
  /**
   * What other brands have made of the variants; left out: nothing. Made with `new WeakMap()`, for one set of
   * `markdown` options, and filled here.
   */
  readonly outlines?: Outlines | undefined
}

/** Outlines that are the same for every brand of a variant. */
export type Outlines = WeakMap<PageVariant, Outline>

/** What an edition can link to on a page, and how it finds its way around it. */
export interface Outline {
  /** Of the headings in order, then of the tabs. */
  readonly ids: readonly string[]
  readonly toc: readonly TocEntry[]
  /** Every id that a link can lead to. */
  readonly anchors: ReadonlySet<string>
}

/** A page as an edition sees it, and what is wrong with its front matter there. */
export interface OpenedPage {
  readonly page: EditionPage
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Fills a compiled page with the values of one brand: text, ids, table of contents, references. The HTML itself waits
 * for the resolved references.
 *
 * @returns `undefined` when the page was not compiled for the brand
 */
export function openPage(page: Page, context: OpenContext): OpenedPage | undefined {
  const index = page.variantOf[context.brand]
  const variant = index === undefined ? undefined : page.variants[index]
  if (!variant) return undefined
  const {brand, values} = context
  const filled = variant.lookups.map((name) => lookupValue(values, name) ?? '')
  const fill = (text: string): string => fillPlaceholders(text, filled)
  const options: TocOptions = context.markdown.extensions['toc'] ?? {}
  const {ids, toc, anchors} = outlineOf(variant, fill, context)
  const diagnostics: Diagnostic[] = []
  const expand = (text: string): string => {
    const expanded = expandText({text, path: page.path, values, locale: page.locale, brand})
    diagnostics.push(...expanded.diagnostics)
    return expanded.text
  }
  const {title, description, tags = []} = page.frontMatter
  const ownTags = [...new Set(tags.map((tag) => expand(tag).replace(/\s+/g, ' ').trim()))].filter((tag) => tag !== '')
  const opened: EditionPage = {
    page,
    brand,
    title: title === undefined ? (titleFromHeadings(variant, fill) ?? titleFromPath(page.path)) : expand(title),
    description: description === undefined ? shorten(fill(variant.excerpt)) : expand(description),
    toc,
    ...(ownTags.length > 0 && {tags: ownTags}),
    features: variant.features,
    anchors,
    references: fillReferences(variant.references, fill),
    renderArticle: (hrefs, tagList = '') => renderArticle(variant, {filled, ids, hrefs, toc, options, tagList}),
    renderMarkdown: (hrefs) => renderMarkdown(variant, filled, hrefs),
  }
  return {page: opened, diagnostics}
}

/** Outline of a variant for one brand: that of another brand where no value is in it. */
function outlineOf(variant: PageVariant, fill: (text: string) => string, context: OpenContext): Outline {
  const known = context.outlines?.get(variant)
  if (known) return known
  const {extensions} = context.markdown
  const options = extensions['toc'] ?? {}
  const ids = makeIds(variant, {fill, options, tabs: tabOptions(extensions)})
  const toc = makeToc(variant, {fill, ids, options})
  const outline = {ids, toc, anchors: new Set([...ids, ...variant.anchors.map(({id}) => fill(id))])}
  if (isSharedOutline(variant)) context.outlines?.set(variant, outline)
  return outline
}

function isSharedOutline({lookups, headings, tabs, anchors}: PageVariant): boolean {
  if (lookups.length === 0) return true
  const texts = [
    ...headings.flatMap(({text, html, label, id, slugText}) => [text, html, label ?? '', id ?? '', slugText]),
    ...tabs.map(({slugText}) => slugText),
    ...anchors.map(({id}) => id),
  ]
  return !texts.some(hasPlaceholderLetters)
}

function fillReferences(references: readonly Reference[], fill: (text: string) => string): readonly EditionReference[] {
  return references.map((reference) => {
    const target = fill(reference.target)
    return target === reference.target ? reference : {...reference, target}
  })
}

/** Text of at most 300 characters, cut at a word where there are words. */
function shorten(text: string): string {
  if (text.length <= descriptionLength) return text
  const cut = text.slice(0, descriptionLength)
  const space = cut.lastIndexOf(' ')
  return `${space > descriptionLength / 2 ? cut.slice(0, space) : cut}…`
}

type TocOptions = Readonly<Record<string, unknown>>

/**
 * Ids of the headings, in order, as Python-Markdown's `toc` gives them, then those of the tabs, as `pymdownx.tabbed`
 * does: unique on the page.
 */
function makeIds(
  variant: PageVariant,
  context: {fill: (text: string) => string; options: TocOptions; tabs: TocOptions},
): readonly string[] {
  const {fill, options, tabs} = context
  const slugify = sluggerOf(options)
  const explicit = variant.headings.flatMap(({id}) => (id === undefined ? [] : [fill(id)]))
  const reserved = variant.anchors.flatMap(({id, reserved: counts}) => (counts ? [fill(id)] : []))
  const unique = makeIdRegistry([...explicit, ...reserved])
  const ids = variant.headings.map(({id, slugText}) => (id === undefined ? unique(slugify(fill(slugText))) : fill(id)))
  if (variant.tabs.length === 0) return ids
  const slugifyTab = sluggerOf(tabs)
  const separator = typeof tabs['separator'] === 'string' ? tabs['separator'] : '-'
  const tabIds = variant.tabs.map(({slugText, heading}) => {
    const above = heading === undefined ? '' : (ids[heading] ?? '')
    const slug = slugifyTab(fill(slugText))
    return unique(above === '' ? slug : above + separator + slug)
  })
  return [...ids, ...tabIds]
}

function sluggerOf(options: TocOptions): (text: string) => string {
  return makeSlugger({
    ...(options['slugify'] as SluggerOptions),
    ...(typeof options['separator'] === 'string' && {separator: options['separator']}),
  })
}

function makeToc(
  variant: PageVariant,
  context: {fill: (text: string) => string; ids: readonly string[]; options: TocOptions},
): readonly TocEntry[] {
  const depth = context.options['toc_depth']
  const {top, bottom} = tocLevels(typeof depth === 'string' || typeof depth === 'number' ? depth : undefined)
  const entries = variant.headings.map(({level, text, html, label}, index) => {
    return {
      level,
      id: context.ids[index] ?? '',
      text: context.fill(label ?? text),
      html: context.fill(label === undefined ? html : escapeText(label)),
    }
  })
  return nestToc(entries.filter(({level}) => level >= top && level <= bottom))
}

function titleFromHeadings(variant: PageVariant, fill: (text: string) => string): string | undefined {
  const heading = variant.headings.find(({level}) => level === 1) ?? variant.headings[0]
  return heading && heading.text !== '' ? fill(heading.text) : undefined
}

/** `billing/pay-by-card.md` is titled `Pay by card`; an index page takes the name of its folder. */
export function titleFromPath(path: string): string {
  const parts = path.replace(/\.md$/, '').split('/')
  const last = parts.pop() ?? ''
  const name = (/^(?:index|readme)$/i.test(last) ? parts.slice(1).at(-1) : last) ?? ''
  if (name === '') return 'Home'
  const words = name.replaceAll(/[-_]+/g, ' ').trim()
  return words === words.toLowerCase() ? words.charAt(0).toUpperCase() + words.slice(1) : words
}

function renderArticle(
  variant: PageVariant,
  context: {
    filled: readonly string[]
    ids: readonly string[]
    hrefs: readonly string[]
    toc: readonly TocEntry[]
    options: TocOptions
    tagList: string
  },
): string {
  let html = ''
  for (const part of variant.template) {
    if (typeof part === 'string') {
      html += part
      continue
    }
    switch (part.kind) {
      case 'value':
        html += context.filled[part.index] ?? ''
        break
      case 'reference':
        html += escapeAttribute(context.hrefs[part.index] ?? '')
        break
      case 'id':
        html += escapeAttribute(context.ids[part.index] ?? '')
        break
      case 'toc':
        html += tocHtml(context.toc, context.options)
        break
      case 'tags':
        html += context.tagList
        break
      case 'code': {
        const code = variant.codes[part.index]
        if (code) html += highlightLines(fillPlaceholders(code.code, context.filled), code.language, code.options)
      }
    }
  }
  return html
}

function renderMarkdown({markdown}: PageVariant, filled: readonly string[], hrefs: readonly string[]): string {
  let text = ''
  for (const part of markdown) {
    if (typeof part === 'string') text += part
    else text += (part.kind === 'value' ? filled[part.index] : writtenDestination(hrefs[part.index] ?? '')) ?? ''
  }
  return text
}

/** A URL as it may stand in a Markdown destination, with or without brackets, and in a quoted attribute. */
function writtenDestination(url: string): string {
  return url.replace(/[\s()<>"']/g, (character) =>
    character < '\u0080' ? `%${character.charCodeAt(0).toString(16).padStart(2, '0')}` : encodeURIComponent(character),
  )
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function escapeAttribute(value: string): string {
  if (!/[&"<>]/.test(value)) return value
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
