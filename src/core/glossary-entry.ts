/** Words that stand for one thing, and the one to use. */
export interface GlossaryEntry {
  /** The right word. */
  readonly use: string
  /**
   * Words not to use. Those in lower case are found in upper case, too; those with an upper-case letter as they are. What
   * reads as `use` is never found.
   */
  readonly not: readonly string[]
  /** Why, or when; ends the message. */
  readonly note?: string | undefined
}
