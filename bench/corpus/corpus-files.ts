import {corpusBrands, corpusConfig} from './brands.ts'
import {areaFolder, pagesInSection, planPage, sectionFolder} from './page-plan.ts'
import {pageText} from './page-text.ts'

/** What to generate. */
export interface CorpusOptions {
  /** Pages in both locales together, at least 2. */
  readonly pages: number
  readonly seed: number
  /** Brands in the configuration, at most 8. */
  readonly brands: number
}

const locales = ['zh', 'en'] as const
const figures = 6

/**
 * Files of a site that is like real documentation, with paths from its folder: configuration, pages, nav, images.
 *
 * The same options give the same bytes. A page depends on the seed and on the number of pages alone, links and anchors all lead somewhere.
 */
export function* corpusFiles({pages, seed, brands}: CorpusOptions): Generator<readonly [file: string, text: string]> {
  yield ['docprism.yml', corpusConfig(brands)]
  const count = Math.floor(pages / locales.length)
  const brand = corpusBrands[0]?.id ?? ''
  for (const locale of locales) {
    for (let figure = 0; figure < figures; figure++)
      yield [`content/${locale}/img/figure-${figure}.svg`, picture(figure)]
    for (let index = 0; index < count; index++) {
      const plan = planPage(seed, index)
      yield [`content/${locale}/${plan.path}`, pageText(plan, {seed, pages: count, locale, brand})]
      if (index % pagesInSection === 0) yield* navFiles({index, locale, seed, count})
    }
  }
}

function* navFiles(options: {
  readonly index: number
  readonly locale: string
  readonly seed: number
  readonly count: number
}): Generator<readonly [file: string, text: string]> {
  const {index, locale, seed, count} = options
  const folder = `content/${locale}/${sectionFolder(index)}`
  const section = index / pagesInSection
  // Two pages that an author puts first, as in a hand-made nav; the others follow by name.
  const first = [index + 3, index + 1].filter((page) => page < count)
  const entries = first.map((page) => planPage(seed, page).path.split('/').at(-1) ?? '')
  const lines = [`title: ${sectionTitle(locale, section)}`, 'nav:', ...(index === 0 ? [] : ['  - index.md'])]
  yield [`${folder}/.pages`, [...lines, ...entries.map((entry) => `  - ${entry}`), "  - '...'", ''].join('\n')]
  const isFirstOfArea = index === 0 || areaFolder(index) !== areaFolder(index - 1)
  if (isFirstOfArea) {
    const title = `<<< custom_key.brand_name >>> ${areaFolder(index)}`
    yield [`content/${locale}/${areaFolder(index)}/.pages`, `title: ${title}\n`]
  }
}

function sectionTitle(locale: string, section: number): string {
  return locale === 'zh' ? `第 ${section} 章` : `Chapter ${section}`
}

function picture(figure: number): string {
  const bars = Array.from({length: 6}, (_, bar) => {
    const height = 10 + (((figure + 1) * (bar + 3) * 7) % 60)
    return `<rect x="${10 + bar * 20}" y="${80 - height}" width="14" height="${height}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 140 90">${bars.join('')}</svg>\n`
}
