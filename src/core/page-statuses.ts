/** Statuses that every site has; their texts are among the interface strings, as `statusNew`. */
export const pageStatuses: readonly string[] = ['new', 'updated', 'beta', 'experimental', 'deprecated']
