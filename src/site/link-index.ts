import {byCodeUnit} from '../core/code-unit-order.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {basename, dirname} from '../core/paths.ts'
import {rules} from '../core/rules.ts'
import type {ContentFacts} from './content-facts.ts'
import type {EditionEntry, EditionSite} from './edition-site.ts'
import {createLinkMemory, type LinkMemory} from './link-memory.ts'

/** A page that a link can lead to. */
export interface PageTarget {
  readonly kind: 'page'
  /** Path from the content folder by which authors refer to it: `zh/a.md`, also where `en/a.md` is shown for it. */
  readonly name: string
  readonly entry: EditionEntry
}

/** A file that a link can lead to. */
export interface FileTarget {
  readonly kind: 'file'
  /** Path from the content folder by which authors refer to it. */
  readonly name: string
  /** Path below the brand's output folder, not encoded. */
  readonly output: string
}

export type LinkTarget = PageTarget | FileTarget

/**
 * Everything that a brand's links can lead to, in all of its locales. Made once per brand.
 *
 * Names are paths from the content folder, in NFC.
 */
export interface LinkIndex {
  /** Editions of the brand by locale tag. */
  readonly sites: ReadonlyMap<string, EditionSite>
  /** What other editions have. */
  readonly facts: ContentFacts
  readonly byName: ReadonlyMap<string, LinkTarget>
  /** By path below the brand's output folder, not encoded: pages by their `index.html`. */
  readonly byOutput: ReadonlyMap<string, LinkTarget>
  /** Name by its lower-case form, for targets written in the wrong case. */
  readonly nameByLowerCase: ReadonlyMap<string, string>
  /** Names by the lower-case form of their last part, sorted. */
  readonly namesByBasename: ReadonlyMap<string, readonly string[]>
  /** Last parts of the names in each folder. */
  readonly basenamesByFolder: ReadonlyMap<string, ReadonlySet<string>>
  /** What resolving links against this index has found out so far. */
  readonly memory: LinkMemory
}

/**
 * Index of what the editions of one brand publish.
 *
 * Reports `source/duplicate-address` where two locales write to one file.
 *
 * @param sites  every edition of the brand that is built
 * @param facts  about the whole content folder
 * @param memory  shared by the brands of a build
 */
export function buildLinkIndex(
  sites: readonly EditionSite[],
  facts: ContentFacts,
  memory: LinkMemory = createLinkMemory(),
): {readonly index: LinkIndex; readonly diagnostics: readonly Diagnostic[]} {
  const byName = new Map<string, LinkTarget>()
  const byOutput = new Map<string, LinkTarget>()
  const diagnostics: Diagnostic[] = []
  const sources = new Map<string, string>()
  const addOutput = (target: LinkTarget, source: string, brand: string): void => {
    const output = target.kind === 'page' ? target.entry.file : target.output
    const holder = sources.get(output)
    if (holder === undefined) {
      sources.set(output, source)
      byOutput.set(output, target)
    } else if (holder !== source) {
      diagnostics.push({
        ruleId: 'source/duplicate-address',
        severity: rules['source/duplicate-address'].severity,
        message: `File \`${source}\` and \`${holder}\` would both be written to \`${output}\``,
        path: source,
        brands: [brand],
      })
    }
  }
  for (const site of sites) {
    const {brand, locale} = site.edition
    for (const entry of site.entries.values()) {
      const target: PageTarget = {kind: 'page', name: `${locale.tag}/${entry.localePath}`.normalize('NFC'), entry}
      byName.set(target.name, target)
      addOutput(target, entry.content.page.path, brand.id)
    }
    for (const [name, output] of site.published) {
      const target: FileTarget = {kind: 'file', name, output}
      byName.set(name, target)
      addOutput(target, site.assets.get(output) ?? name, brand.id)
    }
  }
  const names = [...byName.keys()].sort(byCodeUnit)
  const index: LinkIndex = {
    sites: new Map(sites.map((site) => [site.edition.locale.tag, site])),
    facts,
    byName,
    byOutput,
    nameByLowerCase: new Map(names.map((name) => [name.toLowerCase(), name])),
    namesByBasename: groupNames(names, (name) => basename(name).toLowerCase()),
    basenamesByFolder: new Map(
      [...groupNames(names, dirname)].map(([folder, inside]) => [folder, new Set(inside.map(basename))]),
    ),
    memory,
  }
  return {index, diagnostics}
}

function groupNames(names: readonly string[], keyOf: (name: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const key = keyOf(name)
    const group = groups.get(key)
    if (group) group.push(name)
    else groups.set(key, [name])
  }
  return groups
}
