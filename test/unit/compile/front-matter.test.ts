import {describe, expect, it} from 'vitest'
import {splitFrontMatter} from '../../../src/compile/front-matter.ts'

describe('splitFrontMatter', () => {
  it('reads fields and blanks the block, so that offsets stay', () => {
    const text = '---\ntitle: Pay\nbrands: [aurora]\nhide: toc\nextra: 1\n---\n# T\n'
    const {frontMatter, body, diagnostics} = splitFrontMatter(text, 'en/a.md')
    expect(frontMatter).toEqual({
      title: 'Pay',
      brands: ['aurora'],
      hide: ['toc'],
      data: {title: 'Pay', brands: ['aurora'], hide: 'toc', extra: 1},
    })
    expect(body).toHaveLength(text.length)
    expect(body.trim()).toBe('# T')
    expect(body.split('\n')).toHaveLength(text.split('\n').length)
    expect(diagnostics).toEqual([])
  })

  it('reads what is said about search', () => {
    const read = (search: string) => splitFrontMatter(`---\nsearch: ${search}\n---\n`, 'en/a.md')
    expect(read('{exclude: true, boost: 2}').frontMatter.search).toEqual({exclude: true, boost: 2})
    expect(read('{}').frontMatter.search).toEqual({})
    expect(read('').frontMatter.search).toBeUndefined()
    expect(read('{exclude: true}').diagnostics).toEqual([])
  })

  it.each(['no', '{exclude: 1}', '{boost: 0}', '{boost: high}', '{boost: .inf, exclude: true}'])(
    'reports `search: %s`',
    (search) => {
      const {frontMatter, diagnostics} = splitFrontMatter(`---\nsearch: ${search}\n---\n`, 'en/a.md')
      expect(diagnostics).toMatchObject([
        {
          ruleId: 'front-matter/invalid',
          message:
            'Invalid `search` in the front matter: expected `exclude: true` or `false`, and `boost` with a number above 0',
          place: {start: {line: 2, column: 1}},
        },
      ])
      expect(frontMatter.search?.boost).toBeUndefined()
    },
  )

  it('keeps macros as they were written', () => {
    expect(splitFrontMatter('---\ntitle: <<< custom_key.name >>> guide\n---\n', 'en/a.md').frontMatter.title).toBe(
      '<<< custom_key.name >>> guide',
    )
  })

  it.each([
    '# Title\n---\n',
    '---\n',
    '---\n---\n',
    '---\n\n---\n',
    '---\nJust text between two rules\n---\n',
    ' ---\ntitle: x\n---\n',
  ])('leaves %j alone', (text) => {
    expect(splitFrontMatter(text, 'en/a.md')).toEqual({
      frontMatter: {data: {}},
      body: text,
      bodyStart: 0,
      diagnostics: [],
    })
  })

  it('reports broken YAML on its line, again and again', () => {
    for (let time = 0; time < 2; time++) {
      const {diagnostics, body} = splitFrontMatter('---\ntitle: "open\nnext: [\n---\n# T\n', 'en/a.md')
      expect(diagnostics).toMatchObject([{ruleId: 'front-matter/invalid', severity: 'error', path: 'en/a.md'}])
      expect(diagnostics[0]?.place?.start.line).toBeGreaterThan(1)
      expect(body.trim()).toBe('# T')
    }
  })

  it('reports values of a wrong type at their key', () => {
    const {diagnostics, frontMatter} = splitFrontMatter('---\ntitle: [a]\nbrands: 3\n---\n', 'en/a.md')
    expect(frontMatter.title).toBeUndefined()
    expect(diagnostics.map(({message, place}) => [message, place?.start.line, place?.start.column])).toEqual([
      ['Invalid `title` in the front matter: expected a text', 2, 1],
      ['Invalid `brands` in the front matter: expected a list of texts', 3, 1],
    ])
  })

  it.each([
    ['---\ntitle: A\n---\n# T\n', '# T\n'],
    ['---\ntitle: A\n...', ''],
    ['---\ntitle: [\n---\n# T\n', '# T\n'],
    ['# T\n', '# T\n'],
  ])('says where the body of %j starts', (text, body) => {
    expect(text.slice(splitFrontMatter(text, 'en/a.md').bodyStart)).toBe(body)
  })

  it('does not run JavaScript', () => {
    expect(splitFrontMatter('---js\n{title: process.exit()}\n---\n', 'en/a.md').frontMatter).toEqual({data: {}})
  })
})
