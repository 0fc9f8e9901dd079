/**
 * How pages come into being for several brands: `naive` expands and compiles every page for every brand,
 * `deduplicated` expands for every brand and compiles each distinct text once, `shared` is what Docprism does.
 */
export const baselineWays = ['naive', 'deduplicated', 'shared'] as const
