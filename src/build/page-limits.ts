import type {Diagnostic} from '../core/diagnostic.ts'
import {nearest} from '../core/nearest.ts'
import {locator} from '../../plugins/source-text/locator.ts'
import {rules} from '../core/rules.ts'
import type {PageLimits} from '../site/edition-entries.ts'
import type {SourceText} from './read-content.ts'

/** What is asked of a source that may be limited. */
export type LimitedSource = Pick<SourceText, 'path' | 'limit' | 'text'>

/**
 * Which sources are limited to some brands, read before they are compiled: a page is not compiled for a brand that does
 * not publish it.
 *
 * A limit is the `brands` of the front matter. Brands that do not exist are reported as `front-matter/invalid`.
 *
 * @param brands  ids of every brand of the site
 */
export function readPageLimits(
  sources: readonly LimitedSource[],
  brands: readonly string[],
): {readonly limits: PageLimits; readonly diagnostics: readonly Diagnostic[]} {
  const limits = new Map<string, readonly string[]>()
  const diagnostics: Diagnostic[] = []
  for (const source of sources) {
    if (source.limit) limits.set(source.path, source.limit)
    for (const id of source.limit ?? []) {
      if (!brands.includes(id)) diagnostics.push(unknownBrand(source, id, brands))
    }
  }
  return {limits, diagnostics}
}

function unknownBrand({path, text}: LimitedSource, id: string, brands: readonly string[]): Diagnostic {
  const guess = nearest(id, brands)
  const known = brands.map((brand) => `\`${brand}\``).join(', ')
  const hint = guess === undefined ? `expected one of ${known}` : `did you mean \`${guess}\``
  const offset = text.indexOf(id, Math.max(0, text.search(/^brands[ \t]*:/m)))
  const locate = locator(text)
  return {
    ruleId: 'front-matter/invalid',
    severity: rules['front-matter/invalid'].severity,
    message: `Unknown brand \`${id}\` in \`brands\`; ${hint}`,
    path,
    ...(offset === -1 ? {} : {place: {start: locate(offset), end: locate(offset + id.length)}}),
    actual: id,
    ...(guess === undefined ? {} : {expected: [guess]}),
  }
}
