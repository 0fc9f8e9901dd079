import {basename, dirname, inFolder} from '../core/paths.ts'
import type {LinkIndex, LinkTarget} from './link-index.ts'
import {nearestName, type LinkMemory} from './link-memory.ts'
import {possibleNames, type Standpoint} from './locate-target.ts'

/** What nearest matches on one page may cost; a page of nothing but broken links must stay quick. */
export interface Budget {
  /** Comparisons that are left. One that is remembered counts as well, so that a page's findings are its own. */
  comparisons: number
  readonly memory: LinkMemory
}

/** Longest word that a nearest match is looked for. */
const longestWord = 200

/** Nearest match within a budget; `undefined` also when the budget is used up. */
export function nearestWithin(word: string, candidates: ReadonlySet<string>, budget: Budget): string | undefined {
  if (word.length > longestWord || candidates.size > budget.comparisons) return undefined
  budget.comparisons -= candidates.size
  return nearestName(word, candidates, budget.memory)
}

/**
 * What the author of a path that leads nowhere may have meant.
 *
 * In this order: the same path read the other way, the same path in another case, a file or page of the same name
 * elsewhere in the locale, a similar name in the same folder.
 *
 * @param path  decoded, in NFC, as it stands after `locate…` found nothing
 */
export function suggestTarget(
  path: string,
  options: {readonly isHtml: boolean; readonly from: Standpoint; readonly budget: Budget},
): LinkTarget | undefined {
  const {from, budget} = options
  const {index} = from
  const names = possibleNames(path, options.isHtml, from)
  const [usual] = names
  for (const name of names.flatMap(spellings)) {
    const found = index.nameByLowerCase.get(name.toLowerCase())
    if (found !== undefined) return index.byName.get(found)
  }
  if (usual === undefined) return undefined
  const similar = sameBasename(usual, from, budget) ?? similarName(usual, index, budget)
  return similar === undefined ? undefined : index.byName.get(similar)
}

/** A name as written, and as the page that it would be with its ending. */
function spellings(name: string): readonly string[] {
  return /\.md$/i.test(name) ? [name] : [name, `${name.replace(/\.html?$/i, '')}.md`, `${name}/index.md`]
}

function sameBasename(name: string, {index, site}: Standpoint, budget: Budget): string | undefined {
  const inLocale = `${site.edition.locale.tag}/`
  const isNear = (other: string): boolean =>
    other.startsWith(inLocale) || !index.sites.has(other.slice(0, Math.max(0, other.indexOf('/'))))
  for (const spelling of spellings(name)) {
    const last = basename(spelling).toLowerCase()
    const others = index.namesByBasename.get(last) ?? []
    // Names such as `index.md` stand in every folder and say nothing.
    if (last === 'index.md' || last === 'readme.md' || others.length > budget.comparisons) continue
    budget.comparisons -= others.length
    const near = others.find(isNear)
    if (near !== undefined) return near
  }
  return undefined
}

function similarName(name: string, index: LinkIndex, budget: Budget): string | undefined {
  const folder = dirname(name)
  const siblings = index.basenamesByFolder.get(folder)
  const word = basename(name)
  const guess = siblings && nearestWithin(/\.[^.]+$/.test(word) ? word : `${word}.md`, siblings, budget)
  return guess === undefined ? undefined : inFolder(folder, guess)
}
