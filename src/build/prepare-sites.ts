import {createDiskIconSet} from '../../plugins/icons/disk-icon-set.ts'
import type {IconSet} from '../../plugins/icons/icon-set.ts'
import {loadNativeParser} from '../../plugins/native-parser/load-native.ts'
import {createCompiler} from '../compile/compiler.ts'
import type {Snippets} from '../compile/snippets.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {Brand, Site} from '../core/site.ts'
import {interfaceStrings} from '../render/interface-strings.ts'
import {createLinkMemory} from '../site/link-memory.ts'
import {assembleBrand, readPagesFiles, type BrandSites} from './assemble-sites.ts'
import {compileSources} from './compile-sources.ts'
import {customIconFolders} from './custom-icon-folders.ts'
import {readPageLimits} from './page-limits.ts'
import type {ProgressListener} from './progress.ts'
import {readContent, type Content} from './read-content.ts'
import {readThemeLayers} from './read-theme-layers.ts'
import {createSnippetReader} from './snippet-reader.ts'

/** Everything that is known before the first page is written. */
export interface PreparedSites {
  readonly content: Content
  readonly brands: readonly BrandSites[]
  /** Ids of the brands of this build that publish a source, by its path. */
  readonly publishers: ReadonlyMap<string, readonly string[]>
  readonly icons: IconSet
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads the content folder, compiles every source once for all brands, and puts the sites together.
 *
 * @throws when the content folder cannot be read
 */
export async function prepareSites(options: {
  readonly site: Site
  readonly brands: readonly Brand[]
  readonly onProgress?: ProgressListener | undefined
}): Promise<PreparedSites> {
  const {site, brands, onProgress} = options
  const allBrands = site.brands.map(({id}) => id)
  const content = await readContent({
    content: site.content,
    locales: site.locales.map(({tag}) => tag),
    brands: allBrands,
    onProgress,
  })
  const {limits, diagnostics: limitFindings} = readPageLimits(content.sources, allBrands)
  const icons = createDiskIconSet(customIconFolders(site.markdown))
  const compiler = createCompiler({
    markdown: site.markdown,
    icons,
    admonitionTitles: await readAdmonitionTitles(site),
    admonitionTypes: site.admonitions?.types ?? [],
    configPath: site.configPath,
    native: await loadNativeParser(),
  })
  const snippets = await readSnippets(site, content.sources)
  const compiled = compileSources({
    compiler,
    markdown: site.markdown,
    sources: content.sources,
    snippets: snippets.bySource,
    brands,
    limits,
    onProgress,
  })
  const {files: pagesFiles, diagnostics: pagesFindings} = readPagesFiles(content)
  const memory = createLinkMemory()
  const assembled = brands.map((brand) =>
    assembleBrand({
      site,
      brand,
      pages: compiled.pages.get(brand.id) ?? [],
      limits,
      assets: content.assets,
      pagesFiles,
      memory,
    }),
  )
  return {
    content,
    brands: assembled.map(({brandSites}) => brandSites),
    publishers: compiled.publishers,
    icons,
    diagnostics: [
      ...content.diagnostics.filter(
        ({ruleId, path}) => !(ruleId === 'source/outside-locale' && snippets.paths.has(path)),
      ),
      ...snippets.diagnostics,
      ...limitFindings,
      ...compiled.diagnostics,
      ...pagesFindings,
      ...assembled.flatMap(({diagnostics}) => diagnostics),
    ],
  }
}

/** What every source includes. Files of the content folder that are snippets need not be pages. */
async function readSnippets(
  site: Site,
  sources: Content['sources'],
): Promise<{
  readonly bySource: ReadonlyMap<string, Snippets>
  readonly paths: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}> {
  const {markdown, root, content} = site
  const reader = createSnippetReader({extensions: markdown.extensions, root, home: content})
  const bySource = new Map<string, Snippets>()
  const paths = new Set<string>()
  for (const source of sources) {
    const snippets = await reader.gather(source)
    bySource.set(source.path, snippets)
    for (const snippet of snippets.values()) if ('text' in snippet) paths.add(snippet.path)
  }
  return {bySource, paths, diagnostics: reader.diagnostics()}
}

// Compiled pages are shared by all brands, so only strings that all brands share can be in them.
async function readAdmonitionTitles(site: Site): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const [first, ...others] = site.brands
  const shared = (first?.overrides ?? []).filter((folder) => others.every(({overrides}) => overrides.includes(folder)))
  const layers = await readThemeLayers(shared)
  return Object.fromEntries(
    site.locales.map(({tag}) => [
      tag,
      {...interfaceStrings(layers, tag).strings.admonitions, ...site.admonitions?.titles[tag]},
    ]),
  )
}
