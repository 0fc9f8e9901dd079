import {cp, mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {isSeq, parseDocument} from 'yaml'
import {packageRoot} from '../../src/build/package-root.ts'
import {loadSite} from '../../src/config/load-site.ts'
import type {Site} from '../../src/core/site.ts'
import {corpusFiles} from '../corpus/corpus-files.ts'
import {writeFiles} from '../write-files.ts'
import {chooseTargets, type EditTargets} from './edits.ts'
import {readSources} from './read-sources.ts'

/** A copy of a documentation project that may be edited. */
export interface Project {
  /** As the report calls it. */
  readonly label: string
  /** Absolute folder of the configuration. */
  readonly folder: string
  /** Absolute. */
  readonly config: string
  readonly site: Site
  /** Number of sources. */
  readonly pages: number
  readonly targets: EditTargets
}

const overridesFolder = 'bench-overrides'
const overriddenTemplate = 'partials/footer.html'

const mostBrands = 8

/** Generates a project with so many pages in both languages together. */
export async function generateProject(options: {
  readonly folder: string
  readonly pages: number
  readonly seed: number
}): Promise<Project> {
  const {folder, pages, seed} = options
  await writeFiles(folder, corpusFiles({pages, seed, brands: mostBrands}))
  return prepareProject(path.join(folder, 'docprism.yml'), `${pages} pages`)
}

/**
 * Copies a project whose configuration is a YAML file: its whole folder, or the content alone where that is elsewhere.
 *
 * @param from  its folder, or the configuration file; absolute
 */
export async function copyProject(from: string, folder: string): Promise<Project> {
  const config = /\.ya?ml$/.test(from) ? from : path.join(from, 'docprism.yml')
  const site = await openSite(config)
  const label = path.basename(config).replace(/(\.docprism)?\.ya?ml$/, '')
  const isWhole = isInside(site.root, site.content)
  const target = path.join(folder, isWhole ? path.basename(config) : 'docprism.yml')
  const skipped = new Set([site.out, path.join(site.root, 'node_modules'), path.join(site.root, '.git')])
  await mkdir(folder, {recursive: true})
  if (isWhole) await cp(site.root, folder, {recursive: true, filter: (file) => !skipped.has(file)})
  else {
    await cp(site.content, path.join(folder, 'content'), {recursive: true})
    const document = parseDocument(await readFile(config, 'utf8'), {logLevel: 'silent'})
    document.set('content', 'content')
    await writeFile(target, document.toString())
  }
  return prepareProject(target, label === 'docprism' ? path.basename(site.root) : label)
}

function isInside(folder: string, inner: string): boolean {
  return `${inner}${path.sep}`.startsWith(`${folder}${path.sep}`)
}

/** Reads the configuration of a project that was prepared. */
export async function openSite(config: string): Promise<Site> {
  const {site, diagnostics} = await loadSite({cwd: path.dirname(config), config})
  if (!site) throw new Error(`Cannot use \`${config}\`: ${diagnostics.map(({message}) => message).join('; ')}`)
  return site
}

async function prepareProject(config: string, label: string): Promise<Project> {
  const folder = path.dirname(config)
  await addOverrides(config)
  const site = await openSite(config)
  const sources = readSources(site)
  const template = path.join(folder, overridesFolder, overriddenTemplate)
  const targets = chooseTargets({config, template, site, sources})
  return {label, folder, config, site, pages: sources.length, targets}
}

async function addOverrides(config: string): Promise<void> {
  const folder = path.join(path.dirname(config), overridesFolder)
  const template = path.join(folder, overriddenTemplate)
  await rm(folder, {recursive: true, force: true})
  await mkdir(path.dirname(template), {recursive: true})
  await cp(path.join(packageRoot(), 'templates', overriddenTemplate), template)
  const document = parseDocument(await readFile(config, 'utf8'), {logLevel: 'silent'})
  const before = document.get('overrides')
  const others = isSeq(before) ? before.toJSON() : before === undefined ? [] : [before]
  document.set('overrides', [overridesFolder, ...(others as readonly unknown[])])
  await writeFile(config, document.toString())
}
