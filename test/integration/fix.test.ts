import {execFileSync} from 'node:child_process'
import {chmodSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {fixSources, type FixOptions} from '../../src/check/fix/fix-sources.ts'
import {readTree} from '../support/read-tree.ts'
import {runDocprism} from '../support/run-docprism.ts'
import {temporaryFolder, writeFiles} from '../support/temporary-folder.ts'

const config = [
  'locales: {en: {name: English}}',
  'brands:',
  '  nova: {url: https://docs.nova.example/, values: {key: nova, name: Nova}}',
  '  ember: {url: https://docs.ember.example/, values: {key: ember, name: Ember}}',
  'markdown_extensions: [admonition, toc, attr_list, pymdownx.superfences, pymdownx.emoji, pymdownx.snippets: {base_path: parts}]',
  '',
].join('\n')

const target = '# Setup\n\n## First step\n\nText.\n\n## Last words\n\nText.\n'

type Files = Readonly<Record<string, string>>

const siteOf = (files: Files): string =>
  temporaryFolder({'docprism.yml': config, 'content/en/guide/setup.md': target, ...files})

const textOf = (cwd: string, file = 'content/en/index.md'): string => readFileSync(path.join(cwd, file), 'utf8')

/** `index.md` after it was fixed; a second run must change nothing. */
async function fixed(text: string, options: FixOptions & {files?: Files} = {}): Promise<string> {
  const {files = {}, ...rest} = options
  const cwd = siteOf({...files, 'content/en/index.md': text})
  await fixSources({cwd, cacheDir: false, ...rest})
  const once = readTree(path.join(cwd, 'content'))
  expect((await fixSources({cwd, cacheDir: false, ...rest})).files).toEqual([])
  expect(readTree(path.join(cwd, 'content'))).toEqual(once)
  return textOf(cwd)
}

describe('docprism check --fix', () => {
  it.each([
    ['an anchor', '[a](guide/setup.md#frst-step)', '[a](guide/setup.md#first-step)'],
    ['the name of a page', '[a](guide/setpu.md)', '[a](guide/setup.md)'],
    ['a page that moved', '[a](setup.md#first-step)', '[a](guide/setup.md#first-step)'],
    ['a page in another case', '[a](guide/Setup.md)', '[a](guide/setup.md)'],
    ['a directory and an anchor', '[a](guide/setup/#frst-step "t")', '[a](guide/setup.md#first-step "t")'],
    ['an absolute path', '[a](/guide/setup.md)', '[a](guide/setup.md)'],
    ['a malformed fragment', '[a](guide/setup.md##first-step)', '[a](guide/setup.md#first-step)'],
    ['a definition', '[a][s] and [s]\n\n[s]: guide/setup/ "t"', '[a][s] and [s]\n\n[s]: guide/setup.md "t"'],
    ['raw HTML', '<p><a href="guide/setup#first-step">a</a></p>', '<p><a href="guide/setup/#first-step">a</a></p>'],
    ['the type of an admonition', '!!! warnig "warnig"\n\n    Text.', '!!! warning "warnig"\n\n    Text.'],
    ['the brackets of a macro', 'By {{{ custom_key.name }}}.', 'By <<< custom_key.name >>>.'],
    ['the name of a value', 'By <<< custom_key.nmae >>>.', 'By <<< custom_key.name >>>.'],
    ['the name of an icon', ':octicons-alret-16:', ':octicons-alert-16:'],
    ['a link behind a macro', '[<<< custom_key.name >>>](setup.md)', '[<<< custom_key.name >>>](guide/setup.md)'],
  ] as const)('mends %s', async (_, text, expected) => {
    expect(await fixed(`# Home\n\n${text}\n`)).toBe(`# Home\n\n${expected}\n`)
  })

  it('leaves alone what has two nearest matches, or is another name', async () => {
    const text = '# A\n\n## step-1\n\n## step-2\n\n## measurements\n\n[a](#step-3) [b](#requirements) [c](gone.md)\n'
    expect(await fixed(text)).toBe(text)
  })

  it('never touches code, comments, macros or front matter', async () => {
    const inert = '```md\n{{{ custom_key.name }}}\n```\n\n`{{{ custom_key.name }}}`\n\n<!-- [a](setup.md) -->\n'
    const text = `---\ntitle: '{{{ custom_key.name }}}'\n---\n\n# A\n\n${inert}\n<pre>{{{ custom_key.name }}}</pre>\n`
    expect(await fixed(`${text}\n[a](setup.md)\n`)).toBe(`${text}\n[a](guide/setup.md)\n`)
  })

  it('keeps line endings and a byte order mark', async () => {
    expect(await fixed('\uFEFF# A\r\n\r\n[安装](setup.md)\n\r\n[b](guide/setup)\r\n')).toBe(
      '\uFEFF# A\r\n\r\n[安装](guide/setup.md)\n\r\n[b](guide/setup.md)\r\n',
    )
  })

  it("does not touch another brand's text", async () => {
    const files = {'content/en/more.md': '---\nbrands: [ember]\n---\n\n# More\n'}
    const shared = '# A\n\n[a](guide/moore.md)\n\n'
    const own = (target: string): string => `<<<% if custom_key.key == 'nova' %>>>[a](${target})<<<% endif %>>>\n`
    expect(await fixed(shared + own('setup.md'), {files})).toBe(shared + own('guide/setup.md'))
    const more = {'content/brands/nova/en/only.md': '# Only\n', 'content/brands/ember/en/extra/only.md': '# Only\n'}
    const seen = '# A\n\n[a](only.md)\n'
    expect(await fixed(seen, {files: more})).toBe(seen)
  })

  it('looks at all brands even where one is chosen', async () => {
    const files = {'content/brands/ember/en/only.md': '# Only\n', 'content/brands/nova/en/extra/only.md': '# Only\n'}
    const text = '# A\n\n[a](only.md) [b](setup.md)\n'
    expect(await fixed(text, {files, brands: ['nova']})).toBe('# A\n\n[a](only.md) [b](guide/setup.md)\n')
  })

  it('changes the chosen files only', async () => {
    const text = '# A\n\n[a](setup.md)\n'
    const files = {'content/en/other.md': text}
    expect(await fixed(text, {files, paths: ['en/other.md']})).toBe(text)
  })

  it('mends a snippet once, where its pages agree', async () => {
    const snippet = '[a](guide/setup/) [b](#frst-step)\n\n!!! warnig\n\n    Text.\n'
    const page = '# A\n\n--8<-- "note.md"\n'
    const cwd = siteOf({'parts/note.md': snippet, 'content/en/index.md': page, 'content/en/b.md': page})
    const {files} = await fixSources({cwd, cacheDir: false})
    expect(files.map(({path: file}) => file)).toEqual(['../parts/note.md'])
    expect(textOf(cwd, 'parts/note.md')).toBe('[a](guide/setup.md) [b](#frst-step)\n\n!!! warning\n\n    Text.\n')
  })

  it('undoes what brings another finding, and says so', async () => {
    const text = '# A\n\n[a](setup.md#gone-for-good) [b](setup.md)\n'
    const cwd = siteOf({'content/en/index.md': text})
    const {undone, files} = await fixSources({cwd, cacheDir: false})
    expect(textOf(cwd)).toBe('# A\n\n[a](setup.md#gone-for-good) [b](guide/setup.md)\n')
    expect(undone.map(({actual}) => actual)).toEqual(['setup.md#gone-for-good'])
    expect(files.map(({findings}) => findings)).toEqual([1])
  })

  it('follows a heading whose text changed since the last commit', async () => {
    const cwd = siteOf({
      'content/en/index.md': '# A\n\n[a](guide/setup.md#first-step) [b](guide/setup.md#last-words)\n',
    })
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@a.example', ...args], {cwd})
    git('init', '-q')
    git('add', '-A')
    git('commit', '-qm', 'docs')
    writeFiles(cwd, {
      'content/en/guide/setup.md': target
        .replace('First step', 'Before you begin')
        .replace('Text.\n\n## Last', 'Text.\n\n### New\n\n## Last'),
    })
    await fixSources({cwd, cacheDir: false})
    expect(textOf(cwd)).toBe('# A\n\n[a](guide/setup.md#first-step) [b](guide/setup.md#last-words)\n')
    writeFiles(cwd, {'content/en/guide/setup.md': target.replace('First step', 'Before you begin')})
    await fixSources({cwd, cacheDir: false})
    expect(textOf(cwd)).toBe('# A\n\n[a](guide/setup.md#before-you-begin) [b](guide/setup.md#last-words)\n')
  })

  it('keeps the mode of a file and does not follow links out of the content', async () => {
    const cwd = siteOf({'content/en/index.md': '# A\n\n[a](setup.md)\n', 'elsewhere/x.md': '# X\n\n[a](setup.md)\n'})
    chmodSync(path.join(cwd, 'content/en/index.md'), 0o600)
    symlinkSync(path.join(cwd, 'elsewhere/x.md'), path.join(cwd, 'content/en/x.md'))
    await fixSources({cwd, cacheDir: false})
    expect(statSync(path.join(cwd, 'content/en/index.md')).mode & 0o777).toBe(0o600)
    expect(textOf(cwd)).toContain('guide/setup.md')
    expect(textOf(cwd, 'elsewhere/x.md')).toContain('](setup.md)')
  })

  it('prints with --dry-run the diff that makes the same files, and writes nothing', () => {
    const text = '# A\n\n[a](setup.md)\r\n\n[b](gone.md)\n\n!!! warnig\n\n    Text.'
    const cwd = siteOf({'content/en/index.md': text, 'content/en/b c.md': '[a](setup.md)'})
    const dry = runDocprism(['check', '--fix', '--dry-run', '--no-cache'], cwd)
    expect(textOf(cwd)).toBe(text)
    expect(dry.stderr).toContain('3 would be fixed in 2 files\n')
    expect(dry.stderr).toContain('Cannot find page `gone.md`')
    const other = temporaryFolder(readTextTree(cwd))
    writeFileSync(path.join(other, 'fixes.diff'), dry.stdout)
    execFileSync('git', ['apply', 'fixes.diff'], {cwd: other, stdio: 'ignore'})
    const wet = runDocprism(['check', '--fix', '--no-cache', '--format', 'json'], cwd)
    expect(wet).toMatchObject({status: 1, stderr: '3 fixed in 2 files\n'})
    expect(wet.stdout).toContain('"ruleId": "link/missing-page"')
    expect(readTree(path.join(other, 'content'))).toEqual(readTree(path.join(cwd, 'content')))
  })

  it('refuses --dry-run without --fix', () => {
    expect(runDocprism(['check', '--dry-run'], siteOf({}))).toMatchObject({status: 2})
  })

  it('changes nothing but what is wrong, whatever the slips are', async () => {
    const sound = ['guide/setup.md', 'guide/setup.md#first-step', 'guide/setup.md#last-words', '#home']
    const slips: Readonly<Record<string, string>> = {
      'guide/setup/#last-words': 'guide/setup.md#last-words',
      '/guide/setup.md': 'guide/setup.md',
      'setup.md': 'guide/setup.md',
      'guide/setup.md#first-stpe': 'guide/setup.md#first-step',
      'guide/setup.md#last-wrds': 'guide/setup.md#last-words',
    }
    const destination = fc.constantFrom(...sound, ...Object.keys(slips))
    const frame = fc.constantFrom(
      ['[a](', ')'],
      ['> [中文 `](x)` b](<', '> "t")'],
      ['- ![a](b.svg) [[x]](', " 't (u)')"],
      ['```\n[a](', ')\n```'],
      ['<!-- [a](', ') -->'],
      ['`[a](', ')`'],
      ['<<< custom_key.name >>> *[a](', '){ .b }*'],
    )
    const isCode = (start: string): boolean => /^(?:`|<!)/.test(start)
    const parts = fc.array(fc.tuple(frame, destination), {minLength: 1, maxLength: 6})
    const newline = fc.constantFrom('\n', '\r\n')
    await fc.assert(
      fc.asyncProperty(parts, newline, async (blocks, end) => {
        const write = (mend: boolean): string =>
          [
            '# Home',
            ...blocks.map(
              ([[start = '', stop = ''], to]) => start + (mend && !isCode(start) ? (slips[to] ?? to) : to) + stop,
            ),
          ]
            .join('\n\n')
            .replaceAll('\n', end)
        expect(await fixed(write(false), {files: {'content/en/b.svg': '<svg/>'}})).toBe(write(true))
      }),
      {numRuns: 12},
    )
  })

  it('mends spaces, signs and words where that is right for every brand', async () => {
    const cwd = siteOf({
      'docprism.yml': [
        'locales: {zh: {name: 中文}}',
        'brands:',
        '  nova: {url: https://docs.nova.example/, values: {name: Nova}}',
        '  ember: {url: https://docs.ember.example/, values: {name: 余烬}}',
        'check:',
        '  rules: {writing/spacing: warning, writing/punctuation: warning}',
        '  glossary: {zh: [{use: 登录, not: [登陆]}]}',
        '',
      ].join('\n'),
      'content/zh/index.md': '# 使用说明\n\n用API登陆,再打开<<< custom_key.name >>>控制台。`用API登陆,再`\n',
    })
    await fixSources({cwd})
    expect(textOf(cwd, 'content/zh/index.md')).toBe(
      '# 使用说明\n\n用 API 登录，再打开<<< custom_key.name >>>控制台。`用API登陆,再`\n',
    )
    expect((await fixSources({cwd})).files).toEqual([])
  })

  it('finds nothing of what it fixed in the next check', async () => {
    const cwd = siteOf({'content/en/index.md': '# A\n\n[a](setup.md) [b](gone.md)\n'})
    const {diagnostics} = await fixSources({cwd})
    expect(diagnostics.map(({message}) => message)).toContain('Cannot find page `gone.md`')
    expect(diagnostics.map(({message}) => message)).not.toContainEqual(expect.stringContaining('setup.md'))
    expect((await check({cwd})).diagnostics).toEqual(diagnostics)
  })
})

function readTextTree(folder: string): Record<string, string> {
  return Object.fromEntries(
    ['docprism.yml', 'content/en/guide/setup.md', 'content/en/index.md', 'content/en/b c.md'].map((name) => [
      name,
      textOf(folder, name),
    ]),
  )
}
