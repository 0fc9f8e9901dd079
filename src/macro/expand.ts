import type {Diagnostic} from '../core/diagnostic.ts'
import {identityMap} from '../core/offset-map.ts'
import {hasPlaceholderLetters} from '../core/placeholder.ts'
import {locator} from '../../plugins/source-text/locator.ts'
import {carryOut} from './carry-out.ts'
import {nameFaults, neededByTree} from './check-names.ts'
import {faultDiagnostics} from './fault.ts'
import {createFilters} from './filters.ts'
import type {DemandingSyntax} from './demanding-syntax.ts'
import {visibleValues, type MacroEdition} from './scope.ts'
import {inertFinder, joinPieces, type Variant} from './share.ts'
import {parseMacros} from './tree.ts'

/** A source with its macros carried out: one text for all editions that can share it. */
export interface Expansion {
  readonly variants: readonly Variant[]
  /** Index into `variants` by brand id. */
  readonly variantOf: Readonly<Record<string, number>>
  /** In source order, one per source fault. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What `expandSource` works on. */
export interface ExpandOptions {
  /** Line endings are `\n`; front matter is blanked out. */
  readonly text: string
  readonly path: string
  /** One per brand that publishes the source. */
  readonly editions: readonly MacroEdition[]
  /**
   * `unsafe` (the default) writes out only values that could change how the text is parsed, `all` writes out every
   * value: what `unsafe` must be equal to once its placeholders are filled.
   */
  readonly inline?: 'unsafe' | 'all'
  /** What counts beside the syntax that every page has. */
  readonly syntax?: DemandingSyntax
}

/** Carries out the macros of a source for all its editions. Never throws; mistakes are diagnostics. */
export function expandSource({text, path, editions, inline = 'unsafe', syntax}: ExpandOptions): Expansion {
  const tree = parseMacros(text)
  const needed = neededByTree(tree.children)
  const filters = createFilters()
  const plain = tree.children.every((node) => node.type === 'text')
  const findInert =
    inline === 'all' || plain || hasPlaceholderLetters(text) ? () => new Set<number>() : inertFinder(text, syntax)

  const variants: Variant[] = []
  const variantOf: Record<string, number> = {}
  const byBrand = editions.map((edition) => {
    const visible = visibleValues(edition)
    const names = nameFaults(needed, visible)
    const run = {text, visible, faultyOutputs: names.faultyOutputs, filters}
    const {pieces, faults} = carryOut(tree.children, run)
    const joined = joinPieces(text, pieces, findInert(pieces))
    const variant = joined.text === text ? {...joined, map: identityMap} : joined
    // Two branches can hold the same text: a position leads back to the right one only if the map is shared, too.
    const known = variants.findIndex((other) => isSameVariant(other, variant))
    variantOf[edition.brand] = known === -1 ? variants.push(variant) - 1 : known
    return {brand: edition.brand, faults: [...names.faults, ...faults]}
  })

  let locate: ReturnType<typeof locator> | undefined
  const diagnostics = faultDiagnostics({common: tree.faults, byBrand}, path, ({start, end}) => {
    locate ??= locator(text)
    return {start: locate(start), end: locate(end)}
  })
  return {variants, variantOf, diagnostics}
}

function isSameVariant(one: Variant, other: Variant): boolean {
  const {runs} = one.map
  const {runs: otherRuns} = other.map
  return (
    one.text === other.text &&
    one.lookups.length === other.lookups.length &&
    one.lookups.every((name, index) => name === other.lookups[index]) &&
    runs.length === otherRuns.length &&
    runs.every(({out, source, copy}, index) => {
      const run = otherRuns[index]
      return run?.out === out && run.source === source && run.copy === copy
    })
  )
}
