import type {FootnoteFault} from '../../../plugins/footnotes/find-faults.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {nearest} from '../../core/nearest.ts'
import {rules} from '../../core/rules.ts'
import type {PageRuleContext} from './page-rule.ts'

/** Findings `footnote/…` about what the parser saw of the footnotes of a page. */
export function footnoteFindings(
  faults: readonly FootnoteFault[],
  {source, range, path}: Pick<PageRuleContext, 'source' | 'range' | 'path'>,
): readonly Diagnostic[] {
  return faults.flatMap(({kind, start, end, labels}): readonly Diagnostic[] => {
    const place = range(start, end)
    const written = source.slice(place.start.offset, place.end.offset)
    // Where a value is part of the label, the source reads otherwise.
    if (!/^\[\^[^<>]+\]$/.test(written)) return []
    const ruleId = `footnote/${kind}` as const
    const label = written.slice(2, -1)
    // Of labels of one or two signs, each is near any other.
    const guess = kind === 'missing' && label.length > 2 ? nearest(label, labels) : undefined
    return [
      {
        ruleId,
        severity: rules[ruleId].severity,
        message: messageOf(kind, written) + (guess === undefined ? '' : `; did you mean \`[^${guess}]\``),
        path,
        place,
        actual: written,
        ...(guess !== undefined && {expected: [`[^${guess}]`]}),
      },
    ]
  })
}

function messageOf(kind: FootnoteFault['kind'], written: string): string {
  if (kind === 'missing') return `Cannot find the footnote \`${written}\``
  if (kind === 'unused') return `Nothing refers to the footnote \`${written}\``
  return `Footnote \`${written}\` is written again below, and only that text is shown`
}
