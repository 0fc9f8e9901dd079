import matter from 'gray-matter'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {FrontMatter, PageSearch} from '../core/page.ts'
import {locator} from '../../plugins/source-text/locator.ts'

/** Front matter of a source, and the source with it blanked out. */
interface SplitSource {
  readonly frontMatter: FrontMatter
  /** The source with spaces in place of its front matter: offsets and lines stay those of the file. */
  readonly body: string
  /** Offset of the line behind the front matter; 0 where there is none. */
  readonly bodyStart: number
  readonly diagnostics: readonly Diagnostic[]
}

const opening = /^---[ \t]*\n/
const closing = /^(?:---|\.\.\.)[ \t]*$/m

/** Options are always passed: without them gray-matter hands out a shared, cached object. */
const options: matter.GrayMatterOption<string, object> = {
  language: 'yaml',
  engines: {
    javascript: () => {
      throw new Error('JavaScript front matter is switched off')
    },
  },
}

/** The front matter of a source as it stands there. */
interface FrontMatterBlock {
  /** What is between its two lines. */
  readonly yaml: string
  /** Where that starts. */
  readonly offset: number
  /** Of the whole block, without the end of its last line. */
  readonly length: number
}

/** Finds the front matter at the very start of a source. */
export function frontMatterBlock(text: string): FrontMatterBlock | undefined {
  const start = opening.exec(text)
  const end = start ? closing.exec(text.slice(start[0].length)) : null
  if (!start || !end) return undefined
  const yamlEnd = start[0].length + end.index
  const yaml = text.slice(start[0].length, yamlEnd)
  // Without a key at all it is two thematic breaks, not front matter; MkDocs leaves such lines in the text as well.
  if (!/^[^\s#:][^\n]*?:(?:\s|$)/m.test(yaml) && !/^\s*#/.test(yaml)) return undefined
  return {yaml, offset: start[0].length, length: yamlEnd + end[0].length}
}

/**
 * Reads the YAML front matter at the very start of a source.
 *
 * Broken YAML and values of a wrong type are reported as `front-matter/invalid`; what can be read is kept.
 *
 * @param path  path of the source, for the findings
 */
export function splitFrontMatter(text: string, path: string): SplitSource {
  const block = frontMatterBlock(text)
  if (!block) return {frontMatter: {data: {}}, body: text, bodyStart: 0, diagnostics: []}
  const {yaml, offset: yamlStart, length} = block
  const bodyStart = Math.min(length + 1, text.length)
  const body = text.slice(0, length).replace(/[^\n]/g, ' ') + text.slice(length)
  const report = (message: string, offset: number, width = 0): Diagnostic => {
    const locate = locator(text)
    return {
      ruleId: 'front-matter/invalid',
      severity: 'error',
      message,
      path,
      place: {start: locate(offset), end: locate(offset + width)},
    }
  }
  try {
    const {data} = matter(`---\n${yaml}\n---\n`, options)
    return {...readFields(data, {yaml, offset: yamlStart, report}), body, bodyStart}
  } catch (error) {
    const line = yamlLine(error)
    const offset = yamlStart + lineOffset(yaml, line)
    return {
      frontMatter: {data: {}},
      body,
      bodyStart,
      diagnostics: [report(`Invalid YAML in the front matter: ${yamlReason(error)}`, offset)],
    }
  }
}

/** `brands` of the front matter of a source; YAML is parsed only where that can be in it. */
export function readBrands(text: string, path: string): readonly string[] | undefined {
  const block = frontMatterBlock(text)
  // A key can be written with escapes.
  if (!block || !/brands|\\/.test(block.yaml)) return undefined
  return splitFrontMatter(text, path).frontMatter.brands
}

function yamlLine(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('mark' in error)) return 0
  const {mark} = error
  if (typeof mark !== 'object' || mark === null || !('line' in mark)) return 0
  return typeof mark.line === 'number' ? Math.max(0, mark.line) : 0
}

function yamlReason(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'reason' in error && typeof error.reason === 'string')
    return error.reason
  return error instanceof Error ? error.message : 'it cannot be read'
}

function lineOffset(text: string, line: number): number {
  let offset = 0
  for (let count = 0; count < line; count++) {
    const next = text.indexOf('\n', offset)
    if (next === -1) return offset
    offset = next + 1
  }
  return offset
}

function readFields(
  data: Record<string, unknown>,
  source: {yaml: string; offset: number; report: (message: string, offset: number, width?: number) => Diagnostic},
): {frontMatter: FrontMatter; diagnostics: readonly Diagnostic[]} {
  const diagnostics: Diagnostic[] = []
  const atKey = (key: string, message: string): Diagnostic => {
    const at = source.yaml.search(new RegExp(`^${key}[ \\t]*:`, 'm'))
    return source.report(message, source.offset + Math.max(0, at), key.length)
  }
  const wrong = (key: string, expected: string): void => {
    diagnostics.push(atKey(key, `Invalid \`${key}\` in the front matter: expected ${expected}`))
  }
  const text = (key: string): string | undefined => {
    const value = data[key]
    if (value === undefined || value === null) return undefined
    if (typeof value === 'string' || typeof value === 'number') return String(value)
    if (value instanceof Date) return value.toISOString().slice(0, 10)
    wrong(key, 'a text')
    return undefined
  }
  const list = (key: string): readonly string[] | undefined => {
    const value = data[key]
    if (value === undefined || value === null) return undefined
    if (typeof value === 'string') return [value]
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
    wrong(key, 'a list of texts')
    return undefined
  }
  // YAML reads `2026` and `yes` as something else than a text.
  const words = (key: string): readonly string[] | undefined => {
    const value: unknown = data[key]
    if (value === undefined || value === null) return undefined
    const given: readonly unknown[] = Array.isArray(value) ? value : [value]
    const filled = given.filter((item) => item !== null && item !== undefined)
    if (filled.every((item) => ['string', 'number', 'boolean'].includes(typeof item))) return filled.map(String)
    wrong(key, 'a list of texts')
    return undefined
  }
  const tags = words('tags')
  const status = text('status')
  const redirects = [...(list('redirect_from') ?? []), ...(list('aliases') ?? [])]
  const placed = ['status', 'redirect_from', 'aliases'].flatMap((key) => {
    const {place} = data[key] === undefined ? {} : atKey(key, '')
    return place ? [[key, place] as const] : []
  })
  const title = text('title')
  const description = text('description')
  const template = text('template')
  const brands = list('brands')
  const hide = list('hide')
  const search = readSearch(data['search'], () => {
    wrong('search', '`exclude: true` or `false`, and `boost` with a number above 0')
  })
  const frontMatter: FrontMatter = {
    ...(title !== undefined && {title}),
    ...(description !== undefined && {description}),
    ...(brands && {brands}),
    ...(hide && {hide}),
    ...(template !== undefined && {template}),
    ...(tags && {tags}),
    ...(status !== undefined && {status}),
    ...(redirects.length > 0 && {redirectFrom: redirects}),
    ...(placed.length > 0 && {places: Object.fromEntries(placed)}),
    ...(search && {search}),
    data,
  }
  return {frontMatter, diagnostics}
}

/** `search` as in Material: `{exclude: true}`, `{boost: 2}`. */
function readSearch(value: unknown, onWrong: () => void): PageSearch | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'object') {
    onWrong()
    return undefined
  }
  const {exclude, boost} = {exclude: undefined, boost: undefined, ...value} as Record<string, unknown>
  const isKnown =
    (exclude === undefined || typeof exclude === 'boolean') &&
    (boost === undefined || (typeof boost === 'number' && boost > 0 && boost < Infinity))
  if (!isKnown) onWrong()
  return {
    ...(typeof exclude === 'boolean' && {exclude}),
    ...(typeof boost === 'number' && boost > 0 && boost < Infinity && {boost}),
  }
}
