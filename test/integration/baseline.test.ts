import {existsSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import type {CheckOptions} from '../../src/check/check.ts'
import {gitSite} from '../support/git-site.ts'
import type {GitSite} from '../support/git-site.ts'
import {runDocprism} from '../support/run-docprism.ts'

const baseline = 'known.json'
const pages = {
  'content/en/index.md': '# Home\n\n[x](gone.md) and [y](lost.md)\n\n[x](gone.md)\n',
  'content/en/a.md': '# A\n\n[z](nowhere.md)\n',
}

async function unknown({cwd}: GitSite, options: CheckOptions = {}): Promise<readonly string[]> {
  const {diagnostics} = await check({cwd, baseline, ...options})
  return diagnostics.map(({path: file, place, actual, brands}) =>
    [`${file}:${place?.start.line ?? ''}`, actual, ...(brands ?? [])].join(' '),
  )
}

function known(files: Readonly<Record<string, string>> = pages): GitSite {
  const site = gitSite(files)
  expect(runDocprism(['check', '--baseline', baseline, '--update-baseline'], site.cwd).status).toBe(0)
  return site
}

describe('check --baseline', () => {
  it('leaves out what is known, and counts what is new', async () => {
    const site = known()
    expect(await unknown(site)).toEqual([])
    site.edit('content/en/a.md', '# A', '# A\n\n[new](more.md)')
    const {status, stdout} = runDocprism(['check', '--baseline', baseline], site.cwd)
    expect(status).toBe(1)
    expect(stdout).toMatch(/\n1 error, 0 warnings in 2 sources, 2 editions, [\d.]+ m?s; 4 known from the baseline\n$/)
    expect(await unknown(site)).toEqual(['en/a.md:3 more.md'])
  })

  it('is written one finding a line, sorted, and only when it would be another one', () => {
    const {cwd} = known()
    const file = path.join(cwd, baseline)
    const text = readFileSync(file, 'utf8')
    const {version, findings} = JSON.parse(text) as {version: number; findings: {path: string; rule: string}[]}
    expect([version, ...findings.map(({path: page, rule}) => `${page} ${rule}`)]).toEqual([
      1,
      'en/a.md link/missing-page',
      'en/index.md link/missing-page',
      'en/index.md link/missing-page',
      'en/index.md link/missing-page',
    ])
    expect(text.split('\n').filter((line) => line.startsWith('{"path"'))).toHaveLength(4)
    const {mtimeNs} = statSync(file, {bigint: true})
    runDocprism(['check', '--baseline', baseline, '--update-baseline'], cwd)
    expect([readFileSync(file, 'utf8'), statSync(file, {bigint: true}).mtimeNs]).toEqual([text, mtimeNs])
  })

  it('knows a finding again in another line, an edited line and a file of another name', async () => {
    const site = known()
    site.edit('content/en/index.md', '# Home\n', '# Home\n\nIntroduction.\n')
    site.edit('content/en/index.md', 'and [y]', 'or perhaps [y]')
    site.rename('content/en/a.md', 'content/en/b.md')
    expect(await unknown(site)).toEqual([])
  })

  it('counts equal findings, and says when some of them are mended', async () => {
    const site = known()
    site.edit('content/en/index.md', '# Home', '# Home\n\n[x](gone.md)')
    expect(await unknown(site)).toHaveLength(1)
    site.edit('content/en/index.md', '\n\n[x](gone.md)', '')
    site.edit('content/en/index.md', '[x](gone.md) and [y](lost.md)', 'Nothing.')
    const {stdout} = runDocprism(['check', '--baseline', baseline], site.cwd)
    expect(stdout).toContain(
      '; 2 known from the baseline; 2 of the baseline are mended, update it with --update-baseline',
    )
    expect(runDocprism(['check', 'content/en/a.md', '--baseline', baseline], site.cwd).stdout).not.toContain('mended')
    runDocprism(['check', '--baseline', baseline, '--update-baseline'], site.cwd)
    expect(runDocprism(['check', '--baseline', baseline], site.cwd).stdout).toMatch(/; 2 known from the baseline\n$/)
  })

  it('reports a known finding for the brands that did not have it', async () => {
    const site = known({
      'content/en/a.md': "# A\n\n<<<% if custom_key.name == 'Nova' %>>>\n[x](gone.md)\n<<<% endif %>>>\n",
    })
    site.edit('content/en/a.md', "custom_key.name == 'Nova'", 'custom_key.name')
    expect(await unknown(site)).toEqual(['en/a.md:4 gone.md ember'])
  })

  it('works together with --since: what is new is neither in the history nor in the baseline', async () => {
    const site = known()
    site.commit()
    site.edit('content/en/a.md', '# A', '# A\n\n[z](nowhere.md)\n\n[new](more.md)')
    expect(await unknown(site, {since: 'HEAD'})).toHaveLength(2)
    runDocprism(['check', '--baseline', baseline, '--update-baseline'], site.cwd)
    expect(await unknown(site, {since: 'HEAD'})).toEqual([])
  })

  it.each([
    ['no JSON', '{', 'is damaged; restore it, or write it anew with `--update-baseline`'],
    ['something else', '{"version": 1, "findings": [{"path": 1}]}', 'is damaged'],
    ['a merge conflict', '{\n<<<<<<< ours\n', 'resolve the merge conflict'],
    ['a later version', '{"version": 2, "findings": []}', 'is of version `2`, expected `1`'],
  ])('refuses %s', async (_, text, message) => {
    const site = gitSite(pages)
    writeFileSync(path.join(site.cwd, baseline), text)
    await expect(unknown(site)).rejects.toThrow(message)
  })

  it('refuses what cannot be meant', async () => {
    const site = gitSite(pages)
    await expect(unknown(site)).rejects.toThrow('write it with `--update-baseline`')
    await expect(unknown(site, {updateBaseline: true, brands: ['nova']})).rejects.toThrow('holds all findings')
    await expect(check({cwd: site.cwd, updateBaseline: true})).rejects.toThrow('expected `--baseline <file>`')
    expect(existsSync(path.join(site.cwd, baseline))).toBe(false)
  })
})
