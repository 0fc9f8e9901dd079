/** A call that cannot be carried out as asked: an unknown brand, a file that is no page, a folder in the way. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
