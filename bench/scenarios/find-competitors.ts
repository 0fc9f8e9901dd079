import {packageRoot} from '../../src/build/package-root.ts'
import type {Unavailable} from '../measure/measurement.ts'
import type {BenchOptions} from '../options.ts'
import {eleventy} from '../peers/eleventy.ts'
import {hugo} from '../peers/hugo.ts'
import {mkdocsDialect, mkdocsMaterial} from '../peers/mkdocs-material.ts'
import type {Peer} from '../peers/peer.ts'
import {programVersion} from '../peers/program-version.ts'
import {vitepress} from '../peers/vitepress.ts'
import {describeCommit} from '../report/machine.ts'
import {docprism} from '../report/results.ts'
import {abilitiesOf, type Abilities, type Competitor} from './competitor.ts'

const allPeers: readonly Peer[] = [hugo, mkdocsMaterial, mkdocsDialect, eleventy, vitepress]

/** Peers that are installed, with their versions, and those that are not. */
export async function findPeers(ids: readonly string[]): Promise<{
  readonly peers: readonly Peer[]
  readonly versions: readonly (readonly [name: string, version: string])[]
  readonly missing: readonly Unavailable[]
}> {
  const wanted = await Promise.all(
    allPeers.filter(({id}) => ids.includes(id)).map(async (peer) => ({peer, version: await peer.version()})),
  )
  const found = wanted.flatMap(({peer, version}) => (version === undefined ? [] : [{peer, version}]))
  return {
    peers: found.map(({peer}) => peer),
    versions: found.map(({peer, version}) => [peer.name, version]),
    missing: wanted
      .filter(({version}) => version === undefined)
      .map(({peer}) => ({what: peer.name, why: `not installed; ${peer.install}`})),
  }
}

/** A build that takes part, and what it can do. */
export interface Entrant {
  readonly competitor: Competitor
  readonly abilities: Abilities
  /** Whether only its cold builds are measured. */
  readonly onlyCold: boolean
}

/** This checkout first, then the same with given numbers of workers, on other Nodes, and other checkouts. */
export async function findCompetitors({jobs, nodes, against}: BenchOptions): Promise<{
  readonly competitors: readonly Entrant[]
  readonly lacking: readonly Unavailable[]
}> {
  const own: Competitor = {id: docprism, node: process.execPath, checkout: packageRoot()}
  const abilities = await abilitiesOf(own)
  const workers = jobs.map((count) => ({...own, id: `${docprism}, ${workerCount(count)}`, jobs: count}))
  const onNodes = nodes.map(async (node): Promise<Competitor> => {
    return {...own, id: `${docprism} on Node ${(await programVersion(node, ['--version'])) ?? node}`, node}
  })
  const checkouts = against.map(async (checkout): Promise<Competitor> => {
    return {...own, id: `${docprism} at ${await describeCommit(checkout)}`, checkout}
  })
  const others = await Promise.all([...onNodes, ...checkouts])
  return {
    competitors: [
      {competitor: own, abilities, onlyCold: false},
      ...(abilities.jobs ? workers.map((competitor) => ({competitor, abilities, onlyCold: true})) : []),
      ...(await Promise.all(
        others.map(async (competitor) => ({competitor, abilities: await abilitiesOf(competitor), onlyCold: false})),
      )),
    ],
    lacking: [
      ...(abilities.jobs ? [] : [{what: 'Numbers of workers', why: 'this build has no option `--jobs`'}]),
      ...(abilities.cache ? [] : [{what: 'Cache on disk', why: 'this build has no option `--cache-dir`'}]),
    ],
  }
}

function workerCount(count: number): string {
  return count === 1 ? '1 worker' : `${count} workers`
}
