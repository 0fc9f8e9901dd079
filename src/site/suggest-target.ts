import {basename, dirname, inFolder} from '../core/paths.ts'
import type {LinkIndex, LinkTarget} from './link-index.ts'
import {nearestNames, type LinkMemory} from './link-memory.ts'
import {possibleNames, type Standpoint} from './locate-target.ts'

/** What nearest matches on one page may cost; a page of nothing but broken links must stay quick. */
export interface Budget {
  /** Comparisons that are left. One that is remembered counts as well, so that a page's findings are its own. */
  comparisons: number
  readonly memory: LinkMemory
}

/** Longest word that a nearest match is looked for. */
const longestWord = 200

/** Most targets that are suggested for one path. */
const mostTargets = 5

/** Nearest matches within a budget, all equally near; none when the budget is used up. */
export function nearestWithin(word: string, candidates: ReadonlySet<string>, budget: Budget): readonly string[] {
  if (word.length > longestWord || candidates.size > budget.comparisons) return []
  budget.comparisons -= candidates.size
  return nearestNames(word, candidates, budget.memory)
}

/**
 * What the author of a path that leads nowhere may have meant, best first. Several only where they are equally good.
 *
 * In this order: the same path read the other way, the same path in another case, a file or page of the same name
 * elsewhere in the locale, a similar name in the same folder.
 *
 * @param path  decoded, in NFC, as it stands after `locate…` found nothing
 */
export function suggestTargets(
  path: string,
  options: {readonly isHtml: boolean; readonly from: Standpoint; readonly budget: Budget},
): readonly LinkTarget[] {
  const {from, budget} = options
  const {index} = from
  const names = possibleNames(path, options.isHtml, from)
  const [usual] = names
  for (const name of names.flatMap(spellings)) {
    const found = index.nameByLowerCase.get(name.toLowerCase())
    if (found !== undefined) return targetsOf([found], index)
  }
  if (usual === undefined) return []
  const same = sameBasename(usual, from, budget)
  return targetsOf(same.length > 0 ? same : similarNames(usual, index, budget), index)
}

function targetsOf(names: readonly string[], index: LinkIndex): readonly LinkTarget[] {
  return names.flatMap((name) => index.byName.get(name) ?? [])
}

/** A name as written, and as the page that it would be with its ending. */
function spellings(name: string): readonly string[] {
  return /\.md$/i.test(name) ? [name] : [name, `${name.replace(/\.html?$/i, '')}.md`, `${name}/index.md`]
}

function sameBasename(name: string, {index, site}: Standpoint, budget: Budget): readonly string[] {
  const inLocale = `${site.edition.locale.tag}/`
  const isNear = (other: string): boolean =>
    other.startsWith(inLocale) || !index.sites.has(other.slice(0, Math.max(0, other.indexOf('/'))))
  for (const spelling of spellings(name)) {
    const last = basename(spelling).toLowerCase()
    const others = index.namesByBasename.get(last) ?? []
    // Names such as `index.md` stand in every folder and say nothing.
    if (last === 'index.md' || last === 'readme.md' || others.length > budget.comparisons) continue
    budget.comparisons -= others.length
    const near = others.filter(isNear)
    if (near.length > 0) return near.slice(0, mostTargets)
  }
  return []
}

function similarNames(name: string, index: LinkIndex, budget: Budget): readonly string[] {
  const folder = dirname(name)
  const siblings = index.basenamesByFolder.get(folder)
  const word = basename(name)
  if (!siblings) return []
  const guesses = nearestWithin(/\.[^.]+$/.test(word) ? word : `${word}.md`, siblings, budget)
  return guesses.map((guess) => inFolder(folder, guess))
}
