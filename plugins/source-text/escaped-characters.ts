import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Text} from 'mdast'

/**
 * Indexes of the characters of a text node that its author escaped, with a backslash or as a character reference,
 * and so did not mean as syntax. A backslash that is not in the text is taken for an escape, whatever it escapes.
 *
 * @param source  the file that the node's position is about
 * @returns the empty set for a node without a position, or one whose text is not that of its source
 */
export function escapedCharacters({value, position}: Text, source: string): ReadonlySet<number> {
  const escaped = new Set<number>()
  const start = position?.start.offset
  const end = position?.end.offset
  if (start === undefined || end === undefined) return escaped
  const written = source.slice(start, end)
  if (written === value || !/[\\&]/.test(written)) return escaped
  let at = 0
  let index = 0
  while (index < value.length && at < written.length) {
    const character = written.charAt(at)
    const next = written.charAt(at + 1)
    if (character === '\\' && (next === value[index] || (next === ' ' && value[index] === '\u00A0'))) {
      escaped.add(index)
      index++
      at += 2
      continue
    }
    const reference = character === '&' ? readReference(written.slice(at, at + 42)) : undefined
    if (reference) {
      escaped.add(index)
      index += reference.decodedLength
      at += reference.length
    } else if (character === value[index]) {
      index++
      at++
    } else if (value[index] === '\n' || /\s/.test(character) || character === '>') {
      // Space around a line ending and the prefixes of containers are in the source only.
      at++
    } else break
  }
  return index >= value.length ? escaped : new Set()
}

/** Character reference at the start of `written`. */
function readReference(written: string): {length: number; decodedLength: number} | undefined {
  const [whole = '', body = ''] = /^&([#\da-zA-Z]{1,40});/.exec(written) ?? []
  if (body.startsWith('#')) {
    const decimal = /^#(\d+)$/.exec(body)?.[1]
    const hexadecimal = /^#x([\da-f]+)$/i.exec(body)?.[1]
    if (decimal === undefined && hexadecimal === undefined) return undefined
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10)
    return {length: whole.length, decodedLength: code > 0xffff && code <= 0x10ffff ? 2 : 1}
  }
  const decoded = body === '' ? false : decodeNamedCharacterReference(body)
  return decoded === false ? undefined : {length: whole.length, decodedLength: decoded.length}
}
