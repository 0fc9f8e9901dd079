import type {Diagnostic} from '../../core/diagnostic.ts'
import {basename, decodePath} from '../../core/paths.ts'
import type {RuleId} from '../../core/rules.ts'
import {splitTarget} from '../../site/link-target.ts'
import {definitionDestination, findDestination, type Destination} from './destination.ts'
import {editDestination, isDestinationOf} from './destination-edit.ts'
import {isSlip} from './is-slip.ts'
import {isGuarded, type SourceReading} from './source-reading.ts'
import type {TextRange} from './text-range.ts'

/** What to write in place of a range. */
export interface Proposal extends TextRange {
  readonly text: string
}

/** Rules whose finding stands at exactly what is to be replaced. */
const replacedWhole: ReadonlySet<RuleId> = new Set<RuleId>([
  'admonition/unknown-type',
  'icon/unknown',
  'macro/literal-value',
  'macro/malformed',
  'macro/undefined',
  'writing/glossary',
  'writing/punctuation',
  'writing/spacing',
])

/**
 * The change that mends a finding; `undefined` where an author has to choose, and where it would touch code, a comment
 * or a macro that it is not about.
 *
 * @param expected  what to write, where more is known than the finding says
 */
export function proposeEdit(
  finding: Diagnostic,
  reading: SourceReading,
  expected: string | undefined = onlyCandidate(finding),
): Proposal | undefined {
  const {fix} = finding
  const proposal = fix
    ? {start: fix.place.start.offset, end: fix.place.end.offset, text: fix.text}
    : expected === undefined
      ? undefined
      : proposeReplacement(finding, expected, reading)
  if (!proposal || proposal.end > reading.text.length || proposal.start > proposal.end) return undefined
  if (reading.text.slice(proposal.start, proposal.end) === proposal.text) return undefined
  return isAllowed(proposal, finding, reading) ? proposal : undefined
}

function isAllowed(proposal: Proposal, {ruleId}: Diagnostic, reading: SourceReading): boolean {
  if (isGuarded(proposal, reading)) return false
  const {frontMatter, macros} = reading
  const inFrontMatter = proposal.start < frontMatter.end
  if (inFrontMatter !== ruleId.startsWith('front-matter/') && inFrontMatter) return false
  const inside = ({start, end}: TextRange): boolean => start < proposal.end && proposal.start < end
  return ruleId.startsWith('macro/') || !macros.some(inside)
}

/** What a finding says should stand there, where it is the only thing that can be meant. */
function onlyCandidate({ruleId, actual, expected}: Diagnostic): string | undefined {
  const [only, ...others] = expected ?? []
  if (only === undefined || actual === undefined || others.length > 0) return undefined
  switch (ruleId) {
    case 'link/missing-anchor':
      return isSlip(fragmentOf(actual), fragmentOf(only)) ? withFragment(actual, only) : undefined
    case 'link/missing-page':
    case 'link/missing-file':
    case 'image/missing-file':
      return isSameFile(actual, only) ? only : undefined
    case 'icon/unknown':
      return isSlip(nameInFamily(actual), nameInFamily(only)) ? only : undefined
    case 'macro/undefined':
      return isSlip(afterValues(actual), afterValues(only)) ? only : undefined
    default:
      return only
  }
}

/** Name of an icon without what all of its family have: `alert-16` of `:octicons-alert-16:`. */
function nameInFamily(icon: string): string {
  return icon.replace(/^:[a-z]+-|:$/g, '')
}

function afterValues(name: string): string {
  return name.replace(/^custom_key\./, '')
}

/** The destination with the fragment of another one: suggestions of anchors leave out the query. */
function withFragment(actual: string, other: string): string {
  const {path, query} = splitTarget(actual)
  return path + query + splitTarget(other).fragment
}

function fragmentOf(target: string): string {
  return decodePath(splitTarget(target).fragment.slice(1))
}

/** Whether a path leads to a file of the same name, or one mistyped. */
function isSameFile(actual: string, expected: string): boolean {
  const [one, other] = [actual, expected].map((target) =>
    basename(decodePath(splitTarget(target).path).replace(/\/(?:index\.(?:md|html))?$/, '')).replace(
      /\.(?:md|html)$/i,
      '',
    ),
  ) as [string, string]
  return one.toLowerCase() === other.toLowerCase() || isSlip(one, other)
}

function proposeReplacement(finding: Diagnostic, expected: string, reading: SourceReading): Proposal | undefined {
  const {ruleId, actual, place} = finding
  if (actual === undefined || !place) return undefined
  const range = {start: place.start.offset, end: place.end.offset}
  if (/^(?:link|image)\//.test(ruleId)) {
    const destination = destinationOf(range, actual, reading)
    return destination && editDestination(destination, {actual, expected}, reading)
  }
  if (!replacedWhole.has(ruleId)) return undefined
  const isThere = ({start, end}: TextRange): boolean =>
    reading.text.slice(start, end).toLowerCase() === actual.toLowerCase()
  const found = [range, withoutTags(range, reading)].find(isThere)
  return found && {...found, text: expected}
}

/** A range without the macros at its end: what ends where a tag starts is taken to end behind the tag. */
function withoutTags({start, end}: TextRange, {macros}: Pick<SourceReading, 'macros'>): TextRange {
  const last = macros.findLast((macro) => macro.end === end && macro.start > start)
  return last ? withoutTags({start, end: last.start}, {macros}) : {start, end}
}

function destinationOf(place: TextRange, actual: string, reading: SourceReading): Destination | undefined {
  const isIt = (destination: Destination): boolean => isDestinationOf(destination, actual, reading)
  const label = reading.labels.get(`${place.start}:${place.end}`)
  const definition = label === undefined ? undefined : reading.definitions.get(label)
  if (!definition) {
    const {masked} = reading
    return findDestination({masked, place, isIt}) ?? findDestination({masked, place: withoutTags(place, reading), isIt})
  }
  const destination = definitionDestination(reading.masked, definition.start)
  return destination && isIt(destination) ? destination : undefined
}
