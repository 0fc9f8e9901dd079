import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'

/** Files of a site by path from its folder. */
export type SiteFiles = Map<string, string>

/** A change to a site. What it hits is chosen by `at`, what it says by `text`. */
export interface Edit {
  readonly kind: keyof typeof edits
  readonly at: number
  readonly text: string
}

const config = (values: Readonly<Record<string, string>>): string => `title: <<< custom_key.brand_name >>> Docs
locales:
  zh: {name: 简体中文}
  en: {name: ${values['english'] ?? 'English'}}
search: {export: true}
values: {version: '${values['version'] ?? ''}'}
redirects: {old.md: guide/a.md, older.md: old.md, '/start/': guide/b.md#second}
status: {odd: <<< custom_key.brand_name >>> ${values['version'] ?? ''}}
brands:
  aurora:
    url: https://docs.aurora.example/
    locales: {zh: /, en: /en/}
    values: {brand_key: aurora, brand_name: ${values['name'] ?? ''}, domain: aurora.example}
    overrides: overrides
  borealis:
    url: https://docs.borealis.example/
    locales: {en: /, zh: /zh/}
    values: {brand_key: borealis, brand_name: Borealis, domain: ${values['domain'] ?? ''}}
${values['nav'] ?? ''}markdown_extensions:
  - toc: {permalink: true}
  - admonition
  - pymdownx.superfences
  - pymdownx.emoji: {options: {custom_icons: [icons]}}
  - pymdownx.snippets: {base_path: [snippets]}
`

/** A small site with everything in it that pages can depend on. */
export function startingSite(): SiteFiles {
  return new Map([
    ['docprism.yml', config({version: '1.0', name: 'Aurora', domain: 'borealis.example'})],
    ['content/en/index.md', '# <<< custom_key.brand_name >>>\n\n[Guide](guide/a.md#first) ![](img/x.png)\n'],
    [
      'content/en/guide/a.md',
      '---\ntitle: A\n---\n# A\n\n## First\n\n[B](b.md) and [home](../index.md)\n\n--8<-- "s.md"\n',
    ],
    [
      'content/en/guide/b.md',
      '# B <<< custom_key.version >>>\n\n:custom-dot: at <<< custom_key.domain >>>\n\n## Second\n',
    ],
    ['content/zh/index.md', '# 首页\n\n[指南](guide/a.md#first) [B](guide/b.md#second)\n'],
    [
      'content/zh/guide/a.md',
      '# 甲\n\n<<<% if custom_key.brand_key == "aurora" %>>>\n## 极光\n<<<% endif %>>>\n\n[b](b.md#nowhere)\n',
    ],
    ['content/en/tags.md', '# Tags\n\n<!-- material/tags -->\n\n[a](tags.md#tag:a)\n'],
    ['content/zh/guide/c.md', '---\ntags: [a, 乙]\nstatus: deprecated\n---\n# 丙\n'],
    ['content/en/img/x.png', 'picture'],
    ['content/brands/borealis/en/only.md', '# Only\n'],
    ['snippets/s.md', 'A snippet with [a link](b.md).\n'],
    ['icons/custom/dot.svg', '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'],
    ['overrides/partials/footer.html', '<footer>first</footer>\n'],
  ])
}

const isPage = (file: string): boolean => file.startsWith('content/') && file.endsWith('.md')

/** What can happen to a site. Each takes the files and changes them. */
const edits = {
  body: (files: SiteFiles, {at, text}: Edit) => {
    const file = pick(files, at, isPage)
    files.set(file, `${files.get(file) ?? ''}\n${text}\n`)
  },
  link: (files: SiteFiles, {at, text}: Edit) => {
    const file = pick(files, at, isPage)
    files.set(file, `${files.get(file) ?? ''}\n[x](${text}.md#${text}) [y](guide/b.md#second)\n`)
  },
  heading: (files: SiteFiles, {at, text}: Edit) => {
    const file = pick(files, at, isPage)
    files.set(file, (files.get(file) ?? '').replace(/^#+ .*$/m, `# ${text}`))
  },
  anchor: (files: SiteFiles, {at, text}: Edit) => {
    const file = pick(files, at, isPage)
    files.set(file, (files.get(file) ?? '').replace(/^## .*$/m, `## ${text}`))
  },
  frontMatter: (files: SiteFiles, {at, text}: Edit) => {
    const file = pick(files, at, isPage)
    const body = (files.get(file) ?? '').replace(/^---\n[^]*?\n---\n/, '')
    const lines = [
      `title: ${text} <<< custom_key.brand_name >>>`,
      'brands: [aurora]',
      'brands: [borealis, aurroa]',
      'hide: [navigation]',
      'template: other.html',
      'date: 2024-05-06',
      'search: {exclude: true, boost: 2}',
      'broken: [',
      `tags: [${text}, <<< custom_key.brand_name >>>]`,
      'status: new',
      'status: nwe',
      `redirect_from: [old.md, ${text}/]`,
      'aliases: /guide/a/',
    ]
    files.set(file, `---\n${lines[at % lines.length] ?? ''}\n---\n${body}`)
  },
  nav: (files: SiteFiles, {at, text}: Edit) => {
    const navs = [`nav: [b.md, a.md]\n`, `title: ${text}\n`, 'hide: true\n', 'order: desc\n', 'nav: [gone.md, ...]\n']
    files.set('content/en/guide/.pages', navs[at % navs.length] ?? '')
  },
  configuredNav: (files: SiteFiles, {at, text}: Edit) => {
    const navs = ['', `nav:\n  - ${text}: index.md\n  - guide/a.md\n`]
    files.set('docprism.yml', config({version: '1', name: 'Aurora', domain: 'b.example', nav: navs[at % 2] ?? ''}))
  },
  value: (files: SiteFiles, {at, text}: Edit) => {
    const names = ['version', 'name', 'domain', 'english']
    const values = {version: '1.0', name: 'Aurora', domain: 'borealis.example'}
    files.set('docprism.yml', config({...values, [names[at % names.length] ?? '']: text}))
  },
  template: (files: SiteFiles, {at, text}: Edit) => {
    const bodies = [`<footer>${text}</footer>\n`, '{{ nothing.at.all }}\n', '{% broken\n']
    files.set('overrides/partials/footer.html', bodies[at % bodies.length] ?? '')
    if (at % 5 === 4) files.set('overrides/other.html', '{% extends "page.html" %}')
  },
  snippet: (files: SiteFiles, {at, text}: Edit) => {
    if (at % 3 === 0) files.delete('snippets/s.md')
    else files.set('snippets/s.md', `${text} :custom-dot:\n`)
  },
  icon: (files: SiteFiles, {at}: Edit) => {
    if (at % 3 === 0) files.delete('icons/custom/dot.svg')
    else files.set('icons/custom/dot.svg', `<svg viewBox="0 0 ${String(at)} 1"></svg>`)
  },
  asset: (files: SiteFiles, {at, text}: Edit) => {
    const names = ['content/en/img/x.png', 'content/en/index.html', 'content/en/guide/b', 'content/shared/y.txt']
    files.set(names[at % names.length] ?? '', text)
  },
  add: (files: SiteFiles, {at, text}: Edit) => {
    const names = [
      'en/new.md',
      'zh/guide/b.md',
      'en/guide/deep/c.md',
      'brands/aurora/en/guide/a.md',
      'en/README.md',
      'x.md',
    ]
    files.set(`content/${names[at % names.length] ?? ''}`, `# ${text}\n\n[a](guide/a.md) [n](../new.md)\n`)
  },
  rename: (files: SiteFiles, {at, text}: Edit) => {
    const file = pick(files, at, isPage)
    const body = files.get(file) ?? ''
    files.delete(file)
    files.set(`${path.posix.dirname(file)}/${text}.md`, body)
  },
  remove: (files: SiteFiles, {at}: Edit) => {
    const file = pick(files, at, (name) => name.startsWith('content/'))
    if (files.size > 8) files.delete(file)
  },
} as const

function pick(files: SiteFiles, at: number, fits: (file: string) => boolean): string {
  const names = [...files.keys()].filter(fits)
  return names[at % names.length] ?? 'content/en/index.md'
}

/** Any edit. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])),
  at: fc.nat(59),
  text: fc.constantFrom('a', 'b', 'first', 'Second', '第一', 'no*va', 'x-y', 'first'),
})

/** The site after an edit. */
export function afterEdit(files: SiteFiles, edit: Edit): SiteFiles {
  const changed = new Map(files)
  edits[edit.kind](changed, edit)
  return changed
}

/** Makes a folder hold the files of a site, writing only what differs from before. */
export function putSite(folder: string, files: SiteFiles, before: SiteFiles = new Map()): void {
  for (const file of before.keys()) if (!files.has(file)) rmSync(path.join(folder, file))
  for (const [file, text] of files) {
    if (before.get(file) === text) continue
    mkdirSync(path.join(folder, path.dirname(file)), {recursive: true})
    writeFileSync(path.join(folder, file), text)
  }
}
