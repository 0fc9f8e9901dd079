import path from 'node:path'
import {locator} from '../../../plugins/source-text/locator.ts'
import type {InspectedSites} from '../../build/inspection.ts'
import type {LoadedTheme} from '../../build/load-theme.ts'
import type {PreparedBrand} from '../../build/prepare-sites.ts'
import {readThemeLayers} from '../../build/read-theme-layers.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {createEditionRenderer} from '../../render/edition-renderer.ts'
import type {EditionEntry, EditionSite} from '../../site/edition-site.ts'
import {leakFinding, type Leak} from './leak-finding.ts'
import {plain, visibleText} from './plain-text.ts'
import type {FoundWord, WordFinder} from './word-finder.ts'

/** One brand, the editions that are checked, and what to look for in them. */
interface BrandLook {
  readonly prepared: PreparedBrand
  readonly editions: readonly EditionSite[]
  readonly finder: WordFinder
}

/** Endings of files that are text. */
const textFiles =
  /\.(?:svg|css|m?js|json|xml|txt|html?|ya?ml|csv|tsv|toml|ini|conf|cfg|sh|ps1|bat|py|go|java|ts|webmanifest)$/i
/** Longest file that is looked at, in bytes: data that nobody wrote is longer. */
const longestFile = 2_000_000

/** Words of other brands in the names of the files that a brand publishes, and in those that are text. */
export function assetLeaks(
  {prepared, editions, finder}: BrandLook,
  {site, disk}: InspectedSites,
): readonly Diagnostic[] {
  const leaks: Leak[] = []
  const files = new Set<string>()
  for (const {entries, assets} of editions) {
    for (const {file, content} of entries.values()) leaks.push(...inName(file, content.page.path, finder))
    for (const [output, file] of assets) {
      leaks.push(...inName(output, file, finder))
      files.add(file)
    }
  }
  for (const file of files) {
    if (!textFiles.test(file)) continue
    const text = readText(disk, path.join(site.content, file))
    if (text !== undefined) leaks.push(...inText(finder.find(text), {text, path: file}))
  }
  return leaks.map((leak) => leakFinding(leak, {brand: prepared.brand.id}))
}

/**
 * Words of other brands in the templates, styles and scripts that a site adds to the theme. Templates are filled for one
 * page of each layout, and count where the words come out: they may have conditions of their own.
 */
export function themeLeaks(look: BrandLook, {disk, theme}: InspectedSites): readonly Diagnostic[] {
  const {brand} = look.prepared
  if (brand.overrides.length === 0) return []
  const layers = readThemeLayers(brand.overrides, disk).slice(0, -1)
  const loaded = theme(brand)
  const files = layers.flatMap((layer) =>
    [...layer.files].map(([name, text]) => ({name, text, path: `${layer.path}/${name}`})),
  )
  const hits = files
    .filter(({name, text}) => !/^(?:css|js)\//.test(name) || loaded.theme.assets.get(name) === text)
    .flatMap((file) => {
      const found = look.finder.find(file.text)
      return found.length === 0 ? [] : [{file, found}]
    })
  if (hits.length === 0) return []
  const shown = new Set(renderShells(look, loaded).flatMap((html) => wordsIn(html, look.finder)))
  return hits
    .flatMap(({file, found}) => {
      const isCopied = /^(?:css|js)\//.test(file.name)
      return inText(isCopied ? found : found.filter(({word}) => shown.has(word)), file)
    })
    .map((leak) => leakFinding(leak, {brand: brand.id}))
}

function wordsIn(html: string, finder: WordFinder): readonly FoundWord['word'][] {
  return [...finder.find(plain(html)), ...finder.find(visibleText(html))].map(({word}) => word)
}

/** One page of each layout of each edition without its article, and the page for addresses that do not exist. */
function renderShells({editions}: BrandLook, {theme}: LoadedTheme): readonly string[] {
  return editions.flatMap((site) => {
    const renderer = createEditionRenderer({theme, site, homes: []})
    const byLayout = new Map<string, EditionEntry>()
    for (const entry of site.entries.values()) byLayout.set(entry.content.page.frontMatter.template ?? '', entry)
    const pages = [...byLayout.values()].map(
      (entry) => renderer.renderPage(renderer.describePage({entry, alternates: []}).facts, '').html,
    )
    return [...pages, renderer.renderNotFound().html]
  })
}

function inName(output: string, file: string, finder: WordFinder): readonly Leak[] {
  return finder.find(output).map(({word, text}) => ({word, text, path: file, where: 'the address of this file'}))
}

function inText(found: readonly FoundWord[], {text, path: file}: {text: string; path: string}): readonly Leak[] {
  if (found.length === 0) return []
  const locate = locator(text)
  return found.map(({word, text: written, start, end}) => ({
    word,
    text: written,
    path: file,
    place: {start: locate(start), end: locate(end)},
  }))
}

function readText(disk: InspectedSites['disk'], file: string): string | undefined {
  try {
    const bytes = disk.file(file).bytes()
    return bytes.length > longestFile ? undefined : new TextDecoder().decode(bytes).replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}
