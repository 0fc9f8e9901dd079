import type {ElementContent} from 'hast'
import {describe, expect, it} from 'vitest'
import remarkInlineHighlight from '../../../../plugins/inline-highlight/remark-inline-highlight.ts'
import {renderWith} from '../../../support/render-with.ts'

const render = renderWith(remarkInlineHighlight)
const code = (classes: string, content: string): string =>
  `<p><code${classes === '' ? '' : ` class="${classes}"`}>${content}</code></p>`

describe('inline highlighting', () => {
  it.each([
    ['`#!python print(1)`', code('language-python highlight', 'print(1)')],
    ['`:::js let x`', code('language-js highlight', 'let x')],
    ['`:::::c++ x`', code('language-c++ highlight', 'x')],
    ['`` #!sh echo `date` ``', code('language-sh highlight', 'echo `date`')],
    ['`#!python`', code('', '#!python')],
    ['`#! x`', code('', 'x')],
    ['`::x y`', code('', '::x y')],
    ['`#!/bin/sh x`', code('', '#!/bin/sh x')],
    ['`plain`', code('', 'plain')],
  ])('takes the language from the code: %s', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it('colours the code of languages that the highlighter knows', () => {
    const highlight = (text: string, language: string): ElementContent[] | undefined =>
      language === 'known'
        ? [{type: 'element', tagName: 'b', properties: {}, children: [{type: 'text', value: text}]}]
        : undefined
    const colour = renderWith([remarkInlineHighlight, {highlight}])
    expect(colour('`#!known a<b`')).toBe(code('language-known highlight', '<b>a&#x3C;b</b>'))
    expect(colour('`#!other a`')).toBe(code('language-other highlight', 'a'))
  })

  it('follows the options', () => {
    const styled = renderWith([
      remarkInlineHighlight,
      {css_class: 'a b', language_prefix: 'lang-', style_plain_text: true},
    ])
    expect(styled('`#!py x`')).toBe(code('lang-py a b', 'x'))
    expect(styled('`x`')).toBe(code('a b', 'x'))
    const bare = renderWith([remarkInlineHighlight, {css_class: '', pygments_lang_class: false}])
    expect(bare('`#!py x`')).toBe(code('', 'x').replace('<code>', '<code class="">'))
  })
})
