import type {Nodes, Root} from 'mdast'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Place} from '../../core/position.ts'
import type {RuleId} from '../../core/rules.ts'

/** The variant of a page that rules look at. */
export interface PageRuleContext {
  readonly tree: Root
  /** Text that was parsed; placeholders stand for values. */
  readonly text: string
  /** Text that places are in: what the author wrote, macros and all. */
  readonly source: string
  /** Source of the page, from the content folder. */
  readonly path: string
  readonly locale: string
  /** Whether the front matter gives the page a title, or a layout of its own. */
  readonly isTitled: boolean
  /** Whether the site asks for a rule that is looked at only then. */
  readonly wants: (rule: RuleId) => boolean
  /** Place in the source of `[start, end)` in `text`. */
  readonly range: (start: number, end: number) => Place
  readonly report: (finding: Omit<Diagnostic, 'path' | 'severity'>) => void
}

/**
 * A rule about one page alone. Its findings are kept with the compiled page, so it has to be cheap: all rules share one
 * walk over the tree, and each names the types of the nodes that it wants to see.
 */
export interface PageRule {
  readonly types: readonly Nodes['type'][]
  /** Makes the check of one page; what it returns sees the nodes in document order. */
  readonly start: (context: PageRuleContext) => {
    readonly node: (node: Nodes) => void
    /** Called after the last node. */
    readonly end?: () => void
  }
}
