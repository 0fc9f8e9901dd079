import {sourceOffset} from '../../core/offset-map.ts'
import {nowhere} from './align-text.ts'
import {cjk, cjkRanges, fullWidthSigns, hideAddresses, latinRanges} from './characters.ts'
import {valueAt} from './expanded-prose.ts'
import type {WritingContext, WritingFinding, WritingRule} from './writing-rule.ts'

const latin = `[${latinRanges}]`
const touching = new RegExp(`${cjk}(?=${latin})|${latin}(?=${cjk})`, 'g')
const beside = new RegExp(
  `(?<=[${fullWidthSigns}]) +(?=[${cjkRanges}${latinRanges}])|(?<=${cjk}) +(?=[${fullWidthSigns}])`,
  'g',
)

/** Longest words that a message shows, in UTF-16 units. */
const longestWords = 20

/**
 * Reports `writing/spacing`: Chinese or Japanese text that touches Latin letters or digits, and spaces beside full-width
 * signs. What is inside of one value, or of an address, is not looked at.
 */
export const spacing: WritingRule = (context) => {
  const {prose} = context
  const text = hideAddresses(prose.text)
  return [
    ...[...text.matchAll(touching)].flatMap(({index}) => missingSpace(index + 1, context) ?? []),
    ...[...text.matchAll(beside)].flatMap(({0: spaces, index}) => needlessSpace(index, spaces, context) ?? []),
  ]
}

function missingSpace(index: number, context: WritingContext): WritingFinding | undefined {
  const place = insertionAt(index, context)
  if (place === undefined) return undefined
  const [before, after] = wordsAround(index, context)
  return {
    ruleId: 'writing/spacing',
    message: `No space between \`${before}\` and \`${after}\``,
    start: place,
    end: place,
    actual: '',
    expected: [' '],
  }
}

/** Where a space before unit `index` goes: outside of the inline markup between it and the unit before. */
function insertionAt(index: number, {prose, map}: WritingContext): number | undefined {
  const {offsets, depths} = prose
  const before = offsets[index - 1] ?? nowhere
  const after = offsets[index] ?? nowhere
  if (before === nowhere || after === nowhere) return undefined
  const left = valueAt(map, before)
  const right = valueAt(map, after)
  const end = left?.[1] ?? before + 1
  const start = right?.[0] ?? after
  // Both are of one value.
  if (left?.[0] === start) return undefined
  const deeper = (depths[index] ?? 0) - (depths[index - 1] ?? 0)
  if (deeper < 0) return start
  // Between two elements side by side nobody knows to which of them the space belongs.
  return deeper > 0 || end === start ? end : undefined
}

function needlessSpace(index: number, spaces: string, {prose, map}: WritingContext): WritingFinding | undefined {
  const {offsets} = prose
  const start = offsets[index] ?? nowhere
  const last = offsets[index + spaces.length - 1] ?? nowhere
  if (start === nowhere || last - start !== spaces.length - 1 || valueAt(map, start) || valueAt(map, last))
    return undefined
  return {
    ruleId: 'writing/spacing',
    message: 'Space beside a full-width sign; expected none',
    start,
    end: last + 1,
    actual: spaces,
    expected: [''],
  }
}

const wordBefore = new RegExp(`(?:${cjk}+|${latin}+)$`)
const wordAfter = new RegExp(`^(?:${cjk}+|${latin}+)`)

/** The words on both sides of a unit: macros where values are, since brands differ in these. */
function wordsAround(index: number, {prose, map, source}: WritingContext): [before: string, after: string] {
  const macroAt = (at: number): string | undefined => {
    const value = valueAt(map, prose.offsets[at] ?? nowhere)
    if (!value) return undefined
    const start = sourceOffset(map, value[0])
    const close = source.indexOf('>>>', start)
    return close === -1 ? undefined : source.slice(start, close + '>>>'.length)
  }
  const authored = (from: number, step: number): number => {
    let at = from
    while (at >= 0 && at < prose.text.length && Math.abs(at - from) < longestWords && !macroAt(at)) at += step
    return at
  }
  const before = prose.text.slice(authored(index - 1, -1) + 1, index)
  const after = prose.text.slice(index, authored(index, 1))
  return [
    macroAt(index - 1) ?? wordBefore.exec(before)?.[0] ?? before,
    macroAt(index) ?? wordAfter.exec(after)?.[0] ?? after,
  ]
}
