import type {Compiler, Source, SourceEdition} from '../compile/compiler.ts'
import {writePage} from './page-text.ts'
import {trackValues} from './track-values.ts'

/** A source with the editions that publish it. */
export interface CompileJob {
  readonly source: Source
  readonly editions: readonly SourceEdition[]
}

/** Compiles a source and writes the page down, with what it read of the editions' values. */
export function compilePage(compiler: Compiler, {source, editions}: CompileJob): string {
  const tracked = editions.map(({values}) => trackValues(values))
  const page = compiler.compile(
    source,
    editions.map(({brand}, index) => ({brand, values: tracked[index]?.values ?? {}})),
  )
  return writePage(
    page,
    tracked.map((one) => one.readings()),
  )
}
