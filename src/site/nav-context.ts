import type {Diagnostic} from '../core/diagnostic.ts'
import {inFolder} from '../core/paths.ts'
import type {Place} from '../core/position.ts'
import type {PageLimits} from './edition-entries.ts'
import type {Edition, EditionEntry} from './edition-site.ts'
import {
  folderTitle,
  folderTree,
  foldersAbove,
  sortedChildren,
  type FolderChild,
  type FolderTree,
} from './folder-tree.ts'
import type {NavNode} from './nav-node.ts'
import type {PagesFile} from './pages-file.ts'

/** Expands the macros of a title; `at` says where it stands, for findings. */
export type ExpandTitle = (
  text: string,
  at: {readonly path: string; readonly place?: Place},
) => {readonly text: string; readonly diagnostics: readonly Diagnostic[]}

/** What the nav of an edition is made from. */
export interface NavOptions {
  readonly edition: Edition
  /** The brand and those it extends, most specific first. */
  readonly chain: readonly string[]
  readonly entries: ReadonlyMap<string, EditionEntry>
  readonly limits: PageLimits
  /** `.pages` files by the path of their folder from the content folder: `zh`, `zh/billing`, `brands/aurora/zh`. */
  readonly pagesFiles: ReadonlyMap<string, PagesFile>
  /** Nav of the configuration; left out: `.pages` files and the folder tree. */
  readonly nav?: readonly NavNode[]
  /** Configuration file as given by the user, for findings. */
  readonly configPath: string
  readonly expand: ExpandTitle
}

/** What is known while a nav is laid out, and the findings so far. Paths are inside the locale folder. */
export interface NavContext {
  readonly options: NavOptions
  readonly tree: FolderTree
  /** The edition's locale, then the brand's default. */
  readonly tags: readonly string[]
  /** Folders with a page that is limited to brands, from the content folder. */
  readonly limitedFolders: ReadonlySet<string>
  readonly diagnostics: Diagnostic[]
  /** Entries that were laid out, by what they open. */
  readonly seen: Map<string, SeenEntry>
}

/** An entry that a nav has. */
export interface SeenEntry {
  readonly node: NavNode
  /** File that it stands in. */
  readonly path: string
}

/** Indexes that one nav needs. */
export function navContext(options: NavOptions): NavContext {
  const {edition, entries, limits} = options
  return {
    options,
    tree: folderTree(entries, edition.locale.tag),
    tags: [edition.locale.tag, edition.brand.defaultLocale],
    limitedFolders: foldersAbove(limits.keys()),
    diagnostics: [],
    seen: new Map(),
  }
}

/**
 * `.pages` file of a folder: the brand's before the shared one. A folder without a page in the edition's locale has
 * that of the default locale where it has none of its own.
 */
export function pagesFileOf(folder: string, {options, tree, tags}: NavContext): PagesFile | undefined {
  const isTranslated = tree.get(folder)?.isTranslated !== false
  for (const tag of isTranslated ? tags.slice(0, 1) : tags) {
    for (const root of [...options.chain.map((id) => `brands/${id}/${tag}`), tag]) {
      const pages = options.pagesFiles.get(inFolder(root, folder))
      if (pages) return pages
    }
  }
  return undefined
}

/** Text with its macros expanded; what that finds joins the findings. */
export function expandTitle(
  text: string,
  at: {readonly path: string; readonly place?: Place | undefined},
  context: NavContext,
): string {
  const {path, place} = at
  const expanded = context.options.expand(text, {path, ...(place ? {place} : {})})
  context.diagnostics.push(...expanded.diagnostics)
  return expanded.text
}

/** Title of a folder's section: that of its `.pages` file, else made from its name. */
export function sectionTitle(folder: string, context: NavContext): string {
  const pages = pagesFileOf(folder, context)
  if (pages?.title === undefined) return folderTitle(folder)
  return expandTitle(pages.title, {path: pages.path, place: pages.titlePlace}, context)
}

/** Pages and sub-folders of a folder in nav order. */
export function childrenOf(folder: string, context: NavContext): readonly FolderChild[] {
  const found = context.tree.get(folder)
  if (!found) return []
  return sortedChildren(found, pagesFileOf(folder, context), (path) => sectionTitle(path, context))
}

/** Pages of a folder and of those below it in nav order, hidden folders left out. */
export function pagesBelow(folder: string, context: NavContext): readonly FolderChild[] {
  return childrenOf(folder, context).flatMap((child) => {
    if (child.kind === 'page') return [child]
    return pagesFileOf(child.path, context)?.hide ? [] : pagesBelow(child.path, context)
  })
}
