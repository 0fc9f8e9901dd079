import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/** The signs that plain characters can stand for, as `substitutions` of Python-Markdown's `smarty` names them. */
export type Sign =
  | 'ndash'
  | 'mdash'
  | 'ellipsis'
  | 'left-angle-quote'
  | 'right-angle-quote'
  | 'left-single-quote'
  | 'right-single-quote'
  | 'left-double-quote'
  | 'right-double-quote'

/** The character that each sign is shown as unless configured otherwise. */
export const usualSigns: Readonly<Record<Sign, string>> = {
  ndash: '–',
  mdash: '—',
  ellipsis: '…',
  'left-angle-quote': '«',
  'right-angle-quote': '»',
  'left-single-quote': '‘',
  'right-single-quote': '’',
  'left-double-quote': '“',
  'right-double-quote': '”',
}

/**
 * What is shown for each sign.
 *
 * @param substitutions  what to show instead of the usual characters, where character references are read
 */
export function shownSigns(substitutions: Readonly<Record<string, unknown>> = {}): Readonly<Record<Sign, string>> {
  const given = Object.entries(substitutions).flatMap(([sign, shown]) =>
    typeof shown === 'string' ? [[sign, decodeReferences(shown)] as const] : [],
  )
  return {...usualSigns, ...Object.fromEntries(given)}
}

function decodeReferences(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,31}));/gi, (whole, ...groups: (string | undefined)[]) => {
    const [hexadecimal, decimal, name] = groups
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    if (code <= 0x10ffff) return String.fromCodePoint(code)
    const decoded = name === undefined ? false : decodeNamedCharacterReference(name)
    return decoded === false ? whole : decoded
  })
}
