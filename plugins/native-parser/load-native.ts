import type {Root} from 'mdast'

/** Syntaxes that the native parser reads beside CommonMark. */
export interface NativeSyntax {
  readonly tables: boolean
  /** Only with tables. */
  readonly footnotes: boolean
}

/**
 * Parses Markdown into mdast, natively: same nodes and positions as `remark-parse` where both read a text alike.
 *
 * With tables, it also reads bare addresses, task markers and `~` as GitHub does; `remarkNativeParser` undoes that.
 */
export type NativeParse = (text: string, syntax: NativeSyntax) => Root

/**
 * Loads the native parser (satteri).
 *
 * @returns `undefined` where there is no binary for this system
 */
export async function loadNativeParser(): Promise<NativeParse | undefined> {
  const satteri = await import('satteri').catch(() => undefined)
  if (!satteri) return undefined
  return (text, {tables, footnotes}) =>
    satteri.markdownToMdast(text, {features: {gfm: tables && {footnotes}, frontmatter: false}})
}
