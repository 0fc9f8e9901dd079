import {describe, expect, it} from 'vitest'
import {matchOutlines} from '../../../../src/check/fix/match-outlines.ts'
import type {OutlineHeading} from '../../../../src/check/fix/match-outlines.ts'

/** Headings as `## id: line, line`. */
const outline = (...lines: readonly string[]): readonly OutlineHeading[] =>
  lines.map((line) => {
    const [marks = '', id = ''] = /^(#+) ([^:]*)/.exec(line)?.slice(1) ?? []
    const body = line.includes(':') ? line.slice(line.indexOf(':') + 1).split(',') : []
    return {level: marks.length, id, body}
  })

describe('headings that were renamed', () => {
  it.each([
    ['between neighbours', ['# a', '## b:x,y', '## c'], ['# a', '## d:x,y', '## c'], {b: 'd'}],
    ['at the end', ['# a', '## b:x'], ['# a', '## d:x'], {b: 'd'}],
    ['with some of its text', ['# a', '## b:x,y'], ['# a', '## d:x,z'], {b: 'd'}],
    ['two together', ['# a', '## b:x', '### c:y', '## d'], ['# a', '## e:x', '### f:y', '## d'], {b: 'e', c: 'f'}],
    ['to another level', ['# a', '## b:x'], ['# a', '### d:x'], {}],
    ['with another text below it', ['# a', '## b:x,y,z'], ['# a', '## d:q'], {}],
    ['and a new one beside it', ['# a', '## b:x'], ['# a', '## d:x', '## e'], {}],
    ['and moved', ['## b:x', '## a', '## c'], ['## a', '## c', '## d:x'], {}],
    ['not at all', ['# a', '## b'], ['# a', '## b'], {}],
    ['in exchange', ['## a:x', '## b:x'], ['## b:x', '## a:x'], {}],
  ])('%s', (...[, former, current, expected]) => {
    expect(Object.fromEntries(matchOutlines(outline(...former), outline(...current)))).toEqual(expected)
  })

  it('are not looked for where the text below is not known', () => {
    expect(matchOutlines([{level: 1, id: 'a'}], [{level: 1, id: 'b'}])).toEqual(new Map())
  })
})
