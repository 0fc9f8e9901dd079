import {deserialize, serialize} from 'node:v8'
import type {FrontMatter, Page, PageVariant} from '../core/page.ts'
import type {Reading} from './track-values.ts'

/** What a page's values were read for: brand by brand, in the order of the editions. */
export type BrandReadings = readonly (readonly Reading[])[]

/** A compiled page as text of three lines of JSON: what it depends on, what is always needed of it, and the rest. */
export function writePage(page: Page, readings: BrandReadings): string {
  const {variants, frontMatter, ...facts} = page
  return [readings, {...facts, frontMatter: writeFrontMatter(frontMatter)}, variants]
    .map((part) => JSON.stringify(part))
    .join('\n')
}

/** Reads what a written page depends on. */
export function readReadings(text: string): BrandReadings {
  return JSON.parse(text.slice(0, text.indexOf('\n'))) as BrandReadings
}

/** Digestible part of a written page: all but what it depends on. */
export function pageContent(text: string): string {
  return text.slice(text.indexOf('\n') + 1)
}

/** Reads a page without its variants. */
export function readFacts(text: string): Omit<Page, 'variants'> {
  const start = text.indexOf('\n') + 1
  const facts = JSON.parse(text.slice(start, text.indexOf('\n', start))) as Omit<Page, 'variants'>
  return {...facts, frontMatter: readFrontMatter(facts.frontMatter)}
}

/** Reads the variants of a written page. */
export function readVariants(text: string): readonly PageVariant[] {
  return JSON.parse(text.slice(text.lastIndexOf('\n') + 1)) as readonly PageVariant[]
}

/** YAML knows more than JSON does: dates, bytes, numbers that are none. */
function writeFrontMatter(frontMatter: FrontMatter): unknown {
  if (isJson(frontMatter.data, new Set())) return frontMatter
  return {...frontMatter, data: {}, binary: serialize(frontMatter.data).toString('base64')}
}

function readFrontMatter(written: FrontMatter & {readonly binary?: string}): FrontMatter {
  const {binary, ...frontMatter} = written
  if (binary === undefined) return frontMatter
  return {...frontMatter, data: deserialize(Buffer.from(binary, 'base64')) as FrontMatter['data']}
}

/** Whether JSON keeps a value as it is. What stands in two places, as YAML's aliases allow, would be written twice. */
function isJson(value: unknown, seen: Set<object>): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || seen.has(value)) return false
  seen.add(value)
  if (Array.isArray(value)) return value.every((inner) => isJson(inner, seen))
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.entries(value).every(([key, inner]) => key !== '__proto__' && isJson(inner, seen))
}
