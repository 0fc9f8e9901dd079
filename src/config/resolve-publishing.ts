import type {Publishing, Redirect, SiteVersions} from '../core/publishing.ts'
import type {ConfigPath, Finding} from './finding.ts'
import {quoteValue} from './finding.ts'
import type {CheckedPublishing} from './publishing-schema.ts'
import {resolveRepository} from './resolve-repository.ts'
import {checkLocaleKeys, resolveText} from './resolve-text.ts'
import {unknownName} from './unknown-name.ts'

/** What a brand or the site says, and the keys that lead to it. */
export interface PublishingLayer {
  readonly path: readonly string[]
  readonly config: CheckedPublishing
}

/** Findings about what a brand or the site says itself. */
export function checkPublishing({path, config}: PublishingLayer, tags: readonly string[]): readonly Finding[] {
  const findings: Finding[] = []
  const {repo_url: repository, status, redirects} = config
  if (repository !== undefined && repository !== '' && !isWebAddress(repository)) {
    const message = `Found ${quoteValue(repository)}, expected an absolute \`http\` or \`https\` address`
    findings.push({path: [...path, 'repo_url'], at: 'value', message, actual: repository})
  }
  for (const [id, text] of Object.entries(status ?? {})) {
    findings.push(...checkLocaleKeys(text, [...path, 'status', id], tags))
  }
  for (const [key, value] of Object.entries(redirects ?? {})) {
    const base = [...path, 'redirects', key]
    if (typeof value !== 'string' && !tags.includes(key)) {
      findings.push({path: base, at: 'key', ...unknownName('locale', key, tags)})
      continue
    }
    const pairs = typeof value === 'string' ? [{path: base, from: key, to: value}] : pairsOf(value, base)
    findings.push(...pairs.flatMap(checkRedirect))
  }
  findings.push(...checkVersions(config.versions, [...path, 'versions'], tags))
  return findings
}

/**
 * What holds for a brand: the first layer that has a key wins; `status` and `redirects` are put together, each entry
 * from the first layer that has it.
 *
 * @param layers  of the brand, of those it extends, and of the site
 * @param context.contentPath  path of the content folder from that of the configuration, POSIX
 */
export function resolvePublishing(
  layers: readonly PublishingLayer[],
  context: {
    readonly url: string
    readonly locales: readonly string[]
    readonly defaultLocale: string
    readonly contentPath: string
  },
): Publishing {
  const first = <Key extends keyof CheckedPublishing>(key: Key): CheckedPublishing[Key] =>
    layers.find(({config}) => config[key] !== undefined)?.config[key]
  const repository = resolveRepository({
    url: first('repo_url'),
    name: first('repo_name'),
    editUri: first('edit_uri'),
    editUriTemplate: first('edit_uri_template'),
    contentPath: context.contentPath,
  })
  const ids = new Set(layers.flatMap(({config}) => Object.keys(config.status ?? {})))
  const statuses = [...ids].map((id) => {
    const texts = layers.map(({config}) => config.status?.[id])
    return [id, resolveText(texts, context.locales, context.defaultLocale)] as const
  })
  const redirects = resolveRedirects(layers)
  const versions = resolveVersions(first('versions'), context)
  return {
    ...(repository && {repository}),
    ...(first('last_updated') === true && {lastUpdated: true}),
    ...(first('authors') === true && {authors: true}),
    ...(statuses.length > 0 && {statuses: Object.fromEntries(statuses)}),
    ...(redirects.length > 0 && {redirects}),
    ...(first('redirects_file') === true && {redirectsFile: true}),
    ...(versions && {versions}),
  }
}

interface RedirectPair {
  readonly path: readonly string[]
  readonly from: string
  readonly to: string
}

function pairsOf(map: Readonly<Record<string, string>>, base: readonly string[]): readonly RedirectPair[] {
  return Object.entries(map).map(([from, to]) => ({path: [...base, from], from, to}))
}

function checkRedirect({path, from, to}: RedirectPair): readonly Finding[] {
  const findings: Finding[] = []
  if (isWebAddress(from) || /[?#\\]/.test(from) || from.split('/').includes('..') || from === '') {
    const message = `Found ${quoteValue(from)}, expected a path such as \`old/page.md\` or \`/old/page/\``
    findings.push({path, at: 'key', message, actual: from})
  }
  if (to.trim() === '') findings.push({path, at: 'value', message: 'Found an empty string, expected a path'})
  return findings
}

function resolveRedirects(layers: readonly PublishingLayer[]): readonly Redirect[] {
  const found = new Map<string, Redirect>()
  for (const {path, config} of layers) {
    for (const [key, value] of Object.entries(config.redirects ?? {})) {
      const base = [...path, 'redirects', key]
      const own =
        typeof value === 'string'
          ? [{from: key, to: value, path: base}]
          : pairsOf(value, base).map((pair) => ({...pair, locale: key}))
      for (const redirect of own) {
        const id = JSON.stringify(['locale' in redirect ? redirect.locale : '', redirect.from])
        if (!found.has(id)) found.set(id, redirect)
      }
    }
  }
  return [...found.values()]
}

function versionsOf(versions: CheckedPublishing['versions']): {
  readonly file?: string | undefined
  readonly list?: readonly NonNullable<VersionList>[number][] | undefined
} {
  if (typeof versions === 'string') return {file: versions}
  return Array.isArray(versions) ? {list: versions} : (versions ?? {})
}

type VersionList = Extract<CheckedPublishing['versions'], readonly unknown[]>

function checkVersions(
  versions: CheckedPublishing['versions'],
  base: ConfigPath,
  tags: readonly string[],
): readonly Finding[] {
  const {file, list = []} = versionsOf(versions)
  const listPath = Array.isArray(versions) ? base : [...base, 'list']
  const filePath = typeof versions === 'string' ? base : [...base, 'file']
  const findings: Finding[] = []
  const wrong = (path: ConfigPath, address: string): void => {
    const message = `Found ${quoteValue(address)}, expected a web address, or a path from the root of the site such as \`../1.9/\``
    findings.push({path, at: 'value', message, actual: address})
  }
  if (file !== undefined && !isVersionAddress(file)) wrong(filePath, file)
  for (const [index, {url, title}] of list.entries()) {
    if (!isVersionAddress(url)) wrong([...listPath, index, 'url'], url)
    findings.push(...checkLocaleKeys(title, [...listPath, index, 'title'], tags))
  }
  const second = list.flatMap(({current}, index) => (current === true ? [index] : []))[1]
  if (second !== undefined) {
    const message = 'Found a second version that is the current one, expected one of them'
    findings.push({path: [...listPath, second, 'current'], at: 'value', message})
  }
  return findings
}

function resolveVersions(
  versions: CheckedPublishing['versions'],
  context: {readonly url: string; readonly locales: readonly string[]; readonly defaultLocale: string},
): SiteVersions | undefined {
  const {file, list = []} = versionsOf(versions)
  if (file === undefined && list.length === 0) return undefined
  const isMarked = list.some(({current}) => current === true)
  return {
    list: list.map(({title, url, current}) => {
      const address = (url.endsWith('/') ? url : `${url}/`).replace(/^(?:\.\/)+/, '')
      return {
        title: resolveText([title], context.locales, context.defaultLocale),
        url: address,
        current: isMarked ? current === true : address === context.url || address === '',
      }
    }),
    ...(file !== undefined && {file}),
  }
}

/** An absolute address, or a path; what has another scheme (`javascript:`) is neither. */
function isVersionAddress(text: string): boolean {
  if (isWebAddress(text)) return true
  return text !== '' && !/^[a-z][a-z\d+.-]*:|[?#\\\s]/i.test(text) && !text.startsWith('//')
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}
