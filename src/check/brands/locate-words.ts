import {lastStart} from '../../../plugins/source-text/last-start.ts'
import {locator} from '../../../plugins/source-text/locator.ts'
import type {OriginFinder} from '../../compile/snippets.ts'
import {sourceOffset} from '../../core/offset-map.ts'
import type {Place} from '../../core/position.ts'
import type {Values} from '../../core/site.ts'
import {expandSource} from '../../macro/expand.ts'
import type {BrandWord} from './brand-words.ts'
import {foldMarkdown} from './plain-text.ts'
import type {FoundWord, WordFinder} from './word-finder.ts'

/** A word of another brand where an author wrote it, or the macro that put it there. */
export interface LocatedWord {
  readonly word: BrandWord
  readonly path: string
  readonly place: Place
  /** What stands there. */
  readonly text: string
  /** Inside of the macro that the word came out of; left out where the author wrote it. */
  readonly macro?: string
}

/** A text with macros, as one brand reads it. */
export interface MacroText {
  readonly text: string
  readonly path: string
  readonly brand: string
  readonly locale: string
  readonly values: Values
  /** Takes places to the files that parts of the text came from. */
  readonly origin?: OriginFinder | undefined
}

/**
 * Finds words in a text once its macros are carried out, and the way back to what its author wrote.
 *
 * @param isMarkdown  whether words may be taken apart by marks, tags and references, and comments are not read
 */
export function locateWords(source: MacroText, finder: WordFinder, isMarkdown: boolean): readonly LocatedWord[] {
  const {text, path, brand, locale, values} = source
  const {variants} = expandSource({text, path, editions: [{brand, locale, values}], inline: 'all'})
  const [variant] = variants
  if (!variant) return []
  const {map} = variant
  const locate = locator(text)
  return findWords(variant.text, finder, isMarkdown).map((found): LocatedWord => {
    const run = map.runs[lastStart(map.runs, found.start)]
    const start = sourceOffset(map, found.start)
    const macro = run?.copy === false ? /^<<<[-+]?\s*([^]*?)\s*[-+]?>>>/.exec(text.slice(start)) : null
    const end = macro ? start + macro[0].length : Math.max(start, sourceOffset(map, found.end - 1) + 1)
    const place = {start: locate(start), end: locate(end)}
    return {
      word: found.word,
      text: found.text,
      ...(source.origin?.(place) ?? {path, place}),
      ...(macro?.[1] !== undefined && {macro: macro[1]}),
    }
  })
}

/** Words of Markdown, as they stand or taken apart, in order. Those in comments are left out where there are others. */
function findWords(text: string, finder: WordFinder, isMarkdown: boolean): readonly FoundWord[] {
  const plain = finder.find(text)
  if (!isMarkdown) return plain
  const comments = commentRanges(text)
  const isRead = ({start}: FoundWord): boolean => !comments.some(([from, to]) => from <= start && start < to)
  const {text: foldedText, starts, ends} = foldMarkdown(text)
  const apart = finder
    .find(foldedText)
    .map((found) => ({...found, start: starts[found.start] ?? 0, end: ends[found.end - 1] ?? 0}))
    .filter(({start, end}) => !plain.some((other) => other.start < end && start < other.end))
  const all = [...plain, ...apart].sort((a, b) => a.start - b.start)
  const words = new Set(all.filter(isRead).map(({word}) => word))
  return all.filter((found) => isRead(found) || !words.has(found.word))
}

/** Ranges of comments outside fences. */
function commentRanges(text: string): readonly (readonly [start: number, end: number])[] {
  if (!text.includes('<!--')) return []
  const ranges: (readonly [number, number])[] = []
  const token = /<!--[^]*?-->|^[ \t>]*(`{3,}|~{3,})[^\n]*\n(?:[^]*?^[ \t>]*\1|[^]*)/gm
  for (const {0: found, index} of text.matchAll(token)) {
    if (found.startsWith('<!--')) ranges.push([index, index + found.length])
  }
  return ranges
}
