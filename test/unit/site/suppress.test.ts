import {describe, expect, it} from 'vitest'
import {locator} from '../../../plugins/source-text/locator.ts'
import {readSuppressions} from '../../../src/compile/suppressions.ts'
import type {Diagnostic} from '../../../src/core/diagnostic.ts'
import {suppress, suppressionFindings} from '../../../src/site/suppress.ts'

/** Lines whose finding `link/missing-page` is left, and what is said of the comments. Every line has a finding. */
function left(text: string): {lines: readonly number[]; said: readonly string[]} {
  const locate = locator(text)
  const lines = text.split('\n')
  const ranges = [...text.matchAll(/<!--[^]*?-->/g)].map(({index, 0: found}) => [index, index + found.length] as const)
  const comments = readSuppressions(text, ranges, (start, end) => ({
    path: 'en/a.md',
    place: {start: locate(start), end: locate(end)},
  }))
  const found = lines.flatMap((line, index): Diagnostic[] => {
    const point = {line: index + 1, column: 1, offset: 0}
    const place = {start: point, end: point}
    return line.startsWith('x')
      ? [{ruleId: 'link/missing-page', severity: 'error', message: '', path: 'en/a.md', place}]
      : []
  })
  const {kept, unused} = suppress(found, comments, (_, line) => lines[line - 1]?.trim() === '')
  return {
    lines: kept.map(({place}) => place?.start.line ?? 0),
    said: suppressionFindings(comments, unused).map(({ruleId, place}) => `${ruleId} ${String(place?.start.line)}`),
  }
}

describe('a comment that switches rules off', () => {
  it.each([
    ['holds for the next line', '<!-- docprism-disable-next-line link/missing-page -->\nx\nx', [3], []],
    ['holds for every rule without an id', '<!-- docprism-disable-next-line -->\nx\nx', [3], []],
    ['passes over blank lines', '<!-- docprism-disable-next-line -->\n\n  \nx\nx', [5], []],
    ['may give a reason', '<!-- docprism-disable-next-line link/missing-page -- soon -->\nx', [], []],
    [
      'holds for the rules that it names',
      '<!-- docprism-disable-next-line link/missing-file -->\nx',
      [2],
      ['suppression/unused 1'],
    ],
    ['holds up to the one that switches on', '<!-- docprism-disable -->\nx\n<!-- docprism-enable -->\nx', [4], []],
    ['holds to the end otherwise', 'x\n<!--docprism-disable link/missing-page, link/missing-file-->\nx\nx', [1], []],
    [
      'is not ended by one about other rules',
      '<!-- docprism-disable link/missing-page -->\n<!-- docprism-enable link/missing-file -->\nx',
      [],
      [],
    ],
    [
      'is said to be unknown',
      '<!-- docprism-disable-next-line link/mising-page -->\nx',
      [2],
      ['suppression/unknown-rule 1'],
    ],
    ['is another word otherwise', '<!-- docprism-disabled -->\nx\n<!-- disable -->', [2], []],
    [
      'is said to be unused once',
      '<!-- docprism-disable -->\n<!-- docprism-enable -->\nx',
      [3],
      ['suppression/unused 1'],
    ],
  ] satisfies [string, string, number[], string[]][])('%s', (...[, text, lines, said]) => {
    expect(left(text)).toEqual({lines, said})
  })
})
