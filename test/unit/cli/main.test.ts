import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {main} from '../../../src/cli/main.ts'
import {temporaryFolder, writeFiles} from '../../support/temporary-folder.ts'

/** Runs the program inside the test's own process and collects what it prints. */
async function run(argv: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  const printed = {stdout: '', stderr: ''}
  const status = await main({
    argv,
    cwd,
    env,
    stdout: {write: (text) => (printed.stdout += text)},
    stderr: {write: (text) => (printed.stderr += text)},
  })
  return {status, ...printed}
}

const configuration = `title: Docs
locales:
  en: {name: English}
brands:
  aurora: {url: /}
`

describe('main', () => {
  it('starts a site, builds it and renders a page of it', async () => {
    const cwd = temporaryFolder()
    expect(await run(['init', 'site'], cwd)).toEqual({
      status: 0,
      stdout: '8 files in site; next: cd site && docprism build\n',
      stderr: '',
    })
    const built = await run(['build', '--brand', 'aurora,borealis', '--locale', 'en'], path.join(cwd, 'site'))
    expect(built).toMatchObject({status: 0, stderr: ''})
    expect(built.stdout).toMatch(/^4 pages, 2 editions, no findings, /m)
    const rendered = await run(['render', '-b', 'aurora', '-l', 'zh', 'index.md'], path.join(cwd, 'site'))
    expect(rendered).toMatchObject({status: 0, stderr: ''})
    expect(rendered.stdout).toContain('欢迎使用极光')
    const written = await run(['render', '-b', 'aurora', '-l', 'zh', '-o', 'out'], path.join(cwd, 'site'))
    expect(written).toEqual({status: 0, stdout: '', stderr: '2 fragments in out/zh, no findings\n'})
  })

  it('prints findings to the error stream and counts them, time and pages to the other', async () => {
    const cwd = temporaryFolder({'docprism.yml': configuration, 'content/en/index.md': '[gone](gone.md)\n'})
    const {status, stdout, stderr} = await run(['build'], cwd)
    expect(status).toBe(1)
    expect(stderr).toMatch(/^content\/en\/index\.md:1:1-1:16 {2}error .*link\/missing-page\n\n$/)
    expect(stdout).toMatch(/1 page, 1 edition, 1 error, 0 warnings, /)
  })

  it('says what is wrong with a configuration from another folder by the path that was given', async () => {
    const cwd = temporaryFolder({
      'docs/site.yml': `${configuration}colour: red\n`,
      'docs/content/en/index.md': '# Home\n',
    })
    const {status, stderr} = await run(['build', '--config', 'docs/site.yml'], cwd)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^docs\/site\.yml:6:1-6:7 {2}error .*`colour`/)
    expect(stderr).toContain('Nothing was built: 1 error, 0 warnings')
  })

  it('names findings in a content folder elsewhere as seen from the working folder', async () => {
    const cwd = temporaryFolder({'docs/docprism.yml': configuration, 'docs/content/en/index.md': '[gone](gone.md)\n'})
    const {stderr} = await run(['render', '-b', 'aurora', '-l', 'en', '-c', 'docs/docprism.yml'], cwd)
    expect(stderr).toMatch(/^docs\/content\/en\/index\.md:1:1/)
  })

  it('prints what stops it as one sentence, and the stack only when asked', async () => {
    const cwd = temporaryFolder({'docprism.yml': configuration, 'content/en/index.md': '# Home\n', dist: ''})
    const plain = await run(['build'], cwd)
    expect(plain).toMatchObject({status: 2, stdout: ''})
    expect(plain.stderr).toMatch(
      /^error {2}Cannot write to the output folder `[^`]+`: a file of this name is in the way\n$/,
    )
    expect((await run(['build'], cwd, {DOCPRISM_DEBUG: '1'})).stderr).toContain('    at ')
  })

  it('refuses to render with a wrong configuration, a wrong brand or a file that is no page', async () => {
    const cwd = temporaryFolder({'docprism.yml': configuration, 'content/en/index.md': '# Home\n'})
    expect((await run(['render', '-b', 'aurora', '-l', 'en', '-c', 'none.yml'], cwd)).status).toBe(2)
    expect(await run(['render', '-b', 'aurroa', '-l', 'en'], cwd)).toMatchObject({
      status: 2,
      stderr: 'error  Unknown brand `aurroa`; did you mean `aurora`\n',
    })
    expect(await run(['render', '-b', 'aurora', '-l', 'en', 'indx.md'], cwd)).toMatchObject({
      status: 2,
      stderr: 'error  `indx.md` is no page of `aurora/en`; did you mean `en/index.md`\n',
    })
  })

  it('overwrites nothing', async () => {
    const cwd = temporaryFolder()
    writeFiles(cwd, {'content/en/index.md': 'mine', '.gitignore': 'mine'})
    expect(await run(['init'], cwd)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error  Nothing was written, because `.gitignore`, `content/en/index.md` would be overwritten\n',
    })
  })

  it('shows progress on a terminal and takes it away again', async () => {
    const cwd = temporaryFolder({'docprism.yml': configuration, 'content/en/index.md': '# Home\n'})
    const written: string[] = []
    const stderr = {isTTY: true, write: (text: string) => written.push(text)}
    await main({argv: ['build'], cwd, env: {}, stdout: {write: () => true}, stderr})
    expect(written).toContain('\r\u001B[2KCompiling 100 %')
    expect(written.at(-1)).toBe('\r\u001B[2K')
  })
})
