import type {InspectedSites} from '../../build/inspection.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Heading, PageVariant, SectionContents} from '../../core/page.ts'
import {rules} from '../../core/rules.ts'
import {quoted} from '../../site/link-finding.ts'
import type {Pairing} from '../translations/align.ts'
import {alignHeadings} from './align-headings.ts'
import type {SiteRule} from './site-rule.ts'
import {translatedPages, type TranslatedPage} from './translated-pages.ts'

/** Longest heading that a message repeats, in UTF-16 units. */
const longestHeading = 60

type LocaleFinding = Pick<Diagnostic, 'ruleId' | 'message' | 'place'>

/**
 * Reports `locale/different-headings` where the outline of a translation departs from that of its source, and, where it
 * does not, `locale/different-images` and `locale/different-code` for the sections that hold more or less than theirs.
 */
export const differentOutlines: SiteRule = (sites) => {
  // Brands share most variants, and what is wrong with them.
  const known = new WeakMap<PageVariant, readonly [PageVariant, readonly LocaleFinding[]]>()
  return translatedPages(sites).flatMap((pair) => {
    const [other, before] = known.get(pair.variant) ?? []
    const found = before && other === pair.sourceVariant ? before : compare(pair, sites)
    known.set(pair.variant, [pair.sourceVariant, found])
    return found.map(({ruleId, ...finding}) => ({
      ruleId,
      severity: rules[ruleId].severity,
      ...finding,
      path: pair.translation.content.page.path,
      brands: [pair.brand],
    }))
  })
}

function compare(pair: TranslatedPage, sites: InspectedSites): readonly LocaleFinding[] {
  const compared = withoutTitle(pair)
  const describe = describer(compared, sites)
  return isSameOutline(compared) ? differentContents(compared, describe) : [departure(compared, describe)]
}

/** Names a heading of the source: as written, with its line. */
type Describe = (heading: Heading) => string

function describer({source}: TranslatedPage, {sourceText}: InspectedSites): Describe {
  const {path} = source.content.page
  return ({place, text, level}) => {
    const written = place && sourceText(path)?.slice(place.start.offset, place.end.offset).split('\n')[0]?.trim()
    const words = written === undefined || written === '' ? `${'#'.repeat(level)} ${text}` : written
    const short = words.length > longestHeading ? `${words.slice(0, longestHeading)}…` : words
    return `${quoted(short)} of ${quoted(place ? `${path}:${String(place.start.line)}` : path)}`
  }
}

/** Where one language writes the title of the page as a heading and the other in its front matter, neither counts. */
function withoutTitle(pair: TranslatedPage): TranslatedPage {
  const {source, translation, sourceVariant, variant} = pair
  const [isTitled, isOtherTitled] = [startsWithTitle(sourceVariant), startsWithTitle(variant)]
  if (isTitled && !isOtherTitled && translation.content.page.frontMatter.title !== undefined)
    return {...pair, sourceVariant: withoutFirst(sourceVariant)}
  if (isOtherTitled && !isTitled && source.content.page.frontMatter.title !== undefined)
    return {...pair, variant: withoutFirst(variant)}
  return pair
}

function startsWithTitle({headings}: PageVariant): boolean {
  return headings[0]?.level === 1
}

function withoutFirst(variant: PageVariant): PageVariant {
  const {headings, sections} = variant
  const [before, first, ...rest] = sections
  return {...variant, headings: headings.slice(1), sections: [sum([before, first]), ...rest]}
}

function sum(sections: readonly (SectionContents | undefined)[]): SectionContents {
  return {
    images: sections.reduce((all, section) => all + (section?.images ?? 0), 0),
    codes: sections.reduce((all, section) => all + (section?.codes ?? 0), 0),
  }
}

function isSameOutline({sourceVariant: {headings}, variant}: TranslatedPage): boolean {
  return (
    headings.length === variant.headings.length &&
    headings.every(({level}, index) => level === variant.headings[index]?.level)
  )
}

/** The first heading at which the outlines part. */
function departure(pair: TranslatedPage, describe: Describe): LocaleFinding {
  const originals = pair.sourceVariant.headings
  const {headings} = pair.variant
  const pairings = alignHeadings(pair.sourceVariant, pair.variant)
  const at = pairings.findIndex((pairing) => !isSameLevel(pairing, pair))
  const [left, right] = pairings[at] ?? []
  const original = left === undefined ? undefined : originals[left]
  const heading = right === undefined ? undefined : headings[right]
  const path = quoted(pair.source.content.page.path)
  const place = (shown: Heading | undefined) => (shown?.place ? {place: shown.place} : {})
  const ruleId = 'locale/different-headings'
  if (original && heading) {
    const message = `Heading of level ${String(heading.level)}, expected level ${String(original.level)} as ${describe(original)} has`
    return {ruleId, message, ...place(heading)}
  }
  if (heading) {
    const next = pairings.slice(at).find(([position]) => position !== undefined)?.[0]
    const expected = next === undefined ? undefined : originals[next]
    const hint = expected ? `, expected one for ${describe(expected)}` : ', where the outline ends before'
    return {ruleId, message: `Heading has no counterpart in ${path}${hint}`, ...place(heading)}
  }
  const next = pairings.slice(at).find(([, position]) => position !== undefined)?.[1]
  const [before, side] = next === undefined ? [headings.at(-1), 'after'] : [headings[next], 'before']
  const wanted = original ? describe(original) : path
  if (!before) return {ruleId, message: `Cannot find a heading for ${wanted}`}
  return {ruleId, message: `Cannot find a heading for ${wanted}, expected ${side} this one`, ...place(before)}
}

function isSameLevel([left, right]: Pairing, {sourceVariant, variant}: TranslatedPage): boolean {
  if (left === undefined || right === undefined) return false
  return sourceVariant.headings[left]?.level === variant.headings[right]?.level
}

const kinds = [
  {ruleId: 'locale/different-images', key: 'images', one: 'image', many: 'images'},
  {ruleId: 'locale/different-code', key: 'codes', one: 'code block', many: 'code blocks'},
] as const

function differentContents(pair: TranslatedPage, describe: Describe): readonly LocaleFinding[] {
  const {sourceVariant, variant} = pair
  const isWhole = variant.sections.length !== variant.headings.length + 1 || variant.headings.length === 0
  const [originals, sections] = isWhole
    ? [[sum(sourceVariant.sections)], [sum(variant.sections)]]
    : [sourceVariant.sections, variant.sections]
  return kinds.flatMap(({ruleId, key, one, many}) =>
    sections.flatMap((section, index): readonly LocaleFinding[] => {
      const [found, expected] = [section[key], originals[index]?.[key] ?? 0]
      if (found === expected) return []
      const heading = index === 0 ? undefined : variant.headings[index - 1]
      const original = index === 0 ? undefined : sourceVariant.headings[index - 1]
      const where = isWhole ? 'Page' : heading ? 'Section' : 'Text before the first heading'
      const there = original ? describe(original) : quoted(pair.source.content.page.path)
      const message = `${where} has ${String(found)} ${found === 1 ? one : many}, expected ${String(expected)} as in ${there}`
      return [{ruleId, message, ...(heading?.place ? {place: heading.place} : {})}]
    }),
  )
}
