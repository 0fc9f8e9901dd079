import {describe, expect, it} from 'vitest'
import {withIndexFiles} from '../../../src/render/offline-links.ts'

describe('a site without a server', () => {
  it.each([
    ['<a href="../b/">', '<a href="../b/index.html">'],
    ["<a class=x href='./#c'>", "<a class=x href='./index.html#c'>"],
    ['<a href=b/#c>', '<a href=b/index.html#c>'],
    ['<link rel="canonical" href="./">', '<link rel="canonical" href="./index.html">'],
    ['<form action="../search/">', '<form action="../search/index.html">'],
    ['<a href="?q=1">', '<a href="index.html?q=1">'],
  ])('names the file of a folder: %s', (html, expected) => {
    expect(withIndexFiles(html)).toBe(expected)
  })

  it.each([
    '<a href="#c">',
    '<a href="https://a.example/b/">',
    '<a href="//a.example/b/">',
    '<a href="mailto:a@b.example">',
    '<a href="../files/a.pdf">',
    '<img src="../b/">',
    '<p>&lt;a href="b/"> 1 < 2</p>',
    '<!-- <a href="b/"> -->',
    '<script>"<a href=\'b/\'>"</script>',
  ])('leaves %s as it is', (html) => {
    expect(withIndexFiles(html)).toBe(html)
  })
})
