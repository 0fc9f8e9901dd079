import {locator} from '../../../plugins/source-text/locator.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Place} from '../../core/position.ts'
import {rules} from '../../core/rules.ts'
import {quoted} from '../../site/link-finding.ts'
import {readRecordFile} from '../translations/read-record-file.ts'
import {counterparts, sectionChanges, type SectionChange} from '../translations/section-changes.ts'
import {sourcePairs, type SourcePair} from '../translations/source-pairs.ts'
import {
  cutSections,
  frontMatterHeading,
  openingHeading,
  type PlacedSection,
  type Section,
} from '../translations/source-sections.ts'
import type {SiteRule} from './site-rule.ts'

/**
 * Reports `locale/stale-translation`: a section whose source is another one than that which the record of translations names.
 * Translations that are not in the record are not asked about. Also reports `locale/invalid-record`.
 */
export const staleTranslations: SiteRule = ({site, selection, prepared, disk}) => {
  const {record, diagnostics} = readRecordFile(site, disk)
  // What cannot be read as a whole is not judged by half.
  if (record.size === 0 || diagnostics.length > 0) return diagnostics
  return sourcePairs(prepared.content.sources, site).flatMap((pair) => {
    const {path, locale} = pair.translation
    const before = record.get(path)
    const isPublished = (prepared.publishers.get(path) ?? []).length > 0
    return before && isPublished && selection.locales.has(locale) ? staleSections(pair, before) : []
  })
}

function staleSections({source, translation}: SourcePair, before: readonly Section[]): readonly Diagnostic[] {
  const now = cutSections(source.text, source.path)
  const changes = sectionChanges(before, now)
  if (changes.length === 0) return []
  const sections = cutSections(translation.text, translation.path)
  const [forBefore, forNow] = [counterparts(before, sections), counterparts(now, sections)]
  const [locate, locateSource] = [locator(translation.text), locator(source.text)]
  const ruleId = 'locale/stale-translation'
  return changes.map((change) => {
    const found = correspondent(change, forBefore, forNow)
    const place: Place | undefined = found && {start: locate(found.start), end: locate(found.end)}
    const section = change.kind === 'removed' ? undefined : now[change.now]
    const line = section ? `:${String(locateSource(section.start).line)}` : ''
    return {
      ruleId,
      severity: rules[ruleId].severity,
      message: `${describe(change, before, now)} of ${quoted(source.path + line)} ${verbs[change.kind]} since it was translated`,
      path: translation.path,
      ...(place && {place}),
    }
  })
}

const verbs: Readonly<Record<SectionChange['kind'], string>> = {
  changed: 'changed',
  added: 'was added',
  moved: 'was moved',
  removed: 'was removed',
}

function describe(change: SectionChange, before: readonly Section[], now: readonly Section[]): string {
  const section = change.kind === 'removed' ? before[change.before] : now[change.now]
  const heading = section?.heading ?? ''
  if (heading === frontMatterHeading) return 'Title or description'
  if (heading === openingHeading) return 'Text before the first heading'
  const old = change.kind === 'changed' ? before[change.before]?.heading : undefined
  const was = old === undefined || old === heading ? '' : `, before ${quoted(old)},`
  return `Section ${quoted(heading)}${was}`
}

/** Section of the translation to look at: the same one, or the one that an added section comes after. */
function correspondent(
  change: SectionChange,
  forBefore: readonly (PlacedSection | undefined)[],
  forNow: readonly (PlacedSection | undefined)[],
): PlacedSection | undefined {
  if (change.kind === 'removed') return forBefore[change.before]
  if (change.kind === 'changed') return forNow[change.now] ?? forBefore[change.before]
  return forNow.slice(0, change.now).findLast((section) => section !== undefined)
}
