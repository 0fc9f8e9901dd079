import type {Inspection} from '../build/inspection.ts'
import {siteRules} from './rules/site-rules.ts'

/**
 * The look at prepared sites that `docprism check` and strict builds take.
 *
 * @param writes  whether the sites are also written
 */
export function siteInspection({writes}: {readonly writes: boolean}): Inspection {
  return {
    id: writes ? 'strict' : 'check',
    writes,
    inspect: (sites) => Promise.resolve({diagnostics: siteRules.flatMap((rule) => rule(sites))}),
  }
}
