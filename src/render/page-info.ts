import type {PageHistory} from '../core/publishing.ts'
import {encodePath} from '../core/paths.ts'
import type {EditionEntry, EditionSite} from '../site/edition-site.ts'
import {rootPrefix} from './address.ts'
import type {LabelsContext, LinkContext, PageInfoContext, StatusContext, VersionsContext} from './page-context.ts'

/** What the pages of an edition say about themselves as files. */
export interface PageInfo {
  /** What stands below the article. */
  readonly infoOf: (entry: EditionEntry, history: PageHistory | undefined) => PageInfoContext
  /** What stands above it. */
  readonly labelsOf: (entry: EditionEntry) => LabelsContext
  readonly statusOf: (entry: EditionEntry) => StatusContext | undefined
}

/**
 * Prepares what all pages of an edition share: texts, and the forms of dates in its language. Dates are those of the
 * UTC day, so that a site is the same wherever it is built.
 *
 * @param words  interface strings
 */
export function createPageInfo(site: EditionSite, words: Readonly<Record<string, string>>): PageInfo {
  const {locale, brand} = site.edition
  const {repository} = brand
  const dates = new Intl.DateTimeFormat(locale.tag, {dateStyle: 'long', timeZone: 'UTC'})
  const names = new Intl.ListFormat(locale.tag)
  const statusOf = (entry: EditionEntry): StatusContext | undefined => {
    const {status} = entry.content.page.frontMatter
    const text = status === undefined ? undefined : (site.statuses?.[status] ?? words[wordOf(status)])
    return status === undefined || text === undefined ? undefined : {id: status, text}
  }
  return {
    statusOf,
    labelsOf: (entry) => {
      const status = statusOf(entry)
      return {...(status && {status}), tags: tagLinks(entry, site)}
    },
    infoOf: (entry, history) => {
      const {path, frontMatter} = entry.content.page
      const hidden = frontMatter.hide ?? []
      const {last_updated: written} = frontMatter.data
      const date = written instanceof Date ? written : history && new Date(history.updated * 1000)
      const isDated = brand.lastUpdated === true && written !== false && !hidden.includes('last_updated')
      const authors = brand.authors === true && !hidden.includes('authors') ? (history?.authors ?? []) : []
      const isOpen = !hidden.includes('edit')
      return {
        ...(isDated && date && {updated: {datetime: datetimeOf(date, written), text: dates.format(date)}}),
        ...(authors.length > 0 && {authors: names.format(authors)}),
        ...(isOpen && repository?.edit !== undefined && {edit: sourceAddress(repository.edit, path)}),
        ...(isOpen && repository?.view !== undefined && {view: sourceAddress(repository.view, path)}),
      }
    },
  }
}

/**
 * Tags of a page with the addresses of their lists, as seen from the page; without an address where no page lists them.
 * Empty where the page hides them.
 */
export function tagLinks(entry: EditionEntry, {tags}: EditionSite): readonly LinkContext[] {
  if (entry.content.page.frontMatter.hide?.includes('tags') === true) return []
  return (entry.content.tags ?? []).map((title) => {
    const id = tags?.tags.get(title)?.id
    if (id === undefined || !tags?.page) return {title}
    return {title, href: `${rootPrefix(entry.url)}${tags.page.url}#${encodeURIComponent(id).replaceAll('%3A', ':')}`}
  })
}

/**
 * The same page in the versions of the site; whether it is there is known to the other version alone.
 *
 * @param root  way to the brand's root
 * @param url  address of the page below it; empty for the page that is not found
 */
export function versionChoices(
  {edition, versionTitles = []}: EditionSite,
  {root, url}: {readonly root: string; readonly url: string},
): VersionsContext | undefined {
  const {versions} = edition.brand
  if (!versions) return undefined
  const fromHere = (address: string): string => (isAbsolute(address) ? address : root + address)
  const list = versions.list.map(({url: home, current}, index) => ({
    title: versionTitles[index] ?? '',
    href: fromHere(home) + url,
    home: fromHere(home),
    current,
  }))
  return {
    list,
    title: (list.find(({current}) => current) ?? list[0])?.title ?? '',
    ...(versions.file !== undefined && {file: fromHere(versions.file)}),
    page: url,
  }
}

function isAbsolute(address: string): boolean {
  return /^(?:https?:)?\//i.test(address)
}

/** A date that was written by hand is a day without a time. */
function datetimeOf(date: Date, written: unknown): string {
  const text = date.toISOString()
  return written instanceof Date ? text.slice(0, 10) : text.replace('.000', '')
}

/** `statusNew` for `new`. */
function wordOf(status: string): string {
  return `status${status.charAt(0).toUpperCase()}${status.slice(1)}`
}

/** Address of a source from one with gaps: `{path}`, `{path_noext}`, each also as `{path!q}`, percent-encoded. */
function sourceAddress(template: string, path: string): string {
  return template.replace(/\{(path|path_noext)(!q)?\}/g, (_, name: string, quoted: string | undefined) => {
    const value = name === 'path' ? path : path.replace(/\.md$/i, '')
    return quoted === undefined ? value : encodePath(value)
  })
}
