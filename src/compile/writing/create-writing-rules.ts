import type {Root} from 'mdast'
import {hasPlaceholderLetters} from '../../core/placeholder.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Place} from '../../core/position.ts'
import {rules as allRules} from '../../core/rules.ts'
import type {RuleId} from '../../core/rules.ts'
import type {Values} from '../../core/site.ts'
import type {WritingSettings} from '../../core/writing-settings.ts'
import {lookupValue} from '../../macro/scope.ts'
import type {Variant} from '../../macro/share.ts'
import {cjk} from './characters.ts'
import {fillProse} from './expanded-prose.ts'
import {glossaryRule} from './glossary.ts'
import {collectProse} from './prose.ts'
import type {Prose} from './prose.ts'
import {punctuation} from './punctuation.ts'
import {spacing} from './spacing.ts'
import type {WritingRule} from './writing-rule.ts'

/** A variant of a page, and the editions that share it. */
export interface WrittenVariant {
  readonly variant: Variant
  readonly source: string
  readonly path: string
  readonly locale: string
  readonly editions: readonly {readonly brand: string; readonly values: Values}[]
  /** Place in the source of `[start, end)` in the text of the variant. */
  readonly range: (start: number, end: number) => Place
}

/** The rules about writing that a site asks for. */
export interface WritingRules {
  /** Whether the site asks for a rule that is looked at only then. */
  readonly wants: (rule: RuleId) => boolean
  /** What they find in what readers of each edition see; with the brands where these differ. */
  readonly find: (tree: Root, page: WrittenVariant) => readonly Diagnostic[]
}

const anyCjk = new RegExp(cjk)

/** Makes the rules about writing. */
export function createWritingRules(settings: WritingSettings = {rules: [], glossary: {}}): WritingRules {
  const wanted = new Set(settings.rules)
  const style = [
    ...(wanted.has('writing/spacing') ? [spacing] : []),
    ...(wanted.has('writing/punctuation') ? [punctuation] : []),
  ]
  const glossaries = new Map<string, readonly WritingRule[]>()
  const glossaryOf = (locale: string): readonly WritingRule[] => {
    const known = glossaries.get(locale)
    if (known) return known
    const entries = [...(settings.glossary['*'] ?? []), ...(settings.glossary[locale] ?? [])]
    const made = entries.length > 0 ? [glossaryRule(entries)] : []
    glossaries.set(locale, made)
    return made
  }
  return {
    wants: (rule) => wanted.has(rule),
    find: (tree, page) => {
      const texts = style.length > 0 ? [page.variant.text, ...valuesOf(page).flat()] : []
      const rules = [...(texts.some((text) => anyCjk.test(text)) ? style : []), ...glossaryOf(page.locale)]
      if (rules.length === 0) return []
      return collectProse(tree, page.variant.text).flatMap((prose) => judge(prose, rules, page))
    },
  }
}

function valuesOf({variant, editions}: WrittenVariant): readonly (readonly string[])[] {
  return editions.map(({values}) => variant.lookups.map((name) => lookupValue(values, name) ?? ''))
}

function judge(prose: Prose, rules: readonly WritingRule[], page: WrittenVariant): readonly Diagnostic[] {
  const {variant, source, path, locale, editions, range} = page
  const all = editions.map(({brand}) => brand)
  const byText = new Map<string, {prose: Prose; brands: string[]}>()
  if (hasPlaceholderLetters(prose.text)) {
    for (const [index, values] of valuesOf(page).entries()) {
      const filled = fillProse(prose, values)
      const same = byText.get(filled.text) ?? {prose: filled, brands: []}
      byText.set(filled.text, same)
      same.brands.push(all[index] ?? '')
    }
  } else byText.set(prose.text, {prose, brands: all})
  const found = new Map<string, {finding: Diagnostic; brands: string[]}>()
  for (const {prose: filled, brands} of byText.values()) {
    for (const rule of rules) {
      for (const {start, end, ...finding} of rule({prose: filled, locale, map: variant.map, source})) {
        const {severity} = allRules[finding.ruleId]
        const key = JSON.stringify([finding.ruleId, finding.message, start, end])
        const same = found.get(key) ?? {finding: {...finding, severity, path, place: range(start, end)}, brands: []}
        found.set(key, same)
        same.brands.push(...brands)
      }
    }
  }
  return [...found.values()].map(({finding, brands}) =>
    brands.length < all.length ? {...finding, brands: all.filter((brand) => brands.includes(brand))} : finding,
  )
}
