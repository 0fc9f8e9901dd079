// Builds the corpora beside the project, scores them against the reference, and holds the scores to their floors.
//
//   node .ci/check-corpus.mjs [REPORT]
//
// REPORT gets the result in the form of vitest's JSON reporter, so that both are counted alike.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const beside = path.resolve(root, '../shared')
// The scorers run only under their real path.
const shared = existsSync(beside) ? realpathSync(beside) : undefined
const locales = ['zh', 'en']
const minimumBlocks = 98.5
const minimumCases = 92

const checks = []
const check = (name, passed, detail) => {
  checks.push({name, passed})
  console.log(`${passed ? 'passed' : 'failed'}  ${name}${detail ? `: ${detail}` : ''}`)
}

const run = (...args) => {
  const result = spawnSync(process.execPath, args, {cwd: root, encoding: 'utf8', maxBuffer: 1 << 30})
  return {status: result.status, text: result.stdout ?? '', errors: result.stderr ?? ''}
}
const lastLine = (text) => text.trimEnd().split('\n').at(-1) ?? ''
const docprism = (...args) => run('bin/docprism.js', ...args)
const configuration = (corpus) => ['--config', `.ci/corpus/${corpus}.docprism.yml`]

// Status 1 stands for findings, of which real pages have many; anything else is a crash or a wrong configuration.
const endsWell = ({status}) => status === 0 || status === 1

const buildCorpus = (corpus, folder) => {
  const result = docprism('build', ...configuration(corpus), '--out', path.join(folder, corpus, 'dist'))
  check(`build of ${corpus} for two brands in two languages`, endsWell(result), lastLine(result.text || result.errors))
}

const scoreCorpus = (corpus, folder) => {
  const total = {blocks: 0, equal: 0, pages: 0, exact: 0}
  for (const locale of locales) {
    const out = path.join(folder, corpus, 'articles')
    const rendered = docprism('render', ...configuration(corpus), '--brand', 'guance', '--locale', locale, '--out', out)
    check(`articles of ${corpus}/${locale}`, endsWell(rendered), lastLine(rendered.errors))
    const scored = run(
      path.join(shared, 'tools/compare.mjs'),
      ...['--ours', path.join(out, locale)],
      ...['--reference', path.join(shared, 'oracle', corpus, locale)],
    )
    const line = lastLine(scored.text)
    console.log(`compare ${corpus}/${locale}: ${line || lastLine(scored.errors)}`)
    const [equal, blocks, exact, pages] = (/blocks (\d+)\/(\d+).*exact (\d+)\/(\d+)/.exec(line) ?? [])
      .slice(1)
      .map(Number)
    total.blocks += blocks ?? 1
    total.equal += equal ?? 0
    total.pages += pages ?? 1
    total.exact += exact ?? 0
  }
  return total
}

const main = (folder) => {
  for (const corpus of ['seeds', 'datakit']) buildCorpus(corpus, folder)

  const seeds = scoreCorpus('seeds', folder)
  check('every seed page equals its reference', seeds.exact === seeds.pages, `${seeds.exact} of ${seeds.pages}`)

  const datakit = scoreCorpus('datakit', folder)
  const percentage = (100 * datakit.equal) / datakit.blocks
  const blocks = `${datakit.equal} of ${datakit.blocks}, ${percentage.toFixed(2)} %`
  check(`at least ${minimumBlocks} % of the blocks of datakit equal the reference`, percentage >= minimumBlocks, blocks)

  const cases = lastLine(run(path.join(shared, 'tools/cases.mjs')).text)
  const score = Number(/\(([\d.]+) %\)/.exec(cases)?.[1] ?? 0)
  check(`at least ${minimumCases} % of the reference's own cases pass`, score >= minimumCases, cases)
}

if (shared) {
  const folder = mkdtempSync(path.join(tmpdir(), 'docprism-corpus-'))
  try {
    main(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
} else {
  console.log('skipped: ../shared is not there')
}

const failed = checks.filter(({passed}) => !passed).length
const [, , report] = process.argv
if (report) {
  const result = {numPassedTests: checks.length - failed, numFailedTests: failed, testResults: []}
  writeFileSync(report, JSON.stringify(result))
}
process.exitCode = failed > 0 ? 1 : 0
