import type {Diagnostic} from '../../core/diagnostic.ts'
import {subjectOf} from '../reports/fingerprints.ts'
import {pairUp} from '../partners.ts'
import type {Subject} from '../subject.ts'
import type {ContentChanges} from './content-changes.ts'
import {linkNames} from './link-names.ts'

/** A finding that a change brought, and the brands that it brought it for. */
export interface Introduced {
  readonly subject: Subject
  readonly brands: readonly string[]
}

/**
 * Findings of the present state that the earlier one did not have.
 *
 * A finding was there before when the earlier state has one of the same rule for the brand
 * - in the same file, renamed or not, about the same thing, in a line of the same text or, after that, in any line;
 * - or, for a link, in the same file and with a destination that stands for the same file;
 * - or about the same thing in a line of the same text of another file, from which it was moved.
 *
 * A finding about a page on the web counts where its line was touched. Every earlier finding stands for one. Of several that are alike, those in lines that were not touched are the old ones.
 */
export function introducedFindings(
  before: readonly Subject[],
  now: readonly Subject[],
  changes: ContentChanges,
): readonly Introduced[] {
  const isTouched = ({diagnostic: {path, place}}: Subject): boolean =>
    place !== undefined && changes.lineChange(path, place.start.line) !== undefined
  const candidates = [...now.filter((one) => !isTouched(one)), ...now.filter(isTouched)]
  const {alone} = pairUp(candidates, before, {
    ofCandidate: (subject) =>
      keysOf(subject, {
        path: subject.diagnostic.path,
        target: targetOf(subject.diagnostic, (name) => name),
      }),
    ofPartner: (subject) =>
      keysOf(subject, {
        path: changes.nowOf(subject.diagnostic.path),
        target: targetOf(subject.diagnostic, (name) => changes.nowOf(name)),
      }),
  })
  return now.flatMap((subject) => {
    // The web changes by itself; the earlier state is not held against it.
    if (subject.diagnostic.ruleId.startsWith('external/') && !isTouched(subject)) return []
    const brands = alone.get(subject) ?? []
    return brands.length > 0 ? [{subject, brands}] : []
  })
}

function keysOf(
  {diagnostic, line}: Subject,
  {path, target}: {readonly path: string; readonly target: string | undefined},
): readonly (string | undefined)[] {
  const {ruleId} = diagnostic
  const about = subjectOf(diagnostic)
  const moved = line === '' ? undefined : JSON.stringify([ruleId, target ?? about, line])
  return [
    JSON.stringify([ruleId, path, about, line]),
    JSON.stringify([ruleId, path, about]),
    target === undefined ? undefined : JSON.stringify([ruleId, path, target]),
    moved,
  ]
}

/** What a link stands for, wherever its page and its target have moved to. */
function targetOf({ruleId, path, actual}: Diagnostic, nameNow: (name: string) => string): string | undefined {
  if (!/^(?:link|image)\//.test(ruleId) || actual === undefined) return undefined
  const link = linkNames(actual, [path])
  const [name] = link?.names ?? []
  return link && name !== undefined ? `${nameNow(name)}#${link.anchor}` : undefined
}
