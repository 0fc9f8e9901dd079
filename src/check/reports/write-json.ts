/**
 * JSON with two spaces of indentation and a line feed at the end. Halves of surrogate pairs become U+FFFD, since strict
 * readers refuse them.
 */
export function writeJson(value: unknown): string {
  const text = JSON.stringify(
    value,
    (_, member: unknown) => (typeof member === 'string' ? member.toWellFormed() : member),
    2,
  )
  return `${text}\n`
}
