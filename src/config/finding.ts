/** Keys and list indexes (0-based) that lead from the root of the configuration to one value. */
export type ConfigPath = readonly (string | number)[]

/** One finding about the configuration as data, before it is known where that data stands in a file. */
export interface Finding {
  readonly path: ConfigPath
  /** Whether the finding is about the key that `path` ends with, or about its value. */
  readonly at: 'key' | 'value'
  /** One sentence without a full stop; it does not name the path. */
  readonly message: string
  /** What stands there. */
  readonly actual?: string
  /** What could stand there, best first. */
  readonly expected?: readonly string[]
  /** `error` unless given. */
  readonly severity?: 'error' | 'warning'
}

/**
 * A path as a reader writes it: `brands.aurora.locales.zh`, `nav[2]`, `markdown_extensions["pymdownx.tabbed"]`.
 * The empty string for the root.
 */
export function formatConfigPath(path: ConfigPath): string {
  let text = ''
  for (const part of path) {
    if (typeof part === 'number') text += `[${String(part)}]`
    else if (/^[\p{L}\p{N}_-]+$/u.test(part)) text += text === '' ? part : `.${part}`
    else text += `[${JSON.stringify(part)}]`
  }
  return text
}

/** A configuration value in a few words, for `Found …`: `a list`, the number `5`, the text itself in backticks. */
export function describeValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (typeof value === 'string') return value === '' ? 'an empty string' : quoteValue(value)
  if (typeof value === 'number') return `the number \`${String(value)}\``
  if (typeof value === 'boolean') return `\`${String(value)}\``
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a map' : `a ${typeof value}`
}

/** Text in backticks, on one line and at most 60 characters of it. */
export function quoteValue(text: string): string {
  const line = text.slice(0, 240).replace(/\s+/g, ' ').replaceAll('`', "'")
  return line.length > 60 ? `\`${line.slice(0, 59)}…\`` : `\`${line}\``
}

/** Words in backticks, joined with commas and a final `or`. */
export function listChoices(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``)
  const last = quoted.pop()
  if (last === undefined) return 'nothing'
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`
}
