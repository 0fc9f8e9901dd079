import type {InspectedSites} from '../../build/inspection.ts'
import type {PreparedBrand} from '../../build/prepare-sites.ts'
import {locator} from '../../../plugins/source-text/locator.ts'
import type {ConfigPath} from '../../config/finding.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Place} from '../../core/position.ts'
import {announcementText} from '../../site/announcement.ts'
import type {EditionSite, NavItem} from '../../site/edition-site.ts'
import {leakFinding, type Leak} from './leak-finding.ts'
import {locateWords, type LocatedWord} from './locate-words.ts'
import type {WordFinder} from './word-finder.ts'

/** One edition, and what to look for in it. */
interface EditionLook {
  readonly site: EditionSite
  readonly brand: PreparedBrand['brand']
  readonly finder: WordFinder
}

/** Words of other brands in the title, description, copyright and announcement of a site and in its nav. */
export function siteTextLeaks(look: EditionLook, sites: InspectedSites): readonly Diagnostic[] {
  const {site, brand, finder} = look
  const {tag} = site.edition.locale
  const values = brand.values[tag] ?? {}
  const {configPath} = sites.site
  const holders = [brand.id, ...(brand.ancestors ?? [])].map((id): ConfigPath => ['brands', id])
  const find = (text: string, path: string): readonly LocatedWord[] =>
    locateWords({text, path, brand: brand.id, locale: tag, values}, finder, false)
  const texts = (['title', 'description', 'copyright', 'announcement'] as const).flatMap((key): readonly Leak[] => {
    const found = finder.find(key === 'announcement' ? announcementText(site.announcement) : site[key])
    if (found.length === 0) return []
    const ways = [...holders, []].flatMap((holder): ConfigPath[] => [
      [...holder, key, tag],
      [...holder, key],
    ])
    const way = ways.find((candidate) => valueAt(sites.written?.data, candidate) !== undefined)
    return inConfiguration(way ?? [key], {find, sites}) ?? found.map(({word, text}) => ({word, text, path: configPath}))
  })
  const titles = navTexts(site.nav).flatMap((text) => finder.find(text))
  const folders = holders.map(([, id]) => `brands/${String(id)}/`)
  const files = [...sites.prepared.content.pagesFiles]
    .filter(([path]) => !path.startsWith('brands/') || folders.some((folder) => path.startsWith(folder)))
    .map(([path, text]) => ({path, text}))
  const inNav = titles.length === 0 ? [] : files.flatMap(({path, text}) => find(text, path))
  const configured = titles.length === 0 ? [] : (inConfiguration(['nav', tag], {find, sites}) ?? [])
  const words = new Set(titles.map(({word}) => word))
  const navLeaks = [...inNav, ...configured].filter(({word}) => words.has(word))
  const leaks = [
    ...texts,
    ...navLeaks,
    ...titles
      .filter(({word}) => !navLeaks.some((leak) => leak.word === word))
      .map(({word, text}) => ({word, text, path: configPath, where: 'the nav'})),
  ]
  return leaks.map((leak) => leakFinding(leak, {brand: brand.id, values}))
}

/** Titles and addresses that the nav itself brings: not those of its pages. */
function navTexts(items: readonly NavItem[]): readonly string[] {
  return items.flatMap(({title, href, entry, children}) => [
    ...(title === entry?.content.title ? [] : [title]),
    ...(href === undefined ? [] : [href]),
    ...navTexts(children),
  ])
}

/** Words in one value of the configuration; `undefined` where its place is not known. */
function inConfiguration(
  way: ConfigPath,
  {find, sites}: {find: (text: string, path: string) => readonly LocatedWord[]; sites: InspectedSites},
): readonly LocatedWord[] | undefined {
  const {configPath} = sites.site
  const range =
    valueAt(sites.written?.data, way.slice(0, 1)) === undefined ? undefined : sites.written?.locate(way, 'value')
  const text = sites.sourceText(configPath)
  if (!range || text === undefined) return undefined
  const from = range.start.offset
  const locate = locator(text)
  const moved = ({start, end}: Place): Place => ({
    start: locate(from + start.offset),
    end: locate(from + end.offset),
  })
  return find(text.slice(from, range.end.offset), configPath).map((found) => ({...found, place: moved(found.place)}))
}

function valueAt(data: unknown, way: ConfigPath): unknown {
  let value = data
  for (const key of way) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key)
  }
  return value
}
