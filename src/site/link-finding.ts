import type {Severity} from '../core/diagnostic.ts'
import type {EditionReference} from '../core/page.ts'
import {encodePath, relativePath, relativeUrl} from '../core/paths.ts'
import type {RuleId} from '../core/rules.ts'
import type {LinkTarget} from './link-index.ts'
import {splitTarget, writtenPath} from './link-target.ts'
import {sourceFolder, type Standpoint} from './locate-target.ts'

/** A finding about one reference, before it gets its place. */
export interface LinkFinding {
  readonly ruleId: RuleId
  /** Left out: that of the rule. */
  readonly severity?: Severity
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

/** Ids in backticks. */
export function listed(ids: readonly string[]): string {
  return ids.map(quoted).join(', ')
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
  ruleId: 'image/absolute-path' | 'link/absolute-path' | 'link/directory-style',
  target: string,
  fix: string,
): LinkFinding {
  const reason =
    ruleId === 'link/directory-style' ? 'names a page by its address, not its file' : 'starts at the root of the site'
  return {ruleId, message: `Destination ${quoted(target)} ${reason}`, hint: `; write ${quoted(fix)}`, expected: [fix]}
}

/**
 * Finding that a path leads to nothing in the edition.
 *
 * @param path  decoded, without query and fragment
 * @param fixes  destinations that were probably meant, best first
 */
export function missing(reference: EditionReference, path: string, fixes: readonly string[]): LinkFinding {
  const [fix] = fixes
  const kind = kindOf(reference, path)
  const ruleId = kind === 'image' ? 'image/missing-file' : kind === 'page' ? 'link/missing-page' : 'link/missing-file'
  return {
    ruleId,
    message: `Cannot find ${kind} ${quoted(path)}`,
    ...(fix === undefined ? {} : {hint: didYouMean(fix), expected: fixes}),
  }
}

/** Whether a reference shows an image. */
export function isImage({origin, element, attribute}: EditionReference): boolean {
  if (origin === 'image' || attribute === 'poster' || attribute.endsWith('srcset')) return true
  return element === 'img' || element === 'image' || (element === 'input' && attribute === 'src')
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

/** What a path means to its author. */
export function kindOf(reference: EditionReference, path: string): 'image' | 'page' | 'file' {
  return isImage(reference) ? 'image' : isPagePath(path) ? 'page' : 'file'
}

/** Whether a path means a page: `.md`, `.html`, or no ending that a file would have. */
function isPagePath(path: string): boolean {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(path.slice(-12))?.[1]
  return ending === undefined || /^(?:md|html?|\d+)$/i.test(ending)
}
