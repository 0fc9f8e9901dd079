import {createRandom} from './random.ts'
import {identifiers} from './words.ts'

/** What is known of a page before it is written: enough for other pages to link to it. */
export interface PagePlan {
  /** From the folder of its locale, POSIX, the same in every locale: `area-00/section-003/gauge-12.md`. */
  readonly path: string
  /** Position among the pages of a locale. */
  readonly index: number
  /** Bytes that it should have. */
  readonly size: number
  /** Number of its sections; section `n`, from 1, has the id `part-n`. */
  readonly sections: number
  /** Whether it is a long list or table, such as a change log. */
  readonly long: boolean
  /** Whether macros stand in it. */
  readonly macros: boolean
  /** Number of its conditions, at most one in a section. */
  readonly conditions: number
}

/** Pages in one folder. */
export const pagesInSection = 32
const sectionsInArea = 25

// The sizes of pages of real documentation: a logarithmic normal distribution with a median of 5.6 kB, of which one
// page in ten has more than 19 kB and one in a hundred more than 50 kB; beside these one change log among 200 pages.
const sizes = {median: 5600, deviation: 0.976, least: 350, most: 60_000, long: 100_000}
const pagesPerLong = 200
const sectionSize = 720

/** Plans page `index` of each locale. */
export function planPage(seed: number, index: number): PagePlan {
  const random = createRandom(seed, 'plan', index)
  const long = index % pagesPerLong === 20
  const gauss = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  const drawn = sizes.median * Math.exp(sizes.deviation * gauss)
  const size = long ? sizes.long : Math.round(Math.min(sizes.most, Math.max(sizes.least, drawn)))
  return {
    path: pagePath(index, random.pick(identifiers)),
    index,
    size,
    sections: Math.max(1, Math.round(size / (long ? 4 * sectionSize : sectionSize))),
    long,
    macros: index % 2 === 0,
    // One page in 28 has some; a page with a condition has macros.
    conditions: index % 28 === 4 ? random.integer(1, 5) : 0,
  }
}

/** Folder of a page from that of its locale. */
export function sectionFolder(index: number): string {
  const section = Math.floor(index / pagesInSection)
  return `${areaFolder(index)}/section-${String(section).padStart(3, '0')}`
}

/** Folder above that. */
export function areaFolder(index: number): string {
  return `area-${String(Math.floor(index / (pagesInSection * sectionsInArea))).padStart(2, '0')}`
}

function pagePath(index: number, name: string): string {
  if (index === 0) return 'index.md'
  const isIndex = index % pagesInSection === 0
  return `${sectionFolder(index)}/${isIndex ? 'index' : `${name}-${index}`}.md`
}
