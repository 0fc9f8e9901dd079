import type {Repository} from '../core/publishing.ts'

/** Hosts whose names everybody knows, and the way on them to the editor. */
const hosts: Readonly<Record<string, {readonly name: string; readonly edit?: string}>> = {
  'github.com': {name: 'GitHub', edit: 'edit/main/'},
  'gitlab.com': {name: 'GitLab', edit: '-/edit/main/'},
  'bitbucket.org': {name: 'Bitbucket'},
  'gitee.com': {name: 'Gitee', edit: 'edit/main/'},
  'codeberg.org': {name: 'Codeberg', edit: '_edit/main/'},
}

/**
 * The repository of a brand, with addresses for its sources. Paths are joined as MkDocs 1.6 does: a way that starts with
 * `?` or `#` goes behind the address of the repository, any other is a relative URL.
 *
 * A source is read where it is edited, with `raw` for `edit` in the address; where that is not in it, no such link is made.
 */
export function resolveRepository(written: {
  readonly url: string | undefined
  readonly name: string | undefined
  readonly editUri: string | undefined
  readonly editUriTemplate: string | undefined
  /** Path of the content folder from that of the configuration, POSIX. */
  readonly contentPath: string
}): Repository | undefined {
  const {url, name, editUri, editUriTemplate, contentPath} = written
  if (url === undefined || url === '') return undefined
  const host = hosts[hostOf(url)]
  const guess = host?.edit !== undefined && isBelow(contentPath) ? `${host.edit}${folderOf(contentPath)}` : undefined
  const way = editUriTemplate ?? withPath(editUri ?? guess)
  const edit = way === undefined || way === '' ? undefined : join(url, way)
  const view = edit?.replace(/\/(_?)edit\//, '/$1raw/').replace('/_raw/', '/raw/branch/')
  return {
    url,
    name: name ?? host?.name ?? hostOf(url),
    ...(edit !== undefined && {edit}),
    ...(view !== undefined && view !== edit && {view}),
  }
}

function withPath(editUri: string | undefined): string | undefined {
  if (editUri === undefined || editUri === '') return editUri
  return `${editUri}${/[/=]$/.test(editUri) ? '' : '/'}{path!q}`
}

function join(url: string, way: string): string {
  if (/^https?:\/\//i.test(way)) return way
  if (/^[?#]/.test(way)) return url + way
  // The gaps are no part of a URL yet: only the dots before them are followed.
  const base = new URL(url.endsWith('/') ? url : `${url}/`)
  const gap = way.indexOf('{')
  const head = gap === -1 ? way : way.slice(0, gap)
  return new URL(head, base).href + (gap === -1 ? '' : way.slice(gap))
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
}

function isBelow(contentPath: string): boolean {
  return !contentPath.startsWith('..') && !/^(?:\/|[a-z]:)/i.test(contentPath)
}

function folderOf(contentPath: string): string {
  return contentPath === '' ? '' : `${contentPath}/`
}
