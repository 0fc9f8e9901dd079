import path from 'node:path'
import type {NeutralPage, Peer, PeerProject} from './peer.ts'
import {programVersion} from './program-version.ts'
import {localesOf, withTitle} from './page-files.ts'
import {writeFiles} from '../write-files.ts'

const install = 'run `apt-get install mkdocs-material`'

const plainExtensions = ['toc: {permalink: true}', 'tables', 'pymdownx.highlight', 'pymdownx.superfences']

// What the documentation of Material recommends.
const dialectExtensions = [
  ...plainExtensions,
  ...['abbr', 'admonition', 'attr_list', 'def_list', 'footnotes', 'md_in_html', 'meta'],
  ...['pymdownx.betterem', 'pymdownx.caret', 'pymdownx.critic', 'pymdownx.details', 'pymdownx.emoji'],
  ...['pymdownx.inlinehilite', 'pymdownx.keys', 'pymdownx.mark', 'pymdownx.smartsymbols'],
  ...['pymdownx.tabbed: {alternate_style: true}', 'pymdownx.tasklist: {custom_checkbox: true}', 'pymdownx.tilde'],
]

/** MkDocs with the Material theme as it comes: one site for each language, nav from the folders. */
export const mkdocsMaterial: Peer = {
  id: 'mkdocs',
  name: 'MkDocs Material',
  install,
  version,
  prepare: (pages, folder) => prepare({pages, folder, extensions: plainExtensions}),
}

/** The same with the pages as their authors wrote them, whose dialect it reads: the work that Docprism does. */
export const mkdocsDialect: Peer = {
  id: 'mkdocs-dialect',
  name: 'MkDocs Material, pages not neutralised',
  install,
  version,
  prepare: (pages, folder) =>
    prepare({pages: pages.map((page) => ({...page, text: page.dialect})), folder, extensions: dialectExtensions}),
}

async function version(): Promise<string | undefined> {
  const mkdocs = /version ([\d.]+)/.exec((await programVersion('mkdocs', ['--version'])) ?? '')?.[1]
  // Debian leaves out what Python could be asked for.
  const material = await programVersion('dpkg-query', ['--show', '--showformat', '${Version}', 'mkdocs-material'])
  return mkdocs === undefined || material === undefined ? undefined : `${material} on MkDocs ${mkdocs}`
}

async function prepare(options: {
  readonly pages: readonly NeutralPage[]
  readonly folder: string
  readonly extensions: readonly string[]
}): Promise<PeerProject> {
  const {pages, folder, extensions} = options
  const locales = localesOf(pages)
  await writeFiles(folder, [
    ...locales.map((locale) => [`mkdocs.${locale}.yml`, configuration(locale, extensions)] as const),
    ...pages.map((page) => [path.join('content', page.path), withTitle(page)] as const),
  ])
  const build = locales.map((locale) => `mkdocs build --quiet --config-file mkdocs.${locale}.yml`).join(' && ')
  return {command: {argv: ['bash', '-c', build], cwd: folder}, out: path.join(folder, 'site'), caches: []}
}

function configuration(locale: string, extensions: readonly string[]): string {
  return `site_name: Docs
site_url: https://docs.example/${locale}/
docs_dir: content/${locale}
site_dir: site/${locale}
theme: {name: material, language: ${locale}}
markdown_extensions:
${extensions.map((extension) => `  - ${extension}\n`).join('')}`
}
