import {symlink} from 'node:fs/promises'
import path from 'node:path'
import {navTree, type NavItem} from './nav-tree.ts'
import {npmPeersFolder, npmPeersInstall, npmPeerVersion} from './npm-peers.ts'
import type {Peer} from './peer.ts'
import {localesOf, withTitle} from './page-files.ts'
import {writeFiles} from '../write-files.ts'

/** VitePress with its default theme: a sidebar for each language, outline, highlighting by Shiki. */
export const vitepress: Peer = {
  id: 'vitepress',
  name: 'VitePress',
  install: npmPeersInstall,
  version: () => npmPeerVersion('vitepress'),
  async prepare(pages, folder) {
    const modules = path.join(npmPeersFolder(), 'node_modules')
    const settings = path.join(folder, '.vitepress')
    await writeFiles(folder, [
      ['package.json', JSON.stringify({private: true, type: 'module'})],
      ['.vitepress/config.mjs', configuration(localesOf(pages), (locale) => sidebar(navTree(pages, locale)))],
      ...pages.map((page) => [page.path, withTitle(page)] as const),
    ])
    await symlink(modules, path.join(folder, 'node_modules'))
    return {
      command: {argv: [process.execPath, path.join(modules, 'vitepress/bin/vitepress.js'), 'build'], cwd: folder},
      out: path.join(settings, 'dist'),
      caches: [path.join(settings, 'cache'), path.join(settings, '.temp')],
    }
  },
}

interface SidebarItem {
  readonly text: string
  readonly link?: string
  readonly items?: readonly SidebarItem[]
}

function sidebar(items: readonly NavItem[]): readonly SidebarItem[] {
  return items.map(({title, path: file, items: below}) => ({
    text: title,
    ...(file === undefined ? {} : {link: `/${file.replace(/(?:index)?\.md$/, '')}`}),
    ...(below.length === 0 ? {} : {items: sidebar(below)}),
  }))
}

function configuration(locales: readonly string[], sidebarOf: (locale: string) => readonly SidebarItem[]): string {
  const settings = {
    title: 'Docs',
    // Some links of real pages lead to pages that only other brands have.
    ignoreDeadLinks: true,
    // Braces in text are text.
    markdown: {attrs: {disable: true}},
    locales: Object.fromEntries(locales.map((locale) => [locale, {label: locale, lang: locale, link: `/${locale}/`}])),
    themeConfig: {sidebar: Object.fromEntries(locales.map((locale) => [`/${locale}/`, sidebarOf(locale)]))},
  }
  return `export default ${JSON.stringify(settings, undefined, 2)}\n`
}
