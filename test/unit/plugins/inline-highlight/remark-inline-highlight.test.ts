import {describe, expect, it} from 'vitest'
import remarkInlineHighlight from '../../../../plugins/inline-highlight/remark-inline-highlight.ts'
import type {InlineHighlightOptions} from '../../../../plugins/inline-highlight/remark-inline-highlight.ts'
import {renderWith} from '../../../support/render-with.ts'

const render = renderWith(remarkInlineHighlight)
const renderAs = (options: InlineHighlightOptions) => renderWith([remarkInlineHighlight, options])
const code = (classes: string, content: string): string =>
  `<p><code${classes === '' ? '' : ` class="${classes}"`}>${content}</code></p>`
const token = (name: string, text: string): string => `<span class="tok-${name}">${text}</span>`

describe('inline highlighting', () => {
  it.each([
    ['`#!python x`', code('language-python highlight', 'x')],
    ['`:::js x`', code('language-js highlight', 'x')],
    ['`:::::c++ x`', code('language-c++ highlight', 'x')],
    ['`` #!aurora echo `date` ``', code('language-aurora highlight', 'echo `date`')],
    ['`#!python`', code('', '#!python')],
    ['`#! x`', code('', 'x')],
    ['`::x y`', code('', '::x y')],
    ['`#!/bin/sh x`', code('', '#!/bin/sh x')],
    ['`plain`', code('', 'plain')],
  ])('takes the language from the code: %s', (source, html) => {
    expect(render(source)).toBe(html)
  })

  it('colours the code as a block of that language', () => {
    expect(render('`#!js let a = "<b>"`')).toBe(
      code(
        'language-js highlight',
        `${token('keyword', 'let')} a ${token('operator', '=')} ${token('string', '"&lt;b&gt;"')}`,
      ),
    )
  })

  it('leaves the colours to the browser', () => {
    const bare = renderAs({use_pygments: false, pygments_lang_class: false, style_plain_text: true})
    expect(bare('`#!js let a`')).toBe(code('language-js highlight', 'let a'))
    expect(bare('`let a`')).toBe(code('highlight', 'let a'))
  })

  it('takes its classes from the options', () => {
    const styled = renderAs({css_class: 'a b', language_prefix: 'lang-'})
    expect(styled('`#!py x`')).toBe(code('lang-py a b', 'x'))
    expect(renderAs({css_class: '', pygments_lang_class: false})('`#!py x`')).toBe(code('', 'x'))
  })

  it('highlights code without a language on request', () => {
    expect(renderAs({style_plain_text: true})('`let a`')).toBe(code('language-text highlight', 'let a'))
    expect(renderAs({style_plain_text: 'js'})('`let a`')).toBe(
      code('language-js highlight', `${token('keyword', 'let')} a`),
    )
    expect(renderAs({style_plain_text: ''})('`let a`')).toBe(code('', 'let a'))
  })

  it('guesses languages and knows further names of them on request', () => {
    const guessing = renderAs({guess_lang: 'inline', pygments_lang_class: false})
    expect(guessing('`import borealis`')).toBe(code('highlight', `${token('keyword', 'import')} borealis`))
    expect(renderAs({guess_lang: 'block'})('`import borealis`')).toBe(code('', 'import borealis'))
    const named = renderAs({extend_pygments_lang: [{name: 'snake', lang: 'python'}]})
    expect(named('`#!Snake import a`')).toBe(code('language-Snake highlight', `${token('keyword', 'import')} a`))
  })

  it('leaves the colours to who comes later', () => {
    expect(renderAs({defer: true})('`#!js let a`')).toBe(code('language-js highlight', 'let a'))
  })
})
