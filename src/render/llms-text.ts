import {inFolder} from '../core/paths.ts'
import type {EditionEntry, EditionSite, NavItem} from '../site/edition-site.ts'
import {prefixFolder} from '../site/page-address.ts'
import {readerAddress} from './page-markdown.ts'

/** Files about a whole edition for readers that are programs, below the brand's output folder. */
export function llmsFiles({edition}: EditionSite): {readonly list: string; readonly full: string} {
  const folder = prefixFolder(edition.prefix)
  return {list: inFolder(folder, 'llms.txt'), full: inFolder(folder, 'llms-full.txt')}
}

/** Pages of an edition in reading order; those in no nav come last. */
export function pagesInOrder({order, entries, positions}: EditionSite): readonly EditionEntry[] {
  return [...order, ...[...entries.values()].filter(({localePath}) => !positions.has(localePath))]
}

/**
 * The pages of an edition as llmstxt.org asks for them: title, description, then a list for each section of the nav. What
 * is in no nav is optional.
 *
 * @param options.summaries  description of each page, by its path in the locale
 * @param options.heading  what heads the pages that are in no section
 */
export function llmsText(options: {
  readonly site: EditionSite
  readonly summaries: ReadonlyMap<string, string>
  readonly heading: string
}): string {
  const {site, summaries, heading} = options
  const {brand, prefix} = site.edition
  const home = prefix.slice(1)
  const listed = new Set<EditionEntry>()
  const line = (entry: EditionEntry): string => {
    const summary = inOneLine(summaries.get(entry.localePath) ?? '')
    const title = inOneLine(entry.content.title).replace(/[\\[\]]/g, '\\$&')
    const address = readerAddress(entry, brand, home)
    return `- [${title}](${address})${summary === '' ? '' : `: ${summary}`}\n`
  }
  const linesOf = (items: readonly NavItem[]): string => {
    let lines = ''
    for (const {entry, children} of items) {
      if (entry && !listed.has(entry)) {
        listed.add(entry)
        lines += line(entry)
      }
      lines += linesOf(children)
    }
    return lines
  }
  const single = linesOf(site.nav.filter(({children}) => children.length === 0))
  const sections: (readonly [string, string])[] = [[heading, single]]
  for (const item of site.nav) if (item.children.length > 0) sections.push([item.title, linesOf([item])])
  const rest = [...site.entries.values()].filter((entry) => !listed.has(entry))
  sections.push(['Optional', rest.map(line).join('')])
  const description = site.description === '' ? '' : `> ${inOneLine(site.description)}\n\n`
  const lists = sections.flatMap(([title, lines]) => (lines === '' ? [] : `## ${inOneLine(title)}\n\n${lines}`))
  return `# ${inOneLine(site.title)}\n\n${description}${lists.join('\n')}`
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
