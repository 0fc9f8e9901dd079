import {describe, expect, it} from 'vitest'
import {tagLinks} from '../../../src/render/page-info.ts'
import {tagListHtml} from '../../../src/render/tag-list.ts'
import {buildFixture, findingLines, resolveOn, siteOf} from './site-fixture.ts'

const built = buildFixture({
  pages: {
    'en/index.md': {title: 'Home', tags: ['Billing & more', 'API']},
    'en/guide/b.md': {title: 'B', tags: ['API', 'api']},
    'en/guide/a.md': {title: 'A <b>', tags: ['API']},
    'en/guide/tags.md': {title: 'Tags', tagList: true},
    'en/guide/hidden.md': {title: 'hidden', tags: ['API'], frontMatter: {hide: ['tags']}},
    'zh/index.md': {title: '首页', tags: ['配置', '标签', '安装']},
  },
  prefixes: {en: '/', zh: '/zh/'},
})

const entryOf = (locale: string, path: string) => {
  const entry = siteOf(built, locale).entries.get(path)
  if (!entry) throw new Error(`The fixture has no page ${path}`)
  return entry
}

describe('the tags of an edition', () => {
  it('are in alphabetical order, with ids of their own and their pages by title', () => {
    const tags = [...(siteOf(built, 'en').tags?.tags.values() ?? [])]
    expect(tags.map(({name, id, entries}) => [name, id, ...entries.map(({content}) => content.title)])).toEqual([
      ['api', 'tag:api', 'B'],
      ['API', 'tag:api_1', 'A <b>', 'B', 'hidden', 'Home'],
      ['Billing & more', 'tag:billing--more', 'Home'],
    ])
  })

  it('are in the order of the language, pages that fill in among them', () => {
    expect([...(siteOf(built, 'zh').tags?.tags.keys() ?? [])]).toEqual(['安装', '标签', '配置', 'api', 'API'])
  })

  it('are not there for an edition without any', () => {
    const {sites} = buildFixture({pages: {'zh/index.md': {}}, prefixes: {zh: '/'}})
    expect(sites['zh']).not.toHaveProperty('tags')
  })

  it('lead to the page that lists them', () => {
    expect(tagLinks(entryOf('en', 'guide/b.md'), siteOf(built, 'en'))).toEqual([
      {title: 'API', href: '../../guide/tags/#tag:api_1'},
      {title: 'api', href: '../../guide/tags/#tag:api'},
    ])
    expect(tagLinks(entryOf('en', 'guide/hidden.md'), siteOf(built, 'en'))).toEqual([])
  })

  it('are text where no page lists them', () => {
    const alone = buildFixture({pages: {'zh/index.md': {tags: ['配置']}}, prefixes: {zh: '/'}})
    const entry = siteOf(alone, 'zh').entries.get('index.md')
    expect(entry && tagLinks(entry, siteOf(alone, 'zh'))).toEqual([{title: '配置'}])
  })

  it('are listed with links to their pages', () => {
    const html = tagListHtml(entryOf('en', 'guide/tags.md'), siteOf(built, 'en'))
    expect(html.split('\n').slice(4, 8)).toEqual([
      '</ul>',
      '<h2 id="tag:api_1">API</h2>',
      '<ul>',
      '<li><a href="../../guide/a/">A &lt;b&gt;</a></li>',
    ])
  })

  it('are anchors of that page for links', () => {
    const references = ['guide/tags.md#tag:api', 'guide/tags.md#tag:gone'].map((target) => ({
      origin: 'link' as const,
      element: 'a',
      attribute: 'href',
      target,
    }))
    const {hrefs, diagnostics} = resolveOn(built, {locale: 'en', localePath: 'index.md', references})
    expect(hrefs[0]).toBe('guide/tags/#tag:api')
    expect(findingLines(diagnostics)).toEqual([
      'en/index.md link/missing-anchor Cannot find anchor `#tag:gone` in `guide/tags.md`',
    ])
  })
})

describe('the status of a page', () => {
  it('is one that the theme or the configuration knows', () => {
    const place = {start: {line: 2, column: 1, offset: 4}, end: {line: 2, column: 7, offset: 10}}
    const {diagnostics} = buildFixture({
      pages: {
        'zh/a.md': {frontMatter: {status: 'new'}},
        'zh/b.md': {frontMatter: {status: 'internal'}},
        'zh/c.md': {frontMatter: {status: 'depricated', places: {status: place}}},
        'zh/d.md': {frontMatter: {status: 'whatever'}},
      },
      prefixes: {zh: '/'},
      publishing: {statuses: {internal: {zh: '内部'}}},
    })
    expect(findingLines(diagnostics)).toEqual([
      'zh/c.md:2:1 front-matter/invalid Unknown status `depricated`; did you mean `deprecated`',
      'zh/d.md front-matter/invalid Unknown status `whatever`; name it under `status` in the configuration',
    ])
  })
})
