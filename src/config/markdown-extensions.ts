import type {MarkdownExtensions} from '../core/site.ts'
import {checkEmoji} from './emoji-options.ts'
import {readOption} from './extension-option.ts'
import {
  extensionBundles,
  extensionTable,
  materialExtensions,
  unsupportedExtensions,
  unsupportedOptions,
} from './extension-table.ts'
import {describeValue, type ConfigPath, type Finding} from './finding.ts'
import {foreignExtensions} from './foreign-extensions.ts'
import {checkProviders} from './magiclink-options.ts'
import {isPlainMap, isPythonCallable} from './python-callable.ts'
import {unknownName, type UnknownName} from './unknown-name.ts'

/** Extensions as configured, and everything that is wrong with them; paths start at the value that was read. */
export interface ReadExtensions {
  readonly extensions: MarkdownExtensions
  readonly problems: readonly Finding[]
}

/** One extension as written, with the way to its name and to its options. */
interface Entry {
  readonly name: string
  readonly options: unknown
  readonly path: ConfigPath
  readonly at: Finding['at']
}

/**
 * Reads `markdown_extensions` as `mkdocs.yml` has it: a list of names and one-entry maps, or one map from names to
 * options. `undefined` gives the Material set, as far as it is supported.
 *
 * Names may carry the prefix `markdown.extensions.`; `extra` and `pymdownx.extra` become what they stand for.
 * Options come out as plain data: booleans as such, `toc.slugify` and the like as `Slugify` (always there for
 * `toc`), custom fences as `CustomFence`, `emoji_index` as `twemoji` or `gemoji`, `emoji_generator` as `inline-svg` or
 * `text`. Unknown names and values are reported with the nearest one, known ones that are not rendered as unsupported;
 * neither is part of `extensions`.
 */
export function readMarkdownExtensions(value: unknown): ReadExtensions {
  if (value === undefined) {
    const supported = materialExtensions.filter((entry) => {
      const name = typeof entry === 'string' ? entry : Object.keys(entry)[0]
      return name !== undefined && !Object.hasOwn(unsupportedExtensions, name)
    })
    return readMarkdownExtensions(supported)
  }
  const problems: Finding[] = []
  const extensions = new Map<string, Readonly<Record<string, unknown>>>()
  for (const written of listEntries(value, problems)) {
    for (const entry of expandBundle({...written, name: canonicalName(written.name)}, problems)) {
      const options = readEntry(entry, problems)
      if (options) extensions.set(entry.name, {...extensions.get(entry.name), ...options})
    }
  }
  const toc = extensions.get('toc')
  if (toc) extensions.set('toc', {slugify: {kind: 'python-markdown'}, ...toc})
  return {extensions: Object.fromEntries(extensions), problems}
}

/** `markdown.extensions.toc` and `markdown.extensions.toc:TocExtension` name the same extension as `toc`. */
function canonicalName(name: string): string {
  return name.replace(/^markdown\.extensions\./, '').replace(/:\w+$/, '')
}

function listEntries(value: unknown, problems: Finding[]): readonly Entry[] {
  if (value === null) return []
  if (isPlainMap(value) && !isPythonCallable(value)) {
    return Object.entries(value).map(([name, options]) => ({name, options, path: [name], at: 'key'}))
  }
  if (!Array.isArray(value)) {
    problems.push({path: [], at: 'value', message: `Found ${describeValue(value)}, expected a list of extensions`})
    return []
  }
  const entries: Entry[] = []
  for (const [index, item] of value.entries()) {
    if (typeof item === 'string') {
      entries.push({name: item, options: undefined, path: [index], at: 'value'})
      continue
    }
    const [only, ...more] = isPlainMap(item) && !isPythonCallable(item) ? Object.entries(item) : []
    if (only && more.length === 0) entries.push({name: only[0], options: only[1], path: [index, only[0]], at: 'key'})
    else
      problems.push({
        path: [index],
        at: 'value',
        message: `Found ${describeItem(item)}, expected the name of an extension, or a map from one name to its options`,
      })
  }
  return entries
}

function describeItem(item: unknown): string {
  if (!isPlainMap(item)) return describeValue(item)
  return `a map with ${String(Object.keys(item).length)} names`
}

/** The entries that an entry stands for: itself, or those of a bundle with the options given for each. */
function expandBundle(entry: Entry, problems: Finding[]): readonly Entry[] {
  const parts = Object.hasOwn(extensionBundles, entry.name) ? extensionBundles[entry.name] : undefined
  if (!parts) return [entry]
  const optionsOf = new Map<string, Entry>()
  for (const [name, options] of Object.entries(readOptionMap(entry, problems) ?? {})) {
    const part: Entry = {name: canonicalName(name), options, path: [...entry.path, name], at: 'key'}
    if (parts.includes(part.name)) optionsOf.set(part.name, part)
    else problems.push({path: part.path, at: 'key', ...unknownName('extension', name, parts)})
  }
  return parts.map((name) => optionsOf.get(name) ?? {...entry, name, options: undefined})
}

function readOptionMap(entry: Entry, problems: Finding[]): Readonly<Record<string, unknown>> | undefined {
  if (entry.options === undefined || entry.options === null) return {}
  if (isPlainMap(entry.options) && !isPythonCallable(entry.options)) return entry.options
  const message = `Found ${describeValue(entry.options)}, expected a map of options for \`${entry.name}\``
  problems.push({path: entry.path, at: 'value', message})
  return undefined
}

/** Words for an extension that is none of ours: what to use instead where it is a known one of others. */
function unknownExtension(name: string): UnknownName {
  const instead = Object.hasOwn(foreignExtensions, name) ? foreignExtensions[name] : undefined
  if (instead !== undefined) return {message: `Unknown extension \`${name}\`: ${instead}`, actual: name}
  return unknownName('extension', name, [...Object.keys(extensionTable), ...Object.keys(extensionBundles)])
}

/** Checked options of one extension, or `undefined` when there is no such extension to switch on. */
function readEntry(entry: Entry, problems: Finding[]): Readonly<Record<string, unknown>> | undefined {
  const {name, path, at} = entry
  const table = Object.hasOwn(extensionTable, name) ? extensionTable[name] : undefined
  if (!table) {
    problems.push({path, at, ...unknownExtension(name)})
    return undefined
  }
  const reason = Object.hasOwn(unsupportedExtensions, name) ? unsupportedExtensions[name] : undefined
  if (reason !== undefined) {
    problems.push({path, at, message: `The extension \`${name}\` is unsupported: ${reason}`, actual: name})
    return undefined
  }
  const options: Record<string, unknown> = {}
  for (const [option, value] of Object.entries(readOptionMap(entry, problems) ?? {})) {
    const kinds = Object.hasOwn(table, option) ? table[option] : undefined
    const optionPath = [...path, option]
    if (!kinds) {
      problems.push({path: optionPath, at: 'key', ...unknownName(`\`${name}\` option`, option, Object.keys(table))})
      continue
    }
    if (value === undefined || value === null) continue
    const reasons = Object.hasOwn(unsupportedOptions, name) ? unsupportedOptions[name] : undefined
    const refusal = reasons && Object.hasOwn(reasons, option) ? reasons[option] : undefined
    if (refusal !== undefined && value !== false && value !== '') {
      problems.push({
        path: optionPath,
        at: 'key',
        message: `The \`${name}\` option \`${option}\` is unsupported: ${refusal}`,
        actual: option,
      })
      continue
    }
    const read = readOption(value, kinds)
    if ('value' in read) options[option] = read.value
    else problems.push({path: [...optionPath, ...read.path], at: 'value', message: read.message})
  }
  if (name === 'pymdownx.emoji') problems.push(...checkEmoji(options, path))
  if (name === 'pymdownx.magiclink') problems.push(...checkProviders(options, path))
  return options
}
