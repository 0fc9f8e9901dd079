import {createDiskIconSet} from '../../plugins/icons/disk-icon-set.ts'
import {customIconFolders} from '../../src/build/custom-icon-folders.ts'
import {createSnippetReader} from '../../src/build/snippet-reader.ts'
import {createCompiler, type SourceEdition} from '../../src/compile/compiler.ts'
import {openPage} from '../../src/compile/open-page.ts'
import type {baselineWays} from './baseline-ways.ts'
import {readClock} from './clock.ts'
import {readProject} from './project.ts'

/** What this script is asked: the compiling stage alone, in one of the ways. */
export interface BaselineQuestion {
  readonly config: string
  readonly brands: readonly string[]
  readonly way: (typeof baselineWays)[number]
}

/** Milliseconds. */
export interface BaselineAnswer {
  readonly cpu: number
  readonly wall: number
}

async function measureBaseline({config, brands, way}: BaselineQuestion): Promise<BaselineAnswer> {
  const {site, sources} = await readProject(config)
  const {markdown, root, content} = site
  const reader = createSnippetReader({extensions: markdown.extensions, root, home: content})
  const snippets = new Map<string, Awaited<ReturnType<typeof reader.gather>>>()
  for (const source of sources) snippets.set(source.path, await reader.gather(source))
  const chosen = site.brands.filter(({id}) => brands.includes(id))
  const start = readClock()
  const icons = createDiskIconSet(customIconFolders(markdown))
  const compiler = createCompiler({markdown, icons, inline: way === 'shared' ? 'unsafe' : 'all'})
  for (const {path, locale, text, brand: owner} of sources) {
    const editions = chosen.flatMap((brand): readonly SourceEdition[] => {
      const values = brand.values[locale]
      return values && (owner === undefined || owner === brand.id) ? [{brand: brand.id, values}] : []
    })
    const source = {path, locale, text, snippets: snippets.get(path) ?? new Map()}
    for (const together of way === 'naive' ? editions.map((edition) => [edition]) : [editions]) {
      const page = compiler.compile(source, together)
      for (const edition of together) openPage(page, {...edition, markdown})
    }
  }
  const end = readClock()
  return {cpu: end.cpu - start.cpu, wall: end.wall - start.wall}
}

const question = JSON.parse(process.argv[2] ?? '') as BaselineQuestion
process.stdout.write(`${JSON.stringify(await measureBaseline(question))}\n`)
