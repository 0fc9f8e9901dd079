import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {EditionEntry} from './edition-site.ts'

/** What a search finds of a page: the part below one heading. */
export interface SearchSection {
  /** Plain text; empty for what stands above the first heading below the title. */
  readonly heading: string
  /** Id of the heading; empty for the top of the page. */
  readonly anchor: string
  /** Plain text, white space collapsed. */
  readonly text: string
}

/** A page as a search sees it. */
export interface SearchRecord {
  /** Address below the brand's root, percent-encoded. */
  readonly url: string
  readonly title: string
  /** How much more than other pages it counts; 1 for most. */
  readonly boost: number
  readonly sections: readonly SearchSection[]
}

/**
 * What a search finds of a page; `undefined` where its front matter says `search: {exclude: true}`.
 *
 * @param article  HTML of the article; where its links lead does not matter
 */
export function searchRecord({content, url}: EditionEntry, article: string): SearchRecord | undefined {
  const {exclude, boost} = content.page.frontMatter.search ?? {}
  if (exclude === true) return undefined
  return {url, title: content.title, boost: boost ?? 1, sections: searchSections(article, content.title)}
}

/** Elements that start a new line, or a new cell. */
const blocks = new Set(
  (
    'address article aside blockquote br button caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hr label legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
/** Elements that hold no text of the page. */
const skipped = new Set(['script', 'style', 'svg', 'math', 'template', 'nav', 'noscript', 'iframe'])
/** Attributes of what is not text of the page: what the author leaves out, icons, line numbers, marks of links. */
const skippedAttributes =
  /\sdata-search-exclude(?=[\s=/]|$)|\saria-hidden="true"|\sclass="(?:[^"]*\s)?(?:headerlink|linenos|footnote-backref|footnote-ref|toc)[\s"]/
/** What stands between two blocks while the text is put together. */
const gap = '\f'

interface OpenSection {
  heading: string
  anchor: string
  text: string
  isLeftOut: boolean
}

/**
 * Cuts an article into the parts below its headings. The first heading of level 1 belongs to the top of the page.
 *
 * A heading with the attribute `data-search-exclude` leaves out what stands below it up to the next heading, on any other
 * element it leaves out that element.
 */
export function searchSections(html: string, title: string): readonly SearchSection[] {
  const top: OpenSection = {heading: '', anchor: '', text: '', isLeftOut: false}
  const sections: OpenSection[] = [top]
  let section = top
  let heading: {readonly name: string; readonly start: number} | undefined
  let isTitled = false
  let skip: {readonly name: string; depth: number} | undefined
  let at = 0
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    if (!skip && open > at) section.text += html.slice(at, open)
    const isClosing = html.charCodeAt(open + 1) === slash
    // Highlighted code is most of what there is: its elements are passed by quickly.
    const isToken = !isClosing && html.startsWith('span class="tok-', open + 1)
    const end = isClosing || isToken ? html.indexOf('>', open) : endOfTag(html, open)
    at = end === -1 ? open : end + 1
    if (end === -1) break
    if (!skip && (isToken || (isClosing && html.startsWith('span>', open + 2)))) continue
    const name = tagName(html, isClosing ? open + 2 : open + 1)
    if (skip) {
      if (name === skip.name) skip.depth += isClosing ? -1 : 1
      if (skip.depth === 0) skip = undefined
      continue
    }
    const isHeading = /^h[1-6]$/.test(name)
    if (isClosing) {
      if (heading?.name === name) {
        section.heading = plain(section.text.slice(heading.start))
        section.text = section.text.slice(0, heading.start)
        heading = undefined
      }
    } else {
      const tag = html.slice(open, end)
      const isLeftOut = skipped.has(name) || (tag.length > name.length + 1 && skippedAttributes.test(tag))
      if (isHeading) {
        const isTitle: boolean = name === 'h1' && !isTitled
        isTitled ||= isTitle
        if (isTitle && section === top) top.isLeftOut = isLeftOut
        else {
          section = {heading: '', anchor: idOf(tag), text: '', isLeftOut}
          sections.push(section)
        }
        heading = {name, start: section.text.length}
      } else if (isLeftOut && !voids.has(name) && html.charCodeAt(end - 1) !== slash) skip = {name, depth: 1}
    }
    if (blocks.has(name)) section.text += gap
  }
  if (!skip) section.text += html.slice(at)
  return sections
    .filter(({isLeftOut}) => !isLeftOut)
    .map((found) => finish(found, title))
    .filter(({heading: name, text, anchor}) => name !== '' || text !== '' || anchor === '')
}

const slash = 0x2f
const greater = 0x3e
const doubleQuote = 0x22
const singleQuote = 0x27

/** Where a tag or a comment ends: the place of its `>`; -1 where it does not. A `>` in quotes ends nothing. */
function endOfTag(html: string, open: number): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    return end === -1 ? -1 : end + 2
  }
  let quote = 0
  for (let at = open + 1; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === greater) return at
    else if (code === doubleQuote || code === singleQuote) quote = code
  }
  return -1
}

function tagName(html: string, start: number): string {
  let end = start
  for (let code = html.charCodeAt(end); isNameCode(code); code = html.charCodeAt(end)) end++
  const name = html.slice(start, end)
  return name === name.toLowerCase() ? name : name.toLowerCase()
}

function isNameCode(code: number): boolean {
  const lower = code | 0x20
  return (lower > 0x60 && lower < 0x7b) || (code > 0x2f && code < 0x3a) || code === 0x2d
}

function idOf(tag: string): string {
  return decode(/\sid="([^"]*)"/.exec(tag)?.[1] ?? '')
}

function finish({heading, anchor, text}: OpenSection, title: string): SearchSection {
  const body = plain(text)
  // The top goes by the title of the page; a heading that differs from it can be found as text.
  if (anchor === '') return {heading: '', anchor, text: heading === title ? body : `${heading} ${body}`.trim()}
  return {heading, anchor, text: body}
}

/** Text of HTML without tags. A line that ends between two letters of scripts without spaces ends there for the author only. */
function plain(text: string): string {
  return decode(text)
    .replace(/(?<=[\u2E80-\uFFEF])[ \t]*\n[ \t]*(?=[\u2E80-\uFFEF])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]*));/g, (whole, ...groups) => {
    const [decimal, hexadecimal, name] = groups as (string | undefined)[]
    if (name !== undefined) {
      const known = decodeNamedCharacterReference(name)
      return known === false ? whole : known
    }
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
