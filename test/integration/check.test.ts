import {existsSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import {fixtureSite} from '../support/fixture-site.ts'
import {runDocprism} from '../support/run-docprism.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const config = [
  'locales: {en: {name: English}}',
  'brands:',
  '  nova: {url: https://docs.nova.example/}',
  '  ember: {url: https://docs.ember.example/}',
  '',
].join('\n')

const idsOf = async (cwd: string, paths?: readonly string[]): Promise<readonly string[]> => {
  const {diagnostics} = await check({cwd, ...(paths && {paths})})
  return diagnostics.map(({ruleId, path: file, brands}) => [ruleId, file, ...(brands ?? [])].join(' '))
}

describe('docprism check', () => {
  it('reports what a build reports and writes no site', () => {
    const cwd = fixtureSite('with-findings')
    const checked = runDocprism(['check'], cwd)
    expect(checked.status).toBe(1)
    expect(existsSync(path.join(cwd, 'dist'))).toBe(false)
    const built = runDocprism(['build'], cwd)
    const messages = built.stderr.split('\n').flatMap((line) => line.split('  ')[2] ?? [])
    expect(messages).not.toEqual([])
    for (const message of messages) expect(checked.stdout).toContain(message)
    expect(checked.stdout).toMatch(/\n\d+ errors?, \d+ warnings? in \d+ sources?, \d+ editions?, [\d.]+ m?s\n$/)
  })

  it('gives the same from the cache', async () => {
    const cwd = fixtureSite('with-findings')
    const first = await check({cwd})
    const second = await check({cwd})
    expect(second.diagnostics).toEqual(first.diagnostics)
    expect([first.compiled, second.compiled]).toEqual([first.sources, 0])
  })

  it('does not take the findings of a build for its own', async () => {
    const cwd = temporaryFolder({
      'docprism.yml': config,
      'content/en/index.md': '# A\n\n![](a.svg)\n',
      'content/en/a.svg': '<svg/>',
    })
    expect(runDocprism(['build'], cwd).stderr).toBe('')
    expect(await idsOf(cwd)).toEqual(['image/missing-alt en/index.md'])
    expect(runDocprism(['build'], cwd).stderr).toBe('')
    expect(runDocprism(['build', '--strict'], cwd)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('image/missing-alt') as string,
    })
  })

  it('shows the findings of the files that were named', async () => {
    const cwd = temporaryFolder({
      'docprism.yml': config,
      'content/en/a.md': '# A\n\n[x](gone.md)\n',
      'content/en/b/c.md': '# A\n\n[x](gone.md)\n',
    })
    expect(await idsOf(cwd, ['content/en/b'])).toEqual(['link/missing-page en/b/c.md'])
    expect(await idsOf(cwd, ['en/a.md'])).toEqual(['link/missing-page en/a.md'])
    await expect(idsOf(cwd, ['en/d.md'])).rejects.toThrow('Cannot find `en/d.md`')
  })

  it('takes severities from the configuration and comments from the sources', async () => {
    const cwd = temporaryFolder({
      'docprism.yml': `${config}check:\n  rules: {link/missing-anchor: info}\n  overrides:\n    - {brands: [ember], rules: {link/missing-page: off}}\n`,
      'content/en/index.md':
        '# A\n\n[x](#gone)\n\n[y](gone.md)\n\n- item\n\n    <!-- docprism-disable-next-line link/missing-page -->\n    [z](gone.md)\n',
    })
    const {diagnostics} = await check({cwd})
    expect(diagnostics.map(({ruleId, severity, brands}) => [ruleId, severity, brands])).toEqual([
      ['link/missing-anchor', 'info', undefined],
      ['link/missing-page', 'error', ['nova']],
    ])
  })

  it('says which editions a finding holds for', () => {
    const cwd = temporaryFolder({
      'docprism.yml': `${config.replace('nova.example/', 'nova.example/, values: {name: Nova}').replace('ember.example/', 'ember.example/, values: {name: Ember}')}check: {rules: {link/missing-page: warning, heading/missing-title: off}}\n`,
      'content/en/index.md': "<<<% if custom_key.name == 'Nova' %>>>[x](gone.md)<<<% endif %>>> [y](lost.md)\n",
      'content/en/only.md': '---\nbrands: [ember]\n---\n[z](gone.md)\n',
      'content/brands/nova/en/more.md': '[z](gone.md)\n',
    })
    const {stdout} = runDocprism(['check', '--format', 'json'], cwd)
    const report = JSON.parse(stdout) as {findings: {path: string; editions: string[]}[]}
    expect(report.findings.map(({path: file, editions}) => [file, ...editions].join(' '))).toEqual([
      'content/brands/nova/en/more.md nova/en',
      'content/en/index.md nova/en',
      'content/en/index.md nova/en ember/en',
      'content/en/only.md ember/en',
    ])
  })

  it.each([
    ['an unknown rule', 'check: {rules: {link/mising-page: off}}', 'did you mean `link/missing-page`'],
    [
      'an unknown severity',
      'check: {rules: {link/missing-page: fatal}}',
      'expected `error`, `warning`, `info` or `off`',
    ],
    ['an unknown brand', 'check: {overrides: [{brands: [nowa], rules: {}}]}', 'did you mean `nova`'],
    ['an unknown key', 'check: {overrides: [{path: [x], rules: {}}]}', 'did you mean `paths`'],
  ])('refuses %s in the configuration', (_, line, message) => {
    const cwd = temporaryFolder({'docprism.yml': `${config}${line}\n`, 'content/en/index.md': '# x\n'})
    const {status, stderr} = runDocprism(['check'], cwd)
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })

  it.each([
    ['error', 0],
    ['warning', 1],
    ['never', 0],
  ])('ends with the status that --fail-on %s asks for', (severity, status) => {
    const cwd = fixtureSite('only-warnings')
    expect(runDocprism(['check', '--fail-on', severity], cwd).status).toBe(status)
  })
})
