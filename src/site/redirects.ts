import type {Diagnostic} from '../core/diagnostic.ts'
import {nearest} from '../core/nearest.ts'
import {decodePath, dirname} from '../core/paths.ts'
import type {Place} from '../core/position.ts'
import {rules} from '../core/rules.ts'
import type {RuleId} from '../core/rules.ts'
import type {EditionEntry, EditionSite} from './edition-site.ts'
import {isExternal} from './link-target.ts'
import {oldAddress} from './redirect-address.ts'
import type {OldAddress} from './redirect-address.ts'

/** A page that leads from an old address to what is there now. */
export interface SiteRedirect extends OldAddress {
  /** Edition whose language it speaks. */
  readonly site: EditionSite
  /** Web address, or `url` below the brand's root, percent-encoded, with its anchor. */
  readonly target: {readonly href: string} | {readonly url: string}
  readonly title: string
}

/** A redirect as its author wrote it. */
interface Written {
  readonly site: EditionSite
  readonly from: string
  readonly to: string | EditionEntry
  readonly path: string
  readonly place?: Place
}

type Placed = Written & OldAddress

/**
 * Redirects of a brand, from its configuration and from the front matter of its pages.
 *
 * Reports `redirect/missing-target`, `redirect/taken` and `redirect/loop`; a redirect with such a fault is left out, and so
 * is one to a page that only other brands publish.
 *
 * @param options.isElsewhere  whether a path from the content folder is a page that is limited to other brands
 */
export function collectRedirects(options: {
  readonly sites: readonly EditionSite[]
  /** Configuration file as given by the user, for findings. */
  readonly configPath: string
  readonly isElsewhere: (path: string) => boolean
}): {readonly redirects: readonly SiteRedirect[]; readonly diagnostics: readonly Diagnostic[]} {
  const {sites} = options
  const diagnostics: Diagnostic[] = []
  const report = (ruleId: RuleId, written: Written, fault: {message: string; expected?: string}): void => {
    diagnostics.push({
      ruleId,
      severity: rules[ruleId].severity,
      message: fault.message,
      path: written.path,
      ...(written.place && {place: written.place}),
      ...(fault.expected === undefined ? {} : {expected: [fault.expected]}),
      brands: [written.site.edition.brand.id],
    })
  }
  const written = sites.flatMap((site) => [...configured(site, options.configPath), ...fromPages(site)])
  if (written.length === 0) return {redirects: [], diagnostics}
  const taken = takenFiles(sites)
  const placed = new Map<string, Placed>()
  for (const one of written) {
    const address = oldAddress(one.from, one.site.edition.prefix)
    if (!address) {
      const ruleId = one.path === options.configPath ? 'config/invalid' : 'front-matter/invalid'
      report(ruleId, one, {message: `Found \`${one.from}\`, expected a path such as \`old/page.md\` or \`/old/page/\``})
      continue
    }
    const holder = taken.holder(address.file)
    const twin = placed.get(address.file)
    if (twin && isSameTarget(twin, one)) continue
    if (holder !== undefined || twin) {
      const what = twin ? 'the address of another redirect' : `the address of ${holder ?? ''}`
      report('redirect/taken', one, {message: `Redirect \`${one.from}\` stands at ${what} and is left out`})
      continue
    }
    taken.add(address.file)
    placed.set(address.file, {...one, ...address})
  }
  const redirects: SiteRedirect[] = []
  for (const one of placed.values()) {
    const found = follow(one, {placed, isElsewhere: options.isElsewhere})
    if ('fault' in found) report(found.fault, one, found)
    else if ('target' in found) redirects.push({...one, ...found})
  }
  return {redirects, diagnostics}
}

/** Redirects of the configuration for an edition; those from the root of the site are made once, for one language. */
function configured(site: EditionSite, path: string): readonly Written[] {
  const {brand, locale} = site.edition
  return (brand.redirects ?? [])
    .filter((redirect) => {
      const isFromRoot = redirect.from.startsWith('/')
      return (redirect.locale ?? (isFromRoot ? brand.defaultLocale : locale.tag)) === locale.tag
    })
    .map(({from, to, place}) => ({site, from, to, path, ...(place && {place})}))
}

/** Redirects of the front matter; where a page fills in for another language, only those of the locale's own paths. */
function fromPages(site: EditionSite): readonly Written[] {
  return [...site.entries.values()].flatMap((entry) => {
    const {frontMatter, path} = entry.content.page
    const place = frontMatter.places?.['redirect_from'] ?? frontMatter.places?.['aliases']
    const isOwn = entry.contentLocale.tag === site.edition.locale.tag
    return (frontMatter.redirectFrom ?? [])
      .filter((from) => isOwn || !from.startsWith('/'))
      .map((from) => ({site, from, to: entry, path, ...(place && {place})}))
  })
}

/** What stands at the output files of a brand. */
function takenFiles(sites: readonly EditionSite[]): {
  holder(file: string): string | undefined
  add(file: string): void
} {
  const holders = new Map<string, string>()
  const folders = new Set<string>()
  const add = (file: string, holder: string): void => {
    if (holders.has(file)) return
    holders.set(file, holder)
    for (let folder = dirname(file); folder !== '' && !folders.has(folder); folder = dirname(folder))
      folders.add(folder)
  }
  for (const {assets} of sites) for (const [file, from] of assets) add(file, `the file \`${from}\``)
  for (const {entries} of sites) {
    for (const {file, content} of entries.values()) add(file, `the page \`${content.page.path}\``)
  }
  add('404.html', 'the page for addresses that do not exist')
  return {
    // A file cannot stand where a folder does, nor a folder where a file does.
    holder: (file) => {
      for (let path = file; path !== ''; path = dirname(path)) {
        const holder = holders.get(path)
        if (holder !== undefined) return holder
      }
      return folders.has(file) ? `the folder \`${file}\`` : undefined
    },
    add: (file) => {
      for (let folder = dirname(file); folder !== ''; folder = dirname(folder)) folders.add(folder)
    },
  }
}

function isSameTarget(one: Written, other: Written): boolean {
  const nameOf = ({to, site}: Written): string =>
    typeof to === 'string' ? `${site.edition.id} ${to}` : `${site.edition.id} ${to.localePath}`
  return nameOf(one) === nameOf(other)
}

type Followed =
  | Pick<SiteRedirect, 'target' | 'title'>
  | {readonly fault: 'redirect/missing-target' | 'redirect/loop'; readonly message: string; readonly expected?: string}
  | {readonly isElsewhere: true}

/** Where a redirect leads in the end; one to another redirect leads where that one does. */
function follow(
  start: Placed,
  context: {readonly placed: ReadonlyMap<string, Placed>; readonly isElsewhere: (path: string) => boolean},
): Followed {
  const passed = [start]
  for (let one = start; ;) {
    const {to, site} = one
    if (typeof to !== 'string') return {target: {url: to.url}, title: to.content.title}
    if (isExternal(to)) return {target: {href: to}, title: to}
    const [path, fragment] = split(to)
    const next = context.placed.get(oldAddress(path, site.edition.prefix)?.file ?? '')
    const entry = findEntry(path, site)
    if (entry) return toEntry(entry, fragment, start)
    const asset = findAsset(path, site)
    if (asset !== undefined) return {target: {url: asset}, title: path}
    if (!next) {
      const {locale} = site.edition
      if (context.isElsewhere(`${locale.tag}/${path}`)) return {isElsewhere: true}
      const near = nearest(path, site.entries.keys())
      const hint = near === undefined ? '' : `; did you mean \`${near}\``
      const message = `Redirect \`${start.from}\` leads to \`${to}\`, which is not there${hint}`
      return {fault: 'redirect/missing-target', message, ...(near === undefined ? {} : {expected: near})}
    }
    if (passed.includes(next)) {
      const way = [...passed, next].map(({from}) => `\`${from}\``).join(' → ')
      return {fault: 'redirect/loop', message: `Redirect leads back to itself: ${way}`}
    }
    passed.push(next)
    one = next
  }
}

function toEntry(entry: EditionEntry, fragment: string | undefined, {from}: Written): Followed {
  const {title, anchors, page} = entry.content
  if (fragment === undefined) return {target: {url: entry.url}, title}
  const id = decodePath(fragment)
  if (anchors.has(id) || anchors.has(fragment)) return {target: {url: `${entry.url}#${fragment}`}, title}
  const near = nearest(id, anchors)
  const hint = near === undefined ? '' : `; did you mean \`#${near}\``
  const message = `Redirect \`${from}\` leads to the anchor \`#${id}\`, which \`${page.path}\` does not have${hint}`
  return {fault: 'redirect/missing-target', message, ...(near === undefined ? {} : {expected: `#${near}`})}
}

function split(target: string): readonly [path: string, fragment?: string] {
  const at = target.indexOf('#')
  return at === -1 ? [target] : [target.slice(0, at), target.slice(at + 1)]
}

/** A page by its path in the locale folder, or by its address. */
function findEntry(path: string, site: EditionSite): EditionEntry | undefined {
  const name = decodePath(path).replace(/^\.\//, '')
  const own = site.entries.get(name)
  if (own || /\.md$/i.test(name)) return own
  const address = oldAddress(path, site.edition.prefix)
  return [...site.entries.values()].find(({file}) => file === address?.file)
}

/** Address of a file of the site by its path in the locale folder, or from the root. */
function findAsset(path: string, {edition, assets, published}: EditionSite): string | undefined {
  const name = decodePath(path)
  const file = name.startsWith('/')
    ? name.slice(1)
    : (published.get(`${edition.locale.tag}/${name}`) ?? published.get(name))
  return file !== undefined && assets.has(file) ? encodeURI(file) : undefined
}
