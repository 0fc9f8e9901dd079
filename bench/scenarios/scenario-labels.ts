/** Label of the scenario that starts from nothing. */
export const coldScenario = 'cold'
/** Label of the scenario in which nothing changed. */
export const warmScenario = 'warm, nothing changed'
/** Label of the scenario in which the text of one page changed. */
export const pageScenario = 'one page edited'
