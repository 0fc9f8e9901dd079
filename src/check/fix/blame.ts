import type {Diagnostic} from '../../core/diagnostic.ts'
import {editedRanges, type Edit} from './edits.ts'
import type {FilePlan} from './plan-edits.ts'
import {isOverlapping, type TextRange} from './text-range.ts'

/** An edit and the plan that it is of. */
interface PlannedEdit {
  readonly plan: FilePlan
  readonly edit: Edit
}

/**
 * Edits that brought new findings: those at the place of a finding; else all of its file; else, for a finding in a file
 * that was not edited, those that changed text and so perhaps an anchor; else all.
 */
export function blame(worse: readonly Diagnostic[], plans: readonly FilePlan[]): readonly PlannedEdit[] {
  if (worse.length === 0) return []
  const all = plans.flatMap((plan) => {
    const places = touchedRanges(plan)
    return plan.edits.map((edit, index) => ({plan, edit, touched: places[index] ?? []}))
  })
  const blamed = new Set<(typeof all)[number]>()
  for (const {path, place} of worse) {
    const inFile = all.filter(({plan}) => plan.path === path)
    const range = place && {start: place.start.offset, end: place.end.offset}
    const there = range ? inFile.filter(({touched}) => touched.some((one) => isOverlapping(one, range))) : []
    const inText = all.filter(({edit}) => edit.findings.some(({ruleId}) => !/^(?:link|image)\//.test(ruleId)))
    const suspects = [there, inFile, inText, all].find((group) => group.length > 0) ?? []
    for (const suspect of suspects) blamed.add(suspect)
  }
  return [...blamed].map(({plan, edit}) => ({plan, edit}))
}

/** For each edit of a file, where its text and the places of its findings are once all are applied. */
function touchedRanges({edits}: FilePlan): readonly (readonly TextRange[])[] {
  const edited = editedRanges(edits)
  const moved = (offset: number): number =>
    edits.reduce((sum, {start, end, text}) => (end <= offset ? sum + text.length - (end - start) : sum), offset)
  return edits.map(({findings}, index) => [
    ...edited.slice(index, index + 1),
    ...findings.flatMap(({place}) => (place ? [{start: moved(place.start.offset), end: moved(place.end.offset)}] : [])),
  ])
}
