import {describe, expect, it} from 'vitest'
import {lastPart, mayMean, readMentions, splitComments} from '../../../src/check/mentions.ts'

const written = (text: string): readonly string[] => readMentions(text).map((mention) => mention.written)

describe('names of images in a text', () => {
  it.each<[string, readonly string[]]>([
    ['url(../img/a.png) url("b.svg#x")', ['../img/a.png', 'b.svg']],
    ['<p data-bg="c.webp?v=2">', ['c.webp']],
    ['a.png,b.png', ['a.png', 'b.png']],
    ['{"icon":"img/a.jpeg"}', ['img/a.jpeg']],
    ['img/<<< custom_key.name >>>.png', ['img/<<< custom_key.name >>>.png']],
    ['`${name}.png`', ['${name}.png']],
    ['a.pngx a.png2 a.md', []],
    ['ends in .png', ['.png']],
  ])('are found in `%s`', (text, names) => {
    expect(written(text)).toEqual(names)
  })

  it('are looked for in time that the length of the text bounds', () => {
    expect(written(`${'a'.repeat(1_000_000)}.png`)[0]).toHaveLength(516)
    expect(written('.png'.repeat(100_000))).toHaveLength(100_000)
    expect(written('>>>.png'.repeat(50_000))).toHaveLength(50_000)
  })

  it.each<[string, string, boolean]>([
    ['../img/a%20b.png', 'a b.png', true],
    ['img\\a.png', 'a.png', true],
    ['img/a.png', 'b.png', false],
    ['img/<<< name >>>-dark.png', 'nova-dark.png', true],
    ['img/<<< name >>>-dark.png', 'nova.png', false],
    ['img/icon-${kind}.svg', 'icon-note.svg', true],
    ['img/icon-${kind}.svg', 'note.svg', false],
    ['<<< folder >>>/a.png', 'a.png', true],
    ['<<< folder >>>/a.png', 'b-a.png', false],
    ['.png', 'any.png', true],
  ])('`%s` for `%s`: %s', (text, name, expected) => {
    const [mention] = readMentions(text)
    expect(mention && mayMean(lastPart(mention), name)).toBe(expected)
  })

  it('are told from those in comments', () => {
    expect(splitComments('a<!-- b -->c<!---->d<!-- e')).toEqual({shown: 'acd<!-- e', comments: ' b \n'})
  })
})
