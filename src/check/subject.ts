import type {Diagnostic} from '../core/diagnostic.ts'
import {lineOf} from './reports/fingerprints.ts'
import {createLineReader} from './reports/source-lines.ts'

/** A finding with what it is recognised by in another state of the site. Plain data. */
export interface Subject {
  readonly diagnostic: Diagnostic
  /** Ids of the brands that it holds for; `*` where it is about a file that belongs to none. */
  readonly brands: readonly string[]
  /** See `lineOf`. */
  readonly line: string
}

/**
 * Findings with their brands and lines.
 *
 * @param site.publishers  ids of the brands that publish a source or snippet, by path
 * @param site.others  brands of the files that have no entry there
 * @param site.sourceText  text of a file by the path of a finding
 */
export function toSubjects(
  diagnostics: readonly Diagnostic[],
  site: {
    readonly publishers: Readonly<Record<string, readonly string[]>>
    readonly others: readonly string[]
    readonly sourceText: (path: string) => string | undefined
  },
): readonly Subject[] {
  const {publishers, others, sourceText} = site
  const readLine = createLineReader(sourceText)
  return diagnostics.map((diagnostic) => {
    const {path, brands} = diagnostic
    return {diagnostic, brands: brands ?? publishers[path] ?? others, line: lineOf(diagnostic, readLine)}
  })
}

/** The finding for some of its brands: as it is for all of them, `undefined` for none. */
export function limitBrands({diagnostic, brands}: Subject, some: readonly string[]): Diagnostic | undefined {
  if (some.length === 0) return undefined
  return some.length === brands.length ? diagnostic : {...diagnostic, brands: some}
}
