import {describe, expect, it} from 'vitest'
import type {SiteConfig} from '../../../src/config/define-config.ts'
import {resolveSite} from '../../../src/config/resolve-site.ts'
import {diagnose} from './diagnose.ts'

const locales = {en: {name: 'English'}, zh: {name: '中文'}}
const resolve = (config: Partial<SiteConfig>) =>
  resolveSite(
    {locales, brands: {aurora: {url: 'https://docs.aurora.example/2.0/'}}, ...config},
    {root: '/site', configPath: 'docprism.yml'},
  )
const brandOf = (config: Partial<SiteConfig>, index = 0) => {
  const {site, findings} = resolve(config)
  expect(findings).toEqual([])
  return site?.brands[index]
}

describe('the repository', () => {
  it.each([
    [
      'is known by its host, and the way to the sources with it',
      {repo_url: 'https://github.com/aurora/docs'},
      {
        url: 'https://github.com/aurora/docs',
        name: 'GitHub',
        edit: 'https://github.com/aurora/docs/edit/main/content/{path!q}',
        view: 'https://github.com/aurora/docs/raw/main/content/{path!q}',
      },
    ],
    [
      'has a way to the sources only where its host is known',
      {repo_url: 'https://git.aurora.example/docs'},
      {url: 'https://git.aurora.example/docs', name: 'git.aurora.example'},
    ],
    [
      'takes a way that is a query as MkDocs does',
      {repo_url: 'https://git.aurora.example/docs', edit_uri: '?query=root/path/content/', repo_name: 'Docs'},
      {
        url: 'https://git.aurora.example/docs',
        name: 'Docs',
        edit: 'https://git.aurora.example/docs?query=root/path/content/{path!q}',
      },
    ],
    [
      'takes a template before a way',
      {
        repo_url: 'https://gitlab.com/aurora/docs',
        edit_uri: 'edit/main/',
        edit_uri_template: '-/edit/next/{path_noext}.md',
      },
      {
        url: 'https://gitlab.com/aurora/docs',
        name: 'GitLab',
        edit: 'https://gitlab.com/aurora/docs/-/edit/next/{path_noext}.md',
        view: 'https://gitlab.com/aurora/docs/-/raw/next/{path_noext}.md',
      },
    ],
    [
      'may be read elsewhere than it is',
      {repo_url: 'https://github.com/aurora/docs', edit_uri: 'https://edit.aurora.example/content'},
      {
        url: 'https://github.com/aurora/docs',
        name: 'GitHub',
        edit: 'https://edit.aurora.example/content/{path!q}',
      },
    ],
    [
      'has no way to the sources where that is empty',
      {repo_url: 'https://github.com/aurora/docs', edit_uri: ''},
      {url: 'https://github.com/aurora/docs', name: 'GitHub'},
    ],
    ['is none where its address is empty', {repo_url: ''}, undefined],
  ])('%s', (_, config, expected) => {
    expect(brandOf(config)?.repository).toEqual(expected)
  })
})

describe('what the site and its brands say about their pages', () => {
  it('is that of the brand, of those it extends, and of the site, in this order', () => {
    const config: Partial<SiteConfig> = {
      last_updated: true,
      authors: true,
      status: {new: 'New', odd: {en: 'Odd', zh: '奇'}},
      redirects: {'a.md': 'b.md', 'c.md': 'd.md', zh: {'a.md': 'z.md'}},
      brands: {
        aurora: {url: '/', authors: false, status: {new: 'Brand new'}, redirects: {'a.md': 'x.md'}},
        onprem: {extends: 'aurora', last_updated: false, redirects_file: true, redirects: {'c.md': 'y.md'}},
      },
    }
    const aurora = brandOf(config)
    expect([aurora?.lastUpdated, aurora?.authors, aurora?.redirectsFile]).toEqual([true, undefined, undefined])
    expect(aurora?.statuses).toEqual({new: {en: 'Brand new', zh: 'Brand new'}, odd: {en: 'Odd', zh: '奇'}})
    const onprem = brandOf(config, 1)
    expect([onprem?.lastUpdated, onprem?.redirectsFile]).toEqual([undefined, true])
    expect(onprem?.redirects?.map(({locale, from, to, path}) => [locale, from, to, path.join('.')])).toEqual([
      [undefined, 'c.md', 'y.md', 'brands.onprem.redirects.c.md'],
      [undefined, 'a.md', 'x.md', 'brands.aurora.redirects.a.md'],
      ['zh', 'a.md', 'z.md', 'redirects.zh.a.md'],
    ])
  })

  it('is nothing unless it is said', () => {
    const brand = brandOf({})
    for (const key of ['repository', 'lastUpdated', 'authors', 'statuses', 'redirects', 'versions']) {
      expect(brand).not.toHaveProperty(key)
    }
  })

  it('is checked where it is written', async () => {
    const text = [
      'locales: {en: {name: English}}',
      'repo_url: github.com/aurora',
      'last_updated: "yes"',
      'brands: {aurora: {url: /}}',
    ].join('\n')
    expect(await diagnose(text)).toEqual(['3:15-3:20 Found `yes`, expected `true` or `false`'])
    const more = [
      'locales: {en: {name: English}}',
      'repo_url: github.com/aurora',
      'status: {new: {de: Neu}}',
      'redirects:',
      '  ../a.md: b.md',
      '  c.md: ""',
      '  fr: {d.md: e.md}',
      'versions:',
      '  - {title: A, url: "javascript:x", current: true}',
      '  - {title: {de: B}, url: ../b/, current: true}',
      'brands: {aurora: {url: /}}',
    ].join('\n')
    expect(await diagnose(more)).toEqual([
      '2:11-2:28 Found `github.com/aurora`, expected an absolute `http` or `https` address',
      '3:16-3:18 Unknown locale `de`, expected `en`',
      '5:3-5:10 Found `../a.md`, expected a path such as `old/page.md` or `/old/page/`',
      '6:9-6:11 Found an empty string, expected a path',
      '7:3-7:5 Unknown locale `fr`, expected `en`',
      '9:21-9:35 Found `javascript:x`, expected a web address, or a path from the root of the site such as `../1.9/`',
      '10:14-10:16 Unknown locale `de`, expected `en`',
      '10:43-10:47 Found a second version that is the current one, expected one of them',
    ])
  })
})

describe('versions', () => {
  it('know the current one by the address of the brand', () => {
    const list = [
      {title: {en: 'Next', zh: '下一版'}, url: '../next'},
      {title: '2.0', url: 'https://docs.aurora.example/2.0/'},
    ]
    expect(brandOf({versions: list})?.versions).toEqual({
      list: [
        {title: {en: 'Next', zh: '下一版'}, url: '../next/', current: false},
        {title: {en: '2.0', zh: '2.0'}, url: 'https://docs.aurora.example/2.0/', current: true},
      ],
    })
  })

  it('may be in a file beside the site, with a list for those who cannot read it', () => {
    expect(brandOf({versions: '../versions.json'})?.versions).toEqual({list: [], file: '../versions.json'})
    const both = {file: '../versions.json', list: [{title: '2.0', url: './'}]}
    expect(brandOf({versions: both})?.versions).toEqual({
      list: [{title: {en: '2.0', zh: '2.0'}, url: '', current: true}],
      file: '../versions.json',
    })
  })

  it('are none where the list is empty', () => {
    expect(brandOf({versions: []})?.versions).toBeUndefined()
  })
})
