import {readCustomInline, readExtendedLanguages} from './code-lists.ts'
import {emojiGenerators, emojiIndexes, emojiRefusals, readDrawingOptions} from './emoji-options.ts'
import type {OptionKind} from './extension-table.ts'
import {describeValue, listChoices, type ConfigPath} from './finding.ts'
import {readLinkLabels, readRepositoryHosts, readUserLists} from './magiclink-options.ts'
import {isPlainMap, isPythonCallable} from './python-callable.ts'
import {readSlugify, type Checked} from './slugify-option.ts'
import {unknownName} from './unknown-name.ts'

/** A custom fence: code blocks of a language that become an element of their own. */
interface CustomFence {
  /** Language of the fence. */
  readonly name: string
  readonly class: string
  /** `code`: `pre` with `code` in it; `div`: a `div`. */
  readonly format: 'code' | 'div'
}

const fenceFormats: Readonly<Record<string, CustomFence['format']>> = {
  code: 'code',
  div: 'div',
  'mermaid2.fence_mermaid': 'div',
  'mermaid2.fence_mermaid_custom': 'code',
  'pymdownx.superfences.fence_code_format': 'code',
  'pymdownx.superfences.fence_div_format': 'div',
}

/** Python names that exist and have no counterpart. */
const unsupportedCallables: readonly string[] = [
  'pymdownx.arithmatex.arithmatex_fenced_format',
  'pymdownx.arithmatex.fence_generic_format',
  'pymdownx.arithmatex.fence_mathjax_format',
  'pymdownx.arithmatex.fence_mathjax_preview_format',
]

/** Checks one option against the kinds it takes and gives it in its resolved, plain form. */
export function readOption(value: unknown, kinds: readonly OptionKind[]): Checked<unknown> {
  for (const kind of kinds) {
    const read = readKind(value, kind)
    if (read) return refuseCallables(read)
  }
  return {path: [], message: `Found ${describeValue(value)}, expected ${kinds.map(describeKind).join(' or ')}`}
}

/** The value in its resolved form, what is wrong with it, or `undefined` when it is of another kind altogether. */
function readKind(value: unknown, kind: OptionKind): Checked<unknown> | undefined {
  switch (kind) {
    case 'boolean':
      return readBoolean(value)
    case 'string':
      return typeof value === 'string' ? {value} : undefined
    case 'integer':
      return Number.isInteger(value) ? {value} : undefined
    case 'number':
      return typeof value === 'number' ? {value} : undefined
    case 'list':
      return Array.isArray(value) ? {value} : undefined
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? {value} : undefined
    case 'encoding':
      return typeof value === 'string' ? readEncoding(value) : undefined
    case 'map':
      return isPlainMap(value) && !isPythonCallable(value) ? {value} : undefined
    case 'slugify':
      return readSlugify(value)
    case 'toc-depth':
      return /^\s*(?:\d\s*-\s*)?\d+\s*$/.test(String(value)) ? {value} : undefined
    case 'fences':
      return Array.isArray(value) ? readFences(value) : undefined
    case 'languages':
      return Array.isArray(value) ? readExtendedLanguages(value) : undefined
    case 'inline-formats':
      return Array.isArray(value) ? readCustomInline(value) : undefined
    case 'emoji-index':
      return readCallable(value, emojiIndexes, 'emoji index')
    case 'emoji-generator':
      return readCallable(value, emojiGenerators, 'emoji generator')
    case 'drawing-options':
      return isPlainMap(value) && !isPythonCallable(value) ? readDrawingOptions(value) : undefined
    case 'repository-hosts':
      return isPlainMap(value) && !isPythonCallable(value) ? readRepositoryHosts(value) : undefined
    case 'link-labels':
      return isPlainMap(value) && !isPythonCallable(value) ? readLinkLabels(value) : undefined
    case 'user-lists':
      return isPlainMap(value) && !isPythonCallable(value) ? readUserLists(value) : undefined
    default:
      return typeof value === 'string' && kind.includes(value) ? {value} : undefined
  }
}

/** The words for yes and no that YAML 1.1, and so `mkdocs.yml`, knows count as well. */
function readBoolean(value: unknown): Checked<boolean> | undefined {
  if (typeof value === 'boolean') return {value}
  if (typeof value !== 'string') return undefined
  if (/^(?:true|yes|on)$/i.test(value)) return {value: true}
  return /^(?:false|no|off)$/i.test(value) ? {value: false} : undefined
}

/** Python's spelling of an encoding (`utf_8`, `utf-8-sig`, `latin-1`) as the label of the WHATWG Encoding Standard. */
function readEncoding(name: string): Checked<string> {
  const label = name
    .trim()
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/-sig$/, '')
    .replace(/^latin-/, 'latin')
  try {
    return {value: new TextDecoder(label).encoding}
  } catch {
    return {path: [], message: `Unknown encoding \`${name}\`; expected one such as \`utf-8\` or \`gb18030\``}
  }
}

function readCallable<T>(value: unknown, known: Readonly<Record<string, T>>, what: string): Checked<T> {
  const name = isPythonCallable(value) ? value.python : value
  if (typeof name !== 'string')
    return {path: [], message: `Found ${describeValue(value)}, expected the name of its ${what}`}
  const meaning = Object.hasOwn(known, name) ? known[name] : undefined
  if (meaning !== undefined) return {value: meaning}
  const reason = Object.hasOwn(emojiRefusals, name) ? emojiRefusals[name] : undefined
  if (reason !== undefined) return {path: [], message: `${unsupportedMessage(what, name)}: ${reason}`}
  if (unsupportedCallables.includes(name)) return {path: [], message: unsupportedMessage(what, name)}
  return {path: [], message: unknownName(what, name, Object.keys(known)).message}
}

function unsupportedMessage(what: string, name: string): string {
  return `The ${what} \`${name}\` is unsupported`
}

function readFences(fences: readonly unknown[]): Checked<readonly CustomFence[]> {
  const value: CustomFence[] = []
  for (const [index, fence] of fences.entries()) {
    const read = readFence(fence)
    if (!('value' in read)) return {path: [index, ...read.path], message: read.message}
    value.push(read.value)
  }
  return {value}
}

function readFence(fence: unknown): Checked<CustomFence> {
  if (!isPlainMap(fence))
    return {path: [], message: `Found ${describeValue(fence)}, expected a map with \`name\` and \`class\``}
  for (const key of Object.keys(fence)) {
    if (key === 'validator') {
      return {path: [key], message: `${unsupportedMessage('option', key)}: Python functions are not called`}
    }
    if (!['name', 'class', 'format'].includes(key)) {
      return {path: [key], message: unknownName('option', key, ['name', 'class', 'format']).message}
    }
  }
  const {name, class: className, format} = fence
  if (typeof name !== 'string')
    return {path: ['name'], message: `Found ${describeValue(name)}, expected the language of the fence`}
  if (typeof className !== 'string')
    return {path: ['class'], message: `Found ${describeValue(className)}, expected a class name`}
  const read = readCallable(format ?? 'code', fenceFormats, 'fence format')
  if (!('value' in read)) return {path: ['format'], message: read.message}
  return {value: {name, class: className, format: read.value}}
}

/** A callable where none is understood would otherwise be passed on as a map. */
function refuseCallables(read: Checked<unknown>): Checked<unknown> {
  if (!('value' in read)) return read
  const found = findCallable(read.value)
  return found ? {path: found.path, message: unsupportedMessage('Python object', found.name)} : read
}

function findCallable(value: unknown): {path: ConfigPath; name: string} | undefined {
  if (isPythonCallable(value)) return {path: [], name: value.python}
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : isPlainMap(value)
      ? Object.entries(value)
      : []
  for (const [key, item] of entries) {
    const found = findCallable(item)
    if (found) return {path: [key, ...found.path], name: found.name}
  }
  return undefined
}

function describeKind(kind: OptionKind): string {
  switch (kind) {
    case 'boolean':
      return '`true` or `false`'
    case 'string':
      return 'a string'
    case 'integer':
      return 'a whole number'
    case 'number':
      return 'a number'
    case 'list':
      return 'a list'
    case 'texts':
      return 'a list of strings'
    case 'encoding':
      return 'the name of an encoding'
    case 'map':
    case 'drawing-options':
    case 'link-labels':
      return 'a map'
    case 'repository-hosts':
      return 'a map from names to hosts'
    case 'user-lists':
      return 'a map from providers to lists of users'
    case 'slugify':
      return 'a slugify function'
    case 'toc-depth':
      return 'a level, or two levels such as `2-4`'
    case 'fences':
      return 'a list of fences'
    case 'languages':
      return 'a list of languages'
    case 'inline-formats':
      return 'a list of formats'
    case 'emoji-index':
    case 'emoji-generator':
      return 'the name of a function'
    default:
      return listChoices(kind)
  }
}
