/** Types of admonitions that the theme has a look for, with their aliases (Material 9.7), and `seealso`. */
export const builtInAdmonitions: readonly string[] = (
  'note abstract summary tldr info todo tip hint important success check done question help faq warning caution ' +
  'attention failure fail missing danger error bug example snippet quote cite seealso'
).split(' ')
