import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {fixtureSite} from '../support/fixture-site.ts'
import {readTree} from '../support/read-tree.ts'
import {runDocprism} from '../support/run-docprism.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

describe('docprism', () => {
  it('prints help and version', () => {
    const cwd = temporaryFolder()
    const help = runDocprism(['--help'], cwd)
    expect(help.status).toBe(0)
    expect(help.stdout).toMatch(/build[^]*check[^]*render[^]*init/)
    expect(help.stdout).toMatch(/^ {2}serve/m)
    expect(runDocprism(['--version'], cwd)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    })
    for (const command of ['build', 'check', 'render', 'init']) {
      expect(runDocprism([command, '--help'], cwd)).toMatchObject({status: 0, stderr: ''})
    }
  })

  it.each([
    [[], 'Usage: docprism'],
    [['biuld'], "unknown command 'biuld'"],
    [['build', '--threads', '4'], "unknown option '--threads'"],
    [['build', '--jobs', '0'], 'Expected a whole number from 1'],
    [['render', '--locale', 'en'], "required option '-b, --brand <id>' not specified"],
  ])('ends with status 2 for the wrong call %j', (args, message) => {
    const {status, stderr} = runDocprism(args, temporaryFolder())
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('docprism build', () => {
  it('ends with status 0 and says what it wrote', () => {
    const cwd = fixtureSite('two-brands')
    const {status, stdout, stderr} = runDocprism(['build'], cwd)
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toMatch(
      /^aurora: 2 editions, 8 pages, \d+ files in dist\/aurora\nborealis: 2 editions, 5 pages, \d+ files in dist\/borealis\n13 pages, 4 editions, no findings, [\d.]+ m?s\n$/,
    )
  })

  it('ends with status 1 for errors, which it prints with path, place and brands', () => {
    const {status, stderr} = runDocprism(['build'], fixtureSite('with-findings'))
    expect(status).toBe(1)
    expect(stderr).toMatch(/^content\/en\/index\.md:3:\d+-3:\d+ +error .* link\/missing-page$/m)
    expect(stderr).toMatch(/^content\/en\/index\.md:3:\d+-3:\d+ +error .* macro\/undefined {2}\[borealis\]$/m)
  })

  it('lets warnings pass, unless it is strict', () => {
    const cwd = fixtureSite('only-warnings')
    expect(runDocprism(['build'], cwd).status).toBe(0)
    expect(runDocprism(['build', '--strict'], cwd).status).toBe(1)
  })

  it.each([
    {
      fault: 'a wrong configuration',
      fixture: 'broken-configuration',
      args: [],
      message: /docprism\.yml:4:1-4:7 {2}error .*`brnads`.*config\/invalid/,
    },
    {
      fault: 'an unknown brand',
      fixture: 'two-brands',
      args: ['--brand', 'aurroa'],
      message: /Unknown brand `aurroa`; did you mean `aurora`/,
    },
    {
      fault: 'an unknown locale',
      fixture: 'two-brands',
      args: ['--locale', 'zn'],
      message: /Unknown locale `zn`; did you mean `zh`/,
    },
    {
      fault: 'a missing configuration',
      fixture: 'two-brands',
      args: ['--config', 'none.yml'],
      message: /none\.yml {2}error/,
    },
  ])('ends with status 2 for $fault', ({fixture, args, message}) => {
    const cwd = fixtureSite(fixture)
    const {status, stderr} = runDocprism(['build', ...args], cwd)
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
    expect(existsSync(path.join(cwd, 'dist'))).toBe(false)
  })
})

describe('docprism render', () => {
  it('prints the article of a file without a layout', () => {
    const cwd = fixtureSite('two-brands')
    const args = ['render', '--brand', 'borealis', '--locale', 'en']
    const {status, stdout} = runDocprism([...args, 'content/en/index.md'], cwd)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^<h1 id="[^"]*">Welcome to Borealis/)
    expect(stdout).toContain('<a href="guide/install/#steps">')
    expect(runDocprism([...args, 'en/index.md'], cwd).stdout).toBe(stdout)
    expect(runDocprism([...args, 'index.md'], cwd).stdout).toBe(stdout)
  })

  it('writes every page of the locale that has a source in it', () => {
    const cwd = fixtureSite('two-brands')
    const {status} = runDocprism(['render', '--brand', 'aurora', '--locale', 'en', '--out', 'articles'], cwd)
    expect(status).toBe(0)
    expect([...readTree(path.join(cwd, 'articles')).keys()]).toEqual(['en/guide/install.html', 'en/index.html'])
  })

  it('ends with status 2 for a file that is no page', () => {
    const args = ['render', '--brand', 'aurora', '--locale', 'en', 'guide/instal.md']
    const {status, stderr} = runDocprism(args, fixtureSite('two-brands'))
    expect(status).toBe(2)
    expect(stderr).toContain('`guide/instal.md` is no page of `aurora/en`; did you mean `en/guide/install.md`')
  })
})

describe('docprism init', () => {
  it('writes a site that builds without findings', () => {
    const cwd = temporaryFolder()
    expect(runDocprism(['init', 'my docs'], cwd)).toMatchObject({status: 0, stderr: ''})
    const site = path.join(cwd, 'my docs')
    expect(runDocprism(['build', '--strict'], site)).toMatchObject({status: 0, stderr: ''})
    expect([...readTree(path.join(site, 'dist')).keys()]).toEqual(
      expect.arrayContaining(['aurora/index.html', 'aurora/zh/index.html', 'borealis/guide/install/index.html']),
    )
  })

  it('overwrites nothing', () => {
    const cwd = temporaryFolder({'docprism.yml': 'mine'})
    const {status, stderr} = runDocprism(['init'], cwd)
    expect(status).toBe(2)
    expect(stderr).toContain('Nothing was written, because `docprism.yml` would be overwritten')
    expect(readFileSync(path.join(cwd, 'docprism.yml'), 'utf8')).toBe('mine')
    expect([...readTree(cwd).keys()]).toEqual(['docprism.yml'])
  })
})
