import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs'
import path from 'node:path'
import type {Diagnostic} from '../../src/core/diagnostic.ts'

/** A built site and its sources, looked at with nothing but the disk: what findings are held against. */
export interface SiteOnDisk {
  readonly content: string
  readonly out: string
  /** Locales of each brand with their prefixes, the default one first. */
  readonly brands: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Why a finding is not true, for each brand that it is about; nothing where it is. */
export function untruths(finding: Diagnostic, site: SiteOnDisk): readonly string[] {
  const {brands = Object.keys(site.brands), path: source, ruleId, actual, message, place} = finding
  return brands
    .filter((brand) => !isTrue(finding, {site, brand}))
    .map((brand) => `${source}:${String(place?.start.line)} ${ruleId} ${String(actual)} ${message} [${brand}]`)
}

interface Context {
  readonly site: SiteOnDisk
  readonly brand: string
}

function isTrue(finding: Diagnostic, context: Context): boolean {
  const {ruleId, path: source, actual = ''} = finding
  const [target = '', ...fragment] = actual.split('#')
  const anchor = decode(fragment.join('#'))
  switch (ruleId) {
    case 'link/missing-page':
    case 'link/missing-file':
    case 'image/missing-file':
      return !leadsSomewhere(source, target, context)
    case 'link/missing-anchor': {
      const file = target === '' ? source : sourceOf(source, target, context)
      return file !== undefined && !idsOf(file, source, context).has(anchor)
    }
    case 'link/wrong-case': {
      const name = path.posix.join(path.posix.dirname(source), decode(target).trim())
      return !leadsSomewhere(source, target, context) && listed(context.site.content).has(name.toLowerCase())
    }
    case 'link/other-edition':
      return (
        !leadsSomewhere(source, target, context) &&
        Object.keys(context.site.brands[context.brand] ?? {}).some((tag) =>
          existsSync(path.join(context.site.content, tag, inLocale(source, target))),
        )
      )
    case 'link/directory-style':
      return !target.endsWith('.md') && sourceOf(source, target, context) !== undefined
    case 'link/malformed':
      return actual.trim() === '' || /\s|\{\{|##|\.md\//.test(actual)
    case 'anchor/duplicate-id':
      return (
        countOf(textOf(source, context), actual) > 1 && idList(source, context).filter((id) => id === actual).length > 1
      )
    case 'anchor/other-locale':
      return lacksIds(finding, context)
    case 'footnote/unused':
    case 'link/unused-definition': {
      const [label = ''] = /^\[[^\]]+\]/.exec(actual) ?? []
      return countOf(textOf(source, context), label) === 1
    }
    default:
      throw new Error(`No way to hold \`${ruleId}\` against the disk`)
  }
}

/** Whether a path leads to a source or file of the locale or of the default one, or to anything in the output. */
function leadsSomewhere(source: string, target: string, context: Context): boolean {
  const {site, brand} = context
  if (sourceOf(source, target, context) !== undefined) return true
  const page = outputOf(source, source, context)
  const url = path.join(path.dirname(page), decode(target))
  const root = path.join(site.out, brand)
  // The Markdown beside a page is for programs; links lead to sources.
  const isServed = existsSync(path.join(url, 'index.html')) || (isFile(url) && !url.endsWith('.md'))
  return url.startsWith(root + path.sep) && isServed
}

/** The file that a path stands for, from the content folder; `undefined` for none. */
function sourceOf(source: string, target: string, {site, brand}: Context): string | undefined {
  const rest = inLocale(source, target)
  const [own = ''] = source.split('/')
  const [fallback = own] = Object.keys(site.brands[brand] ?? {})
  for (const tag of [own, fallback]) {
    for (const name of [rest, `${rest}.md`, path.posix.join(rest, 'index.md'), path.posix.join(rest, 'README.md')]) {
      const file = path.posix.join(tag, name)
      if (isFile(path.join(site.content, file))) return file
    }
  }
  return undefined
}

/** Path below the locale folder. */
function inLocale(source: string, target: string): string {
  const decoded = decode(target)
  const from = decoded.startsWith('/') ? '' : path.posix.dirname(source.slice(source.indexOf('/') + 1))
  return path.posix.join(from, decoded).replace(/\/$/, '')
}

/** HTML of a source as the locale of another one shows it. */
function outputOf(file: string, seenFrom: string, {site, brand}: Context): string {
  const [tag = ''] = seenFrom.split('/')
  const prefix = site.brands[brand]?.[tag] ?? '/'
  const page = file.slice(file.indexOf('/') + 1).replace(/\.md$/, '')
  const folder = /(?:^|\/)(?:index|README)$/.test(page) ? path.posix.dirname(page) : page
  return path.join(site.out, brand, prefix, folder, 'index.html')
}

function idList(source: string, context: Context): readonly string[] {
  const html = readFileSync(outputOf(source, source, context), 'utf8')
  return Array.from(html.matchAll(/\s(?:id|name)="([^"]*)"/g), ([, id = '']) => id)
}

function idsOf(file: string, seenFrom: string, context: Context): ReadonlySet<string> {
  const html = readFileSync(outputOf(file, seenFrom, context), 'utf8')
  return new Set(Array.from(html.matchAll(/\s(?:id|name)="([^"]*)"/g), ([, id = '']) => id))
}

/** Whether the ids that a message about a translation names stand there and not here. */
function lacksIds({path: source, message}: Diagnostic, context: Context): boolean {
  const quoted = Array.from(message.matchAll(/`([^`]+)`/g), ([, text = '']) => text)
  const translation = quoted.find((text) => text.endsWith('.md')) ?? ''
  const ids = quoted.filter((text) => !text.endsWith('.md')).map((text) => text.replace(/^#/, ''))
  const missing = message.startsWith('Heading with') ? ids.slice(1) : ids
  const ours = idsOf(source, source, context)
  const theirs = readFileSync(path.join(context.site.content, translation), 'utf8')
  return missing.length > 0 && missing.every((id) => !ours.has(id) && theirs.includes(`#${id}`))
}

function textOf(source: string, {site}: Context): string {
  return readFileSync(path.join(site.content, source), 'utf8')
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1
}

function listed(folder: string): ReadonlySet<string> {
  return new Set(readdirSync(folder, {recursive: true, encoding: 'utf8'}).map((name) => name.toLowerCase()))
}

function isFile(name: string): boolean {
  return statSync(name, {throwIfNoEntry: false})?.isFile() === true
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
