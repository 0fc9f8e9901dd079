import type {InspectedSites} from '../../build/inspection.ts'
import {chosenSites} from '../../build/select-editions.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {EditionReference} from '../../core/page.ts'
import {decodePath, inFolder} from '../../core/paths.ts'
import {rules} from '../../core/rules.ts'
import type {Locale} from '../../core/site.ts'
import {samePage} from '../../site/alternates.ts'
import type {EditionEntry, EditionSite} from '../../site/edition-site.ts'
import {fixedTarget, quoted} from '../../site/link-finding.ts'
import type {LinkIndex, PageTarget} from '../../site/link-index.ts'
import {splitTarget} from '../../site/link-target.ts'
import {locateFromAddress, locateFromRoot, locateFromSource, type Standpoint} from '../../site/locate-target.ts'
import {ownEntries} from '../../site/own-entries.ts'
import type {SiteRule} from './site-rule.ts'

/**
 * Reports `locale/other-locale-link`: a link that takes the reader into another language although the page is there in the
 * reader's own. Links to the same page in another language and those that name the language are meant to do that.
 */
export const otherLocaleLinks: SiteRule = (sites) =>
  sites.prepared.brands.flatMap(({brand, sites: editions, links}) => {
    if (editions.length < 2) return []
    return chosenSites(editions, sites.selection).flatMap((site) =>
      ownEntries(site).flatMap((entry) =>
        entry.content.references.flatMap((reference) => {
          const found = leadsAway(reference, {index: links, site, entry})
          if (!found || namesLanguage(reference, found.target, {entry, site, sites})) return []
          return [toFinding(reference, found, {brand: brand.id, index: links, site, entry})]
        }),
      ),
    )
  })

/** A page in another language, and the one that was probably meant. */
interface Astray {
  readonly target: PageTarget
  readonly other: EditionSite
  readonly own: EditionEntry
}

function leadsAway(reference: EditionReference, from: Standpoint): Astray | undefined {
  if (reference.element !== 'a' || reference.attribute !== 'href') return undefined
  const target = targetOf(reference, from)
  if (!target) return undefined
  const {site, entry, index} = from
  const tag = target.name.slice(0, target.name.indexOf('/'))
  const other = tag === site.edition.locale.tag ? undefined : index.sites.get(tag)
  const own = other && samePage(target.entry, site)
  return own && own !== samePage(entry, site) ? {target, other, own} : undefined
}

/** The page that a link leads to. */
function targetOf({target, origin}: EditionReference, from: Standpoint): PageTarget | undefined {
  const written = target.trim()
  const {url} = from.site.edition.brand
  if (/^(?:https?:)?\/\//i.test(written)) return url === '/' ? undefined : pageAt(written, url, from.index)
  const {path} = splitTarget(written)
  // Most links do not leave their folder, and only a few of the others the language.
  if (!path.startsWith('/') && !path.startsWith('../') && !path.includes('/../')) return undefined
  const follow = path.startsWith('/') ? locateFromRoot : origin === 'html' ? locateFromAddress : locateFromSource
  const found = follow(decodePath(path), from)
  if (found === 'missing' || found === 'outside' || found.target.kind !== 'page') return undefined
  return found.target
}

/** The page at an absolute address of the brand itself. */
function pageAt(address: string, url: string, index: LinkIndex): PageTarget | undefined {
  const host = url.slice(url.indexOf('//'))
  const start = address.indexOf('//')
  if (!`${address.slice(start)}/`.startsWith(host)) return undefined
  const path = decodePath(splitTarget(address.slice(start + host.length)).path)
  const output = path.endsWith('.html') ? path : inFolder(path.replace(/\/$/, ''), 'index.html')
  const target = index.byOutput.get(output)
  return target?.kind === 'page' ? target : undefined
}

function toFinding(
  reference: EditionReference,
  {other, own}: Astray,
  context: Standpoint & {readonly brand: string},
): Diagnostic {
  const {brand, site, entry} = context
  const {fragment} = splitTarget(reference.target)
  const name = `${site.edition.locale.tag}/${own.localePath}`
  const path = fixedTarget({kind: 'page', name, entry: own}, reference.origin === 'html', context)
  // Generated ids differ between languages.
  const isKept = fragment === '' || own.content.anchors.has(decodePath(fragment.slice(1)))
  const fix = isKept ? path + fragment : path
  const isShared = reference.path !== undefined
  const ruleId = 'locale/other-locale-link'
  const from = quoted(site.edition.locale.tag)
  return {
    ruleId,
    severity: rules[ruleId].severity,
    message: `Link leads from ${from} to a page in ${quoted(other.edition.locale.tag)}${isShared ? '' : `; write ${quoted(fix)}`}`,
    path: reference.path ?? entry.content.page.path,
    ...(reference.place ? {place: reference.place} : {}),
    actual: reference.target,
    ...(isKept && !isShared ? {expected: [fix]} : {}),
    brands: [brand],
  }
}

/** Whether the text of a link says which language it leads to. */
function namesLanguage(
  reference: EditionReference,
  target: PageTarget,
  context: {readonly entry: EditionEntry; readonly site: EditionSite; readonly sites: InspectedSites},
): boolean {
  const {entry, site, sites} = context
  const {place, origin, path = entry.content.page.path} = reference
  const tag = target.name.slice(0, target.name.indexOf('/'))
  const locale = sites.site.locales.find((known) => known.tag === tag)
  const text = sites.sourceText(path)
  if (!place || !locale || text === undefined) return false
  // In raw HTML the place is that of the attribute.
  const end = origin === 'html' ? text.indexOf('</a>', place.end.offset) : place.end.offset
  const words = text.slice(origin === 'html' ? place.end.offset : place.start.offset, end === -1 ? undefined : end)
  const shown = (origin === 'html' ? words : words.replace(/\]\s*[([][^]*$/, '')).toLowerCase()
  return languageNames(locale, site.edition.locale).some((name) => shown.includes(name.toLowerCase()))
}

/** Names of a language: its own, the English one, and that in the language of the reader. */
function languageNames({tag, name}: Locale, reader: Locale): readonly string[] {
  const names = [tag, reader.tag, 'en'].flatMap((language) => {
    const shown = new Intl.DisplayNames([language], {type: 'language', fallback: 'none'}).of(tag)
    const short = new Intl.Locale(tag).language
    const general = new Intl.DisplayNames([language], {type: 'language', fallback: 'none'}).of(short)
    return [shown, general].filter((found) => found !== undefined)
  })
  // In Chinese a language is 英语 as it is spoken and 英文 as it is written.
  return [name, ...names, ...names.filter((found) => found.endsWith('语')).map((found) => `${found.slice(0, -1)}文`)]
}
