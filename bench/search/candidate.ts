/** A section of a page, as every candidate gets it. */
export interface SearchDocument {
  readonly id: number
  readonly url: string
  /** Title of the page, on its first section. */
  readonly title: string
  readonly heading: string
  readonly text: string
}

/** A way to search. */
export interface Candidate {
  readonly name: string
  /** Makes what is sent to the browser beside the text that excerpts are cut from. */
  build(documents: readonly SearchDocument[]): string
  /** What a browser does before the first query. */
  open(index: string, documents: readonly SearchDocument[]): (query: string) => readonly number[]
}
