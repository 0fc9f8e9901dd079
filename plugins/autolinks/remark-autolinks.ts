import type {Link, Node, Parents, PhrasingContent, Root, Text} from 'mdast'
import type {} from 'mdast-util-to-hast'
import type {Point, Position} from 'unist'
import type {VFile} from 'vfile'
import type {} from '../source-text/autolink.ts'
import {escapedCharacters} from '../source-text/escaped-characters.ts'
import type {AutolinkOptions} from './autolink-options.ts'
import {findLinks} from './find-links.ts'
import {shorthandFinder} from './find-shorthands.ts'
import type {FoundShorthand} from './find-shorthands.ts'
import type {LinkLook, ProviderLink} from './provider-link.ts'
import {addressOf, lookOf} from './provider-link.ts'
import {listProviders} from './providers.ts'
import {urlReader} from './shorten-url.ts'
import {SKIP, visitNodes} from '../tree/walk.ts'

interface Context {
  readonly options: AutolinkOptions
  readonly findShorthands: (text: string) => readonly FoundShorthand[]
  readonly readUrl: (url: string) => ProviderLink | undefined
  /** Text of the file, where escapes are still to be seen. */
  readonly source: string
}

/** A link in a text, ready to be made; without an address it stays text, which nothing else reads. */
interface Part {
  readonly start: number
  readonly end: number
  readonly url?: string | undefined
  readonly text: string
  readonly look?: LinkLook
}

/**
 * Makes links of bare URLs and e-mail addresses, by the rules of `findLinks`, and of the short forms of
 * `shorthandFinder` where they are on. Links that show their own address can be shown without the protocol, or in the
 * short form.
 *
 * Text inside of links is left alone, `<a>` elements in raw HTML included. The tree is changed in place.
 *
 * @throws RangeError for a `provider` that is neither known nor among the custom ones
 */
export default function remarkAutolinks(options: AutolinkOptions = {}): (tree: Root, file: VFile) => void {
  const providers = listProviders(options)
  const {provider: name = 'github'} = options
  const provider = providers.get(name)
  if (!provider) throw new RangeError(`Unknown provider \`${name}\``)
  const project = {provider, user: options.user ?? '', repo: options.repo ?? ''}
  const findShorthands = shorthandFinder(providers, project, options)
  const readUrl = urlReader(providers, project, options)
  return (tree, file) => {
    transform(tree, {options, findShorthands, readUrl, source: String(file)})
  }
}

function transform(tree: Root, context: Context): void {
  const insideAnchor = new Set<Node>()
  visitNodes(tree, (node) => {
    if (insideAnchor.has(node) || node.type === 'linkReference') return SKIP
    if (node.type === 'link') {
      shortenLink(node, context)
      return SKIP
    }
    if ('children' in node && node.children.some(({type}) => type === 'text' || type === 'html')) {
      linkChildren(node, insideAnchor, context)
    }
    return undefined
  })
}

function linkChildren(parent: Parents, insideAnchor: Set<Node>, context: Context): void {
  let anchorIsOpen = false
  let linked: Node[] | undefined
  for (const [index, child] of parent.children.entries()) {
    if (child.type === 'html') {
      if (/^<a[\s>]/i.test(child.value)) anchorIsOpen = true
      else if (/^<\/a[\s>]/i.test(child.value)) anchorIsOpen = false
    }
    if (anchorIsOpen) insideAnchor.add(child)
    const parts = child.type === 'text' && !anchorIsOpen ? linkText(child, context) : undefined
    if (parts) {
      linked ??= parent.children.slice(0, index)
      for (const part of parts) linked.push(part)
    } else linked?.push(child)
  }
  // The kinds of children stay those that the parent had, and links stand wherever text does.
  if (linked) Object.assign(parent, {children: linked})
}

/** The text with its links, if it has any. */
function linkText(node: Text, context: Context): PhrasingContent[] | undefined {
  const {value} = node
  const found = findParts(node, context)
  if (found.length === 0) return undefined
  const parts: PhrasingContent[] = []
  const addText = (start: number, end: number): void => {
    if (end > start) parts.push({type: 'text', value: value.slice(start, end), ...placeOf(node, start, end)})
  }
  let at = 0
  for (const {start, end, url, text, look} of found) {
    if (url === undefined) continue
    addText(at, start)
    const link: Link = {
      type: 'link',
      url,
      children: [{type: 'text', value: text}],
      data: {autolink: true},
      ...placeOf(node, start, end),
    }
    if (look) wear(link, look)
    parts.push(link)
    at = end
  }
  addText(at, value.length)
  return parts
}

/** Addresses, and the short forms between them. */
function findParts(node: Text, context: Context): Part[] {
  const {value} = node
  const {options, findShorthands} = context
  const addresses = findLinks(value).map(({start, end, url, kind}): Part => {
    const written = value.slice(start, end)
    return {start, end, url, text: kind === 'url' && options.hide_protocol ? withoutProtocol(written) : written}
  })
  if (!options.repo_url_shorthand && !options.social_url_shorthand) return addresses
  const text = withoutEscaped(node, context.source)
  return [...addresses, undefined].flatMap((address, index) => {
    const from = addresses[index - 1]?.end ?? 0
    const shorthands = findShorthands(text.slice(from, address?.start)).flatMap(({start, end, link}): Part[] => {
      const url = link && addressOf(link)
      if (!link || url === undefined) return []
      const look = lookOf(link, options)
      return [{start: from + start, end: from + end, url, text: look.text, look}]
    })
    return address ? [...shorthands, address] : shorthands
  })
}

/** The text, with a character that no short form has for each that its author escaped. */
function withoutEscaped(node: Text, source: string): string {
  const {value} = node
  const escaped = escapedCharacters(node, source)
  if (escaped.size === 0) return value
  return Array.from({length: value.length}, (_, index) => (escaped.has(index) ? '\0' : value.charAt(index))).join('')
}

/** Shows a link that shows its own address without the protocol, or in its short form, where that is asked for. */
function shortenLink(link: Link, {options, readUrl, source}: Context): void {
  const [child, ...more] = link.children
  if (child?.type !== 'text' || more.length > 0) return
  const {url} = link
  const bare = link.data?.autolink === true
  // Of the links that are written out, those in angle brackets only: `[https://…](https://…)` was meant to look so.
  const start = link.position?.start.offset
  const bracketed = !bare && child.value === url && start !== undefined && source[start] === '<'
  if (bracketed && options.hide_protocol && /^(?:ht|f)tps?:\/\//i.test(url)) {
    child.value = withoutProtocol(url)
    link.data = {...link.data, autolink: true}
  }
  const showsAddress = child.value === url || ((bare || bracketed) && withoutProtocol(url) === child.value)
  const read = showsAddress ? readUrl(url) : undefined
  if (!read) return
  const look = lookOf(read, options)
  child.value = look.text
  wear(link, look)
}

function wear(link: Link, {title, className}: LinkLook): void {
  const hProperties = {...link.data?.hProperties, className: [...className]}
  link.title = title
  link.data = {...link.data, autolink: true, hProperties}
}

function withoutProtocol(url: string): string {
  return url.slice(url.indexOf('://') + 3)
}

/** Position of a part of a text node: its own where every unit of the text is one of the source, else the node's. */
function placeOf({position, value}: Text, start: number, end: number): {position?: Position} {
  if (!position) return {}
  const exact = position.end.offset === (position.start.offset ?? NaN) + value.length && !value.includes('\n')
  return {position: exact ? {start: move(position, start), end: move(position, end)} : position}
}

function move({start}: Position, units: number): Point {
  const point = {line: start.line, column: start.column + units}
  return start.offset === undefined ? point : {...point, offset: start.offset + units}
}
