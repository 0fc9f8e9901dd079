import {describeValue, listChoices, type ConfigPath} from './finding.ts'
import {isPlainMap, isPythonCallable} from './python-callable.ts'
import {unknownName} from './unknown-name.ts'

/** Letter case of the ids that `pymdownx.slugs.slugify` makes: kept, lower, only ASCII lower, or folded. */
type SlugCase = 'none' | 'lower' | 'lower-ascii' | 'fold'

/**
 * How a heading's text becomes its id. Plain data; every form of configuration is resolved to it.
 *
 * `python-markdown`: the default of its `toc` extension, ASCII only. `unicode`: its `slugify_unicode`.
 * `pymdownx`: `pymdownx.slugs.slugify` with the same options. `github`: as GitHub does.
 */
export type Slugify =
  | {readonly kind: 'python-markdown' | 'unicode' | 'github'}
  | {
      readonly kind: 'pymdownx'
      readonly case: SlugCase
      /** Unicode normalisation before anything else. */
      readonly normalize: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'
      /** Write what is not ASCII as `%XX`. */
      readonly percentEncode: boolean
    }

/** A value as configured, or what is wrong with it. */
export type Checked<T> = {readonly value: T} | {readonly path: ConfigPath; readonly message: string}

const cases = ['none', 'lower', 'lower-ascii', 'fold'] as const
const normalizations = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const

/** Slugify functions by their Python names. */
const pythonNames: Readonly<Record<string, Slugify>> = {
  'markdown.extensions.toc.slugify': {kind: 'python-markdown'},
  'markdown.extensions.toc.slugify_unicode': {kind: 'unicode'},
  'pymdownx.slugs.slugify': pymdownx('none', false),
  'pymdownx.slugs.uslugify': pymdownx('lower', false),
  'pymdownx.slugs.uslugify_encoded': pymdownx('lower', true),
  'pymdownx.slugs.uslugify_cased': pymdownx('none', false),
  'pymdownx.slugs.uslugify_cased_encoded': pymdownx('none', true),
  'pymdownx.slugs.gfm': pymdownx('lower-ascii', false),
  'pymdownx.slugs.gfm_encoded': pymdownx('lower-ascii', true),
}

function pymdownx(slugCase: SlugCase, percentEncode: boolean): Slugify {
  return {kind: 'pymdownx', case: slugCase, normalize: 'NFC', percentEncode}
}

/**
 * Reads a slugify option: a plain name (`python-markdown`, `unicode`, `pymdownx`, `github`), the dotted Python name,
 * a Python callable with its arguments, or the resolved form itself.
 */
export function readSlugify(value: unknown): Checked<Slugify> {
  if (typeof value === 'string') return fromName(value, {})
  if (isPythonCallable(value)) {
    const read = fromName(value.python, value.kwds)
    return 'value' in read ? read : {...read, path: read.path.length === 0 ? [] : ['kwds', ...read.path]}
  }
  if (isPlainMap(value) && typeof value['kind'] === 'string') {
    const {kind, ...options} = value
    return fromName(kind, options)
  }
  return {path: [], message: `Found ${describeValue(value)}, expected a slugify function such as \`python-markdown\``}
}

function fromName(name: string, options: Readonly<Record<string, unknown>>): Checked<Slugify> {
  switch (name) {
    case 'python-markdown':
    case 'unicode':
    case 'github':
      return withoutOptions({kind: name}, options)
    case 'pymdownx':
    case 'pymdownx.slugs.slugify':
      return fromOptions(options)
    default: {
      const known = Object.hasOwn(pythonNames, name) ? pythonNames[name] : undefined
      if (known) return withoutOptions(known, options)
      const names = ['python-markdown', 'unicode', 'github', 'pymdownx', ...Object.keys(pythonNames)]
      return {path: [], message: unknownName('slugify function', name, names).message}
    }
  }
}

function withoutOptions(slugify: Slugify, options: Readonly<Record<string, unknown>>): Checked<Slugify> {
  const option = Object.keys(options)[0]
  if (option === undefined) return {value: slugify}
  return {path: [option], message: `Unknown option \`${option}\`, expected none for this slugify function`}
}

function fromOptions(options: Readonly<Record<string, unknown>>): Checked<Slugify> {
  let slugCase: SlugCase = 'none'
  let normalize: (typeof normalizations)[number] = 'NFC'
  let percentEncode = false
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null) continue
    if (name === 'case') {
      const choice = cases.find((each) => each === value)
      if (!choice) return {path: [name], message: `Found ${describeValue(value)}, expected ${listChoices(cases)}`}
      slugCase = choice
    } else if (name === 'normalize') {
      const choice = normalizations.find((each) => each === value)
      if (!choice)
        return {path: [name], message: `Found ${describeValue(value)}, expected ${listChoices(normalizations)}`}
      normalize = choice
    } else if (name === 'percent_encode' || name === 'percentEncode') {
      if (typeof value !== 'boolean') {
        return {path: [name], message: `Found ${describeValue(value)}, expected \`true\` or \`false\``}
      }
      percentEncode = value
    } else {
      return {path: [name], message: unknownName('option', name, ['case', 'normalize', 'percent_encode']).message}
    }
  }
  return {value: {kind: 'pymdownx', case: slugCase, normalize, percentEncode}}
}
