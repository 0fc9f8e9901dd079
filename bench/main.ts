import {mkdir, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {CommanderError} from 'commander'
import {packageRoot} from '../src/build/package-root.ts'
import {readOptions, type BenchOptions} from './options.ts'
import {installNpmPeers} from './peers/npm-peers.ts'
import {describeCommit, describeMachine} from './report/machine.ts'
import {writeReport} from './report/report.ts'
import {findCompetitors, findPeers} from './scenarios/find-competitors.ts'
import {measureProjects} from './scenarios/measure-projects.ts'

const argv = process.argv.slice(2)
try {
  const options = readOptions(argv, {cwd: process.cwd(), bench: path.join(packageRoot(), 'bench')})
  await (options.installPeers ? installNpmPeers() : measureAll(options))
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode
}

async function measureAll(options: BenchOptions): Promise<void> {
  // Before the run, which is a load itself.
  const machine = await describeMachine()
  const work = path.join(options.work, 'docprism-bench')
  await rm(work, {recursive: true, force: true})
  await mkdir(work, {recursive: true})
  const {peers, versions, missing} = await findPeers(options.peers)
  const {competitors, lacking} = await findCompetitors(options)
  const measured = await measureProjects({
    options,
    work,
    peers,
    competitors,
    onStep: (step) => process.stderr.write(`${step}\n`),
  })
  const report = writeReport({
    machine,
    date: new Date().toISOString().slice(0, 10),
    commit: await describeCommit(packageRoot()),
    call: ['npm run bench --', ...argv].join(' '),
    versions: [['Node', process.version], ...versions],
    ...measured,
    unavailable: [...missing, ...lacking, ...measured.unavailable],
  })
  await mkdir(path.dirname(options.out), {recursive: true})
  await writeFile(options.out, `${report}\n`)
  process.stdout.write(`${options.out}\n`)
}
