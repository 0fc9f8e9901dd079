import {cp, symlink} from 'node:fs/promises'
import path from 'node:path'
import {packageRoot} from '../../src/build/package-root.ts'
import {navTree, type NavItem} from './nav-tree.ts'
import {npmPeersFolder, npmPeersInstall, npmPeerVersion} from './npm-peers.ts'
import type {Peer} from './peer.ts'
import {localesOf, withTitle} from './page-files.ts'
import {writeFiles} from '../write-files.ts'

/** Eleventy with markdown-it, Prism and its own link plugin; the nav of a language is data made before the build. */
export const eleventy: Peer = {
  id: 'eleventy',
  name: 'Eleventy',
  install: npmPeersInstall,
  version: () => npmPeerVersion('@11ty/eleventy'),
  async prepare(pages, folder) {
    const modules = path.join(npmPeersFolder(), 'node_modules')
    await cp(path.join(packageRoot(), 'bench/peers/eleventy'), folder, {recursive: true})
    await symlink(modules, path.join(folder, 'node_modules'))
    const navs = Object.fromEntries(localesOf(pages).map((locale) => [locale, navList(navTree(pages, locale))]))
    await writeFiles(folder, [
      ['data/nav.json', JSON.stringify(navs)],
      ...pages.map((page) => {
        const fields = {layout: 'page.njk', locale: page.locale}
        return [path.join('content', page.path), withTitle(page, fields)] as const
      }),
    ])
    const program = path.join(modules, '@11ty/eleventy/cmd.cjs')
    return {
      command: {argv: [process.execPath, program, '--quiet', '--config=eleventy.config.mjs'], cwd: folder},
      out: path.join(folder, '_site'),
      caches: [path.join(folder, '.cache')],
    }
  },
}

function navList(items: readonly NavItem[]): string {
  const entries = items.map(({title, path: file, items: below}) => {
    const url = file === undefined ? '' : ` href="/${file.replace(/(?:index)?\.md$/, '').replace(/\/?$/, '/')}"`
    return `<li><a${url}>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</a>${below.length > 0 ? navList(below) : ''}</li>`
  })
  return `<ul>${entries.join('')}</ul>`
}
