import type {Diagnostic} from '../core/diagnostic.ts'
import type {EditionEntry, NavItem} from './edition-site.ts'
import type {FolderChild} from './folder-tree.ts'
import {
  childrenOf,
  expandTitle,
  navContext,
  pagesBelow,
  pagesFileOf,
  sectionTitle,
  type NavContext,
  type NavOptions,
} from './nav-context.ts'
import {faultyAddress, missingEntry, secondEntry} from './nav-findings.ts'
import type {GroupNode, LinkNode, NavNode, PathNode} from './nav-node.ts'
import {namedPaths, nodePath, shareRest} from './nav-rest.ts'
import {isIndexPage} from './page-address.ts'

/** Item on its way into the nav; `isIndex`: may become the page of the group it stands in. */
interface Draft {
  readonly item: NavItem
  readonly isIndex: boolean
}

/** What holds while the nav of one folder is laid out. */
interface Scope {
  readonly context: NavContext
  /** Path inside the locale folder. */
  readonly folder: string
  /** File that the entries stand in. */
  readonly path: string
  /** Folders being laid out: this one and those around it. */
  readonly open: readonly string[]
  /** Pages and folders that nav entries around this place name; they show up there only. */
  readonly taken: ReadonlySet<string>
  /** Whether a folder with one child gives way to it. */
  readonly collapse: boolean
}

/**
 * Nav of an edition.
 *
 * The nav of the configuration wins; without one, folders are laid out by their `.pages` files, and by name where they
 * have none. A group's untitled index page becomes the page of the group itself, as with mkdocs-section-index. Entries
 * for pages that only other brands publish vanish; entries that lead nowhere are reported as `nav/missing-page`, those that
 * open what the nav has already as `nav/duplicate-entry`.
 */
export function buildNav(options: NavOptions): {
  readonly nav: readonly NavItem[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const context = navContext(options)
  const top: Scope = {
    context,
    folder: '',
    path: options.configPath,
    open: [''],
    taken: new Set(),
    collapse: false,
  }
  const drafts = options.nav ? nodeDrafts(options.nav, top) : layOut('', top)
  return {nav: drafts.map(({item}) => item), diagnostics: context.diagnostics}
}

/** Items of a folder: by its `.pages` file, else everything in it. */
function layOut(folder: string, around: Scope): readonly Draft[] {
  const pages = pagesFileOf(folder, around.context)
  const scope = {
    ...around,
    folder,
    path: pages?.path ?? around.path,
    collapse: pages?.collapseSinglePages ?? around.collapse,
  }
  if (pages?.nav) return nodeDrafts(pages.nav, scope)
  return childrenOf(folder, scope.context)
    .filter(({path}) => !scope.taken.has(path))
    .flatMap((child) => childDraft(child, scope))
}

function nodeDrafts(nodes: readonly NavNode[], around: Scope): readonly Draft[] {
  const {context, folder, taken} = around
  const named = new Set(namedPaths(nodes, folder))
  const isFree = ({path}: FolderChild): boolean => !named.has(path) && !taken.has(path)
  const {shares, claimed} = shareRest(nodes, {
    children: childrenOf(folder, context).filter(isFree),
    below: () => pagesBelow(folder, context).filter(isFree),
  })
  const scope = {...around, taken: new Set([...taken, ...named, ...claimed])}
  const draftsOf = (node: NavNode): readonly Draft[] => {
    if (node.kind === 'rest') return (shares.get(node) ?? []).flatMap((child) => childDraft(child, scope))
    if (node.kind === 'path') return pathDraft(node, scope)
    if (node.kind === 'link') return [linkDraft(node, scope)]
    return groupNodeDraft(node, node.children.flatMap(draftsOf), scope)
  }
  return nodes.flatMap(draftsOf)
}

function pathDraft(node: PathNode, scope: Scope): readonly Draft[] {
  const {context} = scope
  const {entries, limits} = context.options
  const path = nodePath(node, scope.folder)
  const title = titleOf(node, scope)
  const entry = path === undefined ? undefined : (entries.get(path) ?? entries.get(path.normalize('NFC')))
  if (entry) {
    report(secondEntry(node, entry.localePath, scope), context)
    return [pageDraft(entry, title)]
  }
  if (path !== undefined && context.tree.has(path) && !scope.open.includes(path)) {
    report(secondEntry(node, `${path}/`, scope), context)
    return folderDraft(path, title, scope)
  }
  const isLimited =
    path !== undefined &&
    context.tags.some((tag) => limits.has(`${tag}/${path}`) || context.limitedFolders.has(`${tag}/${path}`))
  if (!isLimited) report(missingEntry(node, path, scope), context)
  return []
}

function childDraft(child: FolderChild, scope: Scope): readonly Draft[] {
  return child.kind === 'page' ? [pageDraft(child.entry, undefined)] : folderDraft(child.path, undefined, scope)
}

function pageDraft(entry: EditionEntry, title: string | undefined): Draft {
  return {
    item: {title: title ?? entry.content.title, entry, children: []},
    isIndex: title === undefined && isIndexPage(entry.localePath),
  }
}

function folderDraft(folder: string, title: string | undefined, scope: Scope): readonly Draft[] {
  const pages = pagesFileOf(folder, scope.context)
  if (pages?.hide) return []
  const drafts = layOut(folder, {...scope, open: [...scope.open, folder]})
  const [only] = drafts
  if ((pages?.collapse ?? scope.collapse) && drafts.length === 1 && only) {
    return title === undefined ? [only] : [{item: {...only.item, title}, isIndex: false}]
  }
  return groupDraft(title ?? sectionTitle(folder, scope.context), drafts)
}

function groupNodeDraft(node: GroupNode, drafts: readonly Draft[], scope: Scope): readonly Draft[] {
  const title = titleOf(node, scope) ?? ''
  // A title with nothing under it was written as a label; one whose entries all vanished goes with them.
  if (node.children.length === 0) return [{item: {title, children: []}, isIndex: false}]
  return groupDraft(title, drafts)
}

function groupDraft(title: string, drafts: readonly Draft[]): readonly Draft[] {
  const index = drafts.find((draft) => draft.isIndex)
  const children = drafts.filter((draft) => draft !== index).map(({item}) => item)
  if (index?.item.entry) return [{item: {title, entry: index.item.entry, children}, isIndex: false}]
  return children.length === 0 ? [] : [{item: {title, children}, isIndex: false}]
}

function linkDraft(node: LinkNode, scope: Scope): Draft {
  const href = expandTitle(node.href, {path: scope.path, place: node.place}, scope.context)
  const title = titleOf(node, scope) ?? href
  report(faultyAddress(node, href, scope) ?? secondEntry(node, `${href} ${title}`, scope), scope.context)
  return {item: {title, href, children: []}, isIndex: false}
}

function report(finding: Diagnostic | undefined, {diagnostics}: NavContext): void {
  if (finding) diagnostics.push(finding)
}

function titleOf({title, place}: GroupNode | LinkNode | PathNode, {path, context}: Scope): string | undefined {
  return title === undefined ? undefined : expandTitle(title, {path, place}, context)
}
