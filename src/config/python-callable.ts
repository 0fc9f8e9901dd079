/**
 * Reference to a Python object, as the tags of `mkdocs.yml` make them; only the names that Docprism knows mean
 * something, nothing is ever loaded or called.
 *
 * `!!python/name:a.b` has the name alone, `!!python/object/apply:a.b` the arguments of a call as well.
 */
export interface PythonCallable {
  /** Dotted name: `pymdownx.slugs.slugify`. */
  readonly python: string
  /** Keyword arguments of a call. */
  readonly kwds: Readonly<Record<string, unknown>>
}

/** Whether the value is plain data of the form of `PythonCallable`. */
export function isPythonCallable(value: unknown): value is PythonCallable {
  return isPlainMap(value) && typeof value['python'] === 'string' && isPlainMap(value['kwds'])
}

/** Whether the value is a map from names to values. */
export function isPlainMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
