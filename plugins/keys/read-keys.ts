import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {keyAliases, keyLabels} from './key-names.ts'

/** A key of a combination. */
export interface Key {
  /** Name of a known key; left out for quoted text. */
  readonly name?: string
  /** What is shown. */
  readonly label: string
}

/** Options that decide which keys there are, named as those of `pymdownx.keys`. */
export interface KeyNameOptions {
  /** Reads `PageUp` as `page-up`. Default: false. */
  readonly camel_case?: boolean | undefined
  /** Labels of further keys, or other labels of known ones, by name. */
  readonly key_map?: Readonly<Record<string, string>> | undefined
}

/** One part of a combination as written, without its quotes. */
export interface WrittenKey {
  readonly quoted: boolean
  readonly text: string
}

/** The keys that are meant; `undefined` when one of them is unknown. */
export function readKeys(written: readonly WrittenKey[], options: KeyNameOptions): Key[] | undefined {
  const keys: Key[] = []
  for (const {quoted, text} of written) {
    if (quoted) {
      keys.push({label: decode(text).trim()})
      continue
    }
    const spelled = options.camel_case ? hyphenate(text) : text
    const name = keyAliases.get(spelled) ?? spelled
    const own = options.key_map && Object.hasOwn(options.key_map, name) ? options.key_map[name] : undefined
    const label = own ?? keyLabels.get(name)
    if (!label) return undefined
    keys.push({name, label})
  }
  return keys
}

/** `PageUp` and `Page-Up` as `page-up`. */
function hyphenate(name: string): string {
  return name.replace(/-?\p{Lu}/gu, (found, offset: number) =>
    offset === 0 || found.startsWith('-') ? found.toLowerCase() : `-${found.toLowerCase()}`,
  )
}

/** Text between quotes, its backslash escapes and character references resolved. */
function decode(text: string): string {
  return text.replace(/\\(.)/g, '$1').replace(/&(#?\w{1,40});/g, (whole, body: string) => {
    const digits = /^#(?:(\d{1,7})|[xX]([\da-fA-F]{1,6}))$/.exec(body)
    if (!digits) return decodeNamedCharacterReference(body) || whole
    const code = digits[1] === undefined ? Number.parseInt(digits[2] ?? '', 16) : Number.parseInt(digits[1], 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
