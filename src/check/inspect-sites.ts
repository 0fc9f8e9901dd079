import type {Inspection} from '../build/inspection.ts'
import {checkExternal} from './external/check-external.ts'
import type {ExternalCheck} from './external/check-external.ts'
import {siteRules} from './rules/site-rules.ts'

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
      const diagnostics = siteRules.flatMap((rule) => rule(sites))
      if (!external) return {diagnostics}
      const asked = await checkExternal(sites, external)
      return {...asked, diagnostics: [...diagnostics, ...asked.diagnostics]}
    },
  }
}
