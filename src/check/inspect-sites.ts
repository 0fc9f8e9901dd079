import type {Inspection} from '../build/inspection.ts'
import type {ExternalCheck} from './external/check-external.ts'

/**
 * The look at prepared sites that `docprism check` and strict builds take.
 *
 * @param options.writes  whether the sites are also written
 * @param options.external  asks the web for links that leave the sites; left out: they are not looked at
 */
export function siteInspection(options: {readonly writes: boolean; readonly external?: ExternalCheck}): Inspection {
  const {writes, external} = options
  return {
    id: `${writes ? 'strict' : 'check'}${external ? ' external' : ''}`,
    writes,
    inspect: async (sites) => {
      // Only loaded when there is something to look at: most runs repeat a recorded result, or check nothing.
      const {siteRules} = await import('./rules/site-rules.ts')
      const diagnostics = siteRules.flatMap((rule) => rule(sites))
      if (!external) return {diagnostics}
      const {checkExternal} = await import('./external/check-external.ts')
      const asked = await checkExternal(sites, external)
      return {...asked, diagnostics: [...diagnostics, ...asked.diagnostics]}
    },
  }
}
