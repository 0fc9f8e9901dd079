import path from 'node:path'
import type {MarkdownExtensions, NavEntry, Site} from '../core/site.ts'
import {checkAdmonitions, resolveAdmonitionTitles} from './admonitions.ts'
import {resolveChecks} from './check-schema.ts'
import {checkShape} from './check-shape.ts'
import type {CheckedConfig} from './config-schema.ts'
import {quoteValue, type ConfigPath, type Finding} from './finding.ts'
import {readMarkdownExtensions} from './markdown-extensions.ts'
import {isPlainMap} from './python-callable.ts'
import {resolveBrands} from './resolve-brands.ts'
import {checkPublishing} from './resolve-publishing.ts'
import {resolveLocales} from './resolve-locales.ts'
import {checkLocaleKeys} from './resolve-text.ts'
import {checkTheme} from './resolve-theme.ts'
import {readSlugify} from './slugify-option.ts'
import {unknownName} from './unknown-name.ts'

/** Where a configuration stands and where its output goes. */
export interface SiteLocation {
  /** Absolute folder of the configuration file. */
  readonly root: string
  /** The configuration file as given by the user, for messages. */
  readonly configPath: string
  /** Absolute output folder that wins over the configured one. */
  readonly out?: string | undefined
}

/** What `mkdocs` switches on beside everything that is listed. */
const alwaysOn: readonly string[] = ['toc', 'tables', 'fenced_code']

/**
 * Validates and resolves a configuration; pure, the disk is not looked at.
 *
 * @param raw  a `SiteConfig`, or whatever a file holds in its place
 * @returns the site when nothing is wrong with it, and everything that is
 */
export function resolveSite(
  raw: unknown,
  location: SiteLocation,
): {readonly site: Site | undefined; readonly findings: readonly Finding[]} {
  const {config, findings: shapeFindings} = checkShape(raw)
  const findings: Finding[] = [...shapeFindings]
  const extensions = resolveExtensions(raw, findings)
  if (!config) return {site: undefined, findings}
  const locales = resolveLocales(config.locales, findings)
  const tags = locales.map((locale) => locale.tag)
  for (const key of ['title', 'description', 'copyright', 'announcement'] as const) {
    findings.push(...checkLocaleKeys(config[key], [key], tags))
  }
  findings.push(...checkAdmonitions(config.admonitions, tags))
  findings.push(...checkPublishing({path: [], config}, tags))
  findings.push(...checkTheme(config.theme, ['theme'], config.admonitions))
  findings.push(...checkOverrides(config))
  findings.push(...checkSourceLocale(config.check?.translations?.source, tags))
  const root = path.resolve(location.root)
  const content = path.resolve(root, config.content ?? 'content')
  const out = location.out ?? path.resolve(root, config.out ?? 'dist')
  if (isInside(out, content)) {
    const found = quoteValue(config.out ?? path.basename(out))
    const message = `Found ${found}, expected a folder outside the content folder`
    findings.push({path: ['out'], at: 'value', message})
  }
  const site: Site = {
    root,
    configPath: location.configPath,
    content,
    out,
    locales,
    brands: resolveBrands({config, tags, root, contentPath: toPosix(path.relative(root, content))}, findings),
    markdown: {
      extensions: resolveIconFolders(extensions, root),
      annotateCode: config.markdown?.annotate_code,
      math: config.markdown?.math,
    },
    ...(config.admonitions && {
      admonitions: {
        types: Object.keys(config.admonitions),
        titles: resolveAdmonitionTitles(config.admonitions, tags),
      },
    }),
    nav: resolveNav(config, tags, findings),
    ...(config.search && {search: {export: config.search.export === true}}),
    check: resolveChecks(config.check),
  }
  const failed = findings.some((finding) => finding.severity !== 'warning')
  return {site: failed ? undefined : site, findings}
}

function toPosix(file: string): string {
  return file.split(path.sep).join('/')
}

/** Brands that the checks are told about have to be there. */
function checkOverrides({brands, check}: CheckedConfig): readonly Finding[] {
  const known = Object.keys(brands)
  return (check?.overrides ?? []).flatMap(({brands: named = []}, at) =>
    named.flatMap((id, index): readonly Finding[] =>
      known.includes(id)
        ? []
        : [{path: ['check', 'overrides', at, 'brands', index], at: 'value', ...unknownName('brand', id, known)}],
    ),
  )
}

/** The language that translations are made from has to be one of the site. */
function checkSourceLocale(source: string | undefined, tags: readonly string[]): readonly Finding[] {
  if (source === undefined || tags.includes(source)) return []
  return [{path: ['check', 'translations', 'source'], at: 'value', ...unknownName('locale', source, tags)}]
}

/** Whether a folder is another one or lies below it. */
function isInside(folder: string, other: string): boolean {
  const way = path.relative(other, folder)
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way))
}

/** Reads the dialect from the raw configuration, so that its faults are reported along with those of shape. */
function resolveExtensions(raw: unknown, findings: Finding[]): MarkdownExtensions {
  if (!isPlainMap(raw)) return {}
  const {extensions, problems} = readMarkdownExtensions(raw['markdown_extensions'])
  for (const problem of problems) findings.push({...problem, path: ['markdown_extensions', ...problem.path]})
  const missing =
    raw['markdown_extensions'] === undefined ? [] : alwaysOn.filter((name) => !Object.hasOwn(extensions, name))
  // Super fences replace the plain ones.
  const added = missing.filter((name) => name !== 'fenced_code' || !Object.hasOwn(extensions, 'pymdownx.superfences'))
  const all = {...readMarkdownExtensions(added).extensions, ...extensions}
  const markdown = raw['markdown']
  const short = isPlainMap(markdown) ? markdown['slugify'] : undefined
  if (short === undefined) return all
  const slugifyPath: ConfigPath = ['markdown', 'slugify']
  const read = readSlugify(short)
  if (!('value' in read)) {
    findings.push({path: [...slugifyPath, ...read.path], at: 'value', message: read.message})
    return all
  }
  if (namesSlugify(raw['markdown_extensions'])) {
    const message = 'Found a second choice beside the `slugify` option of `toc`, expected one of them'
    findings.push({path: slugifyPath, at: 'key', message})
  }
  return {...all, toc: {...all['toc'], slugify: read.value}}
}

/** Folders of custom icons are relative to the configuration file, like every other path in it. */
function resolveIconFolders(extensions: MarkdownExtensions, root: string): MarkdownExtensions {
  const emoji = extensions['pymdownx.emoji']
  const options = emoji?.['options']
  const folders: unknown = isPlainMap(options) ? options['custom_icons'] : undefined
  if (!isPlainMap(options) || !Array.isArray(folders)) return extensions
  const absolute = folders.filter((folder) => typeof folder === 'string').map((folder) => path.resolve(root, folder))
  return {...extensions, 'pymdownx.emoji': {...emoji, options: {...options, custom_icons: absolute}}}
}

/** Whether the configured extensions say themselves how ids are made. */
function namesSlugify(written: unknown): boolean {
  const entries = Array.isArray(written) ? written : [written]
  return entries.some((entry) => {
    const toc = isPlainMap(entry) ? (entry['toc'] ?? entry['markdown.extensions.toc']) : undefined
    return isPlainMap(toc) && toc['slugify'] !== undefined && toc['slugify'] !== null
  })
}

function resolveNav(
  config: CheckedConfig,
  tags: readonly string[],
  findings: Finding[],
): Readonly<Record<string, readonly NavEntry[]>> {
  const {nav} = config
  if (nav === undefined) return {}
  if (!isNavByLocale(nav)) {
    checkEntries(nav, ['nav'], findings)
    return Object.fromEntries(tags.map((tag) => [tag, nav]))
  }
  findings.push(...checkLocaleKeys(nav, ['nav'], tags))
  for (const [tag, entries] of Object.entries(nav)) checkEntries(entries, ['nav', tag], findings)
  return nav
}

function isNavByLocale(nav: NonNullable<CheckedConfig['nav']>): nav is Record<string, NavEntry[]> {
  return !Array.isArray(nav)
}

/** An entry has one title; two in one map are mostly a forgotten dash. */
function checkEntries(entries: readonly NavEntry[], base: ConfigPath, findings: Finding[]): void {
  for (const [index, entry] of entries.entries()) {
    if (typeof entry === 'string') continue
    const [first, second] = Object.entries(entry)
    const entryPath = [...base, index]
    if (!first)
      findings.push({path: entryPath, at: 'value', message: 'Found an empty map, expected a title with what it opens'})
    if (second) {
      const message = `Found a second title ${quoteValue(second[0])} in one entry, expected \`- \` before it`
      findings.push({path: [...entryPath, second[0]], at: 'key', message})
    }
    if (first && Array.isArray(first[1])) checkEntries(first[1], [...entryPath, first[0]], findings)
  }
}
