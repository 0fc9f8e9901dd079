/** First line of what went wrong, without the stop at its end. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n', 1)[0] ?? '').replace(/[.:]$/, '')
}
