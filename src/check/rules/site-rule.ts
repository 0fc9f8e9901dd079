import type {InspectedSites} from '../../build/inspection.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'

/**
 * A rule about pages together: what one page or one compiled source cannot tell. Findings carry the brand that they hold
 * for; those that differ in their brands only become one.
 */
export type SiteRule = (sites: InspectedSites) => readonly Diagnostic[]
