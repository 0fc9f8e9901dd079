import {readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {parseDocument} from 'yaml'
import type {BenchSource} from './read-sources.ts'
import type {Site} from '../../src/core/site.ts'
import {pageScenario} from './scenario-labels.ts'

/** What an author does between two builds. */
export interface Edit {
  readonly id: string
  /** As the report calls it. */
  readonly label: string
  /** Absolute path of the file that changes. */
  readonly file: string
  /** Text of the file from how it was at first; every revision gives another text. */
  readonly change: (original: string, revision: number) => string
}

/** What the edits of a project change; plain data. */
export interface EditTargets {
  /** Absolute path of the page whose text changes. */
  readonly page: string
  /** Absolute path of the page that has a heading renamed. */
  readonly renamed: string
  /** Absolute path of a `.pages` file, which need not exist. */
  readonly nav: string
  /** Absolute path of an overridden template. */
  readonly template: string
  /** Absolute path of the configuration. */
  readonly config: string
  /** Brand and name of the value that changes. */
  readonly value: readonly [brand: string, name: string]
}

/** Chooses what to edit in a project. */
export function chooseTargets(project: {
  readonly config: string
  /** Absolute. */
  readonly template: string
  readonly site: Site
  readonly sources: readonly BenchSource[]
}): EditTargets {
  const {config, template, site, sources} = project
  const page = medianPage(sources)
  const content = (file: string): string => path.join(site.content, file)
  return {
    page: content(page),
    renamed: content(mostLinkedPage(sources)),
    nav: content(path.posix.join(path.posix.dirname(page), '.pages')),
    template,
    config,
    value: changedValue(site),
  }
}

/** Every edit that is measured. */
export function planEdits(targets: EditTargets): readonly Edit[] {
  return [
    {
      id: 'page',
      label: pageScenario,
      file: targets.page,
      change: (text, revision) => `${text}\nRevision ${revision}.\n`,
    },
    {
      id: 'heading',
      label: 'one heading renamed',
      file: targets.renamed,
      change: withRenamedHeading,
    },
    {
      id: 'value',
      label: 'one brand value changed',
      file: targets.config,
      change: (text, revision) => withBrandValue(text, targets.value, `Renamed ${revision}`),
    },
    {
      id: 'template',
      label: 'one template changed',
      file: targets.template,
      change: (text, revision) => `${text}<p>Revision ${revision}</p>\n`,
    },
    {
      id: 'nav',
      label: 'one nav entry changed',
      file: targets.nav,
      change: (text, revision) => `title: Revision ${revision}\n${text.replace(/^title:.*\n/m, '')}`,
    },
  ]
}

/** Carries edits out; keeps what the files were at first. */
export interface Editor {
  /** Changes the file so that it differs from every revision before. */
  apply(edit: Edit): Promise<void>
}

/** Makes the editor of one project; its revisions count from the one given. */
export function createEditor(firstRevision: number): Editor {
  const originals = new Map<string, string>()
  let revision = firstRevision
  return {
    async apply({file, change}) {
      const original = originals.get(file) ?? (await readOptional(file))
      originals.set(file, original)
      await writeFile(file, change(original, revision++))
    },
  }
}

const heading = /^(##[ \t]+)([^\n{]*?)([ \t]*\{#[^}\n]+\})?[ \t]*$/m

function withRenamedHeading(text: string, revision: number): string {
  const [line, start = '', title = '', id = ''] = heading.exec(text) ?? []
  if (line === undefined) throw new Error('The page has no heading of level 2 any more')
  const anchor = id.replace(/\{#[^\s}]+/, (name) => `${name}-${revision}`)
  return text.replace(line, () => `${start}${title} ${revision}${anchor}`)
}

function changedValue({brands: [brand]}: Site): readonly [brand: string, name: string] {
  const values = brand?.values[brand.defaultLocale] ?? {}
  const name = 'brand_name' in values ? 'brand_name' : Object.keys(values)[0]
  if (brand === undefined || name === undefined) throw new Error('The first brand has no value that could be changed')
  return [brand.id, name]
}

function withBrandValue(text: string, [brand, name]: readonly [string, string], value: string): string {
  const document = parseDocument(text, {logLevel: 'silent'})
  document.setIn(['brands', brand, 'values', name], value)
  return document.toString()
}

function medianPage(sources: readonly BenchSource[]): string {
  const pages = sources.filter(({path: file}) => file.includes('/') && !file.endsWith('/index.md'))
  const sorted = pages.toSorted((a, b) => a.text.length - b.text.length || (a.path < b.path ? -1 : 1))
  const page = sorted[Math.floor(sorted.length / 2)] ?? sources[0]
  if (!page) throw new Error('There is no page to edit')
  return page.path
}

/** The page with a heading that most other pages link to, told by the names in their links. */
function mostLinkedPage(sources: readonly BenchSource[]): string {
  const counts = new Map<string, number>()
  for (const {text} of sources) {
    for (const [, name = ''] of text.matchAll(/\]\([^()\s]*?([^()\s/]+\.md)(?:#[^()\s]*)?\)/g)) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  const named = sources.filter(({text}) => heading.test(text))
  const count = (file: string): number => counts.get(path.posix.basename(file)) ?? 0
  const [most] = named.toSorted((a, b) => count(b.path) - count(a.path) || (a.path < b.path ? -1 : 1))
  if (!most) throw new Error('There is no page with a heading of level 2')
  return most.path
}

// A folder without a `.pages` file gets one.
async function readOptional(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
