import {describe, expect, it} from 'vitest'
import {createProgressLine} from '../../../src/cli/progress-line.ts'
import {wantsColor, type Terminal} from '../../../src/cli/terminal.ts'

function recordingTerminal(isTTY: boolean, env: Terminal['env'] = {}): {terminal: Terminal; written: string[]} {
  const written: string[] = []
  const stderr = {isTTY, write: (text: string) => written.push(text)}
  return {terminal: {cwd: '/', env, stdout: stderr, stderr}, written}
}

describe('the progress line', () => {
  it('is rewritten once per whole per cent, and taken away at the end', () => {
    const {terminal, written} = recordingTerminal(true)
    const line = createProgressLine(terminal)
    for (const done of [1, 2, 3]) line.update({phase: 'compile', done, total: 400})
    line.update({phase: 'compile', done: 4, total: 400})
    line.clear()
    line.clear()
    expect(written).toEqual(['\r\u001B[2KCompiling 0 %', '\r\u001B[2KCompiling 1 %', '\r\u001B[2K'])
  })

  it.each([
    ['a stream that is no terminal', false, {}],
    ['continuous integration', true, {CI: 'true'}],
    ['a terminal without control sequences', true, {TERM: 'dumb'}],
  ])('stays quiet for %s', (_, isTTY, env) => {
    const {terminal, written} = recordingTerminal(isTTY, env)
    const line = createProgressLine(terminal)
    line.update({phase: 'read', done: 1, total: 1})
    line.clear()
    expect(written).toEqual([])
  })
})

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, {NO_COLOR: '1'}, false],
    [false, {FORCE_COLOR: '1'}, true],
    [true, {FORCE_COLOR: '0'}, false],
    [true, {CI: 'true'}, false],
    [true, {TERM: 'dumb'}, false],
  ])('on a terminal %s with %j: %s', (isTTY, env, expected) => {
    expect(wantsColor({isTTY, write: () => true}, env)).toBe(expected)
  })
})
