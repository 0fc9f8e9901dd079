import {describe, expect, it} from 'vitest'
import {decodeDestination, definitionDestination, findDestination} from '../../../../src/check/fix/destination.ts'
import {editDestination, isDestinationOf} from '../../../../src/check/fix/destination-edit.ts'
import {scanMacros} from '../../../../src/macro/scan.ts'

/** The text with a destination changed; the reference stands between two `§`, or is the whole text. */
function change(marked: string, actual: string, expected: string): string | undefined {
  const [before = '', reference, after = ''] = marked.includes('§') ? marked.split('§') : ['', marked]
  const text = before + (reference ?? '') + after
  const macros = scanMacros(text).tokens.filter(({type}) => type !== 'text')
  const masked = macros.reduce(
    (masking, {start, end}) => masking.slice(0, start) + 'x'.repeat(end - start) + masking.slice(end),
    text,
  )
  const place = {start: before.length, end: before.length + (reference ?? '').length}
  const source = {text, macros}
  const destination = findDestination({masked, place, isIt: (found) => isDestinationOf(found, actual, source)})
  const edit = destination && editDestination(destination, {actual, expected}, source)
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end)
}

describe('the destination of a reference', () => {
  it.each([
    ['an inline link', '[a](x.md)', '[a](y.md)'],
    ['one with a title', '[a](x.md "x.md")', '[a](y.md "x.md")'],
    ['one with a title in parentheses', '[a](x.md (x.md))', '[a](y.md (x.md))'],
    ['one with a title that looks like a link', '[a](x.md "](x.md")', '[a](y.md "](x.md")'],
    ['one with its text like its destination', '[x.md](x.md)', '[x.md](y.md)'],
    ['one with brackets in its text', '[a [x.md](b) \\]](x.md)', '[a [x.md](b) \\]](y.md)'],
    ['one in angle brackets', '[a](<x.md>)', '[a](<y.md>)'],
    ['one in angle brackets with a title', "[a](<x.md> 'b')", "[a](<y.md> 'b')"],
    ['one with space around it', '[a](  x.md  )', '[a](  y.md  )'],
    ['one on the next line', '[a](\n  x.md)', '[a](\n  y.md)'],
    ['one in a quote', '> [a](\n> x.md)', '> [a](\n> y.md)'],
    ['an image', '![x.md](x.md)', '![x.md](y.md)'],
    ['the link around an image', '[![a](x.png)](x.md)', '[![a](x.png)](y.md)'],
    ['Chinese text', '[安装（x.md）](x.md)', '[安装（x.md）](y.md)'],
    ['a value of an attribute', '<a title="x.md" href="§x.md§">x.md</a>', '<a title="x.md" href="y.md">x.md</a>'],
    ['a value without quotes', '<img src=§x.md§>', '<img src=y.md>'],
    [
      'the attribute of a start tag',
      '<div href="x.md" markdown>\nx.md\n</div>',
      '<div href="y.md" markdown>\nx.md\n</div>',
    ],
    ['an autolink', '<x.md>', '<y.md>'],
  ])('is found in %s', (_, text, expected) => {
    const marked = text.startsWith('> ') ? `> §${text.slice(2)}§` : text
    expect(change(marked, 'x.md', 'y.md')).toBe(expected)
  })

  it.each([
    ['escapes', '[a](a\\_b\\(c.md)', 'a_b(c.md', 'a_b(d.md', '[a](a\\_b\\(d.md)'],
    ['entities', '[a](a&amp;b.md?x&#x3D;1)', 'a&b.md?x=1', 'a&c.md?x=1', '[a](a&amp;c.md?x&#x3D;1)'],
    ['parentheses', '[a](a(b)c.md)', 'a(b)c.md', 'a(b)d.md', '[a](a(b)d.md)'],
    ['percent escapes', '[a](a%20b.md#c)', 'a%20b.md#c', 'a%20b.md#d', '[a](a%20b.md#d)'],
    ['entities in HTML', '<a href="§a&amp;b.md§">', 'a&b.md', 'a&c.md', '<a href="a&amp;c.md">'],
    ['Chinese names', '[a](安装.md#第一步)', '安装.md#第一步', '安装.md#第二步', '[a](安装.md#第二步)'],
    [
      'white space',
      '[a](https ://a.example/x)',
      'https ://a.example/x',
      'https://a.example/x',
      '[a](https://a.example/x)',
    ],
  ])('keeps %s that do not change', (...[, text, actual, wanted, expected]) => {
    expect(change(text, actual, wanted)).toBe(expected)
  })

  it.each([
    ['before a macro', '[a](x/<<< custom_key.v >>>.md)', 'x/1.md', 'y/1.md', '[a](y/<<< custom_key.v >>>.md)'],
    ['behind a macro', '[a](<<< custom_key.v >>>/x.md#a)', 'v/x.md#a', 'v/y.md#a', '[a](<<< custom_key.v >>>/y.md#a)'],
    ['inside a macro', '[a](x/<<< custom_key.v >>>.md)', 'x/1.md', 'x/2.md', undefined],
    ['on both sides', '[a](x/<<< custom_key.v >>>.md)', 'x/1.md', 'y/1.html', undefined],
  ])('with a change %s', (...[, text, actual, wanted, expected]) => {
    expect(change(text, actual, wanted)).toBe(expected)
  })

  it.each([
    ['white space', 'a b.md'],
    ['a bracket', 'a(b.md'],
    ['a bar, which would end a table cell', 'a|b.md'],
    ['an entity', 'a&lt;b.md'],
    ['a macro', '<<< x >>>.md'],
  ])('is not written with %s in it', (_, wanted) => {
    expect(change('[a](x.md)', 'x.md', wanted)).toBeUndefined()
  })

  it('is not found where the text says something else', () => {
    expect(change('[a](z.md)', 'x.md', 'y.md')).toBeUndefined()
    expect(change('[a](x.md "t)', 'x.md', 'y.md')).toBeUndefined()
  })

  it.each([
    ['[a]: x.md', 'x.md'],
    ['[a b\\]]:   <x y.md> "t"', 'x y.md'],
    ['[a]:\n    x.md', 'x.md'],
    ['[安装]: 安装.md', '安装.md'],
  ])('is found in the definition %j', (text, expected) => {
    const {start, end} = definitionDestination(text, 0) ?? {start: 0, end: 0}
    expect(text.slice(start, end)).toBe(expected)
  })

  it('leads back from what it stands for', () => {
    expect(decodeDestination('\\a&amp;\\_😀', 'markdown')).toEqual({text: '\\a&_😀', offsets: [0, 1, 2, 7, 9, 10, 11]})
  })
})
