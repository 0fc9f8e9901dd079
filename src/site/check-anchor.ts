import {didYouMean, listed, quoted, type LinkFinding} from './link-finding.ts'
import type {EditionEntry} from './edition-site.ts'
import {byNormalForm} from './link-memory.ts'
import type {Standpoint} from './locate-target.ts'
import {nearestWithin, type Budget} from './suggest-target.ts'

/** Result of looking for the anchor of a link. */
export interface AnchorResult {
  /** Fragment to write, with its `#`; as the author wrote it unless the id differs in its Unicode form. */
  readonly fragment: string
  readonly finding?: LinkFinding
}

/**
 * Looks for the anchor of a link among the ids of its page.
 *
 * Ids are compared decoded, then in NFC. An empty fragment and `#top` mean the start of the page, text directives
 * (`#:~:text=`) are not looked at. Nothing is reported where a page that fills in for a missing translation leads to
 * a page that is translated: the ids of another language are not this source's fault.
 *
 * @param options.fragment  with its `#`, or empty
 * @param options.label  path of the page as the author wrote it; empty for the page itself
 */
export function checkAnchor(options: {
  readonly fragment: string
  readonly label: string
  readonly target: EditionEntry
  readonly from: Standpoint
  readonly budget: Budget
}): AnchorResult {
  const {fragment, target, from} = options
  const [written = ''] = fragment.slice(1).split(':~:', 1)
  const anchors = target.content.anchors
  const decoded = decodeFragment(written)
  if (written === '' || /^top$/i.test(decoded) || anchors.has(written) || anchors.has(decoded)) return {fragment}
  if (decoded.startsWith('tag:') && isTag(decoded, target, from)) return {fragment}
  const id = byNormalForm(anchors, options.budget.memory).get(decoded.normalize('NFC'))
  if (id !== undefined) return {fragment: `#${id}${fragment.slice(1 + written.length)}`}
  const isFallback = from.entry.contentLocale.tag !== from.site.edition.locale.tag
  if (isFallback && target.contentLocale.tag !== from.entry.contentLocale.tag) return {fragment}
  const place = options.label === '' ? 'on this page' : `in ${quoted(options.label)}`
  const brands = from.index.facts.anchorBrands(target.content.page.path, decoded)
  if (brands.length > 0) {
    const message = `Cannot find anchor ${quoted(`#${decoded}`)} ${place}, which has it for ${listed(brands)} only`
    return {fragment, finding: {ruleId: 'link/conditional-anchor', message}}
  }
  const guesses = nearestWithin(decoded, anchors, options.budget)
  const [guess] = guesses
  return {
    fragment,
    finding: {
      ruleId: 'link/missing-anchor',
      message: `Cannot find anchor ${quoted(`#${decoded}`)} ${place}`,
      ...(guess === undefined
        ? {}
        : {hint: didYouMean(`#${guess}`), expected: guesses.map((id) => `${options.label}#${id}`)}),
    },
  }
}

/** Whether an id is that of a tag on a page which lists the tags of its edition. */
function isTag(id: string, {content, localePath}: EditionEntry, {site}: Standpoint): boolean {
  const tags =
    content.features.tagList && site.entries.get(localePath)?.content === content ? site.tags?.tags : undefined
  return tags !== undefined && [...tags.values()].some((tag) => tag.id === id)
}

function decodeFragment(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
