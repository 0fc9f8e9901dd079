import type {InspectedSites} from '../../build/inspection.ts'
import type {PreparedBrand} from '../../build/prepare-sites.ts'
import type {EditionPage} from '../../core/page.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {leakFinding, type Leak} from './leak-finding.ts'
import {locateWords, type MacroText} from './locate-words.ts'
import {decodedAddresses, isDisguised, plain, visibleText} from './plain-text.ts'
import {readSource} from './read-source.ts'
import type {FoundWord, WordFinder} from './word-finder.ts'

/** One page of one brand, and what to look for in it. */
interface PageLook {
  readonly content: EditionPage
  readonly brand: PreparedBrand['brand']
  readonly finder: WordFinder
}

/**
 * Words of other brands in the article, the title and the description of a page.
 *
 * The page is searched as its readers get it. Only where there is something to find, its source is expanded for the
 * brand to say where that stands.
 */
export function pageLeaks(look: PageLook, sites: InspectedSites): readonly Diagnostic[] {
  const {content, brand, finder} = look
  const {page, title, description} = content
  const {frontMatter} = page
  const inArticle = articleWords(content, finder)
  const inHead = finder.find(
    `${frontMatter.title === undefined ? '' : title}\n${frontMatter.description === undefined ? '' : description}`,
  )
  if (inArticle.length === 0 && inHead.length === 0) return []
  const values = brand.values[page.locale] ?? {}
  const edition = {brand: brand.id, locale: page.locale, values}
  const {head, body, origin} = readSource(page.path, sites)
  const leaks = [
    ...leaksIn({...edition, path: page.path, text: body, origin}, {found: inArticle, finder, isMarkdown: true}),
    ...leaksIn({...edition, path: page.path, text: head}, {found: inHead, finder, isMarkdown: false}),
  ]
  return leaks.map((leak) => leakFinding(leak, {brand: brand.id, values}))
}

/** Words in the HTML of an article: in its text, its attributes and its addresses. */
function articleWords(content: EditionPage, finder: WordFinder): readonly FoundWord[] {
  const html = content.renderArticle(content.references.map(({target}) => target))
  return [
    ...finder.find(html),
    ...finder.find(visibleText(html)),
    ...(isDisguised(html) ? finder.find(plain(html)) : []),
    ...decodedAddresses(html).flatMap((address) => finder.find(address)),
  ]
}

/** Words where they stand in a text; at the file as a whole where they stand nowhere in it. */
function leaksIn(
  text: MacroText,
  {found, finder, isMarkdown}: {found: readonly FoundWord[]; finder: WordFinder; isMarkdown: boolean},
): readonly Leak[] {
  if (found.length === 0) return []
  const words = new Map(found.map((one) => [one.word, one]))
  const located = locateWords(text, finder, isMarkdown).filter(({word}) => words.has(word))
  const missing = [...words].filter(([word]) => !located.some((one) => one.word === word))
  return [
    ...located,
    ...missing.map(([word, {text: written}]) => ({word, text: written, path: text.path, where: 'this page'})),
  ]
}
