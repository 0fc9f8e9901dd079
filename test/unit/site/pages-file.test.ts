import {describe, expect, it} from 'vitest'
import {readPagesFile} from '../../../src/site/pages-file.ts'
import {findingLines} from './site-fixture.ts'

function withoutPlaces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'place' ? undefined : part)))
}

describe('readPagesFile', () => {
  it.each([
    ['nav: [index.md]', [{kind: 'path', path: 'index.md'}]],
    ['nav:\n  - billing', [{kind: 'path', path: 'billing'}]],
    ['nav:\n  - Start: index.md', [{kind: 'path', path: 'index.md', title: 'Start'}]],
    ['nav:\n  - 2024: a.md', [{kind: 'path', path: 'a.md', title: '2024'}]],
    ['nav:\n  - 1.10: a.md', [{kind: 'path', path: 'a.md', title: '1.10'}]],
    ['nav:\n  - https://aurora.example', [{kind: 'link', href: 'https://aurora.example'}]],
    ['nav:\n  - Mail: mailto:a@aurora.example', [{kind: 'link', href: 'mailto:a@aurora.example', title: 'Mail'}]],
    ['nav:\n  - Header:', [{kind: 'group', title: 'Header', children: []}]],
    [
      'nav:\n  - Group:\n    - a.md\n    - B: b.md',
      [
        {
          kind: 'group',
          title: 'Group',
          children: [
            {kind: 'path', path: 'a.md'},
            {kind: 'path', path: 'b.md', title: 'B'},
          ],
        },
      ],
    ],
    ['nav:\n  - ...', [{kind: 'rest', flat: false}]],
    ['nav:\n  - ... | flat', [{kind: 'rest', flat: true}]],
    ['nav:\n  - ... | step-*.md', [{kind: 'rest', flat: false, pattern: {kind: 'glob', source: 'step-*.md'}}]],
    ['nav:\n  - ... | glob=*.md', [{kind: 'rest', flat: false, pattern: {kind: 'glob', source: '*.md'}}]],
    [
      'nav:\n  - ... | flat | regex=^(a|b)\\.md$',
      [{kind: 'rest', flat: true, pattern: {kind: 'regex', source: '^(a|b)\\.md$'}}],
    ],
    [
      'arrange:\n  - b.md',
      [
        {kind: 'path', path: 'b.md'},
        {kind: 'rest', flat: false},
      ],
    ],
  ])('reads %j', (text, nav) => {
    const {pages, diagnostics} = readPagesFile(text, 'zh/.pages')
    expect(withoutPlaces(pages.nav)).toEqual(nav)
    expect(diagnostics).toEqual([])
  })

  it('reads the keys beside nav', () => {
    const text = [
      'title: <<< brand >>> API',
      'hide: true',
      'order: desc',
      'sort_type: natural',
      'order_by: title',
      'ignore_case: true',
      'collapse: false',
      'collapse_single_pages: true',
    ].join('\n')
    expect(readPagesFile(text, 'zh/.pages').pages).toMatchObject({
      title: '<<< brand >>> API',
      hide: true,
      order: 'desc',
      natural: true,
      orderBy: 'title',
      ignoreCase: true,
      collapse: false,
      collapseSinglePages: true,
    })
  })

  it('takes an empty file, and empty keys, as nothing said', () => {
    for (const text of ['', '# only a comment\n', 'nav:\ntitle:\n']) {
      const {pages, diagnostics} = readPagesFile(text, 'zh/.pages')
      expect(pages).toEqual({path: 'zh/.pages', hide: false, natural: false, ignoreCase: false})
      expect(diagnostics).toEqual([])
    }
  })

  it.each([
    ['navs:\n  - a.md', 'zh/.pages:1:1 config/invalid Unknown key `navs`; did you mean `nav`'],
    ['order: up', 'zh/.pages:1:8 config/invalid Expected `asc` or `desc` for `order`, found `up`'],
    ['hide: perhaps', 'zh/.pages:1:7 config/invalid Expected `true` or `false` for `hide`, found `perhaps`'],
    ['nav: a.md', 'zh/.pages:1:6 config/invalid Expected a list for `nav`'],
    ['title: [a]', 'zh/.pages:1:8 config/invalid Expected text for `title`'],
    ['nav:\n  - [a.md]', 'zh/.pages:2:5 config/invalid Expected a path, a title with a path, or a title with entries'],
    ['nav:\n  - A: {b: c}', 'zh/.pages:2:8 config/invalid Expected a path or a list of entries for `A`'],
    ['nav:\n  - ... | regex=(', 'zh/.pages:2:5 config/invalid Pattern `(` is not a valid regular expression'],
    ['hide: true\nhide: false', 'zh/.pages:2:1 config/invalid Key `hide` stands here twice'],
    ['- a.md', 'zh/.pages:1:1 config/invalid Expected keys such as `nav` and `title`, found something else'],
  ])('reports %j', (text, expected) => {
    expect(findingLines(readPagesFile(text, 'zh/.pages').diagnostics)).toEqual([expected])
  })

  it('reports text that is no YAML with its place, and uses what it can', () => {
    const {pages, diagnostics} = readPagesFile('title: A\nnav: [a.md', 'zh/.pages')
    expect(pages.title).toBe('A')
    expect(diagnostics.map(({ruleId, place}) => [ruleId, place?.start.line])).toEqual([['config/syntax', 2]])
  })

  it('reads a list as deep as a file can nest by indenting without falling over', () => {
    const lines = Array.from({length: 1000}, (_, depth) => `${' '.repeat(depth)}- T:`)
    expect(() => readPagesFile(`nav:\n${lines.join('\n')}`, 'zh/.pages')).not.toThrow()
  })

  it('refuses nesting that would exhaust the stack', () => {
    for (const text of [
      `nav: ${'['.repeat(100_000)}`,
      `nav:\n${'- '.repeat(100_000)}`,
      `nav: ${'{a: '.repeat(50_000)}`,
    ]) {
      expect(readPagesFile(text, 'zh/.pages').diagnostics.map(({ruleId}) => ruleId)).toContain('config/syntax')
    }
  })
})
