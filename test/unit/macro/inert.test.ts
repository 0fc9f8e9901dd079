import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {cjkFriendlyExtension} from 'micromark-extension-cjk-friendly'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmTable} from 'micromark-extension-gfm-table'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fillPlaceholders} from '../../../src/core/placeholder.ts'
import {expandSource} from '../../../src/macro/expand.ts'
import {isPlainWords} from '../../../src/macro/inert-value.ts'
import {lookupValue, type MacroEdition} from '../../../src/macro/scope.ts'

function editionOf(name: string): MacroEdition {
  return {brand: 'aurora', locale: 'en', values: {name}}
}

/** Whether a placeholder stands for the value of the first `<<<M>>>` of a source. */
function isShared(source: string, value: string): boolean {
  const text = source.replaceAll('<<<M>>>', '<<< custom_key.name >>>')
  const {variants} = expandSource({text, path: 'en/a.md', editions: [editionOf(value)]})
  return (variants[0]?.lookups.length ?? 0) > 0
}

describe('a value', () => {
  it.each(['Aurora', '北辰云', 'Aurora Cloud', 'aurora.example', 'us1-console.aurora.example', 'Région Nord', 'A1b'])(
    'of plain words is inert: %s',
    (value) => {
      expect(isPlainWords(value)).toBe(true)
      expect(isShared('Text with <<<M>>> inside', value)).toBe(true)
    },
  )

  it.each(
    [
      ['', 'ab', 'tm', '*a*', 'a  b', ' abc', 'abc ', 'a_b', 'www.aurora.example', 'Www.x.y', '9lives', 'a|b', 'abc.'],
      ['a\nb', 'a-', '<b>', 'http://a', '\uA500\uA510\uA510\uA510', 'a--b', 'e\u0301t\u00e9'],
    ].flat(),
  )('is written out: %j', (value) => {
    expect(isPlainWords(value)).toBe(false)
    expect(isShared('Text with <<<M>>> inside', value)).toBe(false)
  })
})

describe('a place', () => {
  it.each([
    ['a paragraph', 'the <<<M>>> console'],
    ['a heading', '# About <<<M>>>'],
    ['the text of a link', '[<<<M>>>](a.md)'],
    ['bold text', 'a **<<<M>>>** b'],
    ['bold text before full-width marks', '点击**<<<M>>>**，再继续'],
    ['Chinese text', '登录<<<M>>>控制台'],
    ['a table', '| a | b |\n|---|---|\n| <<<M>>> | c |'],
    ['a code span', 'run `<<<M>>>`'],
    ['a fence', '```sh\necho <<<M>>>\n```'],
    ['a title in quotes', '!!! note "About <<<M>>>"\n    text'],
    ['the label of a tab', '=== "<<<M>>>"\n    text'],
    ['an attribute of text', '<img alt="<<<M>>>">'],
    ['HTML text', '<b><<<M>>></b>'],
    ['a comment', '<!-- <<<M>>> -->'],
    ['a list item', '- <<<M>>>: the console'],
    ['an indented line at the start of a text', '\n    <<<M>>>'],
    ['an indented line below many others', `\n${'    a: b\n'.repeat(300)}    c: <<<M>>>`],
    ['the body of a block', '/// note\n    open: true\n\n    <<<M>>>\n///'],
    ['text behind a URL in a link', '见[文档](https://aurora.example/)的<<<M>>>说明'],
    ['brackets beside it, with definitions elsewhere', '[a][b] <<<M>>>\n\n[b]: c.md'],
  ])('keeps a placeholder: %s', (_, source) => {
    expect(isShared(source, '北辰云')).toBe(true)
    expect(isShared(source, 'Aurora')).toBe(true)
  })

  it.each([
    ['a tag name', '<<<<M>>> '],
    ['behind an angle bracket', 'a < <<<M>>>', true],
    ['inside a tag', '<b <<<M>>>>'],
    ['an attribute of another kind', '<div class="<<<M>>>">'],
    ['a character reference', '&<<<M>>>;'],
    ['a mail address', 'mail <<<M>>>@example.com'],
    ['a bare web address', 'see www.<<<M>>>/x'],
    ['braces', 'text {.<<<M>>>}'],
    ['keys', 'press ++ctrl+<<<M>>>++'],
    ['critic marks', 'a {~~b~>c~~} <<<M>>>'],
    ['an icon', ':material-<<<M>>>:'],
    ['an info string', '```<<<M>>>\na\n```'],
    ['the type of an admonition', '!!! <<<M>>>\n    a'],
    ['a directive', '::: <<<M>>>'],
    ['an option of a block', '/// admonition\n    open: true\n    type: <<<M>>>\n///'],
    ['an option of a block in a list', '- /// note\n      attrs: {id: <<<M>>>}\n  ///'],
    ['an option of a block far below its first line', `/// note\n${'    a: b\n'.repeat(300)}    type: <<<M>>>\n///`],
    ['an option below another value', '/// note\n    a: <<<M>>>\n    b: <<<M>>>\n///'],
    ['an abbreviation', '*[<<<M>>>]: text'],
    ['a footnote label', 'a[^<<<M>>>]'],
    ['a reference', '[<<<M>>>]\n\n[Aurora]: a.md'],
    ['a marker in brackets', '[<<<M>>>]'],
    ['an alert', '> [!<<<M>>>]'],
    ['another macro beside it', '<<<M>>><<<M>>>'],
    ['a tag in what may be no comment', 'a <!-- <!<<<M>>>>'],
    ['a tag in what may be no attribute', '\\<a title="<b <<<M>>>>">'],
    ['a letter beside it', 'x<<<M>>>'],
    ['a digit beside it', '1/4<<<M>>>'],
    ['a language in a code span', '`#!<<<M>>> x`'],
    ['a word that the page abbreviates', 'the <<<M>>> console\n\n*[aurora cloud]: A'],
    ['a combining mark behind it', '<<<M>>>\u0301'],
  ])('writes the value out: %s', (_, source, kept = false) => {
    expect(isShared(source, 'Aurora')).toBe(kept)
  })

  it.each([
    ['a destination', '[a](https://<<<M>>>/b)', {kept: 'aurora.example', written: '北辰云'}],
    ['an autolink', '<https://<<<M>>>/b>', {kept: 'aurora.example', written: '北辰云'}],
    ['a bare URL', 'https://<<<M>>>/b', {kept: 'aurora.example', written: 'Aurora Cloud'}],
    ['a URL attribute', '<a href="https://<<<M>>>/">a</a>', {kept: 'aurora.example', written: '北辰云'}],
    ['a definition', '[a]: <<<M>>>', {kept: 'aurora.example', written: 'Aurora Cloud'}],
    ['emphasis before a mark', '**“**<<<M>>>', {kept: 'Aurora', written: '北辰云'}],
    ['emphasis behind a mark', '<<<M>>>**!a**', {kept: 'Aurora', written: '北辰云'}],
    ['a subscript', 'H~<<<M>>>~O', {kept: 'two', written: 'two parts'}],
    ['a colon behind it', '<<<M>>>://x', {kept: 'Aurora', written: 'xhttps'}],
  ])('takes some values: %s', (_, source, {kept, written}) => {
    expect(isShared(source, kept)).toBe(true)
    expect(isShared(source, written)).toBe(false)
  })
})

describe('a placeholder', () => {
  interface Tree {
    readonly type: string
    readonly value?: string
    readonly children?: readonly Tree[]
    readonly position?: unknown
  }

  const parse = (text: string): Tree =>
    fromMarkdown(text, {
      extensions: [gfmTable(), gfmFootnote(), cjkFriendlyExtension()],
      mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
    })

  /** A tree as text, with values filled in and without positions. */
  const shape = (tree: Tree, values: readonly string[]): string =>
    JSON.stringify(tree, (key, value: unknown) => {
      if (key === 'position') return undefined
      return typeof value === 'string' ? fillPlaceholders(value, values) : value
    })

  const piece = fc.constantFrom(
    ...[
      '*',
      '**',
      '_',
      '__',
      '`',
      '``',
      '[',
      ']',
      '](',
      '](u',
      ')',
      '![',
      '[^',
      ']:',
      '\n[Aurora]: u\n',
      '<',
      '<b',
      '</',
      '>',
    ],
    ...[
      '<a href="',
      '">',
      '<https://',
      '&',
      ';',
      '#',
      '# ',
      '- ',
      '1. ',
      '> ',
      '    ',
      '```',
      '~~~',
      '|',
      '\n|--|--|\n',
    ],
    ...[
      '\n',
      '\n\n',
      '\n',
      ' ',
      ' ',
      '<!-- ',
      ' -->',
      '\\',
      ':',
      '::',
      '!',
      '?',
      '.',
      '，',
      '“',
      '”',
      '（',
      '）',
      '界',
      'a',
    ],
    ...[
      '{',
      '}',
      '=',
      '\n===\n',
      '\n---\n',
      '"',
      "'",
      '@',
      'www.',
      'https://',
      '<<<M>>>',
      '<<<M>>>',
      '<<<M>>>',
      '<<<N>>>',
    ],
  )
  const name = fc.constantFrom('Aurora', '北辰云', 'Aurora Cloud', 'aurora.example', 'Région', 'a-b-c', '云 A', 'a1b2')

  it('changes nothing about how Markdown is parsed', () => {
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 24}), name, name, (parts, first, second) => {
        const text = parts
          .join('')
          .replaceAll('<<<M>>>', '<<<custom_key.first>>>')
          .replaceAll('<<<N>>>', '<<<custom_key.second>>>')
        const edition = {brand: 'aurora', locale: 'en', values: {first, second}}
        const shared = expandSource({text, path: 'en/a.md', editions: [edition]}).variants[0]
        const reference = expandSource({text, path: 'en/a.md', editions: [edition], inline: 'all'}).variants[0]
        if (!shared || !reference) throw new Error('an edition has no variant')
        const values = shared.lookups.map((lookup) => lookupValue(edition.values, lookup) ?? '')
        expect(shape(parse(shared.text), values)).toBe(shape(parse(reference.text), []))
      }),
      {numRuns: 5000},
    )
  })
})
