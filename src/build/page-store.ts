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
  readonly place: RecordPlace
  readonly page: Page
}

/** A page opened for a brand. */
export interface OpenedPage {
  /** Digest of all that the page is in this brand. */
  readonly version: string
  /** Digest of what other pages can see of it: title, anchors, tags, status, old addresses, what it needs beside text. */
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
  /** Lets go of the bulk of a page that is a former version; it is read again should somebody ask for it. */
  forget(stored: StoredPage): void
  /** Opens a page for a brand; `undefined` when it was not compiled for it. */
  open(
    stored: StoredPage,
    context: {readonly brand: string; readonly values: Values; readonly markdown: MarkdownOptions},
  ): OpenedPage | undefined
}

/**
 * Pages that are held in memory, in bytes of their JSON: those of some 5000 sources. What is over that is read again when
 * it is needed, once for every brand.
 */
const heldBytes = 192 * 1024 * 1024

/** The bulk of a page, and what brands have made of it. */
interface HeldPage {
  readonly variants: readonly PageVariant[]
  /** By brand; the version is that of the opened page. */
  readonly opened: Map<string, {readonly version: string; readonly page: EditionPage}>
}

/** Keeps pages in a record store. */
export function createPageStore(records: RecordStore): PageStore {
  const held = holdValues<RecordPlace, HeldPage>(heldBytes)
  const outlines: Outlines = new WeakMap()

  const hold = (place: RecordPlace, text?: string): HeldPage =>
    held.get(place, () => {
      const variants = readVariants(text ?? records.read(place))
      return {value: {variants, opened: new Map()}, weight: place.length}
    })
  const toStored = ({text, place}: FoundRecord): StoredPage => ({
    version: digest(pageContent(text)),
    readings: readReadings(text),
    place,
    page: {
      ...readFacts(text),
      get variants() {
        return hold(place).variants
      },
    },
  })
  // A function of its own: what it makes must hold on to nothing but what it names.
  const reopener =
    ({page, place}: StoredPage, {version, ...context}: OpenContext & {version: string}) =>
    () => {
      const {opened} = hold(place)
      const known = opened.get(context.brand)
      if (known?.version === version) return known.page
      const again = openPage(page, {...context, outlines})
      if (!again) throw new TypeError('a page can be opened as often as one likes')
      opened.set(context.brand, {version, page: again.page})
      return again.page
    }
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
    add: (key, text) => {
      const place = records.add(key, text)
      // It is opened next. Read from its text, because what the compiler made holds on to the source.
      hold(place, text)
      return toStored({text, place})
    },
    forget: ({place}) => {
      held.forget(place)
    },
    open: (stored, context) => {
      const opened = openPage(stored.page, {...context, outlines})
      const {variants, opened: byBrand} = hold(stored.place)
      const variant = variants[stored.page.variantOf[context.brand] ?? -1]
      if (!opened || !variant) return undefined
      const {title, anchors, features, description, tags} = opened.page
      const {status, redirectFrom} = stored.page.frontMatter
      const filled = variant.lookups.map((name) => lookupValue(context.values, name) ?? '')
      const version = digestAll([
        stored.version,
        context.brand,
        title,
        description,
        JSON.stringify(tags ?? []),
        ...filled,
      ])
      byBrand.set(context.brand, {version, page: opened.page})
      return {
        version,
        face: digestAll([title, JSON.stringify([features, tags, status, redirectFrom]), ...anchors]),
        content: standIn(opened.page, reopener(stored, {...context, version})),
        diagnostics: opened.diagnostics,
      }
    },
  }
}

/** A page that knows what other pages can see of it, and asks for the whole page for anything else. */
function standIn({page, brand, title, tags, features, anchors}: EditionPage, whole: () => EditionPage): EditionPage {
  return {
    page,
    brand,
    title,
    ...(tags && {tags}),
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
    renderArticle: (hrefs, tagList) => whole().renderArticle(hrefs, tagList),
    renderMarkdown: (hrefs) => whole().renderMarkdown(hrefs),
  }
}
