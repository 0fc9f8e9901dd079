import type {Diagnostic} from '../core/diagnostic.ts'
import {llmsFiles, llmsText, pagesInOrder} from '../render/llms-text.ts'
import {hasMarkdown, markdownFile, pageMarkdown} from '../render/page-markdown.ts'
import type {EditionEntry, EditionSite} from '../site/edition-site.ts'
import {digestAll} from './digest.ts'
import type {FileWriter} from './output-writer.ts'
import type {SocialPainter} from './social/social-painter.ts'

/** What was written beside a page. */
export interface CompanionFiles {
  /** Below the brand's output folder. */
  readonly files: readonly string[]
  readonly description: string
  /** Image for social networks, one of the files. */
  readonly socialImage: string | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Files about an edition as a whole, and what they were made from. Plain data. */
export interface EditionFiles {
  readonly version: string
  readonly files: readonly string[]
}

/** What is known of a page that was written, now or before. */
interface KnownPage {
  readonly inputs: string
  readonly description: string
}

/** Writes what stands beside the pages of one edition. */
export interface PageCompanions {
  /** @param hrefs  resolved URL of each reference, relative to the page */
  write(entry: EditionEntry, hrefs: readonly string[]): CompanionFiles
  /**
   * Writes `llms.txt` and `llms-full.txt`, or leaves them as they are.
   *
   * @param pages  by path in the locale
   */
  finish(
    pages: ReadonlyMap<string, KnownPage>,
    context: {readonly frame: string; readonly heading: string; readonly before: EditionFiles | undefined},
  ): EditionFiles
}

/** Between the pages of `llms-full.txt`, each of which begins with its front matter. */
const lineBreak = Buffer.from('\n')

/** @param painter  draws images for social networks; left out: there are none */
export function createPageCompanions({
  site,
  writer,
  painter,
}: {
  readonly site: EditionSite
  readonly writer: FileWriter
  readonly painter: SocialPainter | undefined
}): PageCompanions {
  const {brand} = site.edition
  const isFull = hasMarkdown(brand)
  // Texts of the pages that were written now; those of the others are in their files.
  const texts = new Map<string, Uint8Array>()
  return {
    write: (entry, hrefs) => {
      const files: string[] = []
      const put = (file: string, content: string | Uint8Array): void => {
        files.push(file)
        writer.write(file, content)
      }
      if (isFull) {
        const file = markdownFile(entry)
        const text = Buffer.from(pageMarkdown(entry, brand, hrefs), 'utf8')
        texts.set(file, text)
        put(file, text)
      }
      const {image, diagnostics = []} = painter?.paint(entry, site) ?? {}
      // Its name tells what is in it, so one that is there need not be drawn.
      if (image && !writer.keep(image.file)) put(image.file, image.draw())
      else if (image) files.push(image.file)
      return {files, description: entry.content.description, socialImage: image?.file, diagnostics}
    },
    finish: (pages, {frame, heading, before}) => {
      if (brand.machines?.llms !== true) return {version: '', files: []}
      const version = digestAll([frame, ...[...pages].flatMap(([path, {inputs}]) => [path, inputs])])
      if (before?.version === version && before.files.every((file) => writer.keep(file))) return before
      const summaries = new Map([...pages].map(([path, {description}]) => [path, description]))
      const {list, full} = llmsFiles(site)
      writer.write(list, llmsText({site, summaries, heading}))
      if (!isFull) return {version, files: [list]}
      const all = pagesInOrder(site).map((entry) => {
        const file = markdownFile(entry)
        return texts.get(file) ?? writer.read(file)
      })
      writer.write(full, Buffer.concat(all.flatMap((text, index) => (index === 0 ? [text] : [lineBreak, text]))))
      return {version, files: [list, full]}
    },
  }
}
