import type {ConfigPath} from '../../config/finding.ts'
import {mergeValues} from '../../config/resolve-values.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Brand, ValueNode, Values} from '../../core/site.ts'
import {isChoice, isValueMap, valueFinding, writtenValues, type WrittenValues} from '../values/written-values.ts'
import type {SiteRule} from './site-rule.ts'

/**
 * Reports `macro/missing-in-locale`: a value that is given by locale, without one that the brand publishes. Readers of
 * that locale get it in another language.
 */
export const valuesWithoutLocale: SiteRule = ({site, selection, written}) => {
  if (!written) return []
  const given = writtenValues(site, written)
  const tags = new Set(site.locales.map(({tag}) => tag))
  const findings = new Map<string, {readonly finding: Diagnostic; readonly brands: string[]}>()
  for (const brand of selection.brands) {
    const holders = holdersOf(brand, given)
    const merged = holders.reduceRight<Values>((under, {values}) => mergeValues(under, values), {})
    const visit = (node: ValueNode, way: ConfigPath): void => {
      if (isValueMap(node) && isChoice(node, tags)) {
        const missing = brand.locales.map(({tag}) => tag).filter((tag) => !Object.hasOwn(node, tag))
        const holder = holders.find(({values}) => nodeAt(values, way) !== undefined)
        if (missing.length === 0 || !holder) return
        const shown = Object.hasOwn(node, brand.defaultLocale) ? brand.defaultLocale : Object.keys(node)[0]
        const names = missing.map((tag) => `\`${tag}\``).join(', ')
        const message = `Value \`${way.join('.')}\` has no ${names}, so that of \`${shown ?? ''}\` is shown in its place`
        const path = [...holder.path, ...way]
        const key = JSON.stringify([path, message])
        const finding = valueFinding('macro/missing-in-locale', message, {site, written, path})
        const known = findings.get(key) ?? {finding, brands: []}
        known.brands.push(brand.id)
        findings.set(key, known)
      } else if (Array.isArray(node)) {
        for (const [index, item] of (node as readonly ValueNode[]).entries()) visit(item, [...way, index])
      } else if (isValueMap(node)) for (const [name, inner] of Object.entries(node)) visit(inner, [...way, name])
    }
    visit(merged, [])
  }
  return [...findings.values()].map(({finding, brands}) =>
    brands.length === selection.brands.length ? finding : {...finding, brands},
  )
}

/** Where the values of a brand are given, most specific first. */
function holdersOf(brand: Brand, given: readonly WrittenValues[]): readonly WrittenValues[] {
  return [brand.id, ...(brand.ancestors ?? []), undefined].flatMap((id) => given.filter((one) => one.brand === id))
}

function nodeAt(values: Values, way: ConfigPath): ValueNode | undefined {
  let node: unknown = values
  for (const key of way) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined
    node = Reflect.get(node, key)
  }
  return node as ValueNode
}
