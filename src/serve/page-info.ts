import path from 'node:path'
import {findingFile} from '../build/finding-file.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {pagePath} from './address.ts'
import {editorAddress} from './editors.ts'
import type {FindingsBoard} from './findings-board.ts'
import type {LiveBrand, LivePage} from './live-brand.ts'
import type {LiveState} from './live-sites.ts'
import type {PageInfo, ShownEdition, ShownFinding} from './messages.ts'

/** What the bar of a page is made from. */
export interface InfoContext {
  readonly state: LiveState
  readonly board: FindingsBoard
  readonly cwd: string
  /** Pattern of the addresses that open files; left out: nobody can open any. */
  readonly editor: string | undefined
  readonly notice: string | undefined
}

/** Source of a page, and the snippets in it: what its findings are about. */
export function pathsOf({entry}: LivePage, brand: LiveBrand): readonly string[] {
  const {path: source} = entry.content.page
  const {page} = brand.pages.get(source)?.content ?? entry.content
  return [source, ...page.snippets]
}

/** What the bar shows on a page; `undefined` in place of the page: on an address without one. */
export function pageInfo(brand: LiveBrand | undefined, page: LivePage | undefined, context: InfoContext): PageInfo {
  const {state, board, notice} = context
  const total = board.total()
  const about = brand && page ? pathsOf(page, brand) : []
  const [source] = about
  const absolute = source === undefined ? undefined : path.join(state.site.content, source)
  return {
    editions: shownEditions(page, state),
    ...(absolute === undefined ? {} : {source: shownPath(absolute, context.cwd)}),
    ...(absolute === undefined || context.editor === undefined
      ? {}
      : {editor: editorAddress(context.editor, {file: absolute})}),
    findings: brand ? board.ofPage(about, brand.prepared.brand.id).map((found) => showFinding(found, context)) : [],
    ...(total === undefined ? {} : {total}),
    isComplete: state.prepared !== undefined,
    ...(notice === undefined ? {} : {notice}),
  }
}

/** A finding as the bar shows it. */
export function showFinding(
  {severity, ruleId, message, path: file, place}: Diagnostic,
  {state, cwd, editor}: Pick<InfoContext, 'state' | 'cwd' | 'editor'>,
): ShownFinding {
  const absolute = findingFile(file, state.site)
  const at = place && {line: place.start.line, column: place.start.column}
  return {
    severity,
    rule: ruleId,
    message,
    file: shownPath(absolute, cwd),
    ...at,
    ...(editor === undefined ? {} : {editor: editorAddress(editor, {file: absolute, ...at})}),
  }
}

/** Every edition, with its address of the page or else of its home page. */
function shownEditions(page: LivePage | undefined, {site, selection, brands}: LiveState): readonly ShownEdition[] {
  return selection.brands.flatMap((brand) =>
    brand.locales
      .filter(({tag}) => selection.locales.has(tag))
      .map(({tag, prefix}): ShownEdition => {
        const same = page && brands.get(brand.id)?.pageOf(tag, page.entry.localePath)
        return {
          brand: brand.id,
          locale: tag,
          language: site.locales.find((locale) => locale.tag === tag)?.name ?? tag,
          href: pagePath(brand.id, same?.entry.url ?? prefix.slice(1)),
          hasPage: same !== undefined,
          isCurrent: page?.site.edition.id === `${brand.id}/${tag}`,
        }
      }),
  )
}

function shownPath(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute)
  return (relative.startsWith(`..${path.sep}..`) ? absolute : relative).split(path.sep).join('/')
}
