import {spawnSync} from 'node:child_process'
import {chmodSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {gitSite, runGit} from '../support/git-site.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}
interface Workflow {
  readonly on: unknown
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, {readonly 'runs-on': string; readonly steps: readonly Step[]}>>
}
interface GitlabJob {
  readonly variables: Readonly<Record<string, unknown>>
  readonly cache: {readonly paths: readonly string[]}
  readonly script: readonly string[]
  readonly artifacts: {readonly when: string; readonly reports: {readonly codequality: string}}
}

/** Code blocks of the page about continuous integration by their titles. */
function recipes(locale: string): ReadonlyMap<string, string> {
  const text = readFileSync(path.join(root, 'content', locale, 'ci.md'), 'utf8')
  return new Map(
    [...text.matchAll(/^```yaml title="(.*?)"\n([^]*?)^```$/gm)].map(([, title = '', body = '']) => [title, body]),
  )
}

function recipe(title: string): unknown {
  const text = recipes('en').get(title)
  if (text === undefined) throw new Error(`there is no recipe ${title}`)
  return parse(text)
}

function stepsOf(title: string): readonly Step[] {
  return Object.values((recipe(title) as Workflow).jobs).flatMap(({steps}) => steps)
}

/** A clone as CI makes it, of a branch that breaks an anchor, or that breaks nothing; and what runs a command in it. */
function pipeline(breaks: boolean): {
  readonly run: (script: string, env?: Readonly<Record<string, string>>) => Run
  readonly base: string
} {
  const site = gitSite({
    '.gitignore': 'node_modules\n.cache\n',
    'content/en/index.md': '# Home\n\n[Step](guide.md#step) and [old](gone.md)\n',
    'content/en/guide.md': '# Guide\n\n## Step\n',
  })
  const base = site.git('rev-parse', 'HEAD').trim()
  site.git('switch', '--quiet', '--create', 'topic')
  site.edit('content/en/guide.md', '## Step', breaks ? '## First step' : '## Step\n\nMore.')
  site.commit()
  const folder = temporaryFolder({
    'bin/npx': `#!/bin/sh\n[ "$1" = docprism ] || exit 9\nshift\nexec "${process.execPath}" "${path.join(root, 'bin/docprism.js')}" "$@"\n`,
    'bin/npm': '#!/bin/sh\n[ "$1" = ci ]\n',
  })
  for (const name of ['npx', 'npm']) chmodSync(path.join(folder, 'bin', name), 0o755)
  runGit(folder, ['clone', '--quiet', '--branch', 'topic', `file://${site.cwd}`, 'clone'])
  const cwd = path.join(folder, 'clone')
  return {
    base,
    run: (script, env = {}) => {
      const {status, stdout, stderr} = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
        cwd,
        encoding: 'utf8',
        env: {...process.env, ...env, PATH: `${path.join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, CI: 'true'},
      })
      return {status, stdout, stderr, read: (name) => readFileSync(path.join(cwd, name), 'utf8')}
    },
  }
}

interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  read(name: string): string
}

/** Runs the shell steps of a workflow until one fails. */
function runSteps(steps: readonly Step[], run: ReturnType<typeof pipeline>['run']): Run {
  const commands = steps.filter((step) => step.run !== undefined)
  let last: Run | undefined
  for (const {run: script = '', env = {}} of commands) {
    const filled = Object.entries(env).map(([name, value]) => [name, value.replace('${{ github.base_ref }}', 'main')])
    last = run(script, Object.fromEntries(filled) as Record<string, string>)
    if (last.status !== 0) break
  }
  if (!last) throw new Error('the recipe runs nothing')
  return last
}

describe('recipes for continuous integration', () => {
  it('are the same in every language', () => {
    expect([...recipes('en').keys()]).toEqual([
      '.github/workflows/docs.yml',
      '.github/workflows/docs-scanning.yml',
      '.gitlab-ci.yml',
    ])
    expect([...recipes('zh')]).toEqual([...recipes('en')])
  })

  it.each(['.github/workflows/docs.yml', '.github/workflows/docs-scanning.yml'])(
    '%s has the form of a workflow',
    (title) => {
      const {on, permissions, jobs} = recipe(title) as Workflow
      expect([on, permissions['contents']]).toEqual([expect.anything(), 'read'])
      for (const {'runs-on': runner, steps} of Object.values(jobs)) {
        expect(runner).toBe('ubuntu-latest')
        for (const step of steps) {
          expect([step.uses, step.run].filter((one) => one !== undefined)).toHaveLength(1)
          expect(step.uses ?? 'actions/none@v1').toMatch(/^[\w-]+\/[\w-]+(?:\/[\w-]+)?@v\d+$/)
          // What others may choose never becomes part of a script.
          expect(step.run ?? '').not.toContain('${{')
        }
      }
    },
  )

  it('the workflow for pull requests has the history, and restores the cache after the packages', () => {
    const steps = stepsOf('.github/workflows/docs.yml')
    expect(steps.map(({uses, run}) => uses?.replace(/@.*/, '') ?? run?.split(' ', 2).join(' '))).toEqual([
      'actions/checkout',
      'actions/setup-node',
      'npm ci',
      'actions/cache',
      'npx docprism',
    ])
    expect(steps[0]?.with).toEqual({'fetch-depth': 0})
    expect(steps[3]?.with).toMatchObject({path: 'node_modules/.cache/docprism'})
  })

  it('the workflow for pull requests fails for what the branch breaks, and for nothing else', () => {
    const steps = stepsOf('.github/workflows/docs.yml')
    const broken = runSteps(steps, pipeline(true).run)
    expect(broken.status).toBe(1)
    expect(broken.stdout.split('\n').filter((line) => line.startsWith('::'))).toEqual([
      expect.stringMatching(
        /^::error file=content\/en\/index\.md,line=3,.*title=link\/missing-anchor::.*caused by: `#step` became `#first-step` in `guide.md`$/,
      ),
    ])
    expect(broken.stdout).toMatch(/\n1 error, 0 warnings introduced since origin\/main in 2 sources/)
    expect(runSteps(steps, pipeline(false).run)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^no findings introduced since origin\/main/) as string,
    })
  })

  it('the workflow for code scanning writes all findings to the file that it uploads', () => {
    const steps = stepsOf('.github/workflows/docs-scanning.yml')
    const {status, read} = runSteps(steps, pipeline(true).run)
    const upload = steps.find(({uses}) => uses?.includes('upload-sarif'))
    const log = JSON.parse(read(String(upload?.with?.['sarif_file']))) as {runs: {results: unknown[]}[]}
    expect([status, log.runs[0]?.results.length]).toEqual([0, 2])
  })

  it('the job for GitLab has the history, keeps its report, and fails for what the branch breaks', () => {
    const {docs: job} = recipe('.gitlab-ci.yml') as {docs: GitlabJob}
    expect([job.variables['GIT_DEPTH'], job.artifacts.when, job.cache.paths]).toEqual([0, 'always', ['.cache']])
    const {run, base} = pipeline(true)
    const {status, read} = run(job.script.join('\n'), {CI_MERGE_REQUEST_DIFF_BASE_SHA: base})
    const report = JSON.parse(read(job.artifacts.reports.codequality)) as {check_name: string}[]
    expect([status, report.map((entry) => entry.check_name)]).toEqual([1, ['link/missing-anchor']])
    const clean = pipeline(false)
    expect(clean.run(job.script.join('\n'), {CI_MERGE_REQUEST_DIFF_BASE_SHA: clean.base}).status).toBe(0)
  })
})
