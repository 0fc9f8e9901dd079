import {readThemeLayers} from '../../build/read-theme-layers.ts'
import type {InspectedSites} from '../../build/inspection.ts'
import type {Reading} from '../../build/track-values.ts'
import type {ConfigPath} from '../../config/finding.ts'
import type {ValueNode} from '../../core/site.ts'
import {isChoice, isValueMap, valueFinding, writtenValues} from '../values/written-values.ts'
import type {SiteRule} from './site-rule.ts'

/**
 * Reports `macro/unused-value`: a value that no source reads in any edition, and that no title, nav, template or text of the
 * configuration names. Says nothing unless all editions are looked at.
 */
export const unusedValues: SiteRule = (sites) => {
  const {site, selection, prepared, written, sourceText} = sites
  const isWhole =
    selection.brands.length === site.brands.length && site.locales.every(({tag}) => selection.locales.has(tag))
  if (!isWhole || !written) return []
  const tags = new Set(site.locales.map(({tag}) => tag))
  const {readings, guessing} = prepared.readings()
  const guesses = guessing.map((path) => sourceText(path) ?? '').join('\n')
  // A page that reads values by names it computes can read any.
  if (/custom_key(?!\s*\.\s*[\p{L}_])/u.test(guesses)) return []
  const read = readWays(readings)
  const unused: {readonly way: readonly string[]; readonly path: ConfigPath}[] = []
  const visit = (node: ValueNode, way: readonly string[], path: ConfigPath): void => {
    const use = read(way)
    if (use === 'none') unused.push({way, path})
    if (use === 'part' && isValueMap(node) && !isChoice(node, tags))
      for (const [key, inner] of Object.entries(node)) visit(inner, [...way, key], [...path, key])
  }
  for (const {values, path} of writtenValues(site, written))
    for (const [key, node] of Object.entries(values)) visit(node, [key], [...path, key])
  if (unused.length === 0) return []
  const texts = otherTexts(sites).join('\n')
  return unused
    .filter(({way}) => !namesKey(texts, way.at(-1) ?? '') && !namesKey(guesses, way[0] ?? ''))
    .map(({way, path}) => {
      const name = way.join('.')
      const message = `Value \`${name}\` is read by no page, title, nav or template; delete it`
      return {...valueFinding('macro/unused-value', message, {site, written, path}), actual: name}
    })
}

/** How much of a value is read: everything, some of what is below it, or nothing. */
function readWays(readings: readonly Reading[]): (way: readonly string[]) => 'all' | 'part' | 'none' {
  const whole = new Set<string>()
  const some = new Set<string>()
  for (const [way, depth] of readings) {
    if (depth === 'all') whole.add(JSON.stringify(way))
    for (let length = 1; length <= way.length; length++) some.add(JSON.stringify(way.slice(0, length)))
  }
  return (way) => {
    for (let length = 0; length <= way.length; length++) {
      if (whole.has(JSON.stringify(way.slice(0, length)))) return 'all'
    }
    return some.has(JSON.stringify(way)) ? 'part' : 'none'
  }
}

/** Texts with macros that are no sources. */
function otherTexts({site, prepared, disk}: InspectedSites): readonly string[] {
  const ofBrands = site.brands.flatMap(({title, description, copyright, announcement = {}, overrides}) => [
    ...[title, description, copyright, announcement].flatMap((texts) => Object.values(texts)),
    ...readThemeLayers(overrides, disk)
      .slice(0, -1)
      .flatMap(({files}) => [...files.values()]),
  ])
  const heads = prepared.brands.flatMap(({pages}) =>
    [...pages.values()].map(({content: {page}}) => JSON.stringify(page.frontMatter.data)),
  )
  const telling = site.check.brands?.leak?.values ?? []
  return [...ofBrands, ...telling, ...prepared.content.pagesFiles.values(), JSON.stringify(site.nav), ...new Set(heads)]
}

function namesKey(texts: string, key: string): boolean {
  for (let at = texts.indexOf(key); at !== -1; at = texts.indexOf(key, at + 1)) {
    const around = texts.charAt(at - 1) + texts.charAt(at + key.length)
    if (!/[\p{L}\p{N}_]/u.test(around)) return true
  }
  return false
}
