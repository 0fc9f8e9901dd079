import type {Diagnostic} from '../core/diagnostic.ts'
import type {Place} from '../core/position.ts'
import {carryOut, pieceText} from './carry-out.ts'
import {nameFaults, neededByTree} from './check-names.ts'
import {faultDiagnostics} from './fault.ts'
import {createFilters} from './filters.ts'
import {visibleValues, type MacroEdition} from './scope.ts'
import {parseMacros} from './tree.ts'

/** What `expandText` works on. */
export interface ExpandTextOptions extends MacroEdition {
  readonly text: string
  /** File that holds the text, for diagnostics. */
  readonly path: string
  /** Where the text stands in it: its quoting is not known here, so every diagnostic points at the whole text. */
  readonly place?: Place
}

/**
 * Carries out the macros of a text outside Markdown, for one edition: a title, a nav entry, a configuration value.
 *
 * Values are put in as they are; escaping is up to who writes the text somewhere.
 */
export function expandText(options: ExpandTextOptions): {text: string; diagnostics: readonly Diagnostic[]} {
  const {text, path, place, brand} = options
  if (!/<<|custom_key/.test(text)) return {text, diagnostics: []}
  const tree = parseMacros(text)
  const visible = visibleValues(options)
  const names = nameFaults(neededByTree(tree.children), visible)
  const run = {text, visible, faultyOutputs: names.faultyOutputs, filters: createFilters()}
  const {pieces, faults} = carryOut(tree.children, run)
  const byBrand = [{brand, faults: [...names.faults, ...faults]}]
  return {
    text: pieces.map((piece) => pieceText(text, piece)).join(''),
    diagnostics: faultDiagnostics({common: tree.faults, byBrand}, path, () => place),
  }
}
