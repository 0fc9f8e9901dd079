import {describe, expect, it} from 'vitest'
import type {Redirect} from '../../../src/core/publishing.ts'
import {oldAddress} from '../../../src/site/redirect-address.ts'
import {collectRedirects} from '../../../src/site/redirects.ts'
import {buildFixture, findingLines} from './site-fixture.ts'
import type {PageFixture, SiteFixture} from './site-fixture.ts'

const pages: Readonly<Record<string, PageFixture>> = {
  'zh/index.md': {title: '首页'},
  'en/index.md': {title: 'Home'},
  'zh/guide/install.md': {title: '安装', anchors: ['linux']},
  'en/guide/install.md': {title: 'Install', anchors: ['linux', 'mac']},
  'zh/only.md': {title: '只有中文'},
}

function collect(
  redirects: readonly Omit<Redirect, 'path'>[],
  fixture: Partial<SiteFixture> = {},
): {readonly lines: readonly string[]; readonly findings: readonly string[]} {
  const publishing = {redirects: redirects.map((redirect) => ({...redirect, path: []}))}
  const built = buildFixture({pages, ...fixture, publishing})
  const {redirects: made, diagnostics} = collectRedirects({
    sites: Object.values(built.sites),
    configPath: 'docprism.yml',
    isElsewhere: (path) => path.endsWith('/other-brand.md'),
  })
  const lines = made.map(
    ({file, target, title}) => `${file} → ${'href' in target ? target.href : `/${target.url}`} (${title})`,
  )
  return {lines, findings: findingLines(diagnostics)}
}

describe('the address of an old path', () => {
  it.each([
    {path: 'a/b.md', prefix: '/en/', url: 'en/a/b/', file: 'en/a/b/index.html'},
    {path: 'a/b/', prefix: '/en/', url: 'en/a/b/', file: 'en/a/b/index.html'},
    {path: 'a/b', prefix: '/', url: 'a/b/', file: 'a/b/index.html'},
    {path: './a//b.md', prefix: '/', url: 'a/b/', file: 'a/b/index.html'},
    {path: 'a/index.md', prefix: '/en/', url: 'en/a/', file: 'en/a/index.html'},
    {path: 'a/b.html', prefix: '/en/', url: 'en/a/b.html', file: 'en/a/b.html'},
    {path: 'a/index.html', prefix: '/en/', url: 'en/a/', file: 'en/a/index.html'},
    {path: '/a/', prefix: '/en/', url: 'a/', file: 'a/index.html'},
    {path: '/', prefix: '/en/', url: '', file: 'index.html'},
    {path: '旧 页.md', prefix: '/', url: '%E6%97%A7%20%E9%A1%B5/', file: '旧 页/index.html'},
    {path: '%E6%97%A7', prefix: '/', url: '%E6%97%A7/', file: '旧/index.html'},
  ])('of `$path` below `$prefix` is `$url`', ({path, prefix, url, file}) => {
    expect(oldAddress(path, prefix)).toEqual({url, file})
  })

  it.each(['../a.md', 'a/../../b/', 'a?b', 'a#b', 'a\\b', 'a%00b'])('does not exist for `%s`', (path) => {
    expect(oldAddress(path, '/')).toBeUndefined()
  })
})

describe('redirects of the configuration', () => {
  it('are made for every language, with the titles of the pages they lead to', () => {
    expect(collect([{from: 'setup.md', to: 'guide/install.md#linux'}])).toEqual({
      lines: [
        'setup/index.html → /guide/install/#linux (安装)',
        'en/setup/index.html → /en/guide/install/#linux (Install)',
      ],
      findings: [],
    })
  })

  it('are made for one language when they are for one, or start at the root', () => {
    const {lines} = collect([
      {from: 'setup.md', to: 'guide/install.md', locale: 'en'},
      {from: '/start.html', to: 'index.md'},
      {from: '/en-us/', to: 'index.md', locale: 'en'},
    ])
    expect(lines).toEqual([
      'start.html → / (首页)',
      'en/setup/index.html → /en/guide/install/ (Install)',
      'en-us/index.html → /en/ (Home)',
    ])
  })

  it('lead to pages by their addresses, to files, to the web and to where other redirects lead', () => {
    const {lines, findings} = collect(
      [
        {from: 'a', to: 'guide/install/', locale: 'zh'},
        {from: 'b', to: 'manual.pdf', locale: 'zh'},
        {from: 'c', to: 'https://forum.example.com/', locale: 'zh'},
        {from: 'd', to: 'a', locale: 'zh'},
      ],
      {assets: ['zh/manual.pdf']},
    )
    expect(findings).toEqual([])
    expect(lines).toEqual([
      'a/index.html → /guide/install/ (安装)',
      'b/index.html → /manual.pdf (manual.pdf)',
      'c/index.html → https://forum.example.com/ (https://forum.example.com/)',
      'd/index.html → /guide/install/ (安装)',
    ])
  })

  it('lead to what fills in for a missing translation', () => {
    expect(collect([{from: 'old', to: 'only.md', locale: 'en'}]).lines).toEqual([
      'en/old/index.html → /en/only/ (只有中文)',
    ])
  })

  it('are left out and reported where their target is not there', () => {
    const {lines, findings} = collect([
      {from: 'a', to: 'guide/instal.md', locale: 'en'},
      {from: 'b', to: 'guide/install.md#linus', locale: 'en'},
      {from: 'c', to: 'other-brand.md'},
    ])
    expect(lines).toEqual([])
    expect(findings).toEqual([
      'docprism.yml redirect/missing-target Redirect `a` leads to `guide/instal.md`, which is not there; did you mean `guide/install.md`',
      'docprism.yml redirect/missing-target Redirect `b` leads to the anchor `#linus`, which `en/guide/install.md` does not have; did you mean `#linux`',
    ])
  })

  it('overwrite nothing', () => {
    const {lines, findings} = collect(
      [
        {from: 'guide/install', to: 'index.md', locale: 'zh'},
        {from: '/en/', to: 'index.md', locale: 'zh'},
        {from: 'notes.html', to: 'index.md', locale: 'zh'},
        {from: 'notes.html/more', to: 'index.md', locale: 'zh'},
        {from: '/404.html', to: 'index.md', locale: 'zh'},
        {from: 'x', to: 'index.md', locale: 'zh'},
        {from: 'x.md', to: 'guide/install.md', locale: 'zh'},
        {from: 'x/', to: 'index.md', locale: 'zh'},
      ],
      {assets: ['zh/notes.html']},
    )
    expect(lines).toEqual(['x/index.html → / (首页)'])
    expect(findings.map((line) => line.replace('docprism.yml redirect/taken Redirect ', ''))).toEqual([
      '`guide/install` stands at the address of the page `zh/guide/install.md` and is left out',
      '`/en/` stands at the address of the page `en/index.md` and is left out',
      '`notes.html` stands at the address of the file `zh/notes.html` and is left out',
      '`notes.html/more` stands at the address of the file `zh/notes.html` and is left out',
      '`/404.html` stands at the address of the page for addresses that do not exist and is left out',
      '`x.md` stands at the address of another redirect and is left out',
    ])
  })

  it('are reported where they lead to each other', () => {
    const {lines, findings} = collect([
      {from: 'a', to: 'b', locale: 'zh'},
      {from: 'b', to: 'c', locale: 'zh'},
      {from: 'c', to: 'b', locale: 'zh'},
      {from: 'd', to: 'd', locale: 'zh'},
    ])
    expect(lines).toEqual([])
    expect(
      findings.map((line) => line.replace('docprism.yml redirect/loop Redirect leads back to itself: ', '')),
    ).toEqual(['`a` → `b` → `c` → `b`', '`b` → `c` → `b`', '`c` → `b` → `c`', '`d` → `d`'])
  })
})

describe('redirects of pages', () => {
  it('lead to the page in its own language, and to what fills in for it from the paths of the other', () => {
    const from = {'zh/only.md': {title: '只有中文', frontMatter: {redirectFrom: ['was.md', '/rooted/']}}}
    expect(collect([], {pages: {...pages, ...from}})).toEqual({
      lines: [
        'was/index.html → /only/ (只有中文)',
        'rooted/index.html → /only/ (只有中文)',
        'en/was/index.html → /en/only/ (只有中文)',
      ],
      findings: [],
    })
  })

  it('are reported where their path leaves the site', () => {
    const place = {start: {line: 2, column: 1, offset: 4}, end: {line: 2, column: 8, offset: 11}}
    const frontMatter = {redirectFrom: ['../was.md'], places: {aliases: place}}
    expect(collect([], {pages: {'zh/a.md': {frontMatter}}, prefixes: {zh: '/'}}).findings).toEqual([
      'zh/a.md:2:1 front-matter/invalid Found `../was.md`, expected a path such as `old/page.md` or `/old/page/`',
    ])
  })
})
