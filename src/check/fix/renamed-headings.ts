import path from 'node:path'
import {createDiskIconSet} from '../../../plugins/icons/disk-icon-set.ts'
import type {BuildResult} from '../../build/builder.ts'
import {customIconFolders} from '../../build/custom-icon-folders.ts'
import {decodeSource} from '../../build/decode-source.ts'
import type {Disk} from '../../build/disk.ts'
import {createSnippetReader} from '../../build/snippet-reader.ts'
import {createCompiler} from '../../compile/compiler.ts'
import {openPage} from '../../compile/open-page.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Page, TocEntry} from '../../core/page.ts'
import {decodePath, dirname, joinPath} from '../../core/paths.ts'
import type {MarkdownOptions, Site} from '../../core/site.ts'
import {splitTarget} from '../../site/link-target.ts'
import {editionsOfFile} from './fixable-files.ts'
import {createFormerTexts, type FormerTexts} from './former-texts.ts'
import {matchOutlines, type OutlineHeading} from './match-outlines.ts'
import type {FileEdition} from './source-reading.ts'

/** Finds what links to headings that were renamed have to be; `undefined` where no heading was. */
export type RenameFinder = (result: BuildResult) => (finding: Diagnostic) => Promise<string | undefined>

/** Makes a finder that compares the headings of pages with those that they had. */
export function createRenameFinder({
  site,
  disk,
  former = createFormerTexts(),
}: {
  readonly site: Site
  readonly disk: Disk
  readonly former?: FormerTexts
}): RenameFinder {
  const markdown = withWholeToc(site.markdown)
  const compiler = createCompiler({
    markdown,
    icons: createDiskIconSet(customIconFolders(site.markdown)),
    admonitionTypes: site.admonitions?.types ?? [],
  })
  const outlines = async (name: string, text: string, editions: readonly FileEdition[]) => {
    const {extensions} = markdown
    const reader = createSnippetReader({extensions, root: site.root, home: site.content, disk})
    const snippets = await reader.gather({path: name, text})
    const page = compiler.compile({path: name, locale: editions[0]?.locale ?? '', text, snippets}, editions)
    return editions.map((edition) => outlineOf(page, {...edition, markdown, text}))
  }
  const renamesOf = async (name: string, publishers: readonly string[] | undefined): Promise<Renames> => {
    const file = path.resolve(site.content, name)
    const editions = editionsOfFile(name, site, publishers)
    const before = await former.textOf(file)
    const after = decodeSource(disk.file(file).bytes(), name).text
    if (before === undefined || before === after) return new Map()
    const [old, current] = [await outlines(name, before, editions), await outlines(name, after, editions)]
    return new Map(editions.map(({brand}, index) => [brand, matchOutlines(old[index] ?? [], current[index] ?? [])]))
  }
  return ({publishers}) => {
    const known = new Map<string, Promise<Renames>>()
    return async (finding) => {
      const {ruleId, actual} = finding
      if (ruleId !== 'link/missing-anchor' || actual === undefined) return undefined
      const name = targetOf(finding, (candidate) => disk.kind(path.resolve(site.content, candidate)) === 'file')
      if (name === undefined) return undefined
      const renames = known.get(name) ?? renamesOf(name, publishers[name])
      known.set(name, renames)
      const {path: start, query, fragment} = splitTarget(actual)
      const brands = finding.brands ?? publishers[finding.path]
      const id = agreedName(await renames, {id: decodePath(fragment.slice(1)), brands})
      return id === undefined ? undefined : `${start}${query}#${id}`
    }
  }
}

/** New ids by former ids, by brand. */
type Renames = ReadonlyMap<string, ReadonlyMap<string, string>>

function agreedName(
  renames: Renames,
  {id, brands}: {readonly id: string; readonly brands: readonly string[] | undefined},
): string | undefined {
  const asked = brands ?? [...renames.keys()]
  const [name, ...others] = new Set(asked.map((brand) => renames.get(brand)?.get(id)))
  return others.length === 0 ? name : undefined
}

/** Source that a link from a Markdown file leads to. */
function targetOf({path: from, actual = ''}: Diagnostic, exists: (name: string) => boolean): string | undefined {
  const target = decodePath(splitTarget(actual).path)
  if (from.startsWith('../') || !/\.md$/i.test(from)) return undefined
  if (target === '') return from
  if (target.startsWith('/')) return undefined
  const name = joinPath(dirname(from), target)
  if (name === undefined) return undefined
  const shared = name.replace(/^brands\/[^/]+\//, '')
  const names = [...new Set([name, shared])].flatMap((one) => [one, `${one}.md`, `${one}/index.md`])
  return names.find((one) => /\.md$/i.test(one) && exists(one))
}

function outlineOf(
  page: Page,
  {brand, values, markdown, text}: FileEdition & {readonly markdown: MarkdownOptions; readonly text: string},
): readonly OutlineHeading[] {
  const headings = page.variants[page.variantOf[brand] ?? -1]?.headings ?? []
  const entries = flatten(openPage(page, {brand, values, markdown})?.page.toc ?? [])
  const lines = text.split('\n')
  return entries.map(({id, level}, index): OutlineHeading => {
    const place = headings[index]?.place
    const next = headings.slice(index + 1).find((heading) => heading.place)?.place
    if (!place) return {id, level}
    const body = lines.slice(place.end.line, next ? next.start.line - 1 : lines.length)
    return {id, level, body: body.map((line) => line.trim()).filter((line) => line !== '')}
  })
}

function flatten(entries: readonly TocEntry[]): readonly TocEntry[] {
  return entries.flatMap((entry) => [entry, ...flatten(entry.children)])
}

/** Settings under which the table of contents of a page has all of its headings. */
function withWholeToc(markdown: MarkdownOptions): MarkdownOptions {
  const {toc_depth: _, ...toc} = markdown.extensions['toc'] ?? {}
  return {...markdown, extensions: {...markdown.extensions, ...(markdown.extensions['toc'] && {toc})}}
}
