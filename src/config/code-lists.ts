import {describeValue} from './finding.ts'
import {isPlainMap, isPythonCallable} from './python-callable.ts'
import type {Checked} from './slugify-option.ts'
import {unknownName} from './unknown-name.ts'

/** Another name for a language, an entry of `extend_pygments_lang`. */
interface ExtendedLanguage {
  readonly name: string
  /** Language whose colours it has. */
  readonly lang: string
}

/** Code in text of a language that is written another way, an entry of `custom_inline`. */
interface CustomInline {
  /** Language; `*` is every one. */
  readonly name: string
  readonly class: string
}

/** Options of the lexer that change nothing: the grammars start in the language itself as it is. */
const languageOptions = ['startinline']

/** Reads `extend_pygments_lang`: names of languages, each with the language whose colours it has. */
export function readExtendedLanguages(entries: readonly unknown[]): Checked<readonly ExtendedLanguage[]> {
  return readEach(entries, (entry) => {
    const keys = ['name', 'lang', 'options']
    if (!isPlainMap(entry)) return notAMap(entry, keys)
    const wrong = unknownKey(entry, keys)
    if (wrong) return wrong
    const {name, lang, options = {}} = entry
    if (typeof name !== 'string') return notText('name', name, 'the name that authors write')
    if (typeof lang !== 'string') return notText('lang', lang, 'the language whose colours it has')
    if (!isPlainMap(options)) return notText('options', options, 'a map')
    const refused = Object.keys(options).find((option) => !languageOptions.includes(option))
    if (refused !== undefined) {
      const message = `The lexer option \`${refused}\` is unsupported: grammars have no options`
      return {path: ['options', refused], message}
    }
    return {value: {name, lang}}
  })
}

/**
 * Reads `custom_inline`: languages of code in text. Without a `format` they are highlighted as any other, as in the
 * reference; a format is a Python function, which nothing here can call.
 */
export function readCustomInline(entries: readonly unknown[]): Checked<readonly CustomInline[]> {
  return readEach(entries, (entry) => {
    const keys = ['name', 'class', 'format']
    if (!isPlainMap(entry)) return notAMap(entry, keys)
    const wrong = unknownKey(entry, keys)
    if (wrong) return wrong
    const {name, class: className, format} = entry
    if (typeof name !== 'string') return notText('name', name, 'the language of the code')
    if (typeof className !== 'string') return notText('class', className, 'a class name')
    if (format !== undefined && format !== null) {
      const found = isPythonCallable(format) ? `\`${format.python}\`` : describeValue(format)
      const message = `The inline format ${found} is unsupported: Python functions are not called`
      return {path: ['format'], message}
    }
    return {value: {name, class: className}}
  })
}

function readEach<T>(entries: readonly unknown[], read: (entry: unknown) => Checked<T>): Checked<readonly T[]> {
  const value: T[] = []
  for (const [index, entry] of entries.entries()) {
    const checked = read(entry)
    if (!('value' in checked)) return {path: [index, ...checked.path], message: checked.message}
    value.push(checked.value)
  }
  return {value}
}

type Problem = Extract<Checked<never>, {message: string}>

function unknownKey(entry: Readonly<Record<string, unknown>>, keys: readonly string[]): Problem | undefined {
  const unknown = Object.keys(entry).find((key) => !keys.includes(key))
  return unknown === undefined ? undefined : {path: [unknown], message: unknownName('option', unknown, keys).message}
}

function notAMap(entry: unknown, [first = '', second = '']: readonly string[]): Problem {
  return {path: [], message: `Found ${describeValue(entry)}, expected a map with \`${first}\` and \`${second}\``}
}

function notText(key: string, value: unknown, expected: string): Problem {
  return {path: [key], message: `Found ${describeValue(value)}, expected ${expected}`}
}
