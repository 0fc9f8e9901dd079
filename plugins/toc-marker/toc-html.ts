/** Entry of a table of contents. */
export interface TocItem {
  readonly id: string
  /** Plain text. */
  readonly text: string
  readonly children: readonly TocItem[]
}

/** Options of `tocHtml`, named as those of the `toc` extension. */
export interface TocHtmlOptions {
  /** Heading of the table, plain text; default: none. */
  readonly title?: string
  /** Default: `toctitle`. */
  readonly title_class?: string
  /** Default: `toc`. */
  readonly toc_class?: string
}

/** HTML of a table of contents, with the elements and line breaks of Python-Markdown 3.10. */
export function tocHtml(entries: readonly TocItem[], options: TocHtmlOptions = {}): string {
  const {title = '', title_class: titleClass = 'toctitle', toc_class: tocClass = 'toc'} = options
  const classAttribute = titleClass === '' ? '' : ` class="${escapeHtml(titleClass)}"`
  const heading = title === '' ? '\n' : `<span${classAttribute}>${escapeHtml(title)}</span>`
  return `<div class="${escapeHtml(tocClass)}">${heading}${listHtml(entries)}\n</div>`
}

/**
 * Heading levels that a `toc_depth` option lets into the table: `3` is 1 to 3, `'2-4'` is 2 to 4. What cannot be
 * read lets every level in. `0` lets none in.
 */
export function tocLevels(depth: number | string | undefined): {readonly top: number; readonly bottom: number} {
  const match = /^\s*(?:(\d)\s*-\s*)?(\d+)\s*$/.exec(String(depth ?? 6))
  return {top: Number(match?.[1] ?? 1), bottom: Number(match?.[2] ?? 6)}
}

function listHtml(entries: readonly TocItem[]): string {
  if (entries.length === 0) return '<ul></ul>'
  return `<ul>\n${entries.map(itemHtml).join('')}</ul>`
}

function itemHtml(entry: TocItem): string {
  const link = `<a href="#${escapeHtml(entry.id)}">${escapeHtml(entry.text)}</a>`
  const below = entry.children.length === 0 ? '' : `${listHtml(entry.children)}\n`
  return `<li>${link}${below}</li>\n`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
