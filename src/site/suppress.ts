import type {Diagnostic} from '../core/diagnostic.ts'
import {nearest} from '../core/nearest.ts'
import type {Suppression} from '../core/page.ts'
import {isRuleId, rules} from '../core/rules.ts'

/** Lines that a comment switches rules off for, 1-based and inclusive. */
interface Span {
  readonly comment: Suppression
  readonly first: number
  readonly last: number
}

/** Findings that no comment switches off, and the comments that switched nothing off. */
export interface Suppressed {
  readonly kept: readonly Diagnostic[]
  readonly unused: readonly Suppression[]
}

/**
 * Leaves out the findings that a comment in their file switches off. A finding counts where it starts; one without a
 * place is left out by no comment.
 *
 * @param comments  in the order of their files; the same comment may be given more than once
 * @param isBlank  whether a line of a file is blank: `disable-next-line` passes over such lines
 */
export function suppress(
  diagnostics: readonly Diagnostic[],
  comments: readonly Suppression[],
  isBlank: (path: string, line: number) => boolean,
): Suppressed {
  if (comments.length === 0) return {kept: diagnostics, unused: []}
  const spans = new Map<string, Span[]>()
  for (const [path, own] of groupByFile(comments))
    spans.set(
      path,
      spansOf(own, (line) => isBlank(path, line)),
    )
  const used = new Set<Suppression>()
  const kept = diagnostics.filter(({path, place, ruleId}) => {
    const line = place?.start.line
    if (line === undefined || ruleId.startsWith('suppression/')) return true
    const fitting = (spans.get(path) ?? []).filter(
      ({comment, first, last}) => first <= line && line <= last && names(comment, ruleId),
    )
    for (const {comment} of fitting) used.add(comment)
    return fitting.length === 0
  })
  const all = [...spans.values()].flatMap((own) => own.map(({comment}) => comment))
  return {kept, unused: all.filter((comment) => !used.has(comment))}
}

/** Findings about the comments themselves. */
export function suppressionFindings(
  comments: readonly Suppression[],
  unused: readonly Suppression[],
): readonly Diagnostic[] {
  const known = Object.keys(rules)
  const unknown = new Set<Suppression>()
  const findings = [...groupByFile(comments).values()].flat().flatMap((comment): readonly Diagnostic[] =>
    comment.rules.flatMap((id) => {
      if (isRuleId(id)) return []
      unknown.add(comment)
      const guess = nearest(id, known)
      const hint = guess === undefined ? '' : `; did you mean \`${guess}\``
      return {
        ...about('suppression/unknown-rule', comment),
        message: `Unknown rule \`${id}\`${hint}`,
        actual: id,
        ...(guess !== undefined && {expected: [guess]}),
      }
    }),
  )
  return [
    ...findings,
    ...unused
      .filter((comment) => !unknown.has(comment))
      .map((comment) => ({
        ...about('suppression/unused', comment),
        message: `Nothing to switch off here${comment.rules.length > 0 ? ` for ${comment.rules.map((id) => `\`${id}\``).join(', ')}` : ''}; delete the comment`,
      })),
  ]
}

function about(
  ruleId: 'suppression/unknown-rule' | 'suppression/unused',
  {path, place}: Suppression,
): Pick<Diagnostic, 'ruleId' | 'severity' | 'path' | 'place'> {
  return {ruleId, severity: rules[ruleId].severity, path, place}
}

/** Comments by file, each once, in the order of their places. */
function groupByFile(comments: readonly Suppression[]): ReadonlyMap<string, readonly Suppression[]> {
  const groups = new Map<string, Map<number, Suppression>>()
  for (const comment of comments) {
    const group = groups.get(comment.path) ?? new Map<number, Suppression>()
    group.set(comment.place.start.offset, comment)
    groups.set(comment.path, group)
  }
  return new Map(
    [...groups].map(([path, group]) => [path, [...group].sort(([a], [b]) => a - b).map(([, comment]) => comment)]),
  )
}

function spansOf(comments: readonly Suppression[], isBlank: (line: number) => boolean): Span[] {
  const spans: Span[] = []
  for (const [index, comment] of comments.entries()) {
    const line = comment.place.end.line
    if (comment.kind === 'next-line') {
      let next = line + 1
      while (isBlank(next)) next++
      spans.push({comment, first: next, last: next})
    } else if (comment.kind === 'disable') {
      const end = comments.slice(index + 1).find((other) => other.kind === 'enable' && covers(other, comment))
      spans.push({comment, first: line, last: end ? end.place.start.line : Number.POSITIVE_INFINITY})
    }
  }
  return spans
}

/** Whether an `enable` ends what a `disable` began: it names nothing, or one of the same rules. */
function covers(end: Suppression, start: Suppression): boolean {
  return end.rules.length === 0 || end.rules.some((id) => start.rules.includes(id))
}

function names({rules: ids}: Suppression, ruleId: string): boolean {
  return ids.length === 0 || ids.includes(ruleId)
}
