import type {InspectedSites} from '../../build/inspection.ts'
import {chosenSites} from '../../build/select-editions.ts'
import type {PageVariant} from '../../core/page.ts'
import {samePage} from '../../site/alternates.ts'
import type {EditionEntry, EditionSite} from '../../site/edition-site.ts'
import {isOwn, ownEntries} from '../../site/own-entries.ts'
import {sourceLocaleOf} from '../translations/translation-settings.ts'

/** A page of the source language and its translation, as one brand has them. */
export interface TranslatedPage {
  readonly brand: string
  readonly source: EditionEntry
  readonly translation: EditionEntry
  readonly sourceVariant: PageVariant
  readonly variant: PageVariant
}

/** Editions of one brand: that of its source language and the others that are checked. */
export interface BrandLanguages {
  readonly brand: string
  readonly source: EditionSite
  readonly others: readonly EditionSite[]
}

/** The languages of each brand that has several. */
export function brandLanguages({site, selection, prepared}: InspectedSites): readonly BrandLanguages[] {
  return prepared.brands.flatMap(({brand, sites}) => {
    const tag = sourceLocaleOf(brand, site)
    const source = sites.find(({edition}) => edition.locale.tag === tag)
    const others = chosenSites(sites, selection).filter((other) => other !== source)
    return source ? [{brand: brand.id, source, others}] : []
  })
}

/**
 * Every translation that is a page of its own, brand by brand. A page that a brand has written anew in one language only is
 * no translation of the shared one.
 */
export function translatedPages(sites: InspectedSites): readonly TranslatedPage[] {
  return brandLanguages(sites).flatMap(({brand, source, others}) =>
    others.flatMap((other) =>
      ownEntries(other).flatMap((translation) => {
        const original = samePage(translation, source)
        if (!original || !isOwn(original, source) || folderOf(original) !== folderOf(translation)) return []
        const sourceVariant = variantOf(original, brand)
        const variant = variantOf(translation, brand)
        return sourceVariant && variant ? [{brand, source: original, translation, sourceVariant, variant}] : []
      }),
    ),
  )
}

/** Folder of the brand that a page is written for; empty for a page of all brands. */
function folderOf({content: {page}}: EditionEntry): string {
  return page.path.startsWith('brands/') ? page.path.slice(0, page.path.indexOf('/', 'brands/'.length)) : ''
}

function variantOf({content: {page}}: EditionEntry, brand: string): PageVariant | undefined {
  return page.variants[page.variantOf[brand] ?? -1]
}
