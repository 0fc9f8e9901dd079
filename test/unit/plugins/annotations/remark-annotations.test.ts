import {describe, expect, it} from 'vitest'
import remarkAnnotations from '../../../../plugins/annotations/remark-annotations.ts'
import remarkAttributeLists from '../../../../plugins/attribute-lists/remark-attribute-lists.ts'
import {annotateComment} from '../../../../plugins/highlight/annotate-comment.ts'
import {highlightLines, plainLines} from '../../../../plugins/highlight/highlight-lines.ts'
import {annotationsOf} from './annotations-of.ts'
import {renderWith} from '../../../support/render-with.ts'

const render = renderWith(remarkAttributeLists, remarkAnnotations)
const number = (text: string): string => `<span class="annotation">${text}</span>`

describe('annotations in text', () => {
  it('are numbers in a block of the class `annotate`, and the ordered list behind it', () => {
    expect(render('One (1) and *two (2)*.\n{ .annotate }\n\n1. First\n2. Second')).toBe(
      `<p class="annotate">One ${number('(1)')} and <em>two ${number('(2)')}</em>.</p>\n` +
        '<ol class="annotations">\n<li id="__annotation_1_1">First</li>\n<li id="__annotation_1_2">Second</li>\n</ol>',
    )
  })

  it('count the items of the list, whatever number it starts with', () => {
    expect(render('One (1), two (2), none (0).\n{ .annotate }\n\n7. First')).toContain(
      `One ${number('(1)')}, two (2), none (0).`,
    )
  })

  it.each([
    ['without the class', 'One (1).\n\n1. First'],
    ['without a list', 'One (1).\n{ .annotate }\n\nText'],
    ['with a list of another kind', 'One (1).\n{ .annotate }\n\n- First'],
    ['with something between', 'One (1).\n{ .annotate }\n\nText\n\n1. First'],
  ])('are text %s', (_, source) => {
    expect(render(source)).not.toContain('annotation')
  })

  it('leave code as it is', () => {
    expect(render('Call `f(1)`.\n{ .annotate }\n\n1. First')).toContain('<code>f(1)</code>')
  })

  it('may be many, and all there is', () => {
    expect(render('*(1)*\n{ .annotate }\n\n1. First')).toContain(`<em>${number('(1)')}</em>`)
    const html = render(`${'(1)'.repeat(20_000)}\n{ .annotate }\n\n1. First`)
    expect(html.match(/class="annotation"/g)).toHaveLength(20_000)
  })

  it('nest', () => {
    const html = render('A (1)\n{ .annotate }\n\n1. B (1)\n   { .annotate }\n\n   1. C')
    expect(html.match(/id="[^"]*"|\(1\)<\/span>/g)).toEqual([
      '(1)</span>',
      'id="__annotation_1_1"',
      '(1)</span>',
      'id="__annotation_2_1"',
    ])
  })

  it('keep an id of the author', () => {
    expect(render('A (1)\n{ .annotate }\n\n1. B\n{ #why }')).toContain('id="why"')
  })
})

describe('annotations in code', () => {
  it('are told the ids of the items behind it', () => {
    expect(annotationsOf('``` { .js .annotate }\n// (1)\n```\n\n1. First\n2. Second')).toEqual([
      ['__annotation_1_1', '__annotation_1_2'],
    ])
    expect(annotationsOf('```js\n// (1)\n```\n\n1. First')).toEqual([undefined])
    expect(annotationsOf('```js\n// (1)\n```\n\n1. First', {code: true})).toEqual([['__annotation_1_1']])
  })

  it.each([
    ['# (1)', '# <a class="annotation" href="#a">(1)</a>'],
    ['# (1)!', '<span hidden># </span><a class="annotation" href="#a">(1)</a><span hidden>!</span>'],
    [
      '<!-- (2)! -->',
      '<span hidden>&lt;!-- </span><a class="annotation" href="#b">(2)</a><span hidden>! --&gt;</span>',
    ],
    ['(1)!', '<a class="annotation" href="#a">(1)</a><span hidden>!</span>'],
    ['// (1) & (2)', '// <a class="annotation" href="#a">(1)</a> &amp; <a class="annotation" href="#b">(2)</a>'],
    ['// (0) (3) (x)', '// (0) (3) (x)'],
  ])('link the numbers of a comment: %s', (comment, html) => {
    expect(annotateComment(comment, ['a', 'b'])).toBe(html)
  })

  it('are in comments only, line by line', () => {
    const html = highlightLines('f(1) /* (1)\n(1)! */', 'js', {...plainLines, annotations: ['a']})
    expect(html.match(/<a class="annotation" href="#a">\(1\)<\/a>/g)).toHaveLength(2)
    expect(html).toContain('<span class="tok-number">1</span>')
  })

  it('cost time in proportion to the comment', () => {
    expect(annotateComment('('.repeat(1_000_000), ['a'])).toHaveLength(1_000_000)
  })
})
