import type {InspectedSites} from '../../build/inspection.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {basename} from '../../core/paths.ts'
import {rules} from '../../core/rules.ts'
import {samePage} from '../../site/alternates.ts'
import type {PageLimits} from '../../site/edition-entries.ts'
import type {EditionEntry, EditionSite} from '../../site/edition-site.ts'
import {quoted} from '../../site/link-finding.ts'
import {isOwn, ownEntries} from '../../site/own-entries.ts'
import {isIndexPage} from '../../site/page-address.ts'
import type {SiteRule} from './site-rule.ts'
import {brandLanguages, type BrandLanguages} from './translated-pages.ts'

/**
 * Reports `locale/missing-page`: a page of the source language that other languages of the brand lack, and a page that only
 * such a language has. A source that is there and limited to other brands is missing on purpose.
 */
export const missingTranslations: SiteRule = (sites) =>
  brandLanguages(sites).flatMap((languages) => {
    const limits = limitsOf(sites, languages.brand)
    return [...untranslated(languages, limits), ...withoutSource(languages, limits)]
  })

function untranslated({brand, source, others}: BrandLanguages, limits: PageLimits): readonly Diagnostic[] {
  return ownEntries(source).flatMap((entry) => {
    const lacking = others.filter((other) => !isThere(entry, other, limits)).map(({edition}) => edition.locale.tag)
    if (lacking.length === 0) return []
    return [finding(entry, brand, `Page without a translation in ${lacking.map(quoted).join(', ')}`)]
  })
}

function withoutSource({brand, source, others}: BrandLanguages, limits: PageLimits): readonly Diagnostic[] {
  return others.flatMap((other) => {
    const lone = ownEntries(other).filter((entry) => !isThere(entry, source, limits))
    if (lone.length === 0) return []
    const untaken = ownEntries(source)
      .filter((entry) => !isThere(entry, other, limits))
      .map(({localePath}) => localePath)
    const tag = source.edition.locale.tag
    return lone.map((entry) => {
      // Files of one folder have names alike, so only one that was moved is recognised.
      const guess = isIndexPage(entry.localePath)
        ? undefined
        : untaken.find((path) => basename(path) === basename(entry.localePath))
      const hint = guess === undefined ? '' : `; did you mean the translation of ${quoted(`${tag}/${guess}`)}`
      return finding(
        entry,
        brand,
        `Page is not there in the source language: no ${quoted(`${tag}/${entry.localePath}`)}${hint}`,
      )
    })
  })
}

function isThere(entry: EditionEntry, site: EditionSite, limits: PageLimits): boolean {
  const same = samePage(entry, site)
  if (same && isOwn(same, site)) return true
  return limits.has(`${site.edition.locale.tag}/${entry.localePath}`)
}

function limitsOf({prepared}: InspectedSites, brand: string): PageLimits {
  return prepared.brands.find((one) => one.brand.id === brand)?.links.facts.limits ?? new Map()
}

function finding({content: {page}}: EditionEntry, brand: string, message: string): Diagnostic {
  const ruleId = 'locale/missing-page'
  return {ruleId, severity: rules[ruleId].severity, message, path: page.path, brands: [brand]}
}
