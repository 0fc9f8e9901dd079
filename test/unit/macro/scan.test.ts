import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {scanMacros} from '../../../src/macro/scan.ts'

/** Tokens as `type:source`, faults as `rule@start-end`. */
function shown(text: string): {tokens: string[]; faults: string[]} {
  const {tokens, faults} = scanMacros(text)
  return {
    tokens: tokens.map(({type, start, end}) => `${type}:${text.slice(start, end)}`),
    faults: faults.map(({ruleId, start, end}) => `${ruleId}@${start}-${end}`),
  }
}

describe('scanMacros', () => {
  it('cuts a text into text, outputs, tags and comments', () => {
    expect(shown('a <<< x >>> b <<<% if x %>>> c <<<# note #>>>')).toEqual({
      tokens: ['text:a ', 'output:<<< x >>>', 'text: b ', 'tag:<<<% if x %>>>', 'text: c ', 'silent:<<<# note #>>>'],
      faults: [],
    })
  })

  it('closes at the first `>>>`', () => {
    expect(shown('<a href=<<<x>>>>')).toEqual({tokens: ['text:<a href=', 'output:<<<x>>>', 'text:>'], faults: []})
  })

  it('lets a string hold `>>>`', () => {
    expect(shown("<<< '>>>' >>>").tokens).toEqual(["output:<<< '>>>' >>>"])
  })

  it('lets a macro go on for two more lines', () => {
    expect(shown('<<<\ncustom_key.x\n>>>').tokens).toEqual(['output:<<<\ncustom_key.x\n>>>'])
    expect(shown('<<<\n\n\nx >>>').tokens).toEqual(['text:<<<\n\n\nx >>>'])
  })

  it('keeps what stands in `raw` as text', () => {
    expect(shown('<<<% raw %>>><<< x >>> {{ custom_key.x }}<<<% endraw %>>>!')).toEqual({
      tokens: ['silent:<<<% raw %>>>', 'text:<<< x >>> {{ custom_key.x }}', 'silent:<<<% endraw %>>>', 'text:!'],
      faults: [],
    })
  })

  it.each([
    ['a shift', 'a << b >> c'],
    ['a here-string', 'cat <<< "$x"'],
    ['a here-string of a bare file name', 'cat <<< notes.txt'],
    ['a here-string that appends', 'cat <<< "$(date)"; echo done >>> log'],
    ['a heredoc', 'cat <<<EOF\nx\nEOF'],
    ['a conflict', '<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> topic'],
    ['other templates', '{{ name }} {% if x %} {# no #}'],
    ['an empty macro', '<<< >>> <<<>>>'],
    ['an apostrophe', "<<< don't >>>"],
    ['shift operators on a value', 'cout << custom_key.x;'],
    ['a tag named like the values', '<custom_key.x>'],
    ['a template string', '${custom_key.x}'],
    ['another name', '{{ my_custom_key.x }}'],
  ])('takes %s for text', (_, text) => {
    expect(shown(text)).toEqual({tokens: [`text:${text}`], faults: []})
  })

  it.each([
    ['an output without end', 'a <<< custom_key.x b', ['macro/syntax@2-20']],
    ['a tag without end', 'a <<<% if x\nb', ['macro/syntax@2-11']],
    ['a comment without end', '<<<# a\nb', ['macro/syntax@0-6']],
    ['a tag with the end of an output', '<<<% if x >>> b', ['macro/syntax@0-13']],
    ['an output with the end of a tag', '<<< endif %>>>', ['macro/syntax@0-14']],
    ['an expression that breaks off', '<<< custom_key.x | >>>', ['macro/syntax@0-22']],
    ['two names', '<<< a.b c >>>', ['macro/syntax@0-13']],
    ['a function call', "<<< custom_key.x.split('.') >>>", ['macro/syntax@0-31']],
    ['a regular expression', '<<< custom_key.x | replace(r/x/, "") >>>', ['macro/syntax@0-40']],
    ['an unknown filter', '<<< custom_key.x | uper >>>', ['macro/syntax@0-27']],
    ['an unknown tag', '<<<% include "x" %>>>', ['macro/syntax@0-21']],
    ['an unclosed `raw`', '<<<% raw %>>> <<<x', ['macro/syntax@0-13']],
    ['three braces', '{{{ custom_key.x }}}', ['macro/malformed@0-20']],
    ['two braces', '`{{ custom_key.x }}`', ['macro/malformed@1-19']],
    ['two brackets', '<< custom_key.x >>', ['macro/malformed@0-18']],
    ['a missing closing bracket', '<<< custom_key.x >> <<< y >>>', ['macro/malformed@0-19']],
    ['a missing opening bracket', '<< custom_key.x >>>', ['macro/malformed@0-19']],
    ['a missing opening delimiter', 'a custom_key.x >>>', ['macro/malformed@2-18']],
    ['one bracket too many', '<<<<custom_key.x>>>', ['macro/malformed@0-19']],
  ])('reports %s', (_, text, faults) => {
    expect(shown(text).faults).toEqual(faults)
  })

  it('says what it found and what could be meant', () => {
    const messages = (text: string): string[] => scanMacros(text).faults.map(({message}) => message)
    expect(messages('<< custom_key.x >>')).toEqual(['Found `<< custom_key.x >>`, expected `<<< custom_key.x >>>`'])
    expect(messages('<<<% endiff %>>>')).toEqual(['Unknown tag `endiff`; did you mean `endif`'])
    expect(messages('<<< custom_key.x | uper >>>')).toEqual(['Cannot find a filter `uper`; did you mean `upper`'])
    expect(messages("<<<% if x = 'a' %>>>")).toEqual(['Cannot read this expression; did you mean `==`'])
    expect(messages('<<<% else if x %>>>')).toEqual(['Found `else if`, expected `elif`'])
    expect(messages('<<<% endif x %>>>')).toEqual(['Expected nothing after `endif`, found `x`'])
    expect(messages('<<<% for x of y %>>>')).toEqual(['Expected `for name in list`'])
    expect(messages('<<<% set x %>>><<<% set 3 %>>>')).toEqual(['Expected `set name = value`'])
  })

  it('goes on behind a fault', () => {
    expect(shown('<<<% nope %>>> <<< x >>> <<< custom_key. >>>').faults).toEqual([
      'macro/syntax@0-14',
      'macro/syntax@25-44',
    ])
  })

  const fragment = fc.constantFrom(
    ...['<', '<<', '<<<', '<<<%', '<<<#', '>', '>>', '>>>', '%>>>', '#>>>', '-', '"', "'", '\\', '\n', ' ', '{{', '}}'],
    ...['if', 'else', 'endif', 'for x in', 'set', 'raw', 'endraw', 'custom_key.x', 'x', '|', '(', '[', '{', '=', '界'],
  )

  it('never throws, covers the whole text and stays inside it', () => {
    fc.assert(
      fc.property(fc.array(fragment, {maxLength: 40}), (parts) => {
        const text = parts.join('')
        const {tokens, faults} = scanMacros(text)
        let at = 0
        for (const {start, end} of tokens) {
          expect(start).toBe(at)
          expect(end).toBeGreaterThanOrEqual(start)
          at = end
        }
        expect(at).toBe(text.length)
        for (const {start, end} of faults) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
      {numRuns: 2000},
    )
  })
})
