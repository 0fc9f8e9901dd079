import {splitFrontMatter} from '../../compile/front-matter.ts'
import type {Markdown} from '../../compile/markdown.ts'
import {sourceOffset} from '../../core/offset-map.ts'
import type {Values} from '../../core/site.ts'
import {visitType} from '../../../plugins/tree/walk.ts'
import {expandSource} from '../../macro/expand.ts'
import {scanMacros} from '../../macro/scan.ts'
import type {Variant} from '../../macro/share.ts'
import {codeRanges, htmlGuards} from './guarded-ranges.ts'
import {isOverlapping, type TextRange} from './text-range.ts'

/** What fixes have to know of a file. Offsets count in its text with `\n` line endings. */
export interface SourceReading {
  readonly text: string
  /** The text with letters in place of its macros. */
  readonly masked: string
  /** Outputs, tags and comments, in order. */
  readonly macros: readonly TextRange[]
  /** Code, comments, formulas. */
  readonly guarded: readonly TextRange[]
  readonly frontMatter: TextRange
  /** Identifier of the definition that a link or image by label uses, by `start:end` of the link. */
  readonly labels: ReadonlyMap<string, string>
  /** Where the definition of an identifier stands. */
  readonly definitions: ReadonlyMap<string, TextRange>
  /** Brands that have what stands at an offset; none for what no reader sees, such as tags. */
  seenBy(offset: number): ReadonlySet<string>
}

/** A brand that may publish a file, in one of the locales that the file can be in. */
export interface FileEdition {
  readonly brand: string
  readonly locale: string
  readonly values: Values
}

/** Reads a file as its editions see it. */
export function readSourceFile(options: {
  readonly path: string
  readonly text: string
  readonly editions: readonly FileEdition[]
  readonly markdown: Markdown
}): SourceReading {
  const {path, editions, markdown} = options
  const text = options.text.toWellFormed()
  const {body, bodyStart} = splitFrontMatter(text, path)
  const macros = scanMacros(body).tokens.filter(({type}) => type !== 'text')
  const guarded = [...htmlGuards(body), ...macroComments(macros, body)]
  const labels = new Map<string, string>()
  const definitions = new Map<string, TextRange>()
  const visible: {readonly brands: readonly string[]; readonly ranges: readonly TextRange[]}[] = []
  for (const {variant, brands} of variantsOf(body, {path, editions})) {
    const toSource = rangeMapper(variant)
    const {tree, file} = markdown.parse(variant.text)
    guarded.push(...codeRanges(tree).map(toSource))
    guarded.push(...(file.data.comments ?? []).map(([start, end]) => toSource({start, end})))
    for (const type of ['linkReference', 'imageReference', 'definition'] as const) {
      visitType(tree, type, (node) => {
        const {start, end} = node.position ?? {}
        if (start?.offset === undefined || end?.offset === undefined) return
        const range = toSource({start: start.offset, end: end.offset})
        if (type !== 'definition') labels.set(`${range.start}:${range.end}`, node.identifier)
        else if (!definitions.has(node.identifier)) definitions.set(node.identifier, range)
      })
    }
    visible.push({brands, ranges: seenRanges(variant)})
  }
  return {
    text,
    masked: maskedText(body, macros),
    macros,
    guarded,
    frontMatter: {start: 0, end: bodyStart},
    labels,
    definitions,
    seenBy: (offset) => {
      const sees = visible.filter(({ranges}) => ranges.some(({start, end}) => start <= offset && offset < end))
      return new Set(sees.flatMap(({brands}) => brands))
    },
  }
}

/** Whether a change to a range would touch code, a comment or a formula. */
export function isGuarded(range: TextRange, {guarded}: SourceReading): boolean {
  return guarded.some((guard) => isOverlapping(guard, range))
}

/** Texts of a file by locale, each with the brands that share it. */
function variantsOf(
  body: string,
  {path, editions}: {readonly path: string; readonly editions: readonly FileEdition[]},
): readonly {readonly variant: Variant; readonly brands: readonly string[]}[] {
  const locales = [...new Set(editions.map(({locale}) => locale))]
  return locales.flatMap((locale) => {
    const inLocale = editions.filter((edition) => edition.locale === locale)
    const {variants, variantOf} = expandSource({text: body, path, editions: inLocale})
    return variants.map((variant, index) => ({
      variant,
      brands: Object.keys(variantOf).filter((brand) => variantOf[brand] === index),
    }))
  })
}

function rangeMapper({map}: Variant): (range: TextRange) => TextRange {
  return ({start, end}) => {
    const from = sourceOffset(map, start)
    return {start: from, end: Math.max(from, sourceOffset(map, Math.max(start, end)))}
  }
}

/** What of a source stands in one of its variants: text as it is, and macros by their values. */
function seenRanges({map, text}: Variant): readonly TextRange[] {
  const {runs} = map
  return runs.map(({out, source, copy}, index) => {
    const next = runs[index + 1]
    const length = (next?.out ?? text.length) - out
    return {start: source, end: source + (copy ? length : 1)}
  })
}

function macroComments(macros: readonly TextRange[], body: string): readonly TextRange[] {
  return macros.filter(({start}) => body.startsWith('<<<#', start))
}

function maskedText(body: string, macros: readonly TextRange[]): string {
  const parts: string[] = []
  let written = 0
  for (const {start, end} of macros) {
    parts.push(body.slice(written, start), body.slice(start, end).replace(/[^\n]/g, 'x'))
    written = end
  }
  parts.push(body.slice(written))
  return parts.join('')
}
