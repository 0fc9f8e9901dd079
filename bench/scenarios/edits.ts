import {readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {parseDocument} from 'yaml'
import {overriddenTemplate, overridesFolder, type Project} from './project.ts'
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

type EditedProject = Omit<Project, 'label'>

/** Every edit that is measured, prepared for one project. */
export function planEdits(project: EditedProject): readonly Edit[] {
  const page = medianPage(project)
  const renamed = mostLinkedPage(project)
  const content = (file: string): string => path.join(project.site.content, file)
  return [
    {
      id: 'page',
      label: pageScenario,
      file: content(page),
      change: (text, revision) => `${text}\nRevision ${revision}.\n`,
    },
    {
      id: 'heading',
      label: 'one heading renamed',
      file: content(renamed),
      change: withRenamedHeading,
    },
    {
      id: 'value',
      label: 'one brand value changed',
      file: project.config,
      change: (text, revision) => withBrandValue(text, project, `Renamed ${revision}`),
    },
    {
      id: 'template',
      label: 'one template changed',
      file: path.join(project.folder, overridesFolder, overriddenTemplate),
      change: (text, revision) => `${text}<p>Revision ${revision}</p>\n`,
    },
    {
      id: 'nav',
      label: 'one nav entry changed',
      file: content(navFile(page)),
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

function withBrandValue(text: string, {site}: EditedProject, value: string): string {
  const [brand] = site.brands
  const values = brand?.values[brand.defaultLocale] ?? {}
  const name = 'brand_name' in values ? 'brand_name' : Object.keys(values)[0]
  if (brand === undefined || name === undefined) throw new Error('The first brand has no value that could be changed')
  const document = parseDocument(text, {logLevel: 'silent'})
  document.setIn(['brands', brand.id, 'values', name], value)
  return document.toString()
}

function medianPage({sources}: EditedProject): string {
  const pages = sources.filter(({path: file}) => file.includes('/') && !file.endsWith('/index.md'))
  const sorted = pages.toSorted((a, b) => a.text.length - b.text.length || (a.path < b.path ? -1 : 1))
  const page = sorted[Math.floor(sorted.length / 2)] ?? sources[0]
  if (!page) throw new Error('There is no page to edit')
  return page.path
}

/** The page with a heading that most other pages link to, told by the names in their links. */
function mostLinkedPage({sources}: EditedProject): string {
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

function navFile(page: string): string {
  return path.posix.join(path.posix.dirname(page), '.pages')
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
