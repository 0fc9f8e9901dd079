import type {EditionReference} from '../core/page.ts'
import {encodePath, relativePath, relativeUrl} from '../core/paths.ts'
import type {RuleId} from '../core/rules.ts'
import type {LinkTarget} from './link-index.ts'
import {splitTarget, writtenPath} from './link-target.ts'
import {possibleNames, sourceFolder, type Standpoint} from './locate-target.ts'

/** A finding about one reference, before it gets its place. */
export interface LinkFinding {
  readonly ruleId: RuleId
  readonly message: string
  /** End of the message that says what to write instead. */
  readonly hint?: string
  /** What to write instead, best first. */
  readonly expected?: readonly string[]
}

/** Longest piece of an author's text that a message repeats, in UTF-16 units. */
const longestQuote = 200

/** Endings by which a `data-*` attribute is taken for a path. */
const fileEndings: ReadonlySet<string> = new Set(
  'md html htm png jpg jpeg gif svg webp avif ico mp4 webm mp3 pdf zip json yml yaml csv txt'.split(' '),
)

/** Text in backticks, cut when it is long. */
export function quoted(text: string): string {
  return `\`${text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text}\``
}

/** End of a message that names what was probably meant. */
export function didYouMean(fix: string): string {
  return `; did you mean ${quoted(fix)}`
}

/** Relative URL of a target, without query and fragment. */
export function targetUrl(target: LinkTarget, from: Standpoint): string {
  return relativeUrl(from.entry.url, target.kind === 'page' ? target.entry.url : encodePath(target.output))
}

/** How the author should write a target, without query and fragment: a path from the source, or a URL in raw HTML. */
export function fixedTarget(target: LinkTarget, isHtml: boolean, from: Standpoint): string {
  return isHtml ? targetUrl(target, from) : writtenPath(relativePath(sourceFolder(from), target.name))
}

/** Finding that a destination is not written as a URL or path must be. */
export function malformed(target: string, reason: string, fix: string | undefined): LinkFinding {
  return {
    ruleId: 'link/malformed',
    message: target === '' ? reason : `Destination ${quoted(target)} ${reason}`,
    ...(fix === undefined ? {} : {hint: didYouMean(fix), expected: [fix]}),
  }
}

/** Finding that a destination works, but only as long as nothing around it moves. */
export function fragile(
  ruleId: 'link/absolute-path' | 'link/directory-style',
  target: string,
  fix: string,
): LinkFinding {
  const reason =
    ruleId === 'link/absolute-path' ? 'starts at the root of the site' : 'names a page by its address, not its file'
  return {ruleId, message: `Destination ${quoted(target)} ${reason}`, hint: `; write ${quoted(fix)}`, expected: [fix]}
}

/**
 * Finding that a path leads to nothing in the edition.
 *
 * @param path  decoded, without query and fragment
 * @param fixes  destinations that were probably meant, best first
 */
export function missing(
  reference: EditionReference,
  path: string,
  options: {readonly fixes: readonly string[]; readonly from: Standpoint},
): LinkFinding {
  const {fixes, from} = options
  const [fix] = fixes
  const brands = limitedTo(path, reference.origin === 'html', from)
  if (brands) {
    const names = brands.map(quoted).join(', ')
    return {ruleId: 'link/missing-page', message: `Page ${quoted(path)} is published by ${names} only`}
  }
  const kind = isImage(reference) ? 'image' : isPagePath(path) ? 'page' : 'file'
  const ruleId = kind === 'image' ? 'image/missing-file' : kind === 'page' ? 'link/missing-page' : 'link/missing-file'
  return {
    ruleId,
    message: `Cannot find ${kind} ${quoted(path)}`,
    ...(fix === undefined ? {} : {hint: didYouMean(fix), expected: fixes}),
  }
}

/** Whether a reference shows an image. */
export function isImage({origin, element, attribute}: EditionReference): boolean {
  return origin === 'image' || element === 'img' || element === 'image' || attribute === 'poster'
}

/**
 * Whether a `data-*` attribute holds a path at all: those that do not lead anywhere and do not end as a file does are
 * something else.
 */
export function isNoPath({attribute, target}: EditionReference): boolean {
  if (!attribute.startsWith('data-')) return false
  const ending = /\.([a-z0-9]+)$/i.exec(splitTarget(target).path.slice(-8))?.[1]?.toLowerCase()
  return ending === undefined || !fileEndings.has(ending)
}

/** Whether a path means a page: `.md`, `.html`, or no ending that a file would have. */
function isPagePath(path: string): boolean {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(path.slice(-12))?.[1]
  return ending === undefined || /^(?:md|html?|\d+)$/i.test(ending)
}

/** Brands that publish a page which this edition lacks because it is limited to them. */
function limitedTo(path: string, isHtml: boolean, from: Standpoint): readonly string[] | undefined {
  const {site, entry, index} = from
  const own = `${site.edition.locale.tag}/`
  const tags = new Set([site.edition.locale.tag, entry.contentLocale.tag, site.edition.brand.defaultLocale])
  for (const name of possibleNames(path, isHtml, from)) {
    for (const tag of tags) {
      const inTag = name.startsWith(own) ? `${tag}/${name.slice(own.length)}` : name
      for (const candidate of [inTag, `${inTag}.md`, `${inTag}/index.md`]) {
        const brands = index.limits.get(candidate)
        if (brands && brands.length > 0) return brands
      }
    }
  }
  return undefined
}
