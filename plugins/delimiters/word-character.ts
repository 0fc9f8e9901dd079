import {unicodeWhitespace} from 'micromark-util-character'
import type {Code} from 'micromark-util-types'

const letterOrDigit = /[\p{L}\p{N}]/u
const writtenWithoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u

/**
 * Whether a code is part of a word that delimiters must not cut: a letter or digit, except in scripts that are
 * written without spaces (CJK), where every character may end a word. Halves of surrogate pairs are no words.
 */
export function isWordCharacter(code: Code): boolean {
  if (code === null || code < 0) return false
  const character = String.fromCharCode(code)
  return letterOrDigit.test(character) && !writtenWithoutSpaces.test(character)
}

/** Whether a code is white space, a line ending or the edge of the text. */
export function isBlank(code: Code): boolean {
  return code === null || code < 0 || unicodeWhitespace(code)
}
