import {describe, expect, it} from 'vitest'
import type {SmartQuoteOptions} from '../../../../plugins/smart-quotes/remark-smart-quotes.ts'
import remarkSmartQuotes from '../../../../plugins/smart-quotes/remark-smart-quotes.ts'
import {renderWith} from '../../../support/render-with.ts'

const render = (source: string, options: SmartQuoteOptions = {}): string =>
  renderWith([remarkSmartQuotes, options])(source).replace(/^<p>|<\/p>$/g, '')

describe('smart quotes', () => {
  it.each([
    [`She'll say "yes"`, 'She’ll say “yes”'],
    [`"Don't" --- he waited... then left`, '“Don’t” — he waited… then left'],
    [`"'Soon' is no date."`, '“‘Soon’ is no date.”'],
    [`'The word "soon" is no date.'`, '‘The word “soon” is no date.’'],
    [`'He said "soon"'`, '‘He said “soon”’'],
    [`"He said 'soon'"`, '“He said ‘soon’”'],
    ['("soon") ["later"] {"never"}', '(“soon”) [“later”] {“never”}'],
    ['pages 3--5, 1998---2001', 'pages 3–5, 1998—2001'],
    ['yes---"no"', 'yes—“no”'],
    ['yes--"no"', 'yes–“no”'],
    [`the '70s, 1970's, 1971--'79s, '70s`, 'the ’70s, 1970’s, 1971–’79s, ’70s'],
    [`Ms. Adams' and Ms. Park's`, 'Ms. Adams’ and Ms. Park’s'],
    ['"wait..."', '“wait…”'],
    ['"one\ntwo" \'three\'\n"four"', '“one\ntwo” ‘three’\n“four”'],
    [`".5`, '“.5'],
    [`". and`, '”. and'],
    [`x'5`, 'x‘5'],
  ])('are written for %s', (source, text) => {
    expect(render(source)).toBe(text)
  })

  it.each([
    ['"**bold**"', '“<strong>bold</strong>”'],
    ['"[link](x)", he said', '“<a href="x">link</a>”, he said'],
    ['**"bold"** "text"', '<strong>“bold”</strong> “text”'],
    ['x **"y"** z', 'x <strong>“y”</strong> z'],
    ["*Aurora*'s own", '<em>Aurora</em>’s own'],
    ['"*one* two"', '“<em>one</em> two”'],
    ['"`code`" and "`code` text"', '“<code>code</code>” and “<code>code</code> text”'],
    ['"<b>raw</b>"', '“<b>raw</b>”'],
    ['say<br>"raw"', 'say<br>“raw”'],
    ['say\\\n"raw"', 'say<br>\n“raw”'],
    ['*a-*-b', '<em>a-</em>-b'],
  ])('see the whole block in %s', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it.each([
    ['code', '`"a" -- b...`', '<code>"a" -- b...</code>'],
    ['code of HTML', '<kbd>"a"</kbd> <code>b--<b>c</b>...</code>', '<kbd>"a"</kbd> <code>b--<b>c</b>...</code>'],
    [
      'attributes and destinations',
      '[a](b--c "d...") <i title="e--f">',
      '<a href="b--c" title="d...">a</a> <i title="e--f">',
    ],
    ['autolinks', '<https://a.example/b--c>', '<a href="https://a.example/b--c">https://a.example/b--c</a>'],
    ['escaped signs', `\\"a\\" \\'b\\' c\\--d e\\...f &quot;g&#39;`, `"a" 'b' c--d e...f "g'`],
    ['longer runs', 'a----b c....d -. .-', 'a----b c....d -. .-'],
    ['angled quotes', 'a >> b', 'a >> b'],
  ])('leave %s alone', (_, source, html) => {
    expect(render(source)).toBe(html)
  })

  it('turn around real quotes inside escaped ones and the other way about', () => {
    expect(render(`\\'"a" b\\' 'c \\"d\\" e'`)).toBe(`'“a” b' ‘c "d" e’`)
  })

  it.each([
    ['她说"明天"。', '她说“明天”。'],
    ["她说'明天'。", '她说‘明天’。'],
    ['"明天"是"星期三"吗？', '“明天”是“星期三”吗？'],
    ['选择"**保存**"，再选择"Exit"。', '选择“<strong>保存</strong>”，再选择“Exit”。'],
    ['（"可选"）', '（“可选”）'],
    ["明天不是'soon' 而是 it's", '明天不是‘soon’ 而是 it’s'],
    ['她说"明天"', '她说“明天”'],
    ['彼は"はい"と言った', '彼は“はい”と言った'],
  ])('pair beside CJK text in %s', (source, text) => {
    expect(render(source)).toBe(text)
  })

  it('treat each block on its own', () => {
    expect(renderWith(remarkSmartQuotes)('# "a\n\n- b"\n- "c" --\n\n> "d"')).toBe(
      '<h1>“a</h1>\n<ul>\n<li>b”</li>\n<li>“c” –</li>\n</ul>\n<blockquote>\n<p>“d”</p>\n</blockquote>',
    )
  })

  it.each<[SmartQuoteOptions, string]>([
    [{smart_quotes: false}, '"a" – b… <<5>> –>'],
    [{smart_dashes: false}, '“a” -- b… <<5>> -->'],
    [{smart_ellipses: false}, '“a” – b... <<5>> –>'],
    [{smart_angled_quotes: true}, '“a” – b… «5» –>'],
    [{keep_arrows: true}, '“a” – b… <<5>> -->'],
  ])('are switched by %j', (options, text) => {
    expect(render('"a" -- b... <<5>> -->', options).replaceAll('&#x3C;', '<')).toBe(text)
  })

  it.each([
    ['<<soon>> *<<now>>*', '«soon» <em>«now»</em>'],
    ['<<*soon* or never>>', '«<em>soon</em> or never»'],
    ['<<soon or "never">>', '«soon or “never”»'],
    ['<b>a</b>> <<b>c</b>', '<b>a</b>> &#x3C;<b>c</b>'],
  ])('take %s for angled quotes, not for tags', (source, html) => {
    expect(render(source, {smart_angled_quotes: true})).toBe(html)
  })

  it('open behind two hyphens that stay', () => {
    expect(render('a--"b"', {smart_dashes: false})).toBe('a--“b”')
  })

  it('can be other characters, written as such or as character references', () => {
    const substitutions = {
      'left-double-quote': '&bdquo;',
      'right-double-quote': '&#8220;',
      'left-single-quote': '&#x201A;',
      'right-single-quote': '‘',
      ellipsis: ' . . .',
      ndash: '&nosuch;',
      mdash: '&#9999999;',
    }
    expect(render(`"a 'b'"... -- ---`, {substitutions})).toBe('„a ‚b‘“ . . . &#x26;nosuch; &#x26;#9999999;')
  })

  it.each(['"', "'", '-', '...', '\\"', '"a" ', "字'", '*"a"* ', '<b>"', '&quot;'])(
    'come to an end with many of %j',
    (token) => {
      expect(render(token.repeat(100_000 / token.length)).length).toBeGreaterThan(0)
    },
    60_000,
  )
})
