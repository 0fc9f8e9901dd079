import type {Place} from './position.ts'
import type {RuleId} from './rules.ts'

/** How much a finding matters: errors and warnings count for `--fail-on`, infos never do. */
export type Severity = 'error' | 'warning' | 'info'

/** What to write in place of a part of the source to mend it. */
export interface Fix {
  /** In the file of the finding; where it is empty the text is inserted. */
  readonly place: Place
  /** Empty to remove what stands there. */
  readonly text: string
}

/**
 * One finding about one place of a source.
 *
 * `message` is one sentence without a full stop, values in backticks: what was found, what was expected, the
 * nearest match. Author's mistakes are always returned as diagnostics, never thrown.
 */
export interface Diagnostic {
  readonly ruleId: RuleId
  readonly severity: Severity
  readonly message: string
  /**
   * Path of the file from the content folder (`zh/a.md`, `../snippets/b.md`), of the configuration file as given, or the URL
   * of a snippet. POSIX separators.
   */
  readonly path: string
  /** Where in the file; left out when the finding is about the file as a whole. */
  readonly place?: Place
  /** What stands there. */
  readonly actual?: string
  /** What could stand there: nearest matches, best first. */
  readonly expected?: readonly string[]
  /** Brands the finding holds for; left out when it holds for all that publish the source. */
  readonly brands?: readonly string[]
  /** A change that mends it for certain; left out where an author has to choose. */
  readonly fix?: Fix
  /** The change that brought the finding, a sentence: `#step-3` was removed in `helm.md`; only with `--since`. */
  readonly cause?: string
}
