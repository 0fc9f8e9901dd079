import {ownWords} from '../brands/brand-words.ts'
import type {BrandWord} from '../brands/brand-words.ts'
import {locateWords} from '../brands/locate-words.ts'
import {readSource} from '../brands/read-source.ts'
import {createWordFinder} from '../brands/word-finder.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {rules} from '../../core/rules.ts'
import type {Brand} from '../../core/site.ts'
import {isSwitchedOn} from '../../site/rule-levels.ts'
import type {SiteRule} from './site-rule.ts'

const ruleId = 'macro/literal-value'

/**
 * Reports `macro/literal-value`: a name or an address of a brand that is written out where its macro could stand.
 *
 * Only asked of pages whose brands all have that value. Where another brand has another one, the text is wrong for it, as
 * `brand/leak` says, or it stands in a condition and is meant.
 */
export const literalValues: SiteRule = (sites) => {
  const {site, selection, prepared} = sites
  if (!isSwitchedOn(ruleId, site.check)) return []
  const settings = site.check.brands?.leak ?? {}
  const locales = new Map(prepared.content.sources.map(({path, locale}) => [path, locale]))
  const wordsOf = new Map(selection.brands.map((brand) => [brand.id, ownWords(brand, settings)]))
  return [...prepared.publishers].flatMap(([path, ids]): readonly Diagnostic[] => {
    const brands = selection.brands.filter(({id}) => ids.includes(id))
    const [first, ...others] = brands
    const locale = locales.get(path)
    if (!first || locale === undefined) return []
    const shared = (wordsOf.get(first.id) ?? []).filter((word) =>
      others.every((other) => hasValue(other, locale, word)),
    )
    const finder = createWordFinder(shared, settings.ignore ?? [])
    if (finder.isEmpty) return []
    const {body, origin} = readSource(path, sites)
    if (finder.find(body).length === 0) return []
    const values = first.values[locale] ?? {}
    const text = {text: body, path, brand: first.id, locale, values, origin}
    return locateWords(text, finder, true).flatMap(({word, macro, place, path: file, text: written}) => {
      if (macro !== undefined || word.key === undefined || !hasValue(first, locale, {...word, text: written})) return []
      const expected = `<<< custom_key.${word.key} >>>`
      return {
        ruleId,
        severity: rules[ruleId].severity,
        message: `Found \`${written}\`, which is the value of a macro; write \`${expected}\``,
        path: file,
        place,
        actual: written,
        expected: [expected],
      }
    })
  })
}

/** Whether a brand has a word as the value of the same name, letter for letter. */
function hasValue({values}: Brand, locale: string, {key, text}: BrandWord): boolean {
  return key !== undefined && values[locale]?.[key] === text
}
