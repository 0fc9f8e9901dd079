import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {builtInAdmonitions} from '../../../src/core/admonition-types.ts'
import {admonitionCss} from '../../../src/render/admonition-css.ts'
import {contrastRatio, readColour} from '../../../src/render/colour.ts'

const icons = {
  svg: (name: string) => (name === 'octicons-tag-16' ? '<svg viewBox="0 0 16 16">\n<path d="M1 1"/></svg>' : undefined),
  names: () => ['octicons-tag-16'],
  emoji: () => undefined,
}

describe('the look of admonitions', () => {
  it('is a colour for light and dark and an icon', () => {
    expect(admonitionCss({launch: {icon: 'octicons-tag-16', colour: '#123456'}}, icons).css)
      .toBe(`.dp-article .launch:is(.admonition, details) {
  --dp-tone: #123456;
  --dp-icon: url("data:image/svg+xml,%3Csvg viewBox='0 0 16 16'%3E %3Cpath d='M1 1'/%3E%3C/svg%3E");
}
@media screen and (prefers-color-scheme: dark) {
:root:not([data-scheme='light']) .dp-article .launch:is(.admonition, details) {
  --dp-tone: #899aab;
}
}
@media screen {
:root[data-scheme='dark'] .dp-article .launch:is(.admonition, details) {
  --dp-tone: #899aab;
}
}
`)
  })

  it('is an icon alone, or nothing', () => {
    const {css} = admonitionCss({note: {icon: 'octicons-tag-16'}}, icons)
    expect(css).toContain('.dp-article .note:is(.admonition, details) {\n  --dp-icon: url(')
    expect(css).not.toContain('--dp-tone')
    expect(admonitionCss({}, icons).css).toBe('')
  })

  it('is moved to where it can be read', () => {
    const {css} = admonitionCss({launch: {colour: '#ffff00'}}, icons)
    const [light = '', dark = ''] = [...css.matchAll(/--dp-tone: (#\w{6})/g)].map(([, colour]) => colour)
    const contrast = (colour: string, paper: string): number => {
      const [text, back] = [readColour(colour), readColour(paper)]
      return text && back ? contrastRatio(text, back) : 0
    }
    expect(contrast(light, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(dark, '#14181f')).toBeGreaterThanOrEqual(4.5)
  })

  it('leaves out what cannot be read or found, and says so', () => {
    expect(
      admonitionCss({launch: {icon: 'octicons-tga-16', colour: 'blurple'}, note: {icon: 'nothing'}}, icons),
    ).toEqual({
      css: '',
      unreadable: ['blurple'],
      unknownIcons: [{name: 'octicons-tga-16', nearest: 'octicons-tag-16'}, {name: 'nothing'}],
    })
  })
})

describe('every type of the theme', () => {
  const file = (name: string): string =>
    readFileSync(path.resolve(import.meta.dirname, '../../../templates', name), 'utf8')
  const [css, english, chinese] = [file('css/admonitions.css'), file('locales/en.yml'), file('locales/zh.yml')]

  it.each(builtInAdmonitions)('has a look and a title in English and Chinese: %s', (type) => {
    // `note` is the look of every type that has none of its own.
    if (type !== 'note')
      expect(css).toMatch(new RegExp(String.raw`\.${type}[),:].*:is\(\.admonition, details\)|\.${type}:is\(`))
    for (const strings of [english, chinese]) expect(strings).toMatch(new RegExp(`^ {2}${type}: \\S`, 'm'))
  })
})
