import {createDiskIconSet} from '../../plugins/icons/disk-icon-set.ts'
import {loadNativeParser} from '../../plugins/native-parser/load-native.ts'
import {createCompiler} from '../../src/compile/compiler.ts'
import {openPage, type OpenContext, type Outlines} from '../../src/compile/open-page.ts'
import {readMarkdownExtensions} from '../../src/config/markdown-extensions.ts'
import type {Page} from '../../src/core/page.ts'
import type {MarkdownOptions, Values} from '../../src/core/site.ts'

/** Everything that an edition sees of a page, as plain data. */
export interface EditionFacts {
  readonly brand: string
  readonly html: string
  readonly markdown: string
  readonly title: string
  readonly description: string
  readonly toc: unknown
  readonly anchors: readonly string[]
  readonly references: unknown
  readonly diagnostics: readonly string[]
}

const icons = createDiskIconSet()
const native = await loadNativeParser()

/** What each brand sees when all share one compiled page, and when its values are written out before parsing. */
export const bothWays = lawOf(undefined)

interface BothWays {
  readonly shared: readonly EditionFacts[]
  readonly expanded: readonly EditionFacts[]
  /** Number of variants of the shared page. */
  readonly variants: number
}

/**
 * Makes `bothWays` for a configuration of `markdown_extensions`.
 *
 * @param math  what renders formulas
 * @returns a function of a text, brands, and the texts of snippets by name
 */
export function lawOf(
  markdownExtensions: unknown,
  math?: MarkdownOptions['math'],
): (text: string, brands: Readonly<Record<string, Values>>, files?: Readonly<Record<string, string>>) => BothWays {
  const {extensions, problems} = readMarkdownExtensions(markdownExtensions)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  const markdown = {extensions, math}
  const shared = createCompiler({markdown, icons, native})
  const expanded = createCompiler({markdown, icons, native, inline: 'all'})
  return (text, brands, files = {}) => {
    const snippets = new Map(Object.entries(files).map(([name, body]) => [name, {path: name, text: body}]))
    const source = {path: 'en/page.md', locale: 'en', text, snippets}
    const editions = Object.entries(brands).map(([brand, values]) => ({brand, values}))
    const sharedPage = shared.compile(source, editions)
    const expandedPage = expanded.compile(source, editions)
    const outlines: Outlines = new WeakMap()
    return {
      shared: editions.map((edition) => factsOf(sharedPage, {...edition, markdown, outlines})),
      expanded: editions.map((edition) => factsOf(expandedPage, {...edition, markdown})),
      variants: sharedPage.variants.length,
    }
  }
}

function factsOf(page: Page, edition: OpenContext): EditionFacts {
  const opened = openPage(page, edition)
  if (!opened) throw new Error(`${page.path} was not compiled for ${edition.brand}`)
  const {title, description, toc, anchors, references, renderArticle, renderMarkdown} = opened.page
  const held = [...page.diagnostics, ...opened.diagnostics].filter(
    ({brands}) => brands?.includes(edition.brand) ?? true,
  )
  return {
    brand: edition.brand,
    html: renderArticle(references.map(({target}) => target)),
    markdown: renderMarkdown(references.map(({target}) => target)),
    title,
    description,
    toc,
    anchors: [...anchors].sort(),
    references,
    diagnostics: held
      .map(({ruleId, message, path, place}) => JSON.stringify([ruleId, message, path, place?.start, place?.end]))
      .sort(),
  }
}
