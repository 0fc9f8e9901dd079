import {align} from './align.ts'
import type {Section} from './source-sections.ts'

/** One difference between the sections that a translation was made from and those of its source now. */
export type SectionChange =
  | {readonly kind: 'changed'; readonly before: number; readonly now: number}
  | {readonly kind: 'added' | 'moved'; readonly now: number}
  | {readonly kind: 'removed'; readonly before: number}

/**
 * What happened to a source, in the order of its sections. A section that was taken out and stands elsewhere now was
 * moved.
 */
export function sectionChanges(before: readonly Section[], now: readonly Section[]): readonly SectionChange[] {
  const isSame = before.length === now.length && before.every(({hash}, index) => hash === now[index]?.hash)
  if (isSame) return []
  const pairings = align(before.length, now.length, (left, right) => likeness(before[left], now[right]))
  const removed = pairings.flatMap(([left, right]) => (right === undefined ? [before[left ?? 0]?.hash] : []))
  const moved = new Set<string>()
  const changes = pairings.flatMap(([left, right]): readonly SectionChange[] => {
    const [one, other] = [before[left ?? -1], now[right ?? -1]]
    if (left !== undefined && right !== undefined)
      return one?.hash === other?.hash ? [] : [{kind: 'changed', before: left, now: right}]
    if (right === undefined) return left === undefined ? [] : [{kind: 'removed', before: left}]
    if (!other || !removed.includes(other.hash)) return [{kind: 'added', now: right}]
    moved.add(other.hash)
    return [{kind: 'moved', now: right}]
  })
  return changes.filter((change) => change.kind !== 'removed' || !moved.has(before[change.before]?.hash ?? ''))
}

/** How much speaks for two sections being the same one. Those of one level may have been renamed. */
function likeness(one: Section | undefined, other: Section | undefined): number | undefined {
  if (!one || !other) return undefined
  const isNamed = one.heading === other.heading || (one.id !== undefined && one.id === other.id)
  if (one.level === 0 || other.level === 0) return isNamed ? 8 : undefined
  if (isNamed) return one.hash === other.hash ? 12 : 8
  return one.level === other.level && (one.id === undefined || other.id === undefined) ? 1 : undefined
}

/**
 * For each section of an outline, the one of a translation that corresponds to it: by explicit id, else by position
 * among headings of its level.
 */
export function counterparts<Found extends Section>(
  outline: readonly Section[],
  translation: readonly Found[],
): readonly (Found | undefined)[] {
  const pairings = align(outline.length, translation.length, (left, right) => {
    const [one, other] = [outline[left], translation[right]]
    if (!one || !other) return undefined
    if (one.level === 0 || other.level === 0) return one.heading === other.heading ? 8 : undefined
    const isNamed = one.id !== undefined && one.id === other.id
    return isNamed ? 8 : one.level === other.level ? 1 : undefined
  })
  const found = new Map(pairings)
  return outline.map((_, index) => translation[found.get(index) ?? -1])
}
