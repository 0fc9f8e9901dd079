import {foldCase} from './fold-case.ts'
import {collapseSpace, spaceClass, trimSpace, wordClass} from './python-text.ts'

/**
 * What is done about letter case: `none` keeps it, `lower` lowers every letter, `lower-ascii` lowers `A` to `Z`,
 * `fold` folds as Python's `str.casefold`.
 */
export type SlugCase = 'none' | 'lower' | 'lower-ascii' | 'fold'

/** Options of `slugifyPymdownx`, named as those of `pymdownx.slugs.slugify`. */
export interface PymdownxSlugOptions {
  /** Default: `none`. */
  readonly case?: SlugCase
  /** Unicode normalisation that comes first; default: `NFC`. */
  readonly normalize?: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'
  /** Percent-encode everything outside of ASCII; default: `false`. */
  readonly percentEncode?: boolean
}

/** Which slugs to make. */
export interface SluggerOptions extends PymdownxSlugOptions {
  readonly kind: 'python-markdown' | 'unicode' | 'pymdownx' | 'github'
  /** Stands between words; default: `-`. */
  readonly separator?: string
}

const notAscii = /[^\p{ASCII}]/gu
const notWordSpaceOrHyphen = new RegExp(`[^${wordClass}${spaceClass}-]`, 'gu')
const notWordBlankOrHyphen = new RegExp(`[^${wordClass} -]`, 'gu')
const notGithub = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc} -]/gu

/**
 * Slug as Python-Markdown 3.10 makes it by default: letters are reduced to ASCII (`ž` to `z`), what has no ASCII
 * letter goes. May be empty.
 */
export function slugifyAscii(text: string, separator = '-'): string {
  return slugifyUnicode(text.normalize('NFKD').replace(notAscii, ''), separator)
}

/** Slug as `slugify_unicode` of Python-Markdown 3.10 makes it: lower case, letters of every script. May be empty. */
export function slugifyUnicode(text: string, separator = '-'): string {
  const words = trimSpace(text.replace(notWordSpaceOrHyphen, '')).toLowerCase()
  const between = new RegExp(`[${separator.replace(/[\\\]^-]/g, '\\$&')}${spaceClass}]+`, 'gu')
  return words.replace(between, () => separator)
}

/**
 * Slug as `pymdownx.slugs.slugify` of pymdown-extensions 11 makes it: every blank becomes a separator, so that two
 * blanks (or a blank on each side of a sign) give two.
 */
export function slugifyPymdownx(text: string, separator = '-', options: PymdownxSlugOptions = {}): string {
  const plain = trimSpace(withoutTags(text.normalize(options.normalize ?? 'NFC')))
  const slug = applyCase(plain, options.case ?? 'none')
    .replace(notWordBlankOrHyphen, '')
    .replaceAll(' ', () => separator)
  return options.percentEncode === true ? encodeURIComponent(slug) : slug
}

/** Slug as GitHub makes it for headings. The separator is always a hyphen, one for each blank. */
export function slugifyGithub(text: string): string {
  return text.toLowerCase().replace(notGithub, '').replaceAll(' ', '-')
}

/**
 * Function that turns the text of a heading into its slug.
 *
 * The text is plain (entities decoded, tags gone). Its white space is collapsed first, as the reference does for
 * headings. Slugs are not unique and may be empty: `uniqueId` takes care of both.
 */
export function makeSlugger(options: SluggerOptions): (text: string) => string {
  const separator = options.separator ?? '-'
  switch (options.kind) {
    case 'python-markdown':
      return (text) => slugifyAscii(collapseSpace(text), separator)
    case 'unicode':
      return (text) => slugifyUnicode(collapseSpace(text), separator)
    case 'pymdownx':
      return (text) => slugifyPymdownx(collapseSpace(text), separator, options)
    case 'github':
      return (text) => slugifyGithub(collapseSpace(text))
  }
}

function applyCase(text: string, letterCase: SlugCase): string {
  switch (letterCase) {
    case 'none':
      return text
    case 'lower':
      return text.toLowerCase()
    case 'lower-ascii':
      return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    case 'fold':
      return foldCase(text)
  }
}

/** Text without anything that stands between `<` and the next `>`. */
export function withoutTags(text: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const open = text.indexOf('<', at)
    const close = open === -1 ? -1 : text.indexOf('>', open)
    if (close === -1) return kept + text.slice(at)
    kept += text.slice(at, open)
    at = close + 1
  }
}
