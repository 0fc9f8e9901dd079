import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {loadSite} from '../config/load-site.ts'
import {byCodeUnit} from '../core/code-unit-order.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {nearest} from '../core/nearest.ts'
import type {Site} from '../core/site.ts'
import type {EditionEntry, EditionSite} from '../site/edition-site.ts'
import {resolveReferences} from '../site/resolve-references.ts'
import type {BrandSites} from './assemble-sites.ts'
import {cacheFolders, cacheLimit} from './cache-folder.ts'
import type {CacheOptions} from './cache-folder.ts'
import {finishFindings} from './finish-findings.ts'
import {mergeDiagnostics} from './merge-diagnostics.ts'
import {openDisk} from './disk.ts'
import {libraryId} from './library-id.ts'
import {createSitePreparer} from './prepare-sites.ts'
import {openRecordStore} from './record-store.ts'
import type {RecordStore} from './record-store.ts'
import type {ProgressListener} from './progress.ts'
import {selectEditions} from './select-editions.ts'
import {createSourceTexts} from './source-texts.ts'
import {systemReason} from './system-reason.ts'
import {UsageError} from './usage-error.ts'

/** What to render, and where to. */
export interface FragmentOptions extends CacheOptions {
  /** Absolute working folder. */
  readonly cwd: string
  /** Folder for the fragments, from `cwd`; left out: nothing is written. */
  readonly out?: string | undefined
  readonly brand: string
  readonly locale: string
  /** Pages by their path from `cwd`, the content folder or the locale folder; empty: every page of the locale. */
  readonly files: readonly string[]
  readonly onProgress?: ProgressListener | undefined
}

/** An article without a layout around it. */
export interface Fragment {
  /** Path of the source from the content folder. */
  readonly path: string
  /** Path of the page inside its locale: `billing/aws.md`. */
  readonly localePath: string
  readonly html: string
}

/** Fragments and what was found in their sources. */
export interface FragmentResult {
  /** `undefined` when the configuration has errors; nothing was rendered then. */
  readonly site: Site | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** In the order of `files`, or sorted by path. */
  readonly fragments: readonly Fragment[]
  /** Absolute folder that the fragments were written to, `<out>/<locale>`. */
  readonly folder: string | undefined
}

/**
 * Renders articles of one edition, links resolved as in the site.
 *
 * With `out`, writes `<out>/<locale>/<path in the locale>.html`. Only sources of the locale itself are rendered, not the
 * pages that fall back to another.
 *
 * @throws UsageError for an unknown brand or locale, or a file that is no page of the edition
 * @throws Error with its `cause` when the content cannot be read or the output cannot be written
 */
export async function renderFragments(options: FragmentOptions): Promise<FragmentResult> {
  const records = openRecordStore({folder: cacheFolders(options, options.cwd)?.pages, limit: cacheLimit})
  try {
    return await renderWith(records, options)
  } finally {
    records.close()
  }
}

async function renderWith(records: RecordStore, options: FragmentOptions): Promise<FragmentResult> {
  const {cwd, config, brand, locale, out, onProgress} = options
  const loaded = await loadSite({cwd, config})
  const {site} = loaded
  if (!site) {
    return {site, diagnostics: mergeDiagnostics(loaded.diagnostics, new Map()), fragments: [], folder: undefined}
  }
  const {brands} = selectEditions(site, {brands: [brand], locales: [locale]})
  const disk = openDisk()
  const preparer = createSitePreparer({disk, records, library: libraryId(), jobs: undefined})
  const prepared = await preparer.prepare({site, brands, onProgress})
  const brandSites = prepared.brands[0]
  const edition = brandSites?.sites.find((candidate) => candidate.edition.locale.tag === locale)
  if (!brandSites || !edition) throw new UsageError(`Brand \`${brand}\` does not publish \`${locale}\``)
  const entries = chooseEntries(edition, site, options)
  const rendered = entries.map((entry) => renderEntry(entry, edition, brandSites))
  const fragments = rendered.map(({fragment}) => fragment)
  const sources = new Set(entries.flatMap(({content: {page}}) => [page.path, ...page.snippets]))
  const found = [
    ...prepared.diagnostics.filter((one) => sources.has(one.path)),
    ...rendered.flatMap((one) => one.findings),
  ]
  return {
    site,
    diagnostics: finishFindings([...loaded.diagnostics, ...found], {
      settings: site.check,
      brands: [brand],
      publishers: prepared.publishers,
      suppressions: prepared.suppressions,
      sourceText: createSourceTexts(site, prepared.content, disk),
      isCheck: false,
      isWhole: false,
    }),
    fragments,
    folder: out === undefined ? undefined : await writeFragments(fragments, path.resolve(cwd, out, locale)),
  }
}

function renderEntry(
  entry: EditionEntry,
  edition: EditionSite,
  {links}: BrandSites,
): {fragment: Fragment; findings: readonly Diagnostic[]} {
  const {hrefs, diagnostics} = resolveReferences(entry, edition, links)
  const html = entry.content.renderArticle(hrefs)
  return {fragment: {path: entry.content.page.path, localePath: entry.localePath, html}, findings: diagnostics}
}

function chooseEntries(edition: EditionSite, site: Site, {files, cwd}: FragmentOptions): readonly EditionEntry[] {
  const {tag} = edition.edition.locale
  const own = [...edition.entries.values()].filter(({contentLocale}) => contentLocale.tag === tag)
  if (files.length === 0) return own.sort((a, b) => byCodeUnit(a.localePath, b.localePath))
  const bySource = new Map(own.map((entry) => [entry.content.page.path, entry]))
  return files.map((file) => {
    const fromContent = path.relative(site.content, path.resolve(cwd, file)).split(path.sep).join('/')
    const names = [fromContent, file, `${tag}/${file}`].map((name) => path.posix.normalize(name))
    const entry = names.map((name) => bySource.get(name)).find((candidate) => candidate !== undefined)
    if (entry) return entry
    const guess = nearest(names[1] ?? file, bySource.keys()) ?? nearest(names[2] ?? file, bySource.keys())
    const hint = guess === undefined ? '' : `; did you mean \`${guess}\``
    throw new UsageError(`\`${file}\` is no page of \`${edition.edition.id}\`${hint}`)
  })
}

async function writeFragments(fragments: readonly Fragment[], folder: string): Promise<string> {
  try {
    await mkdir(folder, {recursive: true})
    for (const {localePath, html} of fragments) {
      const file = path.join(folder, localePath.replace(/\.md$/i, '.html'))
      await mkdir(path.dirname(file), {recursive: true})
      await writeFile(file, html)
    }
    return folder
  } catch (error) {
    throw new Error(`Cannot write to \`${folder}\`: ${systemReason(error)}`, {cause: error})
  }
}
