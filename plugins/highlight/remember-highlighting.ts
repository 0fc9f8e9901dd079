import type {LineOptions, highlightLines} from './highlight-lines.ts'

/** Writes code as HTML; see `highlightLines`. */
export type Highlight = typeof highlightLines

/**
 * Makes a highlighter that remembers what it wrote: the same code stands in the pages of every language and brand, and
 * in a page that is compiled again.
 *
 * @param limit  UTF-16 units of code and HTML that are kept at least; up to twice as many, and one block, are
 */
export function rememberHighlighting(highlight: Highlight, limit: number): Highlight {
  // Two generations instead of a list by age: what is asked for in the newer one stays when the older one goes.
  let older = new Map<string, string>()
  let newer = new Map<string, string>()
  let size = 0
  return (code: string, language: string, options?: LineOptions) => {
    const key = `${JSON.stringify([language, options])}${code}`
    const known = newer.get(key)
    if (known !== undefined) return known
    const html = older.get(key) ?? highlight(code, language, options)
    if (size > limit) {
      older = newer
      newer = new Map()
      size = 0
    }
    newer.set(key, html)
    size += key.length + html.length
    return html
  }
}
