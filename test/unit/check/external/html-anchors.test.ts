import {describe, expect, it} from 'vitest'
import {anchorOf, hasAnchor, htmlAnchors} from '../../../../src/check/external/html-anchors.ts'

describe('the anchors of a page', () => {
  it.each([
    ['ids of elements', '<h1 id="a">A</h1><p id=b><br id=\'c\'/>', ['a', 'b', 'c']],
    ['names of links', '<a name="a"></a><meta name="b"><input name="c">', ['a']],
    ['ids with references', '<p id="a&amp;b">', ['a&b']],
    ['ids in capital letters', '<P ID="A">', ['A']],
    ['no empty ids', '<p id=""><p id>', []],
    ['none in comments', '<!-- <p id="a"> --><p id="b">', ['b']],
    ['none in scripts', '<script>"<p id=a>"</script><p id="b">', ['b']],
    ['none in styles', '<style><p id="a"></style><p id="b">', ['b']],
    ['none in text fields', '<textarea id="a"><p id="b"></textarea>', ['a']],
    ['none in titles', '<title><p id="a"></title><p id="b">', ['b']],
    ['those after a drawing', '<svg><title/><script/></svg><p id="a"><svg/><p id="b">', ['a', 'b']],
    ['those of a page that breaks off', '<p id="a"><p id="b', ['a']],
  ])('are %s', (_, html, expected) => {
    expect([...htmlAnchors(html)]).toEqual(expected)
  })

  it('are found however deep the elements are nested', () => {
    expect([...htmlAnchors(`${'<div><p>'.repeat(100_000)}<i id="a">`)]).toEqual(['a'])
  })
})

describe('the anchor of a URL', () => {
  it.each([
    ['#step-2', 'step-2'],
    ['#%E6%AD%A5%E9%AA%A4', '步骤'],
    ['#100%', '100%'],
    ['#a:~:text=words', 'a'],
    ['#:~:text=words', undefined],
    ['#top', undefined],
    ['#Top', undefined],
    ['#topic', 'topic'],
    ['#!/route', undefined],
    ['#/route', undefined],
    ['#', undefined],
    ['', undefined],
  ])('of %j is %j', (hash, expected) => {
    expect(anchorOf(hash)).toBe(expected)
  })
})

describe('a page has an anchor', () => {
  it.each([
    ['a', 'a', true],
    ['A', 'a', false],
    ['%E6%AD%A5', '步', true],
    ['user-content-usage', 'usage', true],
    ['', 'a', false],
  ])('%j for %j: %j', (id, anchor, expected) => {
    expect(hasAnchor(new Set([id]), anchor)).toBe(expected)
  })
})
