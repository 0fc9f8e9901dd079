import {describe, expect, it} from 'vitest'
import {decodedAddresses, foldMarkdown, visibleText} from '../../../src/check/brands/plain-text.ts'

describe('visibleText', () => {
  it.each([
    ['<p>No<b>v</b>a</p>', '\nNova\n'],
    ['<td>No</td><td>va</td>', '\nNo\n\nva\n'],
    ['&#78;o&shy;va &amp; &#x4E;', 'Nova & N'],
    ['a &unknown; &#0; <b', 'a &unknown; &#0; <b'],
  ])('reads %j as %j', (html, text) => {
    expect(visibleText(html)).toBe(text)
  })
})

describe('decodedAddresses', () => {
  it.each([
    ['<a href="/%4Eova">', ['/Nova']],
    ['100 % of %E', []],
    ['"/%FF"', ['/%FF']],
  ])('finds those of %j', (html, addresses) => {
    expect(decodedAddresses(html).map((one) => one.replace(/^href=/, ''))).toEqual(addresses)
  })
})

describe('foldMarkdown', () => {
  it.each([
    ['No**va**', 'Nova', [0, 1, 4, 5], [1, 2, 5, 6]],
    ['&#78;o', 'No', [0, 5], [5, 6]],
    ['a<br>b', 'a\nb', [0, 1, 5], [1, 5, 6]],
    ['%4Eo', 'No', [0, 3], [3, 4]],
  ])('reads %j as %j, with the way back', (source, ...[text, starts, ends]) => {
    expect(foldMarkdown(source)).toEqual({text, starts, ends})
  })
})
