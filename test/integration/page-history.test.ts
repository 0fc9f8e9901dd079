import {execFileSync} from 'node:child_process'
import {readFileSync, renameSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build/build.ts'
import {createBuilder} from '../../src/build/builder.ts'
import {runGit} from '../support/git-site.ts'
import {readTree} from '../support/read-tree.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const files = {
  '.gitignore': 'dist\nclean\nnode_modules\n',
  'docprism.yml': [
    'locales: {en: {name: English}, zh: {name: 中文}}',
    'last_updated: true',
    'authors: true',
    'brands:',
    '  aurora: {url: https://docs.aurora.example/}',
    '  borealis: {url: https://docs.borealis.example/, authors: false, last_updated: false}',
    '',
  ].join('\n'),
  'content/en/index.md': '# Home\n',
  'content/zh/index.md': '# 首页\n',
  'content/en/a.md': '# A\n',
}

/** Commits everything, as a person and on a day. */
function commit(cwd: string, {name, date}: {readonly name: string; readonly date: string}): void {
  const config = ['-c', `user.name=${name}`, '-c', 'user.email=x@docs.example']
  execFileSync('git', ['add', '--all'], {cwd})
  execFileSync('git', [...config, 'commit', '--quiet', '--allow-empty', '--message', 'change'], {
    cwd,
    env: {...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date},
  })
}

function repository(more: Readonly<Record<string, string>> = {}): string {
  const cwd = temporaryFolder({...files, ...more})
  runGit(cwd, ['init', '--quiet', '--initial-branch', 'main'])
  commit(cwd, {name: 'Ada', date: '2024-02-29T23:30:00Z'})
  return cwd
}

/** What a page says about its date and its authors. */
function infoOf(cwd: string, page: string): readonly string[] {
  const html = readFileSync(path.join(cwd, 'dist', page, 'index.html'), 'utf8')
  return [...html.matchAll(/<dt>[^<]*<\/dt> <dd>(.*?)<\/dd>/g)].map(([, value = '']) => value)
}

const day = '<time datetime="2024-02-29T23:30:00Z">'

describe('dates and authors', () => {
  it('come from git, the date in the language of the reader', async () => {
    const cwd = repository()
    await build({cwd})
    expect(infoOf(cwd, 'aurora')).toEqual([`${day}February 29, 2024</time>`, 'Ada'])
    expect(infoOf(cwd, 'aurora/zh')).toEqual([`${day}2024年2月29日</time>`, 'Ada'])
    // A page that fills in for a missing translation has those of its own source.
    expect(infoOf(cwd, 'aurora/zh/a')).toEqual([`${day}2024年2月29日</time>`, 'Ada'])
  })

  it('are left out where a brand or a page does not want them', async () => {
    const cwd = repository({
      'content/en/b.md': '---\nlast_updated: false\n---\n# B\n',
      'content/en/c.md': '---\nlast_updated: 2020-05-06\nhide: [authors]\n---\n# C\n',
    })
    await build({cwd})
    expect(infoOf(cwd, 'borealis')).toEqual([])
    expect(infoOf(cwd, 'aurora/b')).toEqual(['Ada'])
    expect(infoOf(cwd, 'aurora/c')).toEqual(['<time datetime="2020-05-06">May 6, 2020</time>'])
  })

  it('change with a commit although no file does, for the pages of that commit alone', async () => {
    const cwd = repository()
    writeFileSync(path.join(cwd, 'content/en/a.md'), '# A\n\nMore.\n')
    await build({cwd})
    expect(infoOf(cwd, 'aurora/a')).toEqual([`${day}February 29, 2024</time>`, 'Ada'])
    const home = readFileSync(path.join(cwd, 'dist/aurora/index.html'), 'utf8')
    commit(cwd, {name: 'Bo', date: '2024-03-01T08:00:00Z'})
    await build({cwd})
    expect(infoOf(cwd, 'aurora/a')).toEqual([
      '<time datetime="2024-03-01T08:00:00Z">March 1, 2024</time>',
      'Ada and Bo',
    ])
    expect(readFileSync(path.join(cwd, 'dist/aurora/index.html'), 'utf8')).toBe(home)
  })

  it('are as in a clean build after commits, renames and packed branches, in one process and in several', async () => {
    const cwd = repository()
    const builder = createBuilder({cwd})
    const isAsClean = async (): Promise<void> => {
      await build({cwd, out: path.join(cwd, 'clean'), cacheDir: false})
      const clean = readTree(path.join(cwd, 'clean'))
      await builder.build()
      expect(readTree(path.join(cwd, 'dist'))).toEqual(clean)
      await build({cwd})
      expect(readTree(path.join(cwd, 'dist'))).toEqual(clean)
    }
    try {
      await isAsClean()
      renameSync(path.join(cwd, 'content/en/a.md'), path.join(cwd, 'content/en/b.md'))
      await isAsClean()
      expect(infoOf(cwd, 'aurora/b')).toEqual([])
      commit(cwd, {name: 'Bo', date: '2024-03-01T08:00:00Z'})
      await isAsClean()
      expect(infoOf(cwd, 'aurora/b')).toEqual([`${day}February 29, 2024</time>`, 'Ada'])
      runGit(cwd, ['pack-refs', '--all'])
      runGit(cwd, ['checkout', '--quiet', '--detach'])
      writeFileSync(path.join(cwd, 'content/en/b.md'), '# B\n')
      commit(cwd, {name: 'Cy', date: '2024-03-02T08:00:00Z'})
      await isAsClean()
      expect(infoOf(cwd, 'aurora/b')[1]).toBe('Ada and Cy')
      runGit(cwd, ['checkout', '--quiet', 'main'])
      await isAsClean()
      expect(infoOf(cwd, 'aurora/b')[1]).toBe('Ada')
    } finally {
      await builder.close()
    }
  })

  it('are not shown from a shallow clone, which is said once', async () => {
    const origin = repository()
    commit(origin, {name: 'Bo', date: '2024-03-01T08:00:00Z'})
    const cwd = path.join(temporaryFolder(), 'clone')
    runGit(origin, ['clone', '--quiet', '--depth', '1', `file://${origin}`, cwd])
    const {diagnostics} = await build({cwd})
    expect(diagnostics.map(({ruleId, severity}) => [ruleId, severity])).toEqual([['git/incomplete-history', 'info']])
    expect(diagnostics[0]?.message).toContain('this clone is shallow; fetch its history with `git fetch --unshallow`')
    expect(infoOf(cwd, 'aurora')).toEqual([])
    runGit(cwd, ['fetch', '--quiet', '--unshallow'])
    expect((await build({cwd})).diagnostics).toEqual([])
    expect(infoOf(cwd, 'aurora')).toEqual([`${day}February 29, 2024</time>`, 'Ada'])
  })

  it('are not there without a repository or without commits, and nothing is said', async () => {
    const cwd = temporaryFolder(files)
    expect((await build({cwd})).diagnostics).toEqual([])
    expect(infoOf(cwd, 'aurora')).toEqual([])
    runGit(cwd, ['init', '--quiet'])
    expect((await build({cwd})).diagnostics).toEqual([])
    commit(cwd, {name: 'Ada', date: '2024-02-29T23:30:00Z'})
    await build({cwd})
    expect(infoOf(cwd, 'aurora')).toEqual([`${day}February 29, 2024</time>`, 'Ada'])
  })

  it('are found in a work tree whose repository is elsewhere', async () => {
    const origin = repository()
    const cwd = path.join(temporaryFolder(), 'tree')
    runGit(origin, ['worktree', 'add', '--quiet', '-b', 'other', cwd])
    await build({cwd})
    expect(infoOf(cwd, 'aurora')).toEqual([`${day}February 29, 2024</time>`, 'Ada'])
    writeFileSync(path.join(cwd, 'content/en/index.md'), '# Start\n')
    commit(cwd, {name: 'Bo', date: '2024-03-01T08:00:00Z'})
    await build({cwd})
    expect(infoOf(cwd, 'aurora')[1]).toBe('Ada and Bo')
  })
})
