import type {BuildResult} from '../build/builder.ts'
import type {Diagnostic} from '../core/diagnostic.ts'

/** Ids of the brands that a finding holds for. */
export function brandsOf(
  {brands, path}: Diagnostic,
  result: Pick<BuildResult, 'brands' | 'publishers'>,
): readonly string[] {
  return brands ?? result.publishers[path] ?? result.brands.map(({id}) => id)
}
