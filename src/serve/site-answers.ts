import {existsSync, realpathSync} from 'node:fs'
import path from 'node:path'
import {filePath, pagePath, readAddress} from './address.ts'
import type {Address} from './address.ts'
import {contentType} from './answer.ts'
import type {Answer} from './answer.ts'
import type {LiveBrand, LivePage} from './live-brand.ts'
import type {LiveSites} from './live-sites.ts'
import type {OtherFile} from './memory-writer.ts'
import {readOwnFile} from './own-files.ts'
import {readSiteFile} from './site-file.ts'
import {addClient} from './version-page.ts'

/** The edition that `/` leads to. */
export interface CurrentEdition {
  readonly brand: string
  readonly locale: string
}

/** Finds the page at an address, compiled. */
export async function findPage(
  sites: LiveSites,
  {brand: id, file}: Extract<Address, {kind: 'site'}>,
): Promise<{readonly brand: LiveBrand; readonly page: LivePage} | undefined> {
  const brand = sites.brand(id, file)
  const page = brand?.pageAt(file)
  if (!brand || !page) return undefined
  const source = page.entry.content.page.path
  if (brand.isFirstLook && !brand.pages.has(source)) await sites.compileSource(source)
  // The whole site may have come in between.
  const now = sites.brand(id)
  const current = now?.pageAt(file)
  return now && current && {brand: now, page: current}
}

/**
 * Answers a request for a path: a page with the script that keeps it up to date, any other file of the site, or a file of the
 * server's own.
 *
 * @param pathname  as sent, percent-encoded
 */
export async function answerPath(pathname: string, sites: LiveSites, current: CurrentEdition): Promise<Answer> {
  const address = readAddress(pathname)
  switch (address.kind) {
    case 'root':
      return {kind: 'moved', to: homePath(sites, current)}
    case 'own':
      return readOwnFile(address.name)
    case 'none':
      return {kind: 'refused', status: 404, reason: 'This address names no file'}
    case 'brand':
    case 'site': {
      const {selection} = sites.state()
      if (selection.brands.some(({id}) => id === address.brand)) {
        return address.kind === 'brand' ? {kind: 'moved', to: `${pathname}/`} : answerSite(address, sites)
      }
      // A link of raw HTML may start at the root of the site, which is that of the brand.
      const file = [address.brand, ...(address.kind === 'site' ? [address.file] : [])].join('/')
      const found = await answerSite({kind: 'site', brand: current.brand, file}, sites)
      const isFound = found.kind !== 'refused' && !(found.kind === 'content' && found.status === 404)
      return isFound ? {kind: 'moved', to: filePath(current.brand, file)} : found
    }
  }
}

/** Path on the server of the home page of an edition. */
export function homePath(sites: LiveSites, {brand, locale}: CurrentEdition): string {
  const {selection} = sites.state()
  const chosen = selection.brands.find(({id}) => id === brand) ?? selection.brands[0]
  const edition = chosen?.locales.find(({tag}) => tag === locale) ?? chosen?.locales[0]
  return pagePath(chosen?.id ?? '', edition?.prefix.slice(1) ?? '')
}

async function answerSite(address: Extract<Address, {kind: 'site'}>, sites: LiveSites): Promise<Answer> {
  const {file} = address
  const found = await findPage(sites, address)
  if (found) return html(found.brand.render(found.page), 200)
  const brand = sites.brand(address.brand)
  if (!brand) return {kind: 'refused', status: 404, reason: `There is no brand ${address.brand}`}
  const other = brand.otherFile(file)
  if (other) return answerOther(file, other, sites)
  const inside = `${file}/index.html`
  if (brand.pageAt(inside) ?? brand.otherFile(inside)) return {kind: 'moved', to: `${filePath(address.brand, file)}/`}
  return html(brand.notFound(file), 404)
}

async function answerOther(file: string, other: OtherFile, sites: LiveSites): Promise<Answer> {
  if ('from' in other) {
    const {content, root} = sites.state().site
    const roots = [content, projectFolder(root)].map((folder) => realpathSync(folder))
    return readSiteFile(path.join(content, other.from), roots)
  }
  const {content} = other
  if (file.endsWith('.html') && typeof content === 'string') return html(content, 200)
  return {kind: 'content', status: 200, type: contentType(file), body: content}
}

function html(text: string, status: 200 | 404): Answer {
  return {kind: 'content', status, type: 'text/html; charset=utf-8', body: addClient(text)}
}

/** The folder of the repository that the site belongs to; without one, that of its configuration. */
function projectFolder(root: string): string {
  for (let folder = root; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder
    if (path.dirname(folder) === folder) return root
  }
}
