import {openPage, type OpenContext, type Outlines} from '../compile/open-page.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {EditionPage, Page, PageVariant} from '../core/page.ts'
import type {MarkdownOptions, Values} from '../core/site.ts'
import {lookupValue} from '../macro/scope.ts'
import {digest, digestAll} from './digest.ts'
import {holdValues} from './held-values.ts'
import type {RecordPlace} from './pack-file.ts'
import {pageContent, readFacts, readReadings, readVariants} from './page-text.ts'
import type {BrandReadings} from './page-text.ts'
import type {FoundRecord, RecordStore} from './record-store.ts'
import {holdReadings} from './track-values.ts'

/** A compiled page that keeps its bulk on the disk, and reads it when it is asked for. */
export interface StoredPage {
  /** Digest of all that the page is; the same page always has the same. */
  readonly version: string
  readonly readings: BrandReadings
  readonly page: Page
}

/** A page opened for a brand. */
export interface OpenedPage {
  /** Digest of all that the page is in this brand. */
  readonly version: string
  /** Digest of what other pages can see of it: title, anchors, whether it brings formulas. */
  readonly face: string
  readonly content: EditionPage
  readonly diagnostics: readonly Diagnostic[]
}

/** Compiled pages by the digest of what they are made from. */
export interface PageStore {
  /** @param values  of each edition, in order */
  find(key: string, values: readonly Values[]): StoredPage | undefined
  /** Keeps a page as written by `writePage`. */
  add(key: string, text: string): StoredPage
  /** Opens a page for a brand; `undefined` when it was not compiled for it. */
  open(
    stored: StoredPage,
    context: {readonly brand: string; readonly values: Values; readonly markdown: MarkdownOptions},
  ): OpenedPage | undefined
}

/** Pages and variants that are held in memory, in bytes of their JSON. What is over that is read again when needed. */
const heldBytes = 64 * 1024 * 1024

/** Keeps pages in a record store. */
export function createPageStore(records: RecordStore): PageStore {
  const variants = holdValues<RecordPlace, readonly PageVariant[]>(heldBytes / 2)
  const editionPages = holdValues<string, EditionPage>(heldBytes / 2)
  const outlines: Outlines = new WeakMap()

  const toStored = ({text, place}: FoundRecord): StoredPage => ({
    version: digest(pageContent(text)),
    readings: readReadings(text),
    page: {
      ...readFacts(text),
      get variants() {
        return variants.get(place, () => ({value: readVariants(records.read(place)), weight: place.length}))
      },
    },
  })
  // A function of its own: what it makes must hold on to nothing but what it names.
  const reopener =
    (page: Page, {version, weight, ...context}: OpenContext & {version: string; weight: number}) =>
    () =>
      editionPages.get(version, () => {
        const again = openPage(page, {...context, outlines})
        if (!again) throw new TypeError('a page can be opened as often as one likes')
        return {value: again.page, weight}
      })
  return {
    find: (key, values) => {
      const found = records.find(key, (text) => {
        const readings = readReadings(text)
        return (
          readings.length === values.length && readings.every((read, index) => holdReadings(values[index] ?? {}, read))
        )
      })
      return found && toStored(found)
    },
    add: (key, text) => toStored({text, place: records.add(key, text)}),
    open: (stored, context) => {
      const opened = openPage(stored.page, {...context, outlines})
      const variant = stored.page.variants[stored.page.variantOf[context.brand] ?? -1]
      if (!opened || !variant) return undefined
      const {title, anchors, features, description} = opened.page
      const filled = variant.lookups.map((name) => lookupValue(context.values, name) ?? '')
      const version = digestAll([stored.version, context.brand, title, description, ...filled])
      const weight = JSON.stringify(variant.template).length
      editionPages.get(version, () => ({value: opened.page, weight}))
      return {
        version,
        face: digestAll([title, String(features.katex), ...anchors]),
        content: standIn(opened.page, reopener(stored.page, {...context, version, weight})),
        diagnostics: opened.diagnostics,
      }
    },
  }
}

/** A page that knows what other pages can see of it, and asks for the whole page for anything else. */
function standIn({page, brand, title, features, anchors}: EditionPage, whole: () => EditionPage): EditionPage {
  return {
    page,
    brand,
    title,
    features,
    anchors,
    get description() {
      return whole().description
    },
    get toc() {
      return whole().toc
    },
    get references() {
      return whole().references
    },
    renderArticle: (hrefs) => whole().renderArticle(hrefs),
  }
}
