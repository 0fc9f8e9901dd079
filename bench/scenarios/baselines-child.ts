import {createDiskIconSet} from '../../plugins/icons/disk-icon-set.ts'
import {customIconFolders} from '../../src/build/custom-icon-folders.ts'
import {createCompiler, type SourceEdition} from '../../src/compile/compiler.ts'
import {openPage} from '../../src/compile/open-page.ts'
import type {baselineWays} from './baseline-ways.ts'
import {readClock} from './clock.ts'
import {openSite} from './project.ts'
import {readSources} from './read-sources.ts'

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
  const site = await openSite(config)
  const sources = readSources(site)
  const {markdown} = site
  const chosen = site.brands.filter(({id}) => brands.includes(id))
  const start = readClock()
  const icons = createDiskIconSet(customIconFolders(markdown))
  const compiler = createCompiler({markdown, icons, inline: way === 'shared' ? 'unsafe' : 'all'})
  for (const source of sources) {
    const editions = chosen.flatMap((brand): readonly SourceEdition[] => {
      const values = brand.values[source.locale]
      return values ? [{brand: brand.id, values}] : []
    })
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
