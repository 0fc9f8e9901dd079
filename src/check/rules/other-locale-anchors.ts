import {chosenSites} from '../../build/select-editions.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Heading} from '../../core/page.ts'
import {hasPlaceholderLetters} from '../../core/placeholder.ts'
import {rules} from '../../core/rules.ts'
import type {EditionEntry} from '../../site/edition-site.ts'
import {isOwn, ownEntries} from '../../site/own-entries.ts'
import type {SiteRule} from './site-rule.ts'

/** Ids that one finding names at most. */
const namedIds = 5

/** An id that a page lacks, and the heading that has it in another language. */
interface LackingId {
  readonly id: string
  /** Place of that heading among those of its page. */
  readonly index: number
}

/**
 * Reports `anchor/other-locale`: an id that the author gave to a heading and that the page lacks in another language, so
 * that a link to it breaks when the reader switches the language. The finding is about the page that lacks it, at the
 * heading in the same place where both pages have the same headings.
 */
export const otherLocaleAnchors: SiteRule = ({site: {locales}, prepared, selection}) => {
  const order = locales.map(({tag}) => tag)
  return prepared.brands.flatMap(({brand, sites}) =>
    chosenSites(sites, selection).flatMap((site) =>
      ownEntries(site).flatMap((entry) =>
        sites
          .filter((other) => other !== site)
          .flatMap((other) => {
            const translation = other.entries.get(entry.localePath)
            return translation && isOwn(translation, other) ? compare(entry, translation, order) : []
          })
          .map((finding) => ({...finding, brands: [brand.id]})),
      ),
    ),
  )
}

/**
 * What a page lacks of the ids that a translation of it has.
 *
 * @param order  tags of the locales; of two headings whose ids differ, the finding is about that in the later one
 */
function compare(
  {content, contentLocale}: EditionEntry,
  translation: EditionEntry,
  order: readonly string[],
): readonly Diagnostic[] {
  const theirs = headingsOf(translation)
  const lacking = theirs.flatMap(({id}, index): LackingId[] =>
    id === undefined || id === '' || hasPlaceholderLetters(id) || content.anchors.has(id) ? [] : [{id, index}],
  )
  if (lacking.length === 0) return []
  const {path} = content.page
  const source = translation.content.page.path
  const ours = headingsOf({content})
  const isAlike = ours.length === theirs.length && ours.every(({level}, index) => level === theirs[index]?.level)
  const placed = isAlike ? lacking.filter(({index}) => ours[index]?.place !== undefined) : []
  const rest = lacking.filter((one) => !placed.includes(one)).map(({id}) => id)
  const isLater = order.indexOf(contentLocale.tag) > order.indexOf(translation.contentLocale.tag)
  const isTheirs = ({id}: Heading): boolean => id !== undefined && !translation.content.anchors.has(id) && !isLater
  return [
    ...placed.flatMap(({id, index}) => {
      const heading = ours[index]
      return heading && !isTheirs(heading) ? [finding(path, messageAt(heading, id, source), heading)] : []
    }),
    ...(rest.length > 0 ? [finding(path, `Page has no anchor ${named(rest)}, which \`${source}\` has`)] : []),
  ]
}

function headingsOf({content}: Pick<EditionEntry, 'content'>): readonly Heading[] {
  const {page, brand} = content
  return page.variants[page.variantOf[brand] ?? -1]?.headings ?? []
}

function messageAt({id: own}: Heading, id: string, source: string): string {
  if (own === undefined || hasPlaceholderLetters(own))
    return `Heading without the id \`${id}\` that it has in \`${source}\``
  return `Heading with the id \`${own}\`, but \`${id}\` in \`${source}\``
}

function finding(path: string, message: string, heading?: Heading): Diagnostic {
  return {
    ruleId: 'anchor/other-locale',
    severity: rules['anchor/other-locale'].severity,
    message,
    path,
    ...(heading?.place && {place: heading.place}),
  }
}

function named(ids: readonly string[]): string {
  const first = ids.slice(0, namedIds).map((id) => `\`#${id}\``)
  const more = ids.length - first.length
  return first.join(', ') + (more > 0 ? ` and ${String(more)} more` : '')
}
