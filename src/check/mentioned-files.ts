import path from 'node:path'
import type {InspectedSites} from '../build/inspection.ts'
import {readThemeLayers} from '../build/read-theme-layers.ts'
import {basename} from '../core/paths.ts'
import {lastPart, mayMean, nameBreak, readMentions, splitComments, type Mention} from './mentions.ts'

/** Published files that can name images. */
const textFile = /\.(?:css|[cm]?js|json|html?|svg|txt|webmanifest|xml|ya?ml)$/i

/** What is known about names of files beside the references of pages. */
export interface Mentions {
  /** Whether a file is named where that may be a use. */
  readonly isUsed: (file: string) => boolean
  /** Source with a comment that names a file; comments are no use. */
  readonly commentAbout: (file: string) => string | undefined
}

/**
 * Looks for files that something but a reference of a page names: a style, a script, code, front matter, a nav file,
 * the configuration, a template. Names count without their folders, and a name that is put together counts for all that it
 * may become.
 *
 * @param writtenIn  paths in the references of each source or snippet: what is known about these needs no guess
 */
export function collectMentions(sites: InspectedSites, writtenIn: ReadonlyMap<string, ReadonlySet<string>>): Mentions {
  const {site, prepared} = sites
  /** Files that mention a name. */
  const names = new Map<string, Set<string>>()
  const inComments = new Map<string, Set<string>>()
  const open = new Set<string>()
  const patterns: Mention[] = []
  const texts: string[] = []
  const add = (mention: Mention, from: string): void => {
    const part = lastPart(mention)
    if (part.before === part.written) names.set(part.written, (names.get(part.written) ?? new Set()).add(from))
    else if (!open.has(part.written)) {
      open.add(part.written)
      patterns.push(part)
    }
  }
  const scan = (text: string, from: string): void => {
    texts.push(text)
    for (const mention of readMentions(text)) add(mention, from)
  }
  const scanSource = (text: string, from: string): void => {
    const {shown, comments} = splitComments(text)
    texts.push(shown)
    for (const mention of readMentions(comments)) {
      const {written} = lastPart(mention)
      inComments.set(written, (inComments.get(written) ?? new Set()).add(from))
    }
    const targets = writtenIn.get(from) ?? new Set<string>()
    for (const mention of readMentions(shown)) {
      // A bare ending is part of a sentence, and an address of another site leads there.
      if (mention.after === mention.written && mention.before === '') continue
      if (/^(?:https?:)?\/\//i.test(mention.written) && !site.brands.some(({url}) => isBelow(mention.written, url)))
        continue
      const isKnown =
        targets.has(mention.written) || (isOpen(mention) && [...targets].some((path) => mayMean(mention, path)))
      if (!isKnown) add(mention, from)
    }
  }
  for (const {path: from, text} of prepared.content.sources) scanSource(text, from)
  for (const from of snippetsOf(sites)) scanSource(sites.sourceText(from) ?? '', from)
  for (const [from, text] of prepared.content.pagesFiles) scan(text, from)
  for (const from of prepared.content.assets) {
    if (textFile.test(from)) scan(sites.sourceText(from) ?? '', from)
  }
  const {navPlaces: _, check: __, ...settings} = site
  scan(JSON.stringify(settings), site.configPath)
  for (const [from, text] of overrideTexts(sites)) scan(text, from)
  return {
    isUsed: (file) => {
      const name = nameOf(file)
      const from = names.get(name)
      if (from && (from.size > 1 || !from.has(file))) return true
      if (nameBreak.test(name) && texts.some((text) => text.includes(name) || text.includes(encodeURI(name))))
        return true
      return patterns.some((pattern) => mayMean(pattern, name))
    },
    commentAbout: (file) => {
      const from = [...(inComments.get(nameOf(file)) ?? [])]
      // The same name stands in the pages of every locale.
      return from.find((source) => topFolder(source) === topFolder(file)) ?? from[0]
    },
  }
}

function nameOf(file: string): string {
  return basename(file).normalize('NFC')
}

function topFolder(file: string): string {
  return file.slice(0, Math.max(0, file.indexOf('/')))
}

function isOpen({before, written}: Mention): boolean {
  return before !== written
}

function isBelow(address: string, url: string): boolean {
  return url !== '/' && address.startsWith(url)
}

/** Files that pages include and that are no pages themselves. */
function snippetsOf({prepared}: InspectedSites): ReadonlySet<string> {
  const sources = new Set(prepared.content.sources.map(({path: source}) => source))
  const snippets = prepared.brands.flatMap(({pages}) =>
    [...pages.values()].flatMap(({content}) => content.page.snippets),
  )
  return new Set(snippets.filter((snippet) => !sources.has(snippet)))
}

/** Templates, styles and scripts of the site and its brands. */
function overrideTexts({site, disk}: InspectedSites): ReadonlyMap<string, string> {
  const folders = [...new Set(site.brands.flatMap(({overrides}) => overrides))]
  if (folders.length === 0) return new Map()
  const layers = readThemeLayers(folders, disk).slice(0, -1)
  return new Map(
    layers.flatMap(({path: folder, files}) => [...files].map(([name, text]) => [path.join(folder, name), text])),
  )
}
