import type {Diagnostic} from '../core/diagnostic.ts'
import type {EditionReference} from '../core/page.ts'
import {decodePath} from '../core/paths.ts'
import {rules} from '../core/rules.ts'
import {checkAnchor} from './check-anchor.ts'
import {foreignResource} from './foreign-resource.ts'
import {inOtherCase, inOtherEdition} from './find-elsewhere.ts'
import type {EditionEntry, EditionSite} from './edition-site.ts'
import {fixedTarget, fragile, isImage, isNoPath, malformed, missing, quoted, targetUrl} from './link-finding.ts'
import type {LinkFinding} from './link-finding.ts'
import type {LinkIndex} from './link-index.ts'
import {
  hasTemplateTag,
  hasWhiteSpace,
  isExternal,
  isValidWebAddress,
  mendedTarget,
  mendedWebAddress,
  splitTarget,
  writtenPath,
} from './link-target.ts'
import {isFromDisk, isOnDisk, onDisk} from './local-path.ts'
import {locateFromAddress, locateFromRoot, locateFromSource, type Located, type Standpoint} from './locate-target.ts'
import {suggestTargets, type Budget} from './suggest-target.ts'
import {addressSlip} from './web-address.ts'

/** Comparisons for nearest matches on one page. */
const comparisonsPerPage = 200_000

interface Scope {
  readonly from: Standpoint
  readonly budget: Budget
}

interface Resolution {
  readonly href: string
  readonly findings: readonly LinkFinding[]
  /** Whether the page, file or anchor is not there. */
  readonly isMissing: boolean
}

/**
 * URLs for the links and images of a page, in the order of its references.
 *
 * Markdown paths start from the source, raw HTML paths from the page's address. What is found is written as a relative
 * URL; what is not, and whatever has a scheme of its own, stays as its author wrote it. Reports `link/…` and
 * `image/missing-file` at the place of the reference, which may be in a snippet, for the brand of the edition.
 */
export function resolveReferences(
  entry: EditionEntry,
  site: EditionSite,
  index: LinkIndex,
): {readonly hrefs: readonly string[]; readonly diagnostics: readonly Diagnostic[]} {
  const scope: Scope = {
    from: {index, site, entry},
    budget: {comparisons: comparisonsPerPage, memory: index.memory},
  }
  const diagnostics: Diagnostic[] = []
  const hrefs = entry.content.references.map((reference) => {
    const {href, findings} = resolveReference(reference, scope)
    // What to write instead depends on the page, while the text of a snippet stands in many: merging keeps what they agree on.
    const isShared = reference.path !== undefined
    for (const {ruleId, severity, message, hint = '', expected} of findings) {
      diagnostics.push({
        ruleId,
        severity: severity ?? rules[ruleId].severity,
        message: isShared ? message : message + hint,
        path: reference.path ?? entry.content.page.path,
        ...(reference.place ? {place: reference.place} : {}),
        actual: reference.target,
        ...(expected ? {expected} : {}),
        brands: [site.edition.brand.id],
      })
    }
    return href
  })
  return {hrefs, diagnostics}
}

function resolveReference(reference: EditionReference, scope: Scope): Resolution {
  const isHtml = reference.origin === 'html'
  // Browsers ignore white space around an attribute's URL.
  const target = isHtml ? reference.target.trim() : reference.target
  const asWritten = (...findings: readonly LinkFinding[]): Resolution => ({
    href: reference.target,
    findings,
    isMissing: false,
  })
  if (target.trim() === '') {
    if (isHtml && !isImage(reference)) return asWritten()
    return asWritten(
      malformed('', isImage(reference) ? 'Image has no destination' : 'Link has no destination', undefined),
    )
  }
  if (hasTemplateTag(target)) return asWritten(malformed(target, 'holds a template tag', undefined))
  if (isOnDisk(target)) return asWritten(onDisk(target, reference, scope))
  const webAddress = mendedWebAddress(target)
  if (webAddress !== undefined) return asWritten(malformed(target, 'is not a valid URL', webAddress))
  if (isExternal(target)) {
    const foreign = foreignResource({...reference, target}, scope.from.site.edition.brand)
    if (foreign) return asWritten(foreign)
    const slip = addressSlip(target)
    if (slip) return asWritten(malformed(target, slip.reason, slip.fix))
    if (isValidWebAddress(target)) return asWritten()
    const fix = hasWhiteSpace(target) ? target.trim().replace(/\s/g, encodeURIComponent) : undefined
    return asWritten(malformed(target, 'is not a valid URL', fix !== undefined && URL.canParse(fix) ? fix : undefined))
  }
  const resolution = resolveLocal(target, reference, scope)
  if (resolution.isMissing && isNoPath(reference)) return asWritten()
  if (resolution.isMissing && isFromDisk(target)) return asWritten(onDisk(target, reference, scope))
  return mend(target, resolution, {reference, scope})
}

/** Resolution with what is wrong with the writing of its destination, put right where that leads somewhere. */
function mend(
  target: string,
  resolution: Resolution,
  context: {readonly reference: EditionReference; readonly scope: Scope},
): Resolution {
  const {reference, scope} = context
  const mended = mendedTarget(target)
  if (resolution.isMissing && mended !== target && mended !== '') {
    const second = resolveLocal(mended, reference, scope)
    const fix = second.findings[0]?.expected?.[0] ?? writtenPath(splitTarget(mended).path) + afterPath(mended)
    const slip = malformed(target, 'is not a valid path', second.isMissing ? undefined : fix)
    if (!second.isMissing) return {...second, findings: [slip]}
    return {...resolution, findings: [slip, ...second.findings]}
  }
  if (!hasWhiteSpace(target)) return resolution
  if (resolution.isMissing) {
    const closed = target.replace(/\s+/g, '')
    const second = resolveLocal(closed, reference, scope)
    const finding = malformed(target, 'holds white space', second.isMissing ? undefined : closed)
    return second.isMissing
      ? {...resolution, findings: [finding, ...resolution.findings]}
      : {...second, findings: [finding]}
  }
  const fix = target.replace(/\s/g, encodeURIComponent)
  return {...resolution, findings: [malformed(target, 'holds white space', fix), ...resolution.findings]}
}

function afterPath(target: string): string {
  const {query, fragment} = splitTarget(target)
  return query + fragment
}

function resolveLocal(target: string, reference: EditionReference, scope: Scope): Resolution {
  const {from, budget} = scope
  const {path, query, fragment} = splitTarget(target)
  const isHtml = reference.origin === 'html'
  const anchorOf = (entry: EditionEntry, label: string) => checkAnchor({fragment, label, target: entry, ...scope})
  if (path === '') {
    const anchor = anchorOf(from.entry, '')
    return {
      href: query + anchor.fragment,
      findings: anchor.finding ? [anchor.finding] : [],
      isMissing: anchor.finding !== undefined,
    }
  }
  const location = locate(path, isHtml, from)
  const decoded = decodePath(path)
  if (location === 'outside') {
    const message = `Destination ${quoted(decoded)} leaves the content folder`
    return {href: reference.target, findings: [{ruleId: 'link/outside-content', message}], isMissing: true}
  }
  if (location === 'missing' || (isImage(reference) && location.target.kind === 'page')) {
    const elsewhere =
      inOtherEdition(reference, decoded, from) ?? inOtherCase(reference, decoded, {from, afterPath: query + fragment})
    if (elsewhere) return {href: reference.target, findings: [elsewhere], isMissing: true}
    const fits = suggestTargets(decoded, {isHtml, from, budget}).filter(
      ({kind}) => !(isImage(reference) && kind === 'page'),
    )
    const fixes = fits.map((target) => fixedTarget(target, isHtml, from) + query + fragment)
    return {href: reference.target, findings: [missing(reference, decoded, fixes)], isMissing: true}
  }
  const anchor = location.target.kind === 'page' ? anchorOf(location.target.entry, path) : {fragment}
  const weakness = weaknessOf(target, location, {reference, from})
  const isFine = location.form === 'url' && weakness === undefined && !hasWhiteSpace(path)
  const url = isFine ? path : targetUrl(location.target, from)
  return {
    href: url + query + anchor.fragment,
    findings: [...(weakness ? [weakness] : []), ...(anchor.finding ? [anchor.finding] : [])],
    isMissing: anchor.finding !== undefined,
  }
}

/** Follows a path as its origin says; a path that is not found decoded is tried as it stands, for names with a `%`. */
export function locate(path: string, isHtml: boolean, from: Standpoint): ReturnType<typeof locateFromSource> {
  const follow = path.startsWith('/') ? locateFromRoot : isHtml ? locateFromAddress : locateFromSource
  const decoded = decodePath(path)
  const found = follow(decoded, from)
  if (found !== 'missing' || decoded === path.normalize('NFC')) return found
  return follow(path.normalize('NFC'), from)
}

function weaknessOf(
  target: string,
  located: Located,
  options: {readonly reference: EditionReference; readonly from: Standpoint},
): LinkFinding | undefined {
  const {reference, from} = options
  const isHtml = reference.origin === 'html'
  const {path} = splitTarget(target)
  const fix = (): string => fixedTarget(located.target, isHtml, from) + afterPath(target)
  if (path.startsWith('/')) {
    return fragile(isImage(reference) ? 'image/absolute-path' : 'link/absolute-path', target, fix())
  }
  if (located.target.kind === 'file') return undefined
  // In raw HTML an address is the right form, as long as it ends as one.
  const isAddress = /(?:^|\/)(?:|\.\.?|index\.html)$/.test(path)
  const isWeak = isHtml ? located.form !== 'exact' && !isAddress : located.form === 'directory'
  return isWeak ? fragile('link/directory-style', target, fix()) : undefined
}
