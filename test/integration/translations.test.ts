import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {check, type CheckOptions} from '../../src/check/check.ts'
import {updateTranslations} from '../../src/check/translations/update-translations.ts'
import {runDocprism} from '../support/run-docprism.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const config = [
  'locales: {zh: {name: 简体中文}, en: {name: English}}',
  'brands:',
  '  nova: {url: https://docs.nova.example/, values: {brand_key: nova}}',
  '  ember: {url: https://docs.ember.example/, locales: {en: /, zh: /zh/}, values: {brand_key: ember}}',
  '',
].join('\n')

type Files = Readonly<Record<string, string>>

const siteWith = (files: Files): string => {
  const content = Object.entries(files).map(([name, text]) => [
    name.startsWith('docprism') ? name : `content/${name}`,
    text,
  ])
  return temporaryFolder({'docprism.yml': config, ...(Object.fromEntries(content) as Files)})
}

/** What the rules about languages find: `path:line rule message [brands]`. */
const findingsIn = async (cwd: string, options: CheckOptions = {}): Promise<readonly string[]> => {
  const {diagnostics} = await check({cwd, ...options})
  return diagnostics
    .filter(({ruleId}) => ruleId.startsWith('locale/'))
    .map(({path: file, place, ruleId, message, brands}) => {
      const at = place ? `${file}:${String(place.start.line)}` : file
      return `${at} ${ruleId.slice('locale/'.length)}: ${message}${brands ? ` [${brands.join(' ')}]` : ''}`
    })
}

const findings = (files: Files, options?: CheckOptions): Promise<readonly string[]> =>
  findingsIn(siteWith(files), options)

describe('pages that are missing in a language', () => {
  it.each<[string, Files, readonly string[]]>([
    [
      'a page without a translation',
      {'zh/a.md': '# 甲\n'},
      ['zh/a.md missing-page: Page without a translation in `en`'],
    ],
    [
      'a page of no source',
      {'en/about.md': '# A\n'},
      ['en/about.md missing-page: Page is not there in the source language: no `zh/about.md`'],
    ],
    ['an index page by its other name', {'zh/a/index.md': '# 甲\n', 'en/a/README.md': '# A\n'}, []],
    [
      'a translation of one brand only',
      {'zh/a.md': '# 甲\n', 'brands/nova/en/a.md': '# A\n'},
      ['zh/a.md missing-page: Page without a translation in `en` [ember]'],
    ],
    [
      'a page of one brand',
      {'zh/a.md': '---\nbrands: [nova]\n---\n# 甲\n', 'en/a.md': '---\nbrands: [nova]\n---\n# A\n'},
      [],
    ],
    [
      'a translation that is meant for one brand',
      {'zh/a.md': '# 甲\n', 'en/a.md': '---\nbrands: [nova]\n---\n# A\n'},
      [],
    ],
  ])('are reported: %s', async (_, files, expected) => {
    expect(await findings(files)).toEqual(expected)
  })

  it('are held against the language that the configuration names', async () => {
    const files = {'zh/a.md': '# 甲\n', 'docprism.yml': `${config}check: {translations: {source: en}}\n`}
    expect(await findings(files)).toEqual([
      'zh/a.md missing-page: Page is not there in the source language: no `en/a.md`',
    ])
  })

  it('are not asked for in languages that are not checked', async () => {
    expect(await findings({'zh/a.md': '# 甲\n'}, {locales: ['zh']})).toEqual([])
  })

  it('needs a source language that there is', () => {
    const cwd = siteWith({'zh/a.md': '# 甲\n', 'docprism.yml': `${config}check: {translations: {source: eng}}\n`})
    expect(runDocprism(['check'], cwd)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Unknown locale `eng`; did you mean `en`') as string,
    })
  })
})

describe('the outline of a translation', () => {
  const outline = (zh: string, en: string): Promise<readonly string[]> => findings({'zh/a.md': zh, 'en/a.md': en})
  it.each([
    ['the same levels', '# 甲\n\n## 乙\n', '# A\n\n## B\n', []],
    [
      'another level',
      '# 甲\n\n## 乙\n\n### API\n',
      '# A\n\n## B\n\n## API\n',
      ['en/a.md:5 different-headings: Heading of level 2, expected level 3 as `### API` of `zh/a.md:5` has'],
    ],
    [
      'a heading that is missing at the end',
      '# 甲\n\n## 乙\n\n## 丙\n',
      '# A\n\n## B\n',
      ['en/a.md:3 different-headings: Cannot find a heading for `## 丙` of `zh/a.md:5`, expected after this one'],
    ],
    [
      'a heading that is missing before one with the same id',
      '# 甲\n\n## 乙\n\n## 丙 {#c}\n',
      '# A\n\n## C {#c}\n',
      ['en/a.md:3 different-headings: Cannot find a heading for `## 乙` of `zh/a.md:3`, expected before this one'],
    ],
    [
      'a heading too many',
      '# 甲\n\n## 配置 API\n',
      '# A\n\n## More\n\n## API settings\n',
      [
        'en/a.md:3 different-headings: Heading has no counterpart in `zh/a.md`, expected one for `## 配置 API` of `zh/a.md:3`',
      ],
    ],
    [
      'a heading too many at the end',
      '# 甲\n',
      '# A\n\n## More\n',
      ['en/a.md:3 different-headings: Heading has no counterpart in `zh/a.md`, where the outline ends before'],
    ],
    [
      'no heading at all',
      '# 甲\n',
      'A\n',
      ['en/a.md different-headings: Cannot find a heading for `# 甲` of `zh/a.md:1`'],
    ],
    ['a title in the front matter of one of them', '# 甲\n\n## 乙\n', '---\ntitle: A\n---\n\n## B\n', []],
  ])('is held against that of its source: %s', async (...[, zh, en, expected]) => {
    expect(await outline(zh, en)).toEqual(expected)
  })

  it('is that of each brand', async () => {
    const zh = "# 甲\n\n<<<% if custom_key.brand_key == 'nova' %>>>\n## 乙\n<<<% endif %>>>\n"
    expect(await outline(zh, '# A\n\n## B\n')).toEqual([
      'en/a.md:3 different-headings: Heading has no counterpart in `zh/a.md`, where the outline ends before [ember]',
    ])
  })

  it('is no matter of a page that one brand has written anew in one language', async () => {
    const files = {'zh/a.md': '# 甲\n', 'en/a.md': '# A\n', 'brands/nova/zh/a.md': '# 甲\n\n## 乙\n'}
    expect(await findings(files)).toEqual([])
  })
})

describe('images and code of a translation', () => {
  const code = '```sh\nx\n```\n\n'
  it.each([
    [
      'in a section',
      `# 甲\n\n${code}## 乙\n\n${code}${code}`,
      `# A\n\n${code}## B\n\n${code}`,
      ['en/a.md:7 different-code: Section has 1 code block, expected 2 as in `## 乙` of `zh/a.md:7`'],
    ],
    [
      'before the first heading',
      'x\n\n# 甲\n',
      `${code}# A\n`,
      ['en/a.md different-code: Text before the first heading has 1 code block, expected 0 as in `zh/a.md`'],
    ],
    [
      'on a page without headings',
      'x\n',
      code,
      ['en/a.md different-code: Page has 1 code block, expected 0 as in `zh/a.md`'],
    ],
    [
      'images',
      '# 甲\n',
      '# A\n\n![x](https://nova.example/x.png)\n',
      ['en/a.md:1 different-images: Section has 1 image, expected 0 as in `# 甲` of `zh/a.md:1`'],
    ],
    [
      'only where the outline is the same',
      `# 甲\n\n${code}`,
      '# A\n\n## B\n',
      ['en/a.md:3 different-headings: Heading has no counterpart in `zh/a.md`, where the outline ends before'],
    ],
  ])('are counted %s', async (...[, zh, en, expected]) => {
    expect(await findings({'zh/a.md': zh, 'en/a.md': en})).toEqual(expected)
  })
})

describe('links into another language', () => {
  const pages = {'zh/a.md': '# 甲\n', 'en/a.md': '# A\n\n## X {#x}\n', 'zh/b.md': '# 乙\n'}
  const link = (text: string): Promise<readonly string[]> => findings({...pages, 'en/b.md': `# B\n\n${text}\n`})
  it.each([
    ['[a](a.md)', []],
    ['[a](../zh/a.md)', ['en/b.md:3 other-locale-link: Link leads from `en` to a page in `zh`; write `a.md`']],
    ['[a](../zh/a.md#x)', ['en/b.md:3 other-locale-link: Link leads from `en` to a page in `zh`; write `a.md#x`']],
    ['[a](../zh/a.md#y)', ['en/b.md:3 other-locale-link: Link leads from `en` to a page in `zh`; write `a.md`']],
    [
      '[a](https://docs.nova.example/a/)',
      ['en/b.md:3 other-locale-link: Link leads from `en` to a page in `zh`; write `a.md` [nova]'],
    ],
    ['[a](https://docs.nova.example/en/a/)', []],
    ['[a](https://docs.nova.example.org/a/)', []],
    [
      '<a href="https://docs.ember.example/zh/a/#x">a</a>',
      ['en/b.md:3 other-locale-link: Link leads from `en` to a page in `zh`; write `../a/#x` [ember]'],
    ],
    ['[b](../zh/b.md)', []],
    ['[中文](../zh/a.md)', []],
    ['[the page in Chinese](../zh/a.md)', []],
    ['<a href="https://docs.ember.example/zh/a/">简体中文</a>', []],
    ['![a](https://docs.nova.example/a/)', []],
  ])('are reported: %s', async (text, expected) => {
    const found = await link(text)
    expect(found.filter((line) => line.includes('other-locale'))).toEqual(expected)
  })

  it('lead to the page that stands in, where there is no translation', async () => {
    const files = {'zh/a.md': '# 甲\n', 'zh/b.md': '# 乙\n', 'en/b.md': '# B\n\n[a](../zh/a.md)\n'}
    expect(await findings(files)).toEqual([
      'en/b.md:3 other-locale-link: Link leads from `en` to a page in `zh`; write `a.md` [nova]',
      'zh/a.md missing-page: Page without a translation in `en`',
    ])
  })
})

describe('stale translations', () => {
  const record = 'docprism-translations.txt'
  const files = {
    'zh/a.md': '---\ntitle: 甲\n---\n\n前言\n\n## 乙\n\n一\n\n## 丙\n\n二\n',
    'en/a.md': '---\ntitle: A\n---\n\nIntro\n\n## B\n\none\n\n## C\n\ntwo\n',
    'zh/b/index.md': '# 丁\n',
    'en/b/README.md': '# D\n',
  }
  const edit = (cwd: string, name: string, change: (text: string) => string): void => {
    const file = path.join(cwd, 'content', name)
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  }
  const recorded = (cwd: string): string => readFileSync(path.join(cwd, record), 'utf8')

  it('are not looked for without a record', async () => {
    expect(await findings(files)).toEqual([])
  })

  it.each<[string, string, (text: string) => string, readonly string[]]>([
    ['nothing', 'zh/a.md', (text) => text, []],
    ['wrapping', 'zh/a.md', (text) => text.replace('前言', '前\n言  '), []],
    [
      'a section',
      'zh/a.md',
      (text) => text.replace('二', '三'),
      ['en/a.md:11 stale-translation: Section `## 丙` of `zh/a.md:11` changed since it was translated'],
    ],
    [
      'a title',
      'zh/a.md',
      (text) => text.replace('甲', '新'),
      ['en/a.md:1 stale-translation: Title or description of `zh/a.md:1` changed since it was translated'],
    ],
    [
      'an opening',
      'zh/a.md',
      (text) => text.replace('前言', '序'),
      ['en/a.md:5 stale-translation: Text before the first heading of `zh/a.md:5` changed since it was translated'],
    ],
    [
      'a removal',
      'zh/a.md',
      (text) => text.replace('## 丙\n\n二\n', ''),
      [
        'en/a.md:11 different-headings: Heading has no counterpart in `zh/a.md`, where the outline ends before',
        'en/a.md:11 stale-translation: Section `## 丙` of `zh/a.md` was removed since it was translated',
      ],
    ],
    [
      'an addition',
      'zh/b/index.md',
      (text) => `${text}\n## 戊\n`,
      [
        'en/b/README.md:1 different-headings: Cannot find a heading for `## 戊` of `zh/b/index.md:3`, expected after this one',
        'en/b/README.md:1 stale-translation: Section `## 戊` of `zh/b/index.md:3` was added since it was translated',
      ],
    ],
    [
      'a new name',
      'zh/b/index.md',
      () => '# 己\n',
      [
        'en/b/README.md:1 stale-translation: Section `# 己`, before `# 丁`, of `zh/b/index.md:1` changed since it was translated',
      ],
    ],
  ])('are found once the source changed: %s', async (...[, name, change, expected]) => {
    const cwd = siteWith(files)
    await updateTranslations({cwd})
    expect(await findingsIn(cwd)).toEqual([])
    edit(cwd, name, change)
    expect(await findingsIn(cwd)).toEqual(expected)
    expect(await findingsIn(cwd, {brands: ['ember']})).toEqual(expected)
  })

  it('are seen by a check that has a cache', async () => {
    const cwd = siteWith(files)
    expect(await findingsIn(cwd)).toEqual([])
    await updateTranslations({cwd})
    writeFileSync(path.join(cwd, record), recorded(cwd).replace(/\w{12} # 丁/, '000000000000 # 丁'))
    expect(await findingsIn(cwd)).toEqual([
      'en/b/README.md:1 stale-translation: Section `# 丁` of `zh/b/index.md:1` changed since it was translated',
    ])
  })

  it('are recorded for all pages, and the second time nothing is left to do', async () => {
    const cwd = siteWith(files)
    expect(runDocprism(['check', '--update-translations'], cwd)).toEqual({
      status: 0,
      stdout: `2 translations recorded in ${record}\n`,
      stderr: '',
    })
    const first = recorded(cwd)
    expect(first.split('\n').filter((line) => line.endsWith('.md'))).toEqual(['en/a.md', 'en/b/README.md'])
    expect(await updateTranslations({cwd})).toMatchObject({updated: 0, dropped: 0})
    expect(recorded(cwd)).toBe(first)
  })

  it.each(['content/en/a.md', 'zh/a.md'])('are recorded for the page `%s` alone', async (name) => {
    const cwd = siteWith(files)
    await updateTranslations({cwd})
    edit(cwd, 'zh/a.md', (text) => text.replace('二', '三'))
    edit(cwd, 'zh/b/index.md', (text) => text.replace('丁', '己'))
    expect(await updateTranslations({cwd, paths: [name]})).toMatchObject({updated: 1, dropped: 0})
    expect(await findingsIn(cwd)).toHaveLength(1)
  })

  it('are dropped when their page is gone', async () => {
    const cwd = siteWith(files)
    await updateTranslations({cwd})
    rmSync(path.join(cwd, 'content/en/b/README.md'))
    expect(await updateTranslations({cwd})).toMatchObject({updated: 0, dropped: 1})
    expect(recorded(cwd)).not.toContain('README')
  })

  it('are made from the page of the same brand, or that of all', async () => {
    const cwd = siteWith({
      'zh/a.md': '# 甲\n',
      'brands/nova/zh/a.md': '# 新星\n',
      'brands/nova/en/a.md': '# Nova\n',
      'brands/ember/en/a.md': '# Ember\n',
    })
    await updateTranslations({cwd})
    const lines = recorded(cwd).split('\n').slice(2).join('\n')
    expect(lines.replace(/[0-9a-f]{12}/g, 'HASH')).toBe(
      '\nbrands/ember/en/a.md\n  HASH # 甲\n\nbrands/nova/en/a.md\n  HASH # 新星\n',
    )
  })

  it('are not judged by a record that cannot be read, and it is left as it is', async () => {
    const broken = '<<<<<<< ours\nen/a.md\n'
    const cwd = siteWith({...files, [record]: broken})
    const finding = 'expected the path of a translation, or a hash of 12 digits and a heading'
    expect(await findingsIn(cwd)).toEqual([`../${record}:1 invalid-record: Found \`<<<<<<< ours\`, ${finding}`])
    const {status, stderr} = runDocprism(['check', '--update-translations'], cwd)
    expect(status).toBe(1)
    expect(stderr).toContain('Nothing was recorded: 1 error, 0 warnings')
    expect(recorded(cwd)).toBe(broken)
  })

  it('are recorded where the configuration says', async () => {
    const cwd = siteWith({...files, 'docprism.yml': `${config}check: {translations: {file: l10n/made-from.txt}}\n`})
    await updateTranslations({cwd})
    expect(readFileSync(path.join(cwd, 'l10n/made-from.txt'), 'utf8')).toContain('\nen/a.md\n')
  })
})
