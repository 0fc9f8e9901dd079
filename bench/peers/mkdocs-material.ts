import path from 'node:path'
import type {Peer} from './peer.ts'
import {programVersion} from './program-version.ts'
import {localesOf, withTitle} from './page-files.ts'
import {writeFiles} from '../write-files.ts'

/** MkDocs with the Material theme as it comes: one site for each language, nav from the folders. */
export const mkdocsMaterial: Peer = {
  id: 'mkdocs',
  name: 'MkDocs Material',
  install: 'run `apt-get install mkdocs-material`',
  async version() {
    const mkdocs = /version ([\d.]+)/.exec((await programVersion('mkdocs', ['--version'])) ?? '')?.[1]
    // Debian leaves out what Python could be asked for.
    const material = await programVersion('dpkg-query', ['--show', '--showformat', '${Version}', 'mkdocs-material'])
    return mkdocs === undefined || material === undefined ? undefined : `${material} on MkDocs ${mkdocs}`
  },
  async prepare(pages, folder) {
    const locales = localesOf(pages)
    await writeFiles(folder, [
      ...locales.map((locale) => [`mkdocs.${locale}.yml`, configuration(locale)] as const),
      ...pages.map((page) => [path.join('content', page.path), withTitle(page)] as const),
    ])
    const build = locales.map((locale) => `mkdocs build --quiet --config-file mkdocs.${locale}.yml`).join(' && ')
    return {command: {argv: ['bash', '-c', build], cwd: folder}, out: path.join(folder, 'site'), caches: []}
  },
}

function configuration(locale: string): string {
  return `site_name: Docs
site_url: https://docs.example/${locale}/
docs_dir: content/${locale}
site_dir: site/${locale}
theme: {name: material, language: ${locale}}
markdown_extensions:
  - toc: {permalink: true}
  - tables
  - pymdownx.highlight
  - pymdownx.superfences
`
}
