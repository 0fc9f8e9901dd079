import type {LinkSyntax} from './link-demands.ts'

/** Syntaxes in which a value counts for more than a word, where they are switched on. */
export interface DemandingSyntax {
  /** Links that are made of text; `undefined`: URLs and addresses only. */
  readonly links: LinkSyntax | undefined
  /** Characters beside which it counts whether a letter is Chinese, Japanese or Korean, beyond those that always do. */
  readonly edges: string
  /** Abbreviations of the glossary, in lower case. */
  readonly abbreviations: readonly string[]
  /** Whether formulas are rendered; then the values in them are written out. */
  readonly rendersMath: boolean
}
