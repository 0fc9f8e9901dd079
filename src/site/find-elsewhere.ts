import type {EditionReference} from '../core/page.ts'
import type {LinkTarget} from './link-index.ts'
import {fixedTarget, isImage, kindOf, listed, quoted, type LinkFinding} from './link-finding.ts'
import {possibleNames, type Standpoint} from './locate-target.ts'

/**
 * Finding about a path that this edition lacks and another has: the page or file is limited to other brands, lies in the
 * folder of another brand, or exists in a locale that this one does not fall back to.
 *
 * @param path  decoded, without query and fragment
 */
export function inOtherEdition(reference: EditionReference, path: string, from: Standpoint): LinkFinding | undefined {
  const isHtml = reference.origin === 'html'
  const what = `${capital(kindOf(reference, path))} ${quoted(path)}`
  const ways = isImage(reference) ? exactly : spellings
  for (const name of usualNames(path, isHtml, from)) {
    const brands = otherBrands(name, ways, from)
    if (brands) return {ruleId: 'link/other-edition', message: `${what} is published by ${listed(brands)} only`}
    const locales = otherLocales(name, ways, from)
    if (locales.length > 0) return {ruleId: 'link/other-edition', message: `${what} exists in ${listed(locales)} only`}
  }
  return undefined
}

/**
 * Finding about a path whose letters have another case than those of the file: it works where the file system does not
 * tell them apart, and nowhere else.
 */
export function inOtherCase(
  reference: EditionReference,
  path: string,
  options: {readonly from: Standpoint; readonly afterPath: string},
): LinkFinding | undefined {
  const {from, afterPath} = options
  const isHtml = reference.origin === 'html'
  const target = targetInOtherCase(usualNames(path, isHtml, from), path, from)
  if (!target || (isImage(reference) && target.kind === 'page')) return undefined
  const fix = fixedTarget(target, isHtml, from) + afterPath
  return {
    ruleId: 'link/wrong-case',
    message: `Cannot find ${kindOf(reference, path)} ${quoted(path)}, only \`${target.name}\` in another case`,
    hint: `; write ${quoted(fix)}`,
    expected: [fix],
  }
}

function targetInOtherCase(names: readonly string[], path: string, {index}: Standpoint): LinkTarget | undefined {
  for (const name of names) {
    const exact = path.endsWith('/') ? [] : [name]
    for (const candidate of [...exact, `${name}.md`, `${name}/index.md`]) {
      const found = index.nameByLowerCase.get(candidate.toLowerCase())
      if (found !== undefined && found !== candidate) return index.byName.get(found)
    }
  }
  return undefined
}

/** Brands that have what a name stands for, where this brand is none of them. */
function otherBrands(name: string, ways: typeof spellings, from: Standpoint): readonly string[] | undefined {
  const {site, entry, index} = from
  const {brand, locale} = site.edition
  const {limits, brandFiles} = index.facts
  const own = `${locale.tag}/`
  const tags = new Set([locale.tag, entry.contentLocale.tag, brand.defaultLocale])
  for (const tag of tags) {
    const inTag = name.startsWith(own) ? `${tag}/${name.slice(own.length)}` : name
    for (const candidate of ways(inTag)) {
      const brands = [...new Set([...(limits.get(candidate) ?? []), ...(brandFiles.get(candidate) ?? [])])]
      const isOwn = [brand.id, ...(brand.ancestors ?? [])].some((id) => brands.includes(id))
      if (brands.length > 0 && !isOwn) return brands
    }
  }
  return undefined
}

/** Locales that have what a name stands for in another one. */
function otherLocales(name: string, ways: typeof spellings, {index}: Standpoint): readonly string[] {
  const {locales, names, limits} = index.facts
  const [first = ''] = name.split('/', 1)
  if (!locales.includes(first)) return []
  const rest = name.slice(first.length)
  const found = locales.filter((tag) =>
    ways(tag + rest).some((candidate) => names.has(candidate) && !limits.has(candidate)),
  )
  return found.includes(first) ? [] : found
}

/** Names that the path stands for as it is usually read; a page at the root of the site can be meant in two ways. */
function usualNames(path: string, isHtml: boolean, from: Standpoint): readonly string[] {
  const names = possibleNames(path, isHtml, from)
  return path.startsWith('/') ? names : names.slice(0, 1)
}

function exactly(name: string): readonly string[] {
  return [name]
}

function spellings(name: string): readonly string[] {
  return [name, `${name}.md`, `${name}/index.md`, `${name}/README.md`]
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
