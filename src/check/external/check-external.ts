import type {Inspected, InspectedSites} from '../../build/inspection.ts'
import {currentEntry} from '../../build/resolve-all-links.ts'
import {chosenSites} from '../../build/select-editions.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {EditionReference} from '../../core/page.ts'
import {rules} from '../../core/rules.ts'
import {checkUrls} from './check-urls.ts'
import type {ExternalIo} from './check-urls.ts'
import {openExternalCache} from './external-cache.ts'
import {defaultExternalOptions} from './options.ts'
import {describeResult} from './result.ts'

/** What is needed to look at links that leave the sites. */
export interface ExternalCheck {
  /** Absolute file that answers are kept in; left out: they are not kept. */
  readonly cacheFile?: string | undefined
  readonly io?: Omit<ExternalIo, 'cache'>
}

/** A link that leaves the sites, in one edition. */
interface ExternalUse {
  readonly reference: EditionReference
  readonly path: string
  readonly brand: string
}

const millisecondsPerDay = 86_400_000

/**
 * Asks the web for every address that a page of the chosen editions links to, each once.
 *
 * Addresses below that of a brand are left out: they are about pages of these very sites, which may not be published yet.
 */
export async function checkExternal(sites: InspectedSites, {cacheFile, io}: ExternalCheck): Promise<Inspected> {
  const uses = collectUses(sites)
  const {cacheDays, ...settings} = {cacheDays: 1, ...sites.site.check.external}
  const options = {...defaultExternalOptions, ...settings}
  const now = (): number => io?.clock?.now() ?? Date.now()
  const cache =
    cacheFile === undefined ? undefined : openExternalCache(cacheFile, {now, maxAge: cacheDays * millisecondsPerDay})
  try {
    const results = await checkUrls(uses.keys(), options, {...io, cache})
    const diagnostics = [...uses].flatMap(([url, places]) => {
      const result = results.get(url)
      const described = result && describeResult(url, result)
      return described ? places.map((use) => toDiagnostic(use, described)) : []
    })
    return {diagnostics, isVolatile: true}
  } finally {
    cache?.save()
  }
}

function collectUses({prepared, selection}: InspectedSites): ReadonlyMap<string, readonly ExternalUse[]> {
  const own = prepared.brands.map(({brand}) => brand.url).filter((url) => url !== '/')
  const uses = new Map<string, ExternalUse[]>()
  for (const brand of prepared.brands) {
    for (const entry of chosenSites(brand.sites, selection).flatMap(({entries}) => [...entries.values()])) {
      const {references, page} = currentEntry(entry, brand).content
      for (const reference of references) {
        const url = reference.target.trim()
        if (!/^https?:\/\//i.test(url) || own.some((address) => url.startsWith(address))) continue
        const use = {reference, path: reference.path ?? page.path, brand: brand.brand.id}
        const others = uses.get(url)
        if (others) others.push(use)
        else uses.set(url, [use])
      }
    }
  }
  return uses
}

function toDiagnostic(
  {reference: {target, place}, path, brand}: ExternalUse,
  described: NonNullable<ReturnType<typeof describeResult>>,
): Diagnostic {
  return {
    ...described,
    severity: rules[described.ruleId].severity,
    path,
    ...(place && {place}),
    actual: target,
    brands: [brand],
  }
}
