import {readdirSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check/check.ts'
import type {CheckOptions} from '../../src/check/check.ts'
import {gitSite, runGit} from '../support/git-site.ts'
import type {GitSite} from '../support/git-site.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const pages = {
  'content/en/index.md':
    '# Home\n\nSee [step 3](helm.md#step-3), [a](a.md) and [old](gone.md).\n\n![Plan](img/plan.png)\n',
  'content/en/helm.md': '# Helm\n\n## Step 1\n\nOne.\n\n## Step 2\n\nTwo.\n\n## Step 3\n\nThree.\n',
  'content/en/a.md':
    '# A\n\nText about <<< custom_key.host >>> and [old](lost.md).\n\nA second paragraph of text.\n\nMore text, long enough to be known again by what is in it when the page moves.\n',
  'content/en/img/plan.png': 'picture',
}

/** What was introduced since `main`, a line each: path, line, rule, brands, cause. */
async function introduced({cwd}: GitSite, options: CheckOptions = {}): Promise<readonly string[]> {
  const {diagnostics} = await check({cwd, since: 'main', ...options})
  return diagnostics.map(({path: file, place, ruleId, brands, cause}) =>
    [`${file}:${place?.start.line ?? ''}`, ruleId, ...(brands ?? []), `| ${cause ?? ''}`].join(' '),
  )
}

describe('check --since', () => {
  it('reports nothing where nothing changed', async () => {
    expect(await introduced(gitSite(pages))).toEqual([])
  })

  it.each<[string, (site: GitSite) => void, readonly string[]]>([
    [
      'an anchor that was removed',
      (site) => {
        site.edit('content/en/helm.md', '## Step 3\n\nThree.\n', '')
      },
      ['en/index.md:3 link/missing-anchor | `#step-3` was removed in `helm.md`'],
    ],
    [
      'a heading with another id',
      (site) => {
        site.edit('content/en/helm.md', '## Step 3', '## Step three')
      },
      ['en/index.md:3 link/missing-anchor | `#step-3` became `#step-three` in `helm.md`'],
    ],
    [
      'a page that was removed',
      (site) => {
        site.remove('content/en/helm.md')
      },
      ['en/index.md:3 link/missing-page | `helm.md` was removed'],
    ],
    [
      'a page that was renamed',
      (site) => {
        site.rename('content/en/helm.md', 'content/en/deploy/helm.md')
      },
      ['en/index.md:3 link/missing-page | `helm.md` was renamed to `deploy/helm.md`'],
    ],
    [
      'a page that was renamed and edited',
      (site) => {
        site.rename('content/en/helm.md', 'content/en/deploy/helm.md')
        site.edit('content/en/deploy/helm.md', 'One.', 'Number one.')
      },
      ['en/index.md:3 link/missing-page | `helm.md` was renamed to `deploy/helm.md`'],
    ],
    [
      'a page that was renamed, with its own links as they were',
      (site) => {
        site.rename('content/en/index.md', 'content/en/sub/home.md')
      },
      [
        'en/sub/home.md:3 link/missing-page | this page was renamed from `../index.md`',
        'en/sub/home.md:3 link/missing-page | this page was renamed from `../index.md`',
        'en/sub/home.md:5 image/missing-file | this page was renamed from `../index.md`',
      ],
    ],
    [
      'an image that was removed',
      (site) => {
        site.remove('content/en/img/plan.png')
      },
      ['en/index.md:5 image/missing-file | `img/plan.png` was removed'],
    ],
    [
      'a value that was removed',
      (site) => {
        site.edit('docprism.yml', ', host: nova.example', '')
      },
      ['en/a.md:3 macro/undefined nova | value `host` of `nova` was removed in `docprism.yml`'],
    ],
    [
      'a new line',
      (site) => {
        site.edit('content/en/helm.md', 'One.', 'One.\n\nSee [more](more.md).')
      },
      ['en/helm.md:7 link/missing-page | this line was added'],
    ],
    [
      'a changed line',
      (site) => {
        site.edit('content/en/helm.md', 'One.', 'One, see [more](more.md).')
      },
      ['en/helm.md:5 link/missing-page | this line was changed'],
    ],
    [
      'a new page that git does not know yet',
      (site) => {
        site.write({'content/en/new.md': '# New\n\n[x](nowhere.md)\n'})
      },
      ['en/new.md:3 link/missing-page | this page was added'],
    ],
    [
      'a page that was limited to a brand',
      (site) => {
        site.edit('content/en/helm.md', '# Helm', '---\nbrands: [ember]\n---\n# Helm')
      },
      ['en/index.md:3 link/other-edition nova | `helm.md` was limited to `ember`'],
    ],
    [
      'a new brand',
      (site) => {
        site.write({
          'docprism.yml':
            'locales: {en: {name: English}}\nvalues: {version: "1.0", host: x.example}\nbrands:\n  nova: {url: https://docs.nova.example/}\n  ember: {url: https://docs.ember.example/}\n  aurora: {url: https://docs.aurora.example/}\ncheck: {rules: {macro/unused-value: off}}\n',
        })
      },
      [
        'en/a.md:3 link/missing-page aurora | brand `aurora` was added in `docprism.yml`',
        'en/index.md:3 link/missing-page aurora | brand `aurora` was added in `docprism.yml`',
      ],
    ],
  ])('tells the cause: %s', async (_, change, expected) => {
    const site = gitSite(pages)
    change(site)
    expect(await introduced(site)).toEqual(expected)
    // What was committed on a branch is part of the change, too.
    site.git('switch', '--quiet', '--create', 'topic')
    site.commit()
    expect(await introduced(site)).toEqual(expected)
  })

  it('tells that a rule was switched on', async () => {
    const site = gitSite({
      ...pages,
      'docprism.yml':
        'locales: {en: {name: English}}\nvalues: {host: x}\nbrands: {nova: {url: https://nova.example/}}\ncheck: {rules: {link/missing-page: off}}\n',
    })
    site.edit('docprism.yml', 'link/missing-page: off', 'link/missing-page: warning')
    expect(await introduced(site)).toEqual([
      'en/a.md:3 link/missing-page | rule `link/missing-page` was switched on in `docprism.yml`',
      'en/index.md:3 link/missing-page | rule `link/missing-page` was switched on in `docprism.yml`',
    ])
    site.edit('docprism.yml', 'link/missing-page: warning', 'link/missing-page: info')
    site.commit()
    site.edit('docprism.yml', 'link/missing-page: info', 'link/missing-page: error')
    expect(await introduced(site)).toEqual([])
  })

  it('tells about snippets and lists of pages', async () => {
    const site = gitSite({
      'docprism.yml':
        'locales: {en: {name: English}}\nbrands: {nova: {url: https://nova.example/}}\nmarkdown_extensions:\n  - pymdownx.snippets: {base_path: [snippets]}\n',
      'content/en/index.md': '# Home\n\n--8<-- "s.md"\n\n--8<-- "t.md:part"\n',
      'content/en/b.md': '# B\n',
      'content/en/.pages': 'nav: [index.md, ...]\n',
      'snippets/s.md': 'A snippet.\n',
      'snippets/t.md': '--8<-- [start:part]\nPart.\n--8<-- [end:part]\n',
    })
    site.remove('snippets/s.md')
    site.edit('snippets/t.md', 'start:part', 'start:piece')
    site.edit('snippets/t.md', 'end:part', 'end:piece')
    site.edit('content/en/.pages', ', ...', '')
    expect(await introduced(site)).toEqual([
      'en/b.md: nav/not-listed | `.pages` was changed',
      'en/index.md:3 snippet/missing-file | `../../snippets/s.md` was removed',
      'en/index.md:5 snippet/missing-section | snippet `../../snippets/t.md` was changed',
    ])
  })

  it('tells about values, icons and locales', async () => {
    const config = (page: string, locales: string): string =>
      `locales: {en: {name: English}, zh: {name: 中文}}\nbrands: {nova: {url: https://nova.example/, locales: {${locales}}, values: {page: ${page}}}}\n` +
      'markdown_extensions:\n  - pymdownx.emoji: {options: {custom_icons: [icons]}}\ncheck: {rules: {locale/missing-page: off}}\n'
    const site = gitSite({
      'docprism.yml': config('b', 'en: /'),
      'content/en/index.md': '# Home\n\n[x](<<< custom_key.page >>>.md) :custom-dot:\n',
      'content/en/b.md': '# B\n',
      'content/zh/index.md': '# 首页\n\n[x](wu.md)\n',
      'icons/custom/dot.svg': '<svg viewBox="0 0 1 1"></svg>',
    })
    site.remove('icons')
    site.write({'docprism.yml': config('c', 'en: /, zh: /zh/')})
    expect(await introduced(site)).toEqual([
      'en/index.md:3 link/missing-page | value `page` of `nova` was changed in `docprism.yml`',
      'en/index.md:3 icon/unknown | `../../icons/custom/dot.svg` was removed',
      'zh/index.md:3 link/missing-page | locale `zh` of `nova` was added in `docprism.yml`',
    ])
  })

  it.each<[string, (site: GitSite) => void]>([
    [
      'paragraphs that changed places',
      (site) => {
        site.write({
          'content/en/a.md':
            '# A\n\nA second paragraph of text.\n\nMore text, long enough to be known again by what is in it when the page moves.\n\nText about <<< custom_key.host >>> and [old](lost.md).\n',
        })
      },
    ],
    [
      'a line that was edited around an old finding',
      (site) => {
        site.edit('content/en/a.md', 'Text about', 'Some more words about')
      },
    ],
    [
      'a page that was renamed, with all links mended',
      (site) => {
        site.rename('content/en/a.md', 'content/en/sub/a.md')
        site.edit('content/en/sub/a.md', '](lost.md)', '](../lost.md)')
        site.edit('content/en/index.md', '](a.md)', '](sub/a.md)')
      },
    ],
    [
      'a paragraph that was moved to another page',
      (site) => {
        site.edit('content/en/a.md', 'Text about <<< custom_key.host >>> and [old](lost.md).\n\n', '')
        site.edit('content/en/helm.md', 'One.', 'One.\n\nText about <<< custom_key.host >>> and [old](lost.md).')
      },
    ],
    [
      'another content folder',
      (site) => {
        site.rename('content', 'docs/pages')
        site.edit('docprism.yml', 'locales:', 'content: docs/pages\nlocales:')
      },
    ],
    [
      'another name of the configuration',
      (site) => {
        site.rename('docprism.yml', 'docprism.yaml')
      },
    ],
  ])('reports nothing for %s', async (_, change) => {
    const site = gitSite(pages)
    change(site)
    expect(await introduced(site)).toEqual([])
  })

  it('reports the new one of several equal findings', async () => {
    const site = gitSite({'content/en/index.md': '# Home\n\n[x](gone.md)\n\ntext\n\n[x](gone.md)\n'})
    site.edit('content/en/index.md', 'text', 'text\n\n[x](gone.md)\n\nmore')
    expect(await introduced(site)).toEqual(['en/index.md:11 link/missing-page | this line was added'])
  })

  it('reports a finding only for the brands that did not have it', async () => {
    const site = gitSite({
      'content/en/index.md': "# Home\n\n<<<% if custom_key.name == 'Nova' %>>>\n[x](gone.md)\n<<<% endif %>>>\n",
    })
    site.edit('content/en/index.md', "custom_key.name == 'Nova'", 'custom_key.name')
    expect(await introduced(site)).toEqual(['en/index.md:4 link/missing-page ember | this page was changed'])
  })

  it('compares with the commit that the branch left, not with what came later', async () => {
    const site = gitSite(pages)
    site.git('switch', '--quiet', '--create', 'topic')
    site.edit('content/en/helm.md', '## Step 3', '## Step three')
    site.commit()
    site.git('switch', '--quiet', 'main')
    site.write({'content/en/late.md': '# Late\n'})
    site.edit('content/en/index.md', '[old](gone.md)', '[old](late.md)')
    site.commit()
    site.git('switch', '--quiet', 'topic')
    expect(await introduced(site)).toEqual([
      'en/index.md:3 link/missing-anchor | `#step-3` became `#step-three` in `helm.md`',
    ])
  })

  it('takes files that git ignores as they stand for both states', async () => {
    const site = gitSite({...pages, '.gitignore': 'node_modules\ncontent/en/generated\n'})
    site.write({'content/en/generated/api.md': '# API\n\n[x](nowhere.md)\n'})
    site.edit('content/en/helm.md', 'One.', 'One, see [API](generated/api.md#gone).')
    expect(await introduced(site)).toEqual(['en/helm.md:5 link/missing-anchor | this line was changed'])
  })

  it('works with paths, brands and another folder to start from', async () => {
    const site = gitSite(pages)
    site.edit('content/en/helm.md', '## Step 3', '## Step three')
    site.edit('docprism.yml', ', host: nova.example', '')
    expect(await introduced(site, {paths: ['en/a.md']})).toHaveLength(1)
    expect(await introduced(site, {brands: ['ember']})).toEqual([
      'en/index.md:3 link/missing-anchor | `#step-3` became `#step-three` in `helm.md`',
    ])
    const elsewhere = {...site, cwd: temporaryFolder()}
    expect(await introduced(elsewhere, {config: path.join(site.cwd, 'docprism.yml')})).toHaveLength(2)
  })

  it('compiles only what differs between the states, and nothing for a commit that was checked before', async () => {
    const site = gitSite(pages)
    const counts: number[] = []
    const run = () =>
      check({
        cwd: site.cwd,
        since: 'main',
        onProgress: ({phase, done}) => {
          if (phase === 'compile') counts.push(done)
        },
      })
    site.edit('content/en/helm.md', '## Step 3', '## Step three')
    await run()
    // Three sources of now, and the one of before that differs.
    expect(counts).toHaveLength(4)
    await run()
    expect(counts).toHaveLength(4)
  })

  it('leaves nothing behind: neither folders nor changes to the index', async () => {
    const site = gitSite(pages)
    site.write({'content/en/new.md': '# New\n\n[x](nowhere.md)\n'})
    const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('docprism-since-')).length
    const before = folders()
    const status = site.git('status', '--short')
    await introduced(site)
    expect([folders() <= before, site.git('status', '--short')]).toEqual([true, status])
  })

  it('says what it cannot compare', async () => {
    const module = gitSite({'api.md': '# API\n\n[x](nowhere.md)\n'})
    const site = gitSite({...pages, '.gitattributes': 'large.md filter=lfs\n', 'content/en/large.md': '# Large\n'})
    symlinkSync('/nowhere/at/all', path.join(site.cwd, 'content/en/outside.svg'))
    symlinkSync('/nowhere/else', path.join(site.cwd, 'content/en/former.svg'))
    symlinkSync('img/plan.png', path.join(site.cwd, 'content/en/inside.png'))
    site.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      `file://${module.cwd}`,
      'content/en/api',
    )
    site.commit()
    site.remove('content/en/former.svg')
    site.edit('content/en/helm.md', 'One.', 'See [API](api/api.md#api) ![x](inside.png) [new](none.md).')
    const {diagnostics, notices} = await check({cwd: site.cwd, since: 'HEAD'})
    expect(diagnostics.map(({path: file, actual}) => [file, actual])).toEqual([['en/helm.md', 'none.md']])
    expect(notices).toEqual([
      'Symbolic link `content/en/former.svg` leads out of the work tree and is left out of the earlier state',
      'Page `content/en/large.md` is kept by Git LFS, so that its earlier text is not compared',
      'Submodule `content/en/api` is taken as it stands for both states',
    ])
  })

  it.each([
    ['no-such-branch', 'Cannot find the commit `no-such-branch`'],
    ['--output=x', 'expected a branch, a tag or a commit'],
  ])('refuses %j', async (since, message) => {
    await expect(check({cwd: gitSite(pages).cwd, since})).rejects.toThrow(message)
  })

  it('says how to fetch a branch of a remote that is not there', async () => {
    const site = gitSite(pages)
    const folder = temporaryFolder()
    runGit(folder, ['clone', '--quiet', `file://${site.cwd}`, 'clone'])
    const cwd = path.join(folder, 'clone')
    await expect(check({cwd, since: 'origin/gone'})).rejects.toThrow('fetch it with `git fetch origin gone`')
  })

  it('refuses a folder without history, and says what there is for it', async () => {
    const cwd = temporaryFolder({'docprism.yml': 'locales: {en: {name: English}}\nbrands: {a: {url: /}}\n'})
    await expect(check({cwd, since: 'main'})).rejects.toThrow('without history, use `--baseline`')
  })

  it('says how to fetch what a shallow clone lacks', async () => {
    const site = gitSite(pages)
    site.git('switch', '--quiet', '--create', 'topic')
    site.commit()
    site.commit()
    const folder = temporaryFolder()
    runGit(folder, ['clone', '--quiet', '--depth', '1', '--branch', 'topic', `file://${site.cwd}`, 'shallow'])
    const cwd = path.join(folder, 'shallow')
    await expect(check({cwd, since: 'origin/main'})).rejects.toThrow('git fetch --unshallow')
    runGit(cwd, ['fetch', '--quiet', '--depth', '1', 'origin', 'main:refs/remotes/origin/main'])
    await expect(check({cwd, since: 'origin/main'})).rejects.toThrow('Cannot find where this branch left `origin/main`')
  })

  it('checks a commit without a configuration with the present one', async () => {
    const site = gitSite(pages)
    site.git('rm', '--quiet', '--cached', 'docprism.yml')
    site.git('commit', '--quiet', '--message', 'without')
    site.edit('content/en/helm.md', '## Step 3', '## Step three')
    expect(await introduced(site)).toEqual([
      'en/index.md:3 link/missing-anchor | `#step-3` became `#step-three` in `helm.md`',
    ])
  })
})
