import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fenceAttributes, parseFenceInfo, parseLineRanges} from '../../../../plugins/highlight/fence-info.ts'
import type {FenceInfo} from '../../../../plugins/highlight/fence-info.ts'

type Read = Omit<FenceInfo, 'inBraces' | 'options'> & {readonly attributes: readonly (readonly [string, string])[]}
const nothing: Read = {language: '', classes: [], attributes: [], highlightedLines: []}

/** What a highlighted block reads of an info string. */
function read(text: string): Read {
  const {inBraces, options, ...info} = parseFenceInfo(text)
  return {...info, attributes: fenceAttributes({inBraces, options})}
}

describe('parseFenceInfo', () => {
  it.each<[string, Partial<Read>]>([
    ['', {}],
    ['py', {language: 'py'}],
    ['.py', {language: 'py'}],
    ['c++', {language: 'c++'}],
    ['html+jinja', {language: 'html+jinja'}],
    ['objective-c', {language: 'objective-c'}],
    ['not-set', {language: 'not-set'}],
    ['line protocol', {language: 'line'}],
    ['js{1,3}', {language: 'js'}],
    ['py title="my file.py"', {language: 'py', title: 'my file.py'}],
    ['py title=\'say "hi"\'', {language: 'py', title: 'say "hi"'}],
    ['title="no language"', {title: 'no language'}],
    ['py title=""', {language: 'py', title: ''}],
    ['py title', {language: 'py'}],
    [
      'py hl_lines="2 4-5"',
      {
        language: 'py',
        highlightedLines: [
          {first: 2, last: 2},
          {first: 4, last: 5},
        ],
      },
    ],
    ['py linenums="1"', {language: 'py', lineNumbers: {start: 1, step: 1}}],
    ['py linenums="10 2"', {language: 'py', lineNumbers: {start: 10, step: 2}}],
    ['py linenums="1 1 5"', {language: 'py', lineNumbers: {start: 1, step: 1, special: 5}}],
    ['py linenums="0"', {language: 'py', lineNumbers: {start: 0, step: 1}}],
    ['py linenums="many"', {language: 'py'}],
    ['py colour="red"', {language: 'py'}],
  ])('reads %j', (info, expected) => {
    expect(read(info)).toEqual({...nothing, ...expected})
  })

  it.each<[string, Partial<Read>]>([
    ['{.py}', {language: 'py'}],
    ['{ .py .annotate hl_lines=2 }', {language: 'py', classes: ['annotate'], highlightedLines: [{first: 2, last: 2}]}],
    [
      '{.py .no-copy #setup data-x="a b"}',
      {language: 'py', classes: ['no-copy'], id: 'setup', attributes: [['data-x', 'a b']]},
    ],
    [
      'py {.no-select #setup linenums=3}',
      {language: 'py', classes: ['no-select'], id: 'setup', lineNumbers: {start: 3, step: 1}},
    ],
    ['py{.wide}', {language: 'py', classes: ['wide']}],
    ['{#setup}', {id: 'setup'}],
    ['{.py hidden}', {language: 'py', attributes: [['hidden', 'hidden']]}],
    ['{.py .open', {language: 'py', classes: ['open']}],
    [
      '{.py a="open b}',
      {
        language: 'py',
        attributes: [
          ['a', '"open'],
          ['b', 'b'],
        ],
      },
    ],
    ['{.py = "x" 1=2 <b>=c}', {language: 'py'}],
    ['{}', {}],
  ])('reads %j', (info, expected) => {
    expect(read(info)).toEqual({...nothing, ...expected})
  })

  it('tells the options that a highlighted block reads from others', () => {
    const options = (info: string): string[] =>
      parseFenceInfo(info).options.map(({name, value, read: known}) => `${name}:${value}:${String(known)}`)
    expect(options('py title="a b" colour="red" hl_lines="2" word')).toEqual([
      'title:a b:true',
      'colour:red:false',
      'hl_lines:2:true',
    ])
    expect(options('py linenums="many" hl_lines="last"')).toEqual(['linenums:many:false', 'hl_lines:last:false'])
    expect(options('{.py linenums=1 hidden}')).toEqual(['linenums:1:true', 'hidden:hidden:false'])
    expect(fenceAttributes(parseFenceInfo('{.py title=x a=b}'), true)).toEqual([
      ['title', 'x'],
      ['a', 'b'],
    ])
    expect(fenceAttributes(parseFenceInfo('py a="b"'), true)).toEqual([])
  })

  it('takes letters that stand for values as letters', () => {
    expect(read('ꔀꕐꕑꕒ title="ꔀꕐꕑꕓ.conf"')).toEqual({...nothing, language: 'ꔀꕐꕑꕒ', title: 'ꔀꕐꕑꕓ.conf'})
  })

  it('never throws', () => {
    const unit = fc.constantFrom('{', '}', '.', '#', '=', '"', "'", ' ', 'a', '1', '-', 'hl_lines', 'linenums')
    fc.assert(
      fc.property(fc.string({unit, maxLength: 20}), (info) => {
        expect(parseFenceInfo(info).language).not.toContain(' ')
      }),
    )
  })

  it.each(['a', '=', '"', "a='", 'a="', '.a ', '{', 'hl_lines="1" '])('is linear in a megabyte of %j', (token) => {
    const text = token.repeat(1_000_000 / token.length)
    expect(parseFenceInfo(`{${text}}`)).toBeDefined()
    expect(parseFenceInfo(`py ${text}`).language).toBe('py')
  })
})

describe('parseLineRanges', () => {
  it.each([
    ['1', [[1, 1]]],
    ['0-3', [[1, 3]]],
    ['3-1 2', [[2, 2]]],
    ['0', []],
    [
      '2, 4',
      [
        [2, 2],
        [4, 4],
      ],
    ],
    ['a 1- -2 3', [[3, 3]]],
  ])('reads %j as %j', (value, expected) => {
    expect(parseLineRanges(value).map(({first, last}) => [first, last])).toEqual(expected)
  })
})
